import type { Vector3 } from "../crystal/lattice";
import { fusedDot, rowTimesMatrix } from "./fusedArithmetic";
import type { PlacedCell } from "./jarvisCell";

/** A box of whole cells, about 10 angstrom wide, with every pair of its atoms bonded once at most. */
export interface BoxBonds {
  /** How often each site of the cell is in the box; atoms of one site follow each other. */
  readonly copies: number;
  /** Sites of each orbit of the cell. */
  readonly multiplicities: readonly number[];
  /** Bonds shorter than this are all there, angstrom. */
  readonly complete: number;
  /** Sites with a bond that goes half through the box, as long one way as the other: which way hangs on the copy. */
  readonly halfway: ReadonlySet<number>;
  /** The bonds of atom `i` are the entries `offsets[i]` to `offsets[i + 1] - 1`. */
  readonly offsets: Uint32Array;
  /** The atom at the other end of each bond. */
  readonly ends: Uint32Array;
  /** Angstrom. */
  readonly lengths: Float64Array;
  /** From each atom to the other end, angstrom; `3 x bonds`. */
  readonly vectors: Float64Array;
}

/** Angstrom: how wide a box is at least, by the largest component of its vectors, and how short no bond is. */
const [boxWidth, shortest] = [10, 0.1];

/** How often the cell is in the box along each axis. */
export function boxShape({ matrix }: PlacedCell): Vector3 {
  const repeats = (row: number) =>
    Math.floor(boxWidth / Math.max(...matrix.slice(3 * row, 3 * row + 3).map(Math.abs))) + 1;
  return [repeats(0), repeats(1), repeats(2)];
}

/** More pairs than these in a box mean that the cell is no crystal. */
const mostPairs = 1e6;

/**
 * The pairs of atoms in the box within the cutoff, each by the image that is less than half the box away along its axes.
 *
 * Rounding is that of the published code on common processors: where three atoms are in a line, the last digits decide
 * between 180 degrees and what it has in place of it, and of dihedral angles they are all there is.
 *
 * `undefined` where the box is too full.
 */
export function boxBonds(cell: PlacedCell, cutoff: number): BoxBonds | undefined {
  const shape = boxShape(cell);
  const copies = shape[0] * shape[1] * shape[2];
  const pairs = new Pairs(cell.positions.length * copies);
  const halfway = new Set<number>();
  eachPair(cell, shape, cutoff, (one, other, between, vector) => {
    const length = Math.sqrt(fusedDot(...vector, ...vector));
    if (!(length < cutoff && length >= shortest)) return;
    if (pairs.count > mostPairs) return;
    pairs.add(one, other, length, vector);
    if (between.some(isHalf)) for (const atom of [one, other]) halfway.add(Math.floor(atom / copies));
  });
  if (pairs.count > mostPairs) return undefined;
  const heights = cell.structure.lattice.heights().map((height, axis) => height * (shape[axis] ?? 1));
  return {
    copies,
    multiplicities: cell.structure.orbits.map(({ multiplicity }) => multiplicity),
    complete: Math.min(...heights) / 2,
    halfway,
    ...pairs.rows(),
  };
}

const isHalf = (difference: number) => Math.abs(Math.abs(difference) - 0.5) < 1e-9;

/** Calls with each pair of atoms that may be within the cutoff, and what is from the second to the first. */
function eachPair(
  cell: PlacedCell,
  shape: Vector3,
  cutoff: number,
  call: (one: number, other: number, between: Vector3, vector: Vector3) => void,
): void {
  const matrix = cell.matrix.map((component, i) => (shape[Math.floor(i / 3)] ?? 1) * component);
  const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0, i = 0] = matrix;
  const atoms = Float64Array.from(cell.positions.flatMap((position) => copiesOf(position, shape)));
  const farthest = (cutoff + 1e-6) ** 2;
  for (let one = 0; 3 * one < atoms.length; one++) {
    const [x = 0, y = 0, z = 0] = atoms.subarray(3 * one, 3 * one + 3);
    for (let other = one + 1; 3 * other < atoms.length; other++) {
      const u = nearest(x - (atoms[3 * other] ?? 0));
      const v = nearest(y - (atoms[3 * other + 1] ?? 0));
      const w = nearest(z - (atoms[3 * other + 2] ?? 0));
      const square =
        (u * a + v * d + w * g) ** 2 + (u * b + v * e + w * h) ** 2 + (u * c + v * f + w * i) ** 2;
      if (square < farthest) call(one, other, [u, v, w], rowTimesMatrix([u, v, w], matrix));
    }
  }
}

function copiesOf([x, y, z]: Vector3, [nx, ny, nz]: Vector3): number[] {
  const copies: number[] = [];
  for (let i = 0; i < nx; i++)
    for (let j = 0; j < ny; j++)
      for (let k = 0; k < nz; k++) copies.push((x + i) / nx, (y + j) / ny, (z + k) / nz);
  return copies;
}

const nearest = (difference: number) =>
  Math.abs(difference) >= 0.5 ? difference - Math.sign(difference) : difference;

/** Collects pairs, and lists them by atom. */
class Pairs {
  private readonly degrees: Uint32Array;
  private readonly found: number[] = [];

  constructor(private readonly atoms: number) {
    this.degrees = new Uint32Array(atoms);
  }

  get count(): number {
    return this.found.length / 6;
  }

  /** @param vector from the second to the first. */
  add(one: number, other: number, length: number, [x, y, z]: Vector3): void {
    this.found.push(one, other, length, x, y, z);
    for (const atom of [one, other]) this.degrees[atom] = (this.degrees[atom] ?? 0) + 1;
  }

  rows(): Pick<BoxBonds, "offsets" | "ends" | "lengths" | "vectors"> {
    const offsets = new Uint32Array(this.atoms + 1);
    for (let i = 0; i < this.atoms; i++) offsets[i + 1] = (offsets[i] ?? 0) + (this.degrees[i] ?? 0);
    const bonds = this.found.length / 3;
    const [ends, lengths] = [new Uint32Array(bonds), new Float64Array(bonds)];
    const vectors = new Float64Array(3 * bonds);
    const next = offsets.slice();
    const place = (pair: number, atom: number, end: number, sign: number) => {
      const bond = next[atom] ?? 0;
      next[atom] = bond + 1;
      ends[bond] = end;
      lengths[bond] = this.found[pair + 2] ?? 0;
      for (let k = 0; k < 3; k++) vectors[3 * bond + k] = sign * (this.found[pair + 3 + k] ?? 0);
    };
    for (let pair = 0; pair < this.found.length; pair += 6) {
      const [one, other] = [this.found[pair] ?? 0, this.found[pair + 1] ?? 0];
      place(pair, one, other, -1);
      place(pair, other, one, 1);
    }
    return { offsets, ends, lengths, vectors };
  }
}

/**
 * How many atoms of the box are alike the first of each site, to rounding, and told by it: 0 where they are told by that of
 * another site, `undefined` where the atoms of the site differ.
 */
export function atomsAlike(bonds: BoxBonds, cutoff: number): (number | undefined)[] {
  const { copies, multiplicities, complete, halfway } = bonds;
  if (cutoff < complete)
    return multiplicities.flatMap((count) =>
      Array.from({ length: count }, (_, k) => (k === 0 ? count * copies : 0)),
    );
  const sites = multiplicities.reduce((sum, count) => sum + count, 0);
  return Array.from({ length: sites }, (_, site) => (halfway.has(site) ? undefined : copies));
}

/** Whether the atoms of each site have the same bonds, to rounding. */
export function areCopiesAlike({ complete, halfway }: BoxBonds, cutoff: number): boolean {
  return cutoff < complete || halfway.size === 0;
}

/** As many angles as there are at most, or dihedral angles about bonds shorter than a cutoff if these are more. */
export function mostAnglesIn({ offsets, lengths }: BoxBonds, cutoff: number): number {
  let [angles, dihedrals] = [0, 0];
  for (let atom = 0; atom + 1 < offsets.length; atom++) {
    const own = lengths.subarray(offsets[atom], offsets[atom + 1]);
    const short = own.reduce((count, length) => count + (length < cutoff ? 1 : 0), 0);
    angles += own.length ** 2 / 2;
    dihedrals += short ** 3 / 2;
  }
  return Math.max(angles, dihedrals);
}

/** The bonds of an atom that are shorter than a cutoff; arrays may be longer than their count. */
export interface NearBonds {
  readonly count: number;
  readonly ends: Uint32Array;
  /** Angstrom, as are the components of the vectors to the other ends. */
  readonly lengths: Float64Array;
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly z: Float64Array;
}

export function nearBonds(bonds: BoxBonds, atom: number, cutoff: number): NearBonds {
  const [start, end] = [bonds.offsets[atom] ?? 0, bonds.offsets[atom + 1] ?? 0];
  const most = end - start;
  const [ends, lengths] = [new Uint32Array(most), new Float64Array(most)];
  const [x, y, z] = [new Float64Array(most), new Float64Array(most), new Float64Array(most)];
  let count = 0;
  for (let bond = start; bond < end; bond++) {
    const length = bonds.lengths[bond] ?? 0;
    if (length >= cutoff) continue;
    ends[count] = bonds.ends[bond] ?? 0;
    lengths[count] = length;
    x[count] = bonds.vectors[3 * bond] ?? 0;
    y[count] = bonds.vectors[3 * bond + 1] ?? 0;
    z[count] = bonds.vectors[3 * bond + 2] ?? 0;
    count++;
  }
  return { count, ends: ends.subarray(0, count), lengths, x, y, z };
}

export function vectorTo({ x, y, z }: NearBonds, bond: number): Vector3 {
  return [x[bond] ?? 0, y[bond] ?? 0, z[bond] ?? 0];
}
