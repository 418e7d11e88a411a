import type { Lattice, Vector3 } from "../lattice";
import { dot } from "../vector";
import { transposed, type Matrix } from "./cellBasis";
import { determinant } from "./symmetryOperation";

const steps = [-1, 0, 1];
const directions = steps.flatMap((i) => steps.flatMap((j) => steps.map((k): Vector3 => [i, j, k])));

/**
 * The rotations and reflections that lay a lattice upon itself when its vectors may be off by `tolerance` angstrom, for columns
 * of fractional coordinates.
 *
 * @param lattice on its shortest vectors: there these operations are made of -1, 0 and 1.
 */
export function pointOperations(lattice: Lattice, tolerance: number): Matrix[] {
  const shape = new LatticeShape(lattice, tolerance);
  const images = directions.map((indices) => ({ indices, place: lattice.cartesian(indices) }));
  const [alongA, alongB, alongC] = ([0, 1, 2] as const).map((axis) =>
    images.filter(({ place }) => shape.allows(axis, axis, place, place)),
  );
  const found: Matrix[] = [];
  for (const a of alongA ?? [])
    for (const b of alongB ?? []) {
      if (!shape.allows(0, 1, a.place, b.place)) continue;
      for (const c of alongC ?? []) {
        if (!shape.allows(0, 2, a.place, c.place) || !shape.allows(1, 2, b.place, c.place)) continue;
        const operation = transposed([...a.indices, ...b.indices, ...c.indices]);
        if (Math.abs(determinant(operation)) === 1) found.push(operation);
      }
    }
  return found;
}

/** Whether operations on columns of fractional coordinates all lay the lattice upon itself within `tolerance` angstrom. */
export function arePointOperations(
  lattice: Lattice,
  operations: readonly Matrix[],
  tolerance: number,
): boolean {
  const shape = new LatticeShape(lattice, tolerance);
  return operations.every(([a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0, i = 0]) => {
    const moved = [lattice.cartesian([a, d, g]), lattice.cartesian([b, e, h]), lattice.cartesian([c, f, i])];
    return moved.every((one, axis) => moved.every((other, k) => shape.allows(axis, k, one, other)));
  });
}

/** The products of a lattice's vectors. */
class LatticeShape {
  private readonly products: readonly number[];
  private readonly tolerances: readonly number[];

  constructor({ matrix, parameters: { a, b, c } }: Lattice, tolerance: number) {
    const vectors = [0, 3, 6].map((row): Vector3 => [
      matrix[row] ?? 0,
      matrix[row + 1] ?? 0,
      matrix[row + 2] ?? 0,
    ]);
    this.products = vectors.flatMap((one) => vectors.map((other) => dot(one, other)));
    this.tolerances = [a, b, c].flatMap((one) => [a, b, c].map((other) => tolerance * (one + other)));
  }

  /** Whether the vectors of two axes can become these. */
  allows(axis: number, other: number, moved: Vector3, otherMoved: Vector3): boolean {
    const at = 3 * axis + other;
    return Math.abs(dot(moved, otherMoved) - (this.products[at] ?? 0)) <= (this.tolerances[at] ?? 0);
  }
}
