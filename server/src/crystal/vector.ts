import type { Vector3 } from "./lattice";

export const sum = ([x, y, z]: Vector3, [u, v, w]: Vector3): Vector3 => [x + u, y + v, z + w];
export const difference = ([x, y, z]: Vector3, [u, v, w]: Vector3): Vector3 => [x - u, y - v, z - w];

/** Of vectors in Cartesian coordinates, as is {@link cross}. */
export const dot = ([x, y, z]: Vector3, [u, v, w]: Vector3): number => x * u + y * v + z * w;
export const cross = ([x, y, z]: Vector3, [u, v, w]: Vector3): Vector3 => [
  y * w - z * v,
  z * u - x * w,
  x * v - y * u,
];
