import type { Lattice } from "../crystal/lattice";
import type { EnergyMap } from "./energyMap";
import { modulo, type GridShape } from "./grid";

/** A surface of triangles. */
export interface Mesh {
  /** Cartesian coordinates of the corners, angstrom, `3 x corners`. */
  readonly positions: Float32Array;
  /** Indices of corners, `3 x triangles`. */
  readonly triangles: Uint32Array;
}

/** Points along an axis of the grid that surfaces are drawn on: finer ones look the same. */
const mostAlong = 64;
/** Electronvolt above the level: walls are higher, and would bend a surface that passes beside them. */
const ceiling = 2;

/**
 * Where the energy of a map has a value, in one unit cell: a net of one corner for each small cell that the surface passes
 * through, the mean of where it cuts the edges (surface nets; Gibson, MERL TR99-24, 1999).
 *
 * @param energy electronvolt, on the scale of the map.
 */
export function isosurface(map: EnergyMap, lattice: Lattice, energy: number): Mesh {
  const samples = new Samples(map, energy);
  const net = new Net(samples.shape);
  const [na, nb, nc] = samples.shape;
  // A layer of small cells around the unit cell: the surface goes on to its faces.
  for (let i = -1; i <= na; i++)
    for (let j = -1; j <= nb; j++) for (let k = -1; k <= nc; k++) net.visit(samples, i, j, k);
  return net.mesh(lattice);
}

/** The map on a coarser grid, as the difference to the level. */
class Samples {
  readonly shape: GridShape;
  private readonly values: Float32Array;

  constructor(map: EnergyMap, level: number) {
    const [na, nb, nc] = map.shape.map((count) => Math.min(count, mostAlong));
    this.shape = [na ?? 1, nb ?? 1, nc ?? 1];
    this.values = resampled(map, this.shape, level);
  }

  /** Of the eight corners of a small cell; the bits of a corner tell along which axes it lies farther. */
  around(i: number, j: number, k: number, into: Float32Array): void {
    const [na, nb, nc] = this.shape;
    const rows = [modulo(i, na) * nb, modulo(i + 1, na) * nb];
    const [near, far] = [modulo(k, nc), modulo(k + 1, nc)];
    for (let corner = 0; corner < 4; corner++) {
      const row = ((rows[corner & 1] ?? 0) + modulo(j + (corner >> 1), nb)) * nc;
      into[corner] = this.values[row + near] ?? 0;
      into[corner + 4] = this.values[row + far] ?? 0;
    }
  }
}

/** By linear interpolation. */
function resampled({ shape, values }: EnergyMap, coarse: GridShape, level: number): Float32Array {
  const [na, nb, nc] = coarse;
  const found = new Float32Array(na * nb * nc);
  const [a, b, c] = [0, 1, 2].map((axis) => stops(coarse[axis] ?? 1, shape[axis] ?? 1));
  if (!a || !b || !c) return found;
  const [, mb, mc] = shape;
  let point = 0;
  for (const x of a)
    for (const y of b)
      for (const z of c) {
        let sum = 0;
        for (const [i, p] of x)
          for (const [j, q] of y)
            for (const [k, r] of z)
              sum += p * q * r * Math.min(ceiling, (values[(i * mb + j) * mc + k] ?? 0) - level);
        found[point++] = sum;
      }
  return found;
}

/** Where the points of a coarse axis lie on a fine one: the points around each, with their weights. */
function stops(coarse: number, fine: number): (readonly (readonly [number, number])[])[] {
  return Array.from({ length: coarse }, (_, i) => {
    const place = (i * fine) / coarse;
    const [low, share] = [Math.floor(place), place - Math.floor(place)];
    return share === 0
      ? [[low, 1] as const]
      : [[low, 1 - share] as const, [(low + 1) % fine, share] as const];
  });
}

/** The edges of a small cell, from corner to corner; a corner has a bit for each axis along which it lies farther. */
const edges = [0, 1, 2].flatMap((axis) =>
  [0, 1, 2, 3, 4, 5, 6, 7]
    .filter((corner) => (corner & (1 << axis)) === 0)
    .map((corner) => [corner, corner | (1 << axis)] as const),
);

class Net {
  /** Fractional coordinates. */
  private readonly corners: number[] = [];
  private readonly triangles: number[] = [];
  /** The corner in each small cell, from 1. */
  private readonly cornerOf: Int32Array;
  private readonly strides: readonly [number, number, number];
  private readonly values = new Float32Array(8);

  constructor(private readonly shape: GridShape) {
    const [na, nb, nc] = shape;
    this.strides = [(nb + 2) * (nc + 2), nc + 2, 1];
    this.cornerOf = new Int32Array((na + 2) * this.strides[0]);
  }

  /** Small cells are visited in order, so that those before are known. */
  visit(samples: Samples, i: number, j: number, k: number): void {
    samples.around(i, j, k, this.values);
    let inside = 0;
    for (let corner = 0; corner < 8; corner++) if ((this.values[corner] ?? 0) < 0) inside |= 1 << corner;
    if (inside === 0 || inside === 255) return;
    const place = (i + 1) * this.strides[0] + (j + 1) * this.strides[1] + k + 1;
    this.addCorner(place, i, j, k);
    for (let axis = 0; axis < 3; axis++) this.addFaces(axis, place, [i, j, k], inside);
  }

  private addCorner(place: number, i: number, j: number, k: number): void {
    const sum = [0, 0, 0];
    let cuts = 0;
    for (const [one, other] of edges) {
      const [start = 0, end = 0] = [this.values[one], this.values[other]];
      if (start < 0 === end < 0) continue;
      const share = start / (start - end);
      for (let axis = 0; axis < 3; axis++) {
        const [from, to] = [(one >> axis) & 1, (other >> axis) & 1];
        sum[axis] = (sum[axis] ?? 0) + from + share * (to - from);
      }
      cuts++;
    }
    [i, j, k].forEach((index, axis) => {
      const coordinate = (index + (sum[axis] ?? 0) / cuts) / (this.shape[axis] ?? 1);
      this.corners.push(Math.min(1, Math.max(0, coordinate)));
    });
    this.cornerOf[place] = this.corners.length / 3;
  }

  /** About the edge along an axis from the first corner of a small cell, where the surface cuts it. */
  private addFaces(axis: number, place: number, indices: readonly number[], inside: number): void {
    const isInside = (inside & 1) !== 0;
    if (isInside === ((inside >> (1 << axis)) & 1) > 0) return;
    const [one, other] = [(axis + 1) % 3, (axis + 2) % 3];
    if ((indices[one] ?? -1) < 0 || (indices[other] ?? -1) < 0) return;
    const [stride = 0, otherStride = 0] = [this.strides[one], this.strides[other]];
    const quad = [place, place - stride, place - stride - otherStride, place - otherStride].map(
      (cell) => (this.cornerOf[cell] ?? 0) - 1,
    );
    if (!isInside) quad.reverse();
    const [a = 0, b = 0, c = 0, d = 0] = quad;
    this.triangles.push(a, b, c, a, c, d);
  }

  mesh(lattice: Lattice): Mesh {
    const positions = new Float32Array(this.corners.length);
    for (let k = 0; k < positions.length; k += 3) {
      const place = [this.corners[k] ?? 0, this.corners[k + 1] ?? 0, this.corners[k + 2] ?? 0] as const;
      positions.set(lattice.cartesian(place), k);
    }
    return { positions, triangles: Uint32Array.from(this.triangles) };
  }
}
