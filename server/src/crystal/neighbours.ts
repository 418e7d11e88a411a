import type { Lattice, Vector3 } from "./lattice";
import { LinkedCells } from "./linkedCells";
import { PairBuffer, PlacedPairBuffer, type FoundNeighbours } from "./pairBuffers";
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
 * no thinner than half the cutoff, and only bins that the sphere may touch are looked at, so that skewed, tiny and huge
 * cells cost in proportion to their neighbours.
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
