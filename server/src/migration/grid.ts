import type { Lattice, Vector3 } from "../crystal/lattice";
import type { SymmetryOperation } from "../crystal/structure";

/** Points along a, b and c; the point i stands at i/n. */
export type GridShape = readonly [number, number, number];

export const pointCount = ([na, nb, nc]: GridShape): number => na * nb * nc;

/** Fractional coordinates of a point, c running fastest. */
export function pointPosition([na, nb, nc]: GridShape, point: number): Vector3 {
  const row = Math.floor(point / nc);
  return [Math.floor(row / nb) / na, (row % nb) / nb, (point % nc) / nc];
}

/** Denominators of the translations of space groups. */
const denominators = [1, 2, 3, 4, 6, 8, 12];
const closeEnough = 1e-6;
const isWhole = (number: number) => Math.abs(number - Math.round(number)) < closeEnough;

/**
 * The coarsest grid with at most `spacing` angstrom between points that symmetry maps on itself: axes that operations mix have
 * equally many points, and screw axes and glides lead from point to point.
 */
export function gridShape(
  lattice: Lattice,
  operations: readonly SymmetryOperation[],
  spacing: number,
): GridShape {
  const { a, b, c } = lattice.parameters;
  const counts = [a, b, c].map((length, axis) => {
    const multiple = translationMultiple(operations, axis);
    return multiple * Math.ceil(length / spacing / multiple - closeEnough);
  });
  for (const { rotation } of [...operations, ...operations])
    for (let i = 0; i < 3; i++)
      for (let j = 0; j < 3; j++)
        if (rotation[3 * i + j] !== 0) counts[i] = counts[j] = Math.max(counts[i] ?? 1, counts[j] ?? 1);
  const [na = 1, nb = 1, nc = 1] = counts;
  return [na, nb, nc];
}

/** What the points along an axis must be a multiple of for all translations along it. */
function translationMultiple(operations: readonly SymmetryOperation[], axis: number): number {
  return operations.reduce((multiple, { translation }) => {
    const shift = (translation[axis] ?? 0) * multiple;
    return multiple * (denominators.find((denominator) => isWhole(shift * denominator)) ?? 1);
  }, 1);
}

/** A symmetry operation on the indices of grid points: i' = W i + w. */
export interface GridOperation {
  /** Row-major 3 x 3. */
  readonly rotation: readonly number[];
  readonly translation: Vector3;
  readonly operation: SymmetryOperation;
}

/** The operations that map all points of a grid on points; these form a group. */
export function gridOperations(
  operations: readonly SymmetryOperation[],
  shape: GridShape,
): readonly GridOperation[] {
  return operations.flatMap((operation) => {
    const rotation = operation.rotation.map(
      (entry, k) => (entry * (shape[Math.floor(k / 3)] ?? 1)) / (shape[k % 3] ?? 1),
    );
    const [u, v, w] = operation.translation;
    const translation: Vector3 = [u * shape[0], v * shape[1], w * shape[2]];
    if (!rotation.every(isWhole) || !translation.every(isWhole)) return [];
    const [x, y, z] = translation;
    return [
      {
        rotation: rotation.map(Math.round),
        translation: [Math.round(x), Math.round(y), Math.round(z)] as const,
        operation,
      },
    ];
  });
}

/** The point that an operation takes a point to. */
export function imageOfPoint(
  { rotation, translation: [u, v, w] }: GridOperation,
  [na, nb, nc]: GridShape,
  i: number,
  j: number,
  k: number,
): number {
  const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0, l = 0] = rotation;
  const x = modulo(a * i + b * j + c * k + u, na);
  const y = modulo(d * i + e * j + f * k + v, nb);
  const z = modulo(g * i + h * j + l * k + w, nc);
  return (x * nb + y) * nc + z;
}

/** A whole number in [0, count). */
export function modulo(index: number, count: number): number {
  const rest = index % count;
  return rest < 0 ? rest + count : rest;
}
