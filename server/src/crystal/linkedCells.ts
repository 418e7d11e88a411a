import type { Lattice, Vector3 } from "./lattice";
import type { FoundNeighbours } from "./pairBuffers";
import { siteCount, type Sites } from "./structure";
import { cross, dot } from "./vector";

/** Rounding allowance on the cutoff, as pymatgen's; a pair closer than this is a site and itself. */
const tolerance = 1e-8;
/** Angstrom by which the borders of bins may be off by rounding. */
const slack = 1e-6;

/** The sites of a cell in bins no thinner than half a cutoff, so that what is within the cutoff is found in a few of them. */
export class LinkedCells {
  private readonly lattice: Lattice;
  /** Bins along each axis. */
  private readonly shape: readonly [number, number, number];
  private readonly edges: Edges;
  /** First site of each bin, then the next site of each site; -1 ends the chain. */
  private readonly head: Int32Array;
  private readonly next: Int32Array;
  private readonly positions: Float64Array;
  private readonly orbitOf: Uint32Array;

  constructor(
    structure: Sites,
    private readonly cutoff: number,
  ) {
    this.lattice = structure.lattice;
    const sites = siteCount(structure);
    const most = Math.max(1, Math.ceil(Math.cbrt(sites)));
    const heights = structure.lattice.heights();
    const bins = (height: number) => Math.min(most, Math.max(1, Math.floor((2 * height) / cutoff)));
    this.shape = [bins(heights[0]), bins(heights[1]), bins(heights[2])];
    this.edges = edgesOf(structure.lattice);
    this.head = new Int32Array(this.shape[0] * this.shape[1] * this.shape[2]).fill(-1);
    this.next = new Int32Array(sites);
    this.positions = new Float64Array(3 * sites);
    this.orbitOf = new Uint32Array(sites);
    this.fill(structure);
  }

  private fill(structure: Sites): void {
    let site = 0;
    structure.orbits.forEach(({ images, multiplicity }, orbit) => {
      this.positions.set(images, 3 * site);
      for (let k = 0; k < multiplicity; k++, site++) {
        this.orbitOf[site] = orbit;
        const bin = this.binOf(images, 3 * k);
        this.next[site] = this.head[bin] ?? -1;
        this.head[bin] = site;
      }
    });
  }

  private binAlong(axis: 0 | 1 | 2, coordinate: number): number {
    return Math.min(this.shape[axis] - 1, Math.max(0, Math.floor(coordinate * this.shape[axis])));
  }

  private binOf(coordinates: Float64Array, at: number): number {
    const x = this.binAlong(0, coordinates[at] ?? 0);
    const y = this.binAlong(1, coordinates[at + 1] ?? 0);
    const z = this.binAlong(2, coordinates[at + 2] ?? 0);
    return (x * this.shape[1] + y) * this.shape[2] + z;
  }

  /** Adds the neighbours of the first position in `images`. */
  visit(images: Float64Array, found: FoundNeighbours): void {
    const [x = 0] = images;
    const [nx] = this.shape;
    const { a } = this.edges;
    const radius = this.cutoff + slack;
    const last = Math.floor((radius / a[2] + x) * nx);
    for (let i = Math.floor((-radius / a[2] + x) * nx); i <= last; i++) {
      const [near, far] = [i / nx - x, (i + 1) / nx - x];
      const disc = radiusOfCut(radius, near * a[2], far * a[2]);
      this.visitLayer(
        images,
        i,
        disc,
        ordered(near * a[0], far * a[0]),
        ordered(near * a[1], far * a[1]),
        found,
      );
    }
  }

  /** The bins of one step along a: a disc of the sphere, moved along c and across it by what a itself gives. */
  private visitLayer(
    images: Float64Array,
    i: number,
    disc: number,
    along: Span,
    across: Span,
    found: FoundNeighbours,
  ): void {
    const [x = 0, y = 0, z = 0] = images;
    const [nx, ny, nz] = this.shape;
    const { b, c } = this.edges;
    const shiftX = Math.floor(i / nx);
    const lastJ = Math.floor(((disc - across[0]) / b[1] + y) * ny);
    for (let j = Math.floor(((-disc - across[1]) / b[1] + y) * ny); j <= lastJ; j++) {
      const [near, far] = [j / ny - y, (j + 1) / ny - y];
      const half = radiusOfCut(disc, across[0] + near * b[1], across[1] + far * b[1]);
      const [low, high] = ordered(near * b[0], far * b[0]);
      const shiftY = Math.floor(j / ny);
      const row = ((i - shiftX * nx) * ny + (j - shiftY * ny)) * nz;
      const lastK = Math.floor(((half - along[0] - low) / c + z) * nz);
      for (let k = Math.floor(((-half - along[1] - high) / c + z) * nz); k <= lastK; k++) {
        const shiftZ = Math.floor(k / nz);
        this.visitBin(row + k - shiftZ * nz, shiftX - x, shiftY - y, shiftZ - z, found);
      }
    }
  }

  private visitBin(bin: number, dx: number, dy: number, dz: number, found: FoundNeighbours): void {
    const { positions, next, orbitOf } = this;
    const [ax = 0, , , bx = 0, by = 0, , cx = 0, cy = 0, cz = 0] = this.lattice.matrix;
    const farthest = this.cutoff + tolerance;
    for (let site = this.head[bin] ?? -1; site >= 0; site = next[site] ?? -1) {
      const u = (positions[3 * site] ?? 0) + dx;
      const v = (positions[3 * site + 1] ?? 0) + dy;
      const w = (positions[3 * site + 2] ?? 0) + dz;
      const [px, py, pz] = [u * ax + v * bx + w * cx, v * by + w * cy, w * cz];
      const squared = px * px + py * py + pz * pz;
      if (squared > farthest * farthest) continue;
      const distance = Math.sqrt(squared);
      if (distance > tolerance) found.add(orbitOf[site] ?? 0, distance, site, px, py, pz);
    }
  }
}

/**
 * The edges of a cell in axes of their own, angstrom: first along c, then across it in the plane of b and c, then off that
 * plane. What a sphere has at one step along a is then a disc, and at one step along b of that a stretch of c.
 */
interface Edges {
  readonly a: Vector3;
  readonly b: readonly [number, number];
  readonly c: number;
}

function edgesOf({ matrix, volume }: Lattice): Edges {
  const [a, b, c] = [edge(matrix, 0), edge(matrix, 1), edge(matrix, 2)];
  const offPlane = cross(c, b);
  const [length, area] = [Math.hypot(...c), Math.hypot(...offPlane)];
  const across = cross(offPlane, c);
  return {
    a: [dot(a, c) / length, dot(a, across) / (area * length), volume / area],
    b: [dot(b, c) / length, area / length],
    c: length,
  };
}

function edge(matrix: Float64Array, row: number): Vector3 {
  return [matrix[3 * row] ?? 0, matrix[3 * row + 1] ?? 0, matrix[3 * row + 2] ?? 0];
}

type Span = readonly [low: number, high: number];

function ordered(one: number, other: number): Span {
  return one < other ? [one, other] : [other, one];
}

/** What radius a sphere or disc has left between two distances from its centre. */
function radiusOfCut(radius: number, low: number, high: number): number {
  const nearest = Math.max(0, low, -high);
  return Math.sqrt(Math.max(0, radius * radius - nearest * nearest));
}
