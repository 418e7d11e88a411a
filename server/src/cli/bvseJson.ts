import type { FreeSpheres } from "../crystal/voronoi/freeSpheres";
import { ionName } from "../migration/ion";
import type { Barriers, Migration } from "../migration/migration";
import type { Hop } from "../migration/network";
import type { PercolatingPath } from "../migration/percolatingPaths";
import { siteOrbits } from "../migration/siteOrbits";
import { lengthsAlong } from "../migration/steps";
import type { FoundMigration } from "./foundMigration";

/** What is found of a structure, as JSON shows it: electronvolt and angstrom, `null` for what there is not. */
export function migrationJson(
  { block, migration, spheres, structure, seconds }: FoundMigration,
  values: boolean,
) {
  const { ion, map, barriers, minimum, refinedBarriers, network, paths } = migration;
  const [d1, d2, d3] = paths.map(pathJson);
  return {
    block,
    ion: ionName(ion),
    grid: map.shape,
    minimum: map.minimum,
    barriers: barriersJson(barriers),
    refined: { minimum, barriers: barriersJson(refinedBarriers) },
    freeSphere: spheres ? spheresJson(spheres) : null,
    sites: siteOrbits(migration),
    hops: network.hops.map((hop) => hopJson(hop, migration, lengthsAlong(hop.places, structure.lattice))),
    paths: { d1, d2, d3 },
    seconds,
    ...(values && { values: Array.from(map.values) }),
  };
}

const barriersJson = ({ d1, d2, d3 }: Barriers) => ({ d1: d1 ?? null, d2: d2 ?? null, d3: d3 ?? null });

function spheresJson({ largestIncluded, largestFree, alongAxes: [a, b, c] }: FreeSpheres) {
  return {
    largestIncluded,
    largestFree: largestFree ?? null,
    alongAxes: [a ?? null, b ?? null, c ?? null],
  };
}

function hopJson(hop: Hop, { network: { sites }, minimum }: Migration, lengths: readonly number[]) {
  const orbit = (site: number) => sites[site]?.orbit ?? null;
  return {
    from: orbit(hop.from),
    to: orbit(hop.to),
    energy: hop.energy - minimum,
    saddle: hop.saddle,
    refined: hop.refined,
    multiplicity: hop.multiplicity,
    length: lengths.at(-1) ?? 0,
  };
}

/** A path with its profile: distance, energy above the lowest site, and the place in fractional coordinates. */
function pathJson(path: PercolatingPath | undefined) {
  if (!path) return null;
  return {
    barrier: path.barrier,
    cells: path.cells,
    length: path.distances.at(-1) ?? 0,
    profile: path.places.map((place, i) => ({
      distance: path.distances[i] ?? 0,
      energy: path.energies[i] ?? 0,
      position: place,
    })),
  };
}
