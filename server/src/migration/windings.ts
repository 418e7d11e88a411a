import type { Vector3 } from "../crystal/lattice";
import { cross, dot } from "../crystal/vector";

/** Whole cells along a, b and c in one number, so that steps add up by adding: up to 511 cells each way. */
export type PackedCells = number;

const base = 1024;

export const packCells = ([i, j, k]: Vector3): PackedCells => (i * base + j) * base + k;

export function unpackCells(packed: PackedCells): Vector3 {
  const k = digit(packed);
  const rest = (packed - k) / base;
  const j = digit(rest);
  return [(rest - j) / base, j, k];
}

/** The last digit of a number whose digits run from -512 to 511. */
function digit(number: number): number {
  const rest = ((number % base) + base) % base;
  return rest < base / 2 ? rest : rest - base;
}

/** Independent ways on which something comes back to itself some cells on. */
export type Windings = readonly Vector3[];

/** The ways with one more, if it is independent of them. */
export function withWinding(windings: Windings, way: Vector3): Windings {
  return isIndependent(windings, way) ? [...windings, way] : windings;
}

export function isIndependent([first, second, third]: Windings, way: Vector3): boolean {
  if (!first) return !isZero(way);
  if (!second) return !isZero(cross(first, way));
  return third === undefined && dot(cross(first, second), way) !== 0;
}

const isZero = (vector: Vector3) => vector.every((component) => component === 0);
