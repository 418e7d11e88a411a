import type { Lattice, Vector3 } from "../lattice";
import { MetricTensor, nearest } from "./metricTensor";

/** Angstrom. */
const finestBin = 0.1;
/** A prime, so that bins that share a place are far apart. */
const places = 1021;

/**
 * Finds the orbit that has a site at a position: fractional coordinates in bins so small that not even a heap of sites puts
 * many into one.
 */
export class SiteIndex {
  private readonly metric: MetricTensor;
  private readonly shape: readonly [number, number, number];
  private readonly margin: readonly [number, number, number];
  /** For each bin the last site that was added to it, -1 for none; far bins share one. */
  private readonly lastInBin = new Int32Array(places).fill(-1);
  /** For each site the one that was added before it to its bin. */
  private readonly before: number[] = [];
  private readonly coordinates: number[] = [];
  private readonly owners: number[] = [];

  /** @param tolerance angstrom: sites closer than this are one. */
  constructor(
    lattice: Lattice,
    private readonly tolerance: number,
  ) {
    this.metric = new MetricTensor(lattice);
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
      this.before.push(this.lastInBin[bin % places] ?? -1);
      this.lastInBin[bin % places] = site;
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
          let site = this.lastInBin[bin % places] ?? -1;
          for (; site >= 0; site = this.before[site] ?? -1)
            if (this.isAt(site, x, y, z)) return this.owners[site];
        }
    return undefined;
  }

  private isAt(site: number, x: number, y: number, z: number): boolean {
    const dx = nearest(x - (this.coordinates[3 * site] ?? 0));
    const dy = nearest(y - (this.coordinates[3 * site + 1] ?? 0));
    const dz = nearest(z - (this.coordinates[3 * site + 2] ?? 0));
    return this.metric.squaredLength(dx, dy, dz) < this.tolerance * this.tolerance;
  }
}
