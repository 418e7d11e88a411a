import type { Lattice, Vector3 } from "../lattice";
import { difference, sum } from "../vector";

/** Gives lengths of fractional differences without turning them into angstrom first. */
export class MetricTensor {
  private readonly aa: number;
  private readonly bb: number;
  private readonly cc: number;
  private readonly ab: number;
  private readonly ac: number;
  private readonly bc: number;

  constructor({ parameters: { a, b, c }, matrix }: Lattice) {
    const [ax = 0, , , bx = 0, by = 0, , cx = 0, cy = 0] = matrix;
    this.aa = a * a;
    this.bb = b * b;
    this.cc = c * c;
    this.ab = 2 * ax * bx;
    this.ac = 2 * ax * cx;
    this.bc = 2 * (bx * cx + by * cy);
  }

  /** Angstrom squared. */
  squaredLength(x: number, y: number, z: number): number {
    return (
      x * x * this.aa +
      y * y * this.bb +
      z * z * this.cc +
      x * y * this.ab +
      x * z * this.ac +
      y * z * this.bc
    );
  }
}

/** A difference of coordinates to the nearest periodic image. */
export const nearest = (difference: number) => difference - Math.round(difference);

/** The difference of two places to the nearest periodic image along each axis, in fractional coordinates. */
export function nearestDifference(one: Vector3, other: Vector3): Vector3 {
  const [x, y, z] = difference(one, other);
  return [nearest(x), nearest(y), nearest(z)];
}

/** The image of a place that is nearest to another along each axis, in fractional coordinates. */
export const nearestImage = (place: Vector3, to: Vector3): Vector3 => sum(to, nearestDifference(place, to));

/** A coordinate in [0, 1); what is a rounding error below 1 is 0. */
export function wrapped(coordinate: number): number {
  const fraction = coordinate - Math.floor(coordinate);
  return fraction > 1 - 1e-9 || fraction < 1e-9 ? 0 : fraction;
}

/** The edges of a cell and the diagonals of its faces, which have all of its lengths and angles. */
export const edgesAndDiagonals: readonly Vector3[] = [
  [1, 0, 0],
  [0, 1, 0],
  [0, 0, 1],
  [1, 1, 0],
  [1, 0, 1],
  [0, 1, 1],
];
