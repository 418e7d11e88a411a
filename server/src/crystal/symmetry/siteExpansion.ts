import type { Lattice, Vector3 } from "../lattice";
import type { SymmetryOperation } from "../structure";

/** Images of one site closer than this, in angstrom, are the same: the site lies on a special position. */
const specialPositionTolerance = 0.02;

/** Applies the operations of a crystal to positions, and keeps what is distinct. */
export class SiteExpansion {
  private readonly count: number;
  /** 12 numbers an operation: rotation row-major, then translation. */
  private readonly operations: Float64Array;
  /** Metric tensor, angstrom squared: aa, bb, cc, 2ab, 2ac, 2bc. */
  private readonly metric: Float64Array;
  /** No difference with a larger fractional coordinate is shorter than the tolerance. */
  private readonly reach: readonly [number, number, number];

  constructor(lattice: Lattice, operations: readonly SymmetryOperation[]) {
    this.count = operations.length;
    this.operations = new Float64Array(12 * operations.length);
    operations.forEach(({ rotation, translation }, k) => {
      this.operations.set(rotation, 12 * k);
      this.operations.set(translation, 12 * k + 9);
    });
    this.metric = metricTensor(lattice);
    const [ha, hb, hc] = lattice.heights();
    const tolerance = specialPositionTolerance;
    this.reach = [tolerance / ha, tolerance / hb, tolerance / hc];
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
    const image = new Float64Array(3);
    let [u, v, w, order] = [0, 0, 0, 0];
    for (let k = 0; k < this.count; k++) {
      image3(operations, 12 * k, x, y, z, image);
      const dx = nearest((image[0] ?? 0) - x);
      const dy = nearest((image[1] ?? 0) - y);
      const dz = nearest((image[2] ?? 0) - z);
      if (!this.isNear(dx, dy, dz)) continue;
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
    const { operations } = this;
    const found = new Float64Array(3 * (this.count + 1));
    found[0] = wrapped(x);
    found[1] = wrapped(y);
    found[2] = wrapped(z);
    let length = 3;
    const image = new Float64Array(3);
    for (let k = 0; k < this.count; k++) {
      image3(operations, 12 * k, x, y, z, image);
      const [u = 0, v = 0, w = 0] = image;
      if (this.isAmong(found, length, u, v, w)) continue;
      found[length] = wrapped(u);
      found[length + 1] = wrapped(v);
      found[length + 2] = wrapped(w);
      length += 3;
    }
    return found.slice(0, length);
  }

  private isAmong(found: Float64Array, length: number, x: number, y: number, z: number): boolean {
    const [reach] = this.reach;
    for (let k = 0; k < length; k += 3) {
      const dx = nearest(x - (found[k] ?? 0));
      if (dx > reach || dx < -reach) continue;
      if (this.isNear(dx, nearest(y - (found[k + 1] ?? 0)), nearest(z - (found[k + 2] ?? 0)))) return true;
    }
    return false;
  }

  private isNear(dx: number, dy: number, dz: number): boolean {
    const [ra, rb, rc] = this.reach;
    if (Math.abs(dx) > ra || Math.abs(dy) > rb || Math.abs(dz) > rc) return false;
    return squaredLength(this.metric, dx, dy, dz) < specialPositionTolerance * specialPositionTolerance;
  }
}

/** Angstrom. */
const finestBin = 0.1;

/**
 * Finds the orbit that has a site at a position: fractional coordinates in bins so small that not even a heap of sites puts
 * many into one.
 */
export class SiteIndex {
  private readonly metric: Float64Array;
  private readonly shape: readonly [number, number, number];
  private readonly margin: readonly [number, number, number];
  private readonly bins = new Map<number, number[]>();
  private readonly coordinates: number[] = [];
  private readonly owners: number[] = [];

  /** @param tolerance angstrom: sites closer than this are one. */
  constructor(
    lattice: Lattice,
    private readonly tolerance: number,
  ) {
    this.metric = metricTensor(lattice);
    const heights = lattice.heights();
    const edge = Math.max(finestBin, 2 * tolerance);
    const bins = (height: number) => Math.max(1, Math.floor(height / edge));
    this.shape = [bins(heights[0]), bins(heights[1]), bins(heights[2])];
    this.margin = [tolerance / heights[0], tolerance / heights[1], tolerance / heights[2]];
  }

  /** Adds all sites of an orbit. */
  add(images: Float64Array, owner: number): void {
    const [nx, ny, nz] = this.shape;
    for (let k = 0; k < images.length; k += 3) {
      const [x, y, z] = [images[k] ?? 0, images[k + 1] ?? 0, images[k + 2] ?? 0];
      const bin = (Math.floor(x * nx) * ny + Math.floor(y * ny)) * nz + Math.floor(z * nz);
      const site = this.owners.push(owner) - 1;
      this.coordinates.push(x, y, z);
      const sites = this.bins.get(bin);
      if (sites) sites.push(site);
      else this.bins.set(bin, [site]);
    }
  }

  /** The orbit with a site at this position, coordinates in [0, 1); `undefined` where there is none. */
  find([x, y, z]: Vector3): number | undefined {
    const [nx, ny, nz] = this.shape;
    const [mx, my, mz] = this.margin;
    for (let i = Math.floor((x - mx) * nx); i <= Math.floor((x + mx) * nx); i++)
      for (let j = Math.floor((y - my) * ny); j <= Math.floor((y + my) * ny); j++)
        for (let k = Math.floor((z - mz) * nz); k <= Math.floor((z + mz) * nz); k++) {
          const bin = (((i + nx) % nx) * ny + ((j + ny) % ny)) * nz + ((k + nz) % nz);
          const site = this.bins.get(bin)?.find((candidate) => this.isAt(candidate, x, y, z));
          if (site !== undefined) return this.owners[site];
        }
    return undefined;
  }

  private isAt(site: number, x: number, y: number, z: number): boolean {
    const dx = nearest(x - (this.coordinates[3 * site] ?? 0));
    const dy = nearest(y - (this.coordinates[3 * site + 1] ?? 0));
    const dz = nearest(z - (this.coordinates[3 * site + 2] ?? 0));
    return squaredLength(this.metric, dx, dy, dz) < this.tolerance * this.tolerance;
  }
}

function image3(
  operations: Float64Array,
  at: number,
  x: number,
  y: number,
  z: number,
  image: Float64Array,
): void {
  for (let i = 0; i < 3; i++) {
    const row = at + 3 * i;
    image[i] =
      (operations[row] ?? 0) * x +
      (operations[row + 1] ?? 0) * y +
      (operations[row + 2] ?? 0) * z +
      (operations[at + 9 + i] ?? 0);
  }
}

/** A coordinate in [0, 1); what is a rounding error below 1 is 0. */
export function wrapped(coordinate: number): number {
  const fraction = coordinate - Math.floor(coordinate);
  return fraction > 1 - 1e-9 || fraction < 1e-9 ? 0 : fraction;
}

const nearest = (difference: number) => difference - Math.round(difference);

function metricTensor({ parameters, matrix }: Lattice): Float64Array {
  const { a, b, c } = parameters;
  const [ax = 0, , , bx = 0, by = 0, , cx = 0, cy = 0] = matrix;
  return Float64Array.of(a * a, b * b, c * c, 2 * ax * bx, 2 * ax * cx, 2 * (bx * cx + by * cy));
}

function squaredLength(metric: Float64Array, x: number, y: number, z: number): number {
  const [aa = 0, bb = 0, cc = 0, ab = 0, ac = 0, bc = 0] = metric;
  return x * x * aa + y * y * bb + z * z * cc + x * y * ab + x * z * ac + y * z * bc;
}
