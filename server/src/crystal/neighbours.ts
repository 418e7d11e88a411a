import type { Lattice, Vector3 } from "./lattice";
import { siteCount, type Sites } from "./structure";

/**
 * The surroundings of one representative site of each orbit, as rows of a sparse matrix: the neighbours of orbit `i`
 * are the entries `offsets[i]` to `offsets[i + 1] - 1`. Directed, with all periodic images, the site's own images
 * included; symmetry-equivalent sites have the same surroundings.
 */
export interface NeighbourList {
  /** Angstrom. */
  readonly cutoff: number;
  /** Neighbours of each representative. */
  readonly counts: Uint32Array;
  readonly offsets: Uint32Array;
  /** The orbit that each neighbour belongs to. */
  readonly orbits: Uint32Array;
  /** Angstrom. */
  readonly distances: Float64Array;
}

/** A neighbour list that also tells where each neighbour is. */
export interface PlacedNeighbours extends NeighbourList {
  /** From the representative to each neighbour, angstrom; `3 x neighbours`. */
  readonly vectors: Float64Array;
  /** The site of the unit cell that each neighbour is an image of, counted orbit by orbit. */
  readonly sites: Uint32Array;
}

/** From the representative to a neighbour, angstrom. */
export function vectorTo({ vectors }: PlacedNeighbours, neighbour: number): Vector3 {
  return [vectors[3 * neighbour] ?? 0, vectors[3 * neighbour + 1] ?? 0, vectors[3 * neighbour + 2] ?? 0];
}

/** Rounding allowance on the cutoff, as pymatgen's; a pair closer than this is a site and itself. */
const tolerance = 1e-8;

/** More than this many neighbours a site on average means that the cell is no crystal. */
const densest = 20_000;
/** More than this many pairs of occupants take seconds and hundreds of megabytes. */
const mostPairs = 1e7;

/** Whether the cell is so full, or crowded in some place, that its neighbours are too many to be listed. */
export function isOverfull(structure: Sites, cutoff: number): boolean {
  const expected = (siteCount(structure) / structure.lattice.volume) * sphereVolume(cutoff);
  if (!(expected <= densest)) return true;
  return !(allPairs(structure, cutoff) <= mostPairs || expectedPairs(structure, cutoff) <= mostPairs);
}

/** As many pairs as {@link expectedPairs} can give at most: as if all sites lay in one part of the cell. */
function allPairs({ lattice, orbits }: Sites, cutoff: number): number {
  let [own, all] = [0, 0];
  for (const { occupants, multiplicity } of orbits) {
    own += occupants.length;
    all += occupants.length * multiplicity;
  }
  const [nx, ny, nz] = partsOfCell(lattice, cutoff);
  return (own * all * sphereVolume(cutoff) * nx * ny * nz) / lattice.volume;
}

/** How often the cell is cut along each axis. */
function partsOfCell(lattice: Lattice, cutoff: number): Vector3 {
  const parts = (height: number) => Math.max(1, Math.floor(height / cutoff));
  const [a, b, c] = lattice.heights();
  return [parts(a), parts(b), parts(c)];
}

/**
 * How many pairs the occupants of the representatives make with those within the cutoff, about: as if each part of the cell,
 * no thinner than the cutoff, were filled evenly.
 */
function expectedPairs({ lattice, orbits }: Sites, cutoff: number): number {
  const [nx, ny, nz] = partsOfCell(lattice, cutoff);
  const filled = new Map<number, { own: number; all: number }>();
  for (const { images, occupants } of orbits)
    for (let k = 0; k < images.length; k += 3) {
      const along = (axis: 0 | 1 | 2, count: number) => Math.floor((images[k + axis] ?? 0) * count);
      const key = (along(0, nx) * ny + along(1, ny)) * nz + along(2, nz);
      const part = filled.get(key) ?? { own: 0, all: 0 };
      part.all += occupants.length;
      if (k === 0) part.own += occupants.length;
      filled.set(key, part);
    }
  const share = (sphereVolume(cutoff) * nx * ny * nz) / lattice.volume;
  return [...filled.values()].reduce((sum, { own, all }) => sum + own * all * share, 0);
}

const sphereVolume = (radius: number) => (4 / 3) * Math.PI * radius ** 3;

/**
 * Every site within `cutoff` angstrom of each orbit's representative, by linked cells: the unit cell is cut into bins
 * no thinner than half the cutoff, and only bins within reach are looked at, so that skewed, tiny and huge cells cost
 * in proportion to their neighbours.
 *
 * @throws RangeError for a structure that {@link isOverfull}.
 */
export function findNeighbours(structure: Sites, cutoff: number): NeighbourList {
  return listNeighbours(structure, cutoff, new PairBuffer());
}

/**
 * As {@link findNeighbours}, with the places of the neighbours.
 *
 * @throws RangeError for a structure that {@link isOverfull}.
 */
export function findPlacedNeighbours(structure: Sites, cutoff: number): PlacedNeighbours {
  const found = new PlacedPairBuffer();
  const list = listNeighbours(structure, cutoff, found);
  return { ...list, vectors: found.vectors(), sites: found.sites() };
}

function listNeighbours(structure: Sites, cutoff: number, found: FoundNeighbours): NeighbourList {
  if (isOverfull(structure, cutoff)) throw new RangeError("the cell is too full to list its neighbours");
  const bins = new LinkedCells(structure, cutoff);
  const offsets = new Uint32Array(structure.orbits.length + 1);
  structure.orbits.forEach((orbit, i) => {
    bins.visit(orbit.images, found);
    offsets[i + 1] = found.length;
  });
  const counts = offsets.slice(1).map((end, i) => end - (offsets[i] ?? 0));
  return { cutoff, counts, offsets, orbits: found.orbits(), distances: found.distances() };
}

class LinkedCells {
  private readonly lattice: Lattice;
  /** Bins along each axis. */
  private readonly shape: readonly [number, number, number];
  /** How many bins away a neighbour can be, along each axis. */
  private readonly reach: readonly [number, number, number];
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
    const span = (axis: 0 | 1 | 2) => Math.ceil((cutoff * this.shape[axis]) / heights[axis]);
    this.reach = [span(0), span(1), span(2)];
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
    const [x = 0, y = 0, z = 0] = images;
    const [nx, ny, nz] = this.shape;
    const [rx, ry, rz] = this.reach;
    const [bx, by, bz] = [this.binAlong(0, x), this.binAlong(1, y), this.binAlong(2, z)];
    for (let i = bx - rx; i <= bx + rx; i++) {
      const shiftX = Math.floor(i / nx);
      for (let j = by - ry; j <= by + ry; j++) {
        const shiftY = Math.floor(j / ny);
        const row = ((i - shiftX * nx) * ny + (j - shiftY * ny)) * nz;
        for (let k = bz - rz; k <= bz + rz; k++) {
          const shiftZ = Math.floor(k / nz);
          this.visitBin(row + k - shiftZ * nz, shiftX - x, shiftY - y, shiftZ - z, found);
        }
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

/** Takes neighbours as they are found. */
interface FoundNeighbours {
  readonly length: number;
  /** @param x to `z`: from the representative to the neighbour, angstrom. */
  add(orbit: number, distance: number, site: number, x: number, y: number, z: number): void;
  orbits(): Uint32Array;
  distances(): Float64Array;
}

/** Neighbours in a buffer that doubles as it fills. */
class PairBuffer implements FoundNeighbours {
  length = 0;
  private orbitOf = new Uint32Array(256);
  private distance = new Float64Array(256);

  add(orbit: number, distance: number): void {
    if (this.length === this.orbitOf.length) {
      const [orbits, distances] = [this.orbitOf, this.distance];
      this.orbitOf = new Uint32Array(2 * this.length);
      this.distance = new Float64Array(2 * this.length);
      this.orbitOf.set(orbits);
      this.distance.set(distances);
    }
    this.orbitOf[this.length] = orbit;
    this.distance[this.length++] = distance;
  }

  orbits(): Uint32Array {
    return this.orbitOf.subarray(0, this.length);
  }

  distances(): Float64Array {
    return this.distance.subarray(0, this.length);
  }
}

/** The same with the places of the neighbours. */
class PlacedPairBuffer implements FoundNeighbours {
  private readonly pairs = new PairBuffer();
  private siteOf = new Uint32Array(256);
  private vector = new Float64Array(3 * 256);

  get length(): number {
    return this.pairs.length;
  }

  add(orbit: number, distance: number, site: number, x: number, y: number, z: number): void {
    const at = this.length;
    this.pairs.add(orbit, distance);
    if (at === this.siteOf.length) {
      const [sites, vectors] = [this.siteOf, this.vector];
      this.siteOf = new Uint32Array(2 * at);
      this.vector = new Float64Array(6 * at);
      this.siteOf.set(sites);
      this.vector.set(vectors);
    }
    this.siteOf[at] = site;
    this.vector[3 * at] = x;
    this.vector[3 * at + 1] = y;
    this.vector[3 * at + 2] = z;
  }

  orbits(): Uint32Array {
    return this.pairs.orbits();
  }

  distances(): Float64Array {
    return this.pairs.distances();
  }

  vectors(): Float64Array {
    return this.vector.subarray(0, 3 * this.length);
  }

  sites(): Uint32Array {
    return this.siteOf.subarray(0, this.length);
  }
}
