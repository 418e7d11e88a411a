import type { Structure } from "../crystal/structure";
import { buildNetwork } from "./buildNetwork";
import { energyMap, type EnergyMap } from "./energyMap";
import { flood, slack } from "./flood";
import { frameworkOf } from "./framework";
import { gridShape, pointCount, type GridShape } from "./grid";
import type { Ion } from "./ion";
import type { Network } from "./network";
import { percolatingPaths, type PercolatingPaths } from "./percolatingPaths";
import { lowestEnergy } from "./steps";
import type { Watch } from "./watch";

export interface MigrationOptions {
  readonly ion: Ion;
  /** At most so many angstrom between points; or so many points along a, b and c. */
  readonly grid: { readonly spacing: number } | { readonly points: GridShape };
}

/** Electronvolt above the lowest energy; `undefined` in dimensions in which the crystal is closed. */
export interface Barriers {
  readonly d1: number | undefined;
  readonly d2: number | undefined;
  readonly d3: number | undefined;
}

/** Where a mobile ion can go in a crystal. */
export interface Migration {
  readonly ion: Ion;
  readonly map: EnergyMap;
  /** Of the map: exact for its points, with 26 neighbours each. */
  readonly barriers: Barriers;
  /** Found off the grid. */
  readonly network: Network;
  /** Electronvolt, of the lowest site of the network. */
  readonly minimum: number;
  /** Over the saddles of the network, so that they hardly depend on the grid. */
  readonly refinedBarriers: Barriers;
  readonly paths: PercolatingPaths;
}

/** `refused` says in words why, and what can be done. */
export type MigrationOutcome =
  | { readonly kind: "found"; readonly migration: Migration }
  | { readonly kind: "refused"; readonly reason: string }
  | { readonly kind: "stopped" };

/** Electronvolt above the minimum: where it takes more, the crystal is closed. */
export const closed = 20;
/** Electronvolt above the minimum: no network is made of what lies higher. */
const highestHop = 5;
/** Points of a grid that take some 200 MB. */
const mostPoints = 8_000_000;

/**
 * Bond-valence site energies of a mobile ion, the barriers in one to three dimensions, and the paths.
 *
 * Adams and Rao, Phys. Status Solidi A 208, 1746 (2011).
 */
export function findMigration(
  structure: Structure,
  { ion, grid }: MigrationOptions,
  watch: Watch,
): MigrationOutcome {
  const outcome = frameworkOf(structure, ion);
  if (!outcome.ok) return { kind: "refused", reason: outcome.reason };
  const { framework } = outcome;
  const shape =
    "points" in grid ? grid.points : gridShape(framework.lattice, framework.operations, grid.spacing);
  if (!(pointCount(shape) <= mostPoints)) return { kind: "refused", reason: tooManyPoints(structure) };
  const map = energyMap(framework, shape, part(watch, 0, 0.6));
  const flooding = map && flood(map, map.minimum + closed, part(watch, 0.6, 0.8));
  if (!map || !flooding) return { kind: "stopped" };
  const barriers = barriersAbove(map.minimum, flooding.thresholds);
  const highest = (barriers.d3 ?? barriers.d2 ?? barriers.d1 ?? 0) + slack;
  const limit = map.minimum + Math.min(highestHop, highest);
  const network = buildNetwork(structure, framework, map, flooding, limit, part(watch, 0.8, 1));
  if (!network) return { kind: "stopped" };
  const paths = percolatingPaths(network, framework.lattice);
  const [d1, d2, d3] = paths.map((path) => path?.barrier);
  const minimum = lowestEnergy(network);
  const refinedBarriers = { d1, d2, d3 };
  return {
    kind: "found",
    migration: { ion, map, barriers, network, minimum, refinedBarriers, paths },
  };
}

/** Tells the share of a part of the work as that of the whole. */
const part =
  (watch: Watch, start: number, end: number): Watch =>
  (share) =>
    watch(start + share * (end - start));

function barriersAbove(
  minimum: number,
  [one, two, three]: readonly [number | undefined, number | undefined, number | undefined],
): Barriers {
  const above = (threshold: number | undefined) =>
    threshold === undefined ? undefined : threshold - minimum;
  return { d1: above(one), d2: above(two), d3: above(three) };
}

function tooManyPoints({ lattice }: Structure): string {
  const coarsest = Math.cbrt(lattice.volume / mostPoints);
  return `the grid would have more than ${mostPoints / 1e6} million points: ask for a spacing of ${(Math.ceil(coarsest * 110) / 100).toFixed(2)} angstrom or more`;
}
