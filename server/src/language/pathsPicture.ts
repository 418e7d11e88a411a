import type { Vector3 } from "../crystal/lattice";
import type { Structure } from "../crystal/structure";
import { nearestDifference } from "../crystal/symmetry/metricTensor";
import type { FreeSpheres } from "../crystal/voronoi/freeSpheres";
import { accessible } from "../migration/accessible";
import { ionName } from "../migration/ion";
import type { Barriers, Migration } from "../migration/migration";
import { ionHops, type IonHop } from "../migration/neb/ionHops";
import type { PercolatingPath } from "../migration/percolatingPaths";
import { siteOrbits } from "../migration/siteOrbits";
import type {
  PathsPicture,
  PictureBarriers,
  PictureHop,
  PicturePath,
  PictureSpheres,
} from "../protocol/migration";

/** Electronvolt up to which the accessible share is told, at least; and of the barrier, how much farther. */
const [leastHighest, beyondBarrier] = [1, 1.5];

/** Higher ones are of no use. */
const mostHops = 20;

/** What is drawn of the ways of a mobile ion. */
export function pathsPicture(
  structure: Structure,
  migration: Migration,
  spheres: FreeSpheres | undefined,
): Omit<PathsPicture, "block"> {
  const { ion, map, barriers, refinedBarriers, paths } = migration;
  const highest = Math.max(leastHighest, beyondBarrier * (barriers.d3 ?? barriers.d2 ?? barriers.d1 ?? 0));
  return {
    ion: ionName(ion),
    grid: map.shape,
    barriers: pictureBarriers(barriers),
    refinedBarriers: pictureBarriers(refinedBarriers),
    sites: siteOrbits(migration),
    paths: paths.map((path) => (path ? picturePath(path, structure, migration) : null)),
    hops: ionHops(structure, migration)
      .slice(0, mostHops)
      .map((hop) => pictureHop(hop, structure)),
    accessible: accessible(map, highest),
    spheres: spheres ? pictureSpheres(spheres, structure) : null,
  };
}

function pictureBarriers({ d1, d2, d3 }: Barriers): PictureBarriers {
  return { d1: d1 ?? null, d2: d2 ?? null, d3: d3 ?? null };
}

function pictureHop(
  { from, to, energy, places, distances, energies }: IonHop,
  { lattice }: Structure,
): PictureHop {
  const ends = [places[0], places.at(-1)].flatMap((place) => (place ? [lattice.cartesian(place)] : []));
  return {
    from,
    to,
    barrier: energy,
    places: places.map((place) => lattice.cartesian(place)),
    distances,
    energies,
    stops: ends,
  };
}

function picturePath(
  { barrier, places, distances, energies, sites }: PercolatingPath,
  { lattice }: Structure,
  { network }: Migration,
): PicturePath {
  const stops = sites.map((site) => network.sites[site]?.position);
  const isStop = (place: Vector3) => stops.some((stop) => stop && areImages(stop, place));
  return {
    barrier,
    places: places.map((place) => lattice.cartesian(place)),
    distances,
    energies,
    stops: places.filter(isStop).map((place) => lattice.cartesian(place)),
  };
}

/** In fractions of the cell. */
const samePlace = 1e-4;

const areImages = (one: Vector3, other: Vector3) =>
  nearestDifference(one, other).every((shift) => Math.abs(shift) < samePlace);

function pictureSpheres(
  { largestIncluded, includedAt, largestFree, freeAt }: FreeSpheres,
  { lattice }: Structure,
): PictureSpheres {
  return {
    included: { radius: largestIncluded, at: lattice.cartesian(includedAt) },
    free:
      largestFree === undefined || !freeAt ? null : { radius: largestFree, at: lattice.cartesian(freeAt) },
  };
}
