import type { Lattice, Vector3 } from "../lattice";
import type { SymmetryOperation } from "../structure";
import { MetricTensor, nearest, wrapped } from "./metricTensor";

/** Images of one site closer than this, in angstrom, are the same: the site lies on a special position. */
const specialPositionTolerance = 0.02;

/** Applies the operations of a crystal to positions, and keeps what is distinct. */
export class SiteExpansion {
  private readonly operations: Float64Array;
  private readonly metric: MetricTensor;
  /** No difference with a larger fractional coordinate is shorter than the tolerance. */
  private readonly reach: Vector3;
  private readonly found: DistinctImages;

  constructor(lattice: Lattice, operations: readonly SymmetryOperation[]) {
    this.operations = packed(operations);
    this.metric = new MetricTensor(lattice);
    const [ha, hb, hc] = lattice.heights();
    const tolerance = specialPositionTolerance;
    this.reach = [tolerance / ha, tolerance / hb, tolerance / hc];
    this.found = new DistinctImages(operations.length + 1, this.metric, this.reach);
  }

  /**
   * The position, moved onto the special position that it lies within 0.02 angstrom of: the mean of its images there.
   * `thirds`, when given, is taken instead where more operations leave it in place.
   */
  special(position: Vector3, thirds?: Vector3): Vector3 {
    const [mean, order] = this.meanOfNearImages(position);
    if (thirds) {
      const [exact, exactOrder] = this.meanOfNearImages(thirds);
      if (exactOrder > order) return this.settled(exact, exactOrder);
    }
    return this.settled(mean, order);
  }

  private settled(position: Vector3, order: number): Vector3 {
    let [current, currentOrder] = [position, order];
    for (let round = 0; round < 4 && currentOrder > 1; round++) {
      const [mean, next] = this.meanOfNearImages(current);
      [current, currentOrder] = [mean, next];
      if (next === order) break;
    }
    return current;
  }

  private meanOfNearImages([x, y, z]: Vector3): [Vector3, number] {
    const { operations } = this;
    const [ra, rb, rc] = this.reach;
    let [u, v, w, order] = [0, 0, 0, 0];
    for (let at = 0; at < operations.length; at += 12) {
      const dx = nearest(coordinate(operations, at, x, y, z) - x);
      if (Math.abs(dx) > ra) continue;
      const dy = nearest(coordinate(operations, at + 4, x, y, z) - y);
      if (Math.abs(dy) > rb) continue;
      const dz = nearest(coordinate(operations, at + 8, x, y, z) - z);
      if (Math.abs(dz) > rc || !isNear(this.metric, dx, dy, dz)) continue;
      u += dx;
      v += dy;
      w += dz;
      order++;
    }
    if (order === 0) return [[x, y, z], 1];
    return [[x + u / order, y + v / order, z + w / order], order];
  }

  /** The distinct images of a position, fractional coordinates in [0, 1), the position itself first. */
  images([x, y, z]: Vector3): Float64Array {
    const { operations, found } = this;
    found.clear();
    found.add(wrapped(x), wrapped(y), wrapped(z));
    for (let at = 0; at < operations.length; at += 12)
      found.add(
        wrapped(coordinate(operations, at, x, y, z)),
        wrapped(coordinate(operations, at + 4, x, y, z)),
        wrapped(coordinate(operations, at + 8, x, y, z)),
      );
    return found.coordinates();
  }
}

/** A power of two. */
const bins = 64;

/** Positions in [0, 1) that are no images of each other, binned by their first coordinate. */
class DistinctImages {
  private readonly found: Float64Array;
  private readonly lastInBin = new Int16Array(bins);
  /** For each image the one that was found before it in its bin, -1 for none. */
  private readonly before: Int16Array;
  private count = 0;

  constructor(
    capacity: number,
    private readonly metric: MetricTensor,
    private readonly reach: Vector3,
  ) {
    this.found = new Float64Array(3 * capacity);
    this.before = new Int16Array(capacity);
  }

  clear(): void {
    this.count = 0;
    this.lastInBin.fill(-1);
  }

  /** Adds a position, unless it is there. */
  add(x: number, y: number, z: number): void {
    if (this.has(x, y, z)) return;
    const bin = Math.floor(x * bins);
    this.before[this.count] = this.lastInBin[bin] ?? -1;
    this.lastInBin[bin] = this.count;
    this.found[3 * this.count] = x;
    this.found[3 * this.count + 1] = y;
    this.found[3 * this.count + 2] = z;
    this.count++;
  }

  private has(x: number, y: number, z: number): boolean {
    const [ra, rb, rc] = this.reach;
    const last = Math.floor((x + ra) * bins);
    for (let bin = Math.floor((x - ra) * bins); bin <= last; bin++) {
      let image = this.lastInBin[bin & (bins - 1)] ?? -1;
      for (; image >= 0; image = this.before[image] ?? -1) {
        const dx = nearest(x - (this.found[3 * image] ?? 0));
        if (Math.abs(dx) > ra) continue;
        const dy = nearest(y - (this.found[3 * image + 1] ?? 0));
        if (Math.abs(dy) > rb) continue;
        const dz = nearest(z - (this.found[3 * image + 2] ?? 0));
        if (Math.abs(dz) < rc && isNear(this.metric, dx, dy, dz)) return true;
      }
    }
    return false;
  }

  coordinates(): Float64Array {
    return this.found.slice(0, 3 * this.count);
  }
}

function isNear(metric: MetricTensor, dx: number, dy: number, dz: number): boolean {
  return metric.squaredLength(dx, dy, dz) < specialPositionTolerance * specialPositionTolerance;
}

const packedLists = new WeakMap<readonly SymmetryOperation[], Float64Array>();

/** 12 numbers an operation: for each coordinate its row of the rotation, then its translation. */
function packed(operations: readonly SymmetryOperation[]): Float64Array {
  const known = packedLists.get(operations);
  if (known) return known;
  const list = new Float64Array(12 * operations.length);
  operations.forEach(({ rotation, translation }, k) => {
    for (let row = 0; row < 3; row++) {
      for (let column = 0; column < 3; column++)
        list[12 * k + 4 * row + column] = rotation[3 * row + column] ?? 0;
      list[12 * k + 4 * row + 3] = translation[row] ?? 0;
    }
  });
  packedLists.set(operations, list);
  return list;
}

function coordinate(operations: Float64Array, at: number, x: number, y: number, z: number): number {
  return (
    (operations[at] ?? 0) * x +
    (operations[at + 1] ?? 0) * y +
    (operations[at + 2] ?? 0) * z +
    (operations[at + 3] ?? 0)
  );
}
