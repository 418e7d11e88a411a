import { clusterCentres, membersOf } from "./clusterStatistics";
import { rowOf, type FeatureMatrix } from "./featureMatrix";
import type { Labels } from "./labelVariance";

/** A cluster in which to look for conductors. */
export interface PromisingCluster {
  readonly cluster: number;
  /** `contains` a high label, or is the nearest to a cluster that does, by the distance of their means. */
  readonly relation: "contains" | "adjacent";
}

/** What is known of a compound besides its vector; `null` for what is not. */
export interface CompoundProperties {
  /** Energy above the convex hull, eV an atom. */
  readonly energyAboveHull: number | null;
  /** Band gap, eV. */
  readonly bandGap: number | null;
  /** Activation energy of hopping, eV. */
  readonly activationEnergy: number | null;
}

export interface Filter {
  /** `null` where the value is not known. */
  readonly pass: boolean | null;
  readonly value: number | null;
}

export type CandidateFilters = Readonly<Record<keyof CompoundProperties, Filter>>;

/** A compound without a label in a promising cluster. */
export interface Candidate extends PromisingCluster {
  readonly row: number;
  readonly filters: CandidateFilters;
}

/** The limits of chapter 2 of the thesis: at most so much above the hull, at least such a gap, a barrier below so much, in eV. */
export const candidateLimits = { energyAboveHull: 0.07, bandGap: 1, activationEnergy: 0.6 } as const;

const unknown: CompoundProperties = { energyAboveHull: null, bandGap: null, activationEnergy: null };

/** The clusters that contain labels at or above a threshold, and the one nearest to each of them, by number. */
export function promisingClusters(
  matrix: FeatureMatrix,
  assigned: Int32Array,
  labels: Labels,
  threshold: number,
): PromisingCluster[] {
  const containing = new Set([...assigned].filter((_, row) => (labels[row] ?? NaN) >= threshold));
  const centres = clusterCentres(matrix, assigned);
  const adjacent = new Set([...containing].flatMap((cluster) => nearestCentre(centres, cluster) ?? []));
  return [...new Set([...containing, ...adjacent])]
    .sort((a, b) => a - b)
    .map((cluster) => ({ cluster, relation: containing.has(cluster) ? "contains" : "adjacent" }));
}

/**
 * Compounds without a label in promising clusters, by row, with what the filters say of them; none is left out here.
 *
 * @param properties Of each row; those that lack have none known.
 */
export function candidates(
  clusters: readonly PromisingCluster[],
  assigned: Int32Array,
  labels: Labels,
  properties: readonly CompoundProperties[] = [],
): Candidate[] {
  const members = membersOf(assigned);
  return clusters
    .flatMap((promising) =>
      (members[promising.cluster] ?? [])
        .filter((row) => Number.isNaN(labels[row] ?? NaN))
        .map((row) => ({ ...promising, row, filters: candidateFilters(properties[row] ?? unknown) })),
    )
    .sort((a, b) => a.row - b.row);
}

export function candidateFilters(properties: CompoundProperties): CandidateFilters {
  const { energyAboveHull, bandGap, activationEnergy } = properties;
  return {
    energyAboveHull: filter(energyAboveHull, (value) => value <= candidateLimits.energyAboveHull),
    bandGap: filter(bandGap, (value) => value >= candidateLimits.bandGap),
    activationEnergy: filter(activationEnergy, (value) => value < candidateLimits.activationEnergy),
  };
}

function filter(value: number | null, test: (value: number) => boolean): Filter {
  return { pass: value === null ? null : test(value), value };
}

function nearestCentre(centres: FeatureMatrix, cluster: number): number | undefined {
  const own = rowOf(centres, cluster);
  let [nearest, least]: [number | undefined, number] = [undefined, Infinity];
  for (let other = 0; other < centres.rows; other++) {
    if (other === cluster) continue;
    const values = rowOf(centres, other);
    let distance = 0;
    for (let k = 0; k < own.length; k++) distance += ((values[k] ?? 0) - (own[k] ?? 0)) ** 2;
    if (distance < least) [nearest, least] = [other, distance];
  }
  return nearest;
}
