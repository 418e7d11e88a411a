import type { Vector3 } from "../lattice";
import { findPlacedNeighbours, isOverfull, vectorTo, type PlacedNeighbours } from "../neighbours";
import { siteCount, type Sites } from "../structure";
import { faceArea, faceSolidAngle, Polyhedron } from "./polyhedron";

/** A face of the Voronoi cell of a site, shared with that of a neighbour. */
export interface VoronoiFace {
  readonly orbit: number;
  /** The site of the unit cell that the neighbour is an image of, counted orbit by orbit. */
  readonly site: number;
  /** From the site to the neighbour, angstrom; the face stands across its middle. */
  readonly vector: Vector3;
  /** Angstrom. */
  readonly distance: number;
  /** Square angstrom. */
  readonly area: number;
  /** Steradian, seen from the site. */
  readonly solidAngle: number;
}

/** The region of space that is nearer to a site than to any other. */
export interface VoronoiCell {
  readonly faces: readonly VoronoiFace[];
  /** Cubic angstrom. */
  readonly volume: number;
}

/** Neighbours within the first reach that is tried, on average. */
const firstNeighbours = 60;
const mostRounds = 12;
/** Angstrom: a thinner cell is no crystal, and takes minutes. */
const thinnest = 0.5;

/**
 * The Voronoi cell of the representative of each orbit, by cutting with the planes of its neighbours, nearest first, until
 * no farther one can touch it. Planes that only touch an edge or a corner make no face. `undefined` for a cell so full of
 * sites, or so empty, that they cannot be found.
 */
export function voronoiCells(structure: Sites): VoronoiCell[] | undefined {
  const found = cellPolyhedra(structure, new Float64Array(structure.orbits.length));
  return found?.polyhedra.map((polyhedron) => cellOf(polyhedron, found.neighbours));
}

export interface CellPolyhedra {
  /** One an orbit; planes are indices of neighbours. One that its neighbours cover has no faces. */
  readonly polyhedra: readonly Polyhedron[];
  readonly neighbours: PlacedNeighbours;
}

/**
 * The radical (Laguerre) cells of spheres on the sites, in which no other sphere has a lesser power: the Voronoi cells where
 * all radii are equal. `undefined` as of {@link voronoiCells}.
 *
 * @param radii of each orbit, angstrom.
 */
export function cellPolyhedra(structure: Sites, radii: Float64Array): CellPolyhedra | undefined {
  if (Math.min(...structure.lattice.heights()) < thinnest) return undefined;
  const density = siteCount(structure) / structure.lattice.volume;
  const spread = Math.max(...radii) ** 2 - Math.min(...radii) ** 2;
  let reach = Math.cbrt((3 * firstNeighbours) / (4 * Math.PI * density));
  for (let round = 0; round < mostRounds; round++) {
    if (isOverfull(structure, reach)) return undefined;
    const neighbours = findPlacedNeighbours(structure, reach);
    const polyhedra = structure.orbits.map((_, orbit) => polyhedronOf(neighbours, orbit, radii, spread));
    const farthest = Math.max(...polyhedra.map(({ reachSquared }) => reachSquared));
    const needed = farthestToTouch(farthest, spread);
    if (needed <= reach) return { polyhedra, neighbours };
    reach = Math.min(needed * (1 + 1e-9), 1.5 * reach);
  }
  return undefined;
}

/** No neighbour farther than this cuts a cell that reaches so far. */
function farthestToTouch(reachSquared: number, spread: number): number {
  return Math.sqrt(reachSquared) + Math.sqrt(reachSquared + spread);
}

function polyhedronOf(
  neighbours: PlacedNeighbours,
  orbit: number,
  radii: Float64Array,
  spread: number,
): Polyhedron {
  const { offsets, distances, orbits, cutoff } = neighbours;
  const start = offsets[orbit] ?? 0;
  const nearestFirst = Uint32Array.from(
    { length: (offsets[orbit + 1] ?? 0) - start },
    (_, k) => start + k,
  ).sort((one, other) => (distances[one] ?? 0) - (distances[other] ?? 0));
  const polyhedron = new Polyhedron(cutoff);
  const own = (radii[orbit] ?? 0) ** 2;
  for (const k of nearestFirst) {
    if ((distances[k] ?? 0) > farthestToTouch(polyhedron.reachSquared, spread)) break;
    const radical = own - (radii[orbits[k] ?? 0] ?? 0) ** 2;
    const [x, y, z] = vectorTo(neighbours, k);
    polyhedron.cut(k, x, y, z, radical);
  }
  return polyhedron;
}

function cellOf({ faces }: Polyhedron, neighbours: PlacedNeighbours): VoronoiCell {
  const { orbits, sites, distances } = neighbours;
  const all = faces.map((face): VoronoiFace => {
    const k = face.plane;
    return {
      orbit: orbits[k] ?? 0,
      site: sites[k] ?? 0,
      vector: vectorTo(neighbours, k),
      distance: distances[k] ?? 0,
      area: faceArea(face),
      solidAngle: faceSolidAngle(face),
    };
  });
  return { faces: all, volume: all.reduce((sum, { area, distance }) => sum + (area * distance) / 6, 0) };
}
