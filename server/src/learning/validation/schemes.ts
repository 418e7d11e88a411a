import { elementalMoverDistance } from "../../clustering/elementalMoverDistance";
import { Random } from "../random";
import type { LabelledCompound } from "./compound";
import { splitsOf, stratifiedFolds, stratifiedGroupFolds, type Split } from "./folds";
import { leakFreeGroups, leakingPairs, withoutLeaks, type LeakingPair } from "./leakage";
import { chemicalClusters, type ChemicalClusters } from "./leaveOneClusterOut";

export type SchemeKey = "random" | "papers" | "families" | "clusters";

/** A way to split the data, drawn anew for each repeat where chance has a part in it. */
export interface Scheme {
  readonly key: SchemeKey;
  readonly title: string;
  /** What stands apart, in a sentence. */
  readonly meaning: string;
  /** The splits of repeat 0, 1, ... */
  readonly repeats: readonly (readonly Split[])[];
}

export interface SchemeOptions {
  readonly folds: number;
  readonly repeats: number;
  readonly seed: number;
}

/** The data, split in every way that they allow. */
export interface SplitData {
  readonly compounds: readonly LabelledCompound[];
  readonly pairs: readonly LeakingPair[];
  readonly schemes: readonly Scheme[];
  /** Of the compounds with a structure, in their order. */
  readonly clusters: ChemicalClusters;
}

/**
 * Splits of the data from lenient to strict. All but the first keep papers, equal structures and similar compositions on one
 * side. Families are left out where none is known.
 */
export function splitData(
  compounds: readonly LabelledCompound[],
  { folds, repeats, seed }: SchemeOptions,
): SplitData {
  const pairs = leakingPairs(compounds);
  const strata = compounds.map(({ superionic, crystal }) => `${superionic} ${crystal !== undefined}`);
  const draw = (split: (random: Random) => Int32Array) =>
    Array.from({ length: repeats }, (_, repeat) => splitsOf(split(new Random(seed + repeat))));
  const grouped = (groups: Int32Array) =>
    draw((random) => stratifiedGroupFolds(strata, groups, folds, random));
  const random: Scheme = {
    key: "random",
    title: "Random folds",
    meaning:
      "every compound by itself, classes spread evenly: papers and near-duplicates stand on both sides",
    repeats: draw((random) => stratifiedFolds(strata, folds, random)),
  };
  const samePaper = pairs.filter(({ leak }) => leak === "same DOI");
  const papers: Scheme = {
    key: "papers",
    title: "Papers apart",
    meaning:
      "compounds of one paper in one fold; what has the same structure as one of them, or a similar composition, is dropped from training",
    repeats: grouped(leakFreeGroups(compounds.length, samePaper)).map((splits) =>
      splits.map((split) => withoutLeaks(split, pairs)),
    ),
  };
  const familyNames = compounds.map(({ family }) => family);
  const families: Scheme = {
    key: "families",
    title: "Families apart",
    meaning:
      "each structural family in one fold, together with what shares a paper, a structure or a similar composition with one of it: the family asked about was never seen",
    repeats: grouped(leakFreeGroups(compounds.length, pairs, familyNames)),
  };
  const located = compounds.filter(({ crystal }) => crystal);
  const clusters = chemicalClusters(
    located.map(({ composition }) => composition),
    new Random(seed),
  );
  const clusterSplits = splitsOf(clusterOfEach(compounds, located, clusters.clusters))
    .map((split) => withoutLeaks(split, pairs))
    .filter(({ training }) => training.length > 0);
  const leaveOneOut: Scheme = {
    key: "clusters",
    title: "Leave one cluster out",
    meaning:
      "each chemical cluster by itself; what leaks from it is dropped from training. Repeats differ by the seed of the model alone",
    repeats: Array.from({ length: repeats }, () => clusterSplits),
  };
  const hasFamilies = compounds.some(({ family }) => family !== "");
  const schemes = [random, papers, ...(hasFamilies ? [families] : []), leaveOneOut];
  return { compounds, pairs, schemes: schemes.filter(hasTwoSides), clusters };
}

function hasTwoSides({ repeats }: Scheme): boolean {
  return repeats.every((splits) => splits.length > 1);
}

/** A compound without a structure is in the cluster of the one whose composition is nearest. */
function clusterOfEach(
  compounds: readonly LabelledCompound[],
  located: readonly LabelledCompound[],
  clusters: Int32Array,
): Int32Array {
  const known = new Map(located.map((compound, i) => [compound, clusters[i] ?? 0]));
  return Int32Array.from(compounds, (compound) => {
    const own = known.get(compound);
    if (own !== undefined) return own;
    const distances = located.map((other) => elementalMoverDistance(compound.composition, other.composition));
    return clusters[distances.indexOf(Math.min(...distances))] ?? 0;
  });
}
