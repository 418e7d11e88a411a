import { placedVariance } from "./labelVariance";
import { meanAndDeviation } from "./meanAndDeviation";
import { controlRuns, inOrder, overRepeats, usualRepeats } from "./randomControl";
import { rankingDepths, rankRepresentations } from "./representationRanking";
import type { TreeOutline } from "./treeCut";

/** A descriptor of a simplification, and how it sorts compounds: what is kept of its tree. */
export interface SortedRepresentation {
  readonly descriptor: string;
  readonly simplification: string;
  /** Numbers of a vector. */
  readonly columns: number;
  readonly outline: TreeOutline;
  /** Where each labelled compound is in the leaf order; -1 for those that the descriptor refused. */
  readonly places: readonly number[];
  /** Why compounds were refused, most frequent first. */
  readonly refusals: readonly Refusal[];
}

export interface Refusal {
  readonly reason: string;
  readonly count: number;
}

/** How well a representation sorts labels; variances are with frozen states, depth by depth over those that are ranked by. */
export interface JudgedRepresentation extends SortedRepresentation {
  /** From 1, by rising mean. */
  readonly rank: number;
  readonly variance: Float64Array;
  /** Mean of {@link variance} over the depths. */
  readonly mean: number;
  readonly control: {
    /** Over the repeats, depth by depth. */
    readonly means: Float64Array;
    readonly deviations: Float64Array;
    /** Over the repeats, of the mean over the depths. */
    readonly mean: number;
    readonly deviation: number;
  };
}

export interface Study {
  readonly judged: readonly JudgedRepresentation[];
  /** Representations that refused too many labelled compounds to be compared with the others. */
  readonly leftOut: readonly SortedRepresentation[];
  /** Labelled compounds that all judged representations describe: they alone are judged by. */
  readonly common: number;
}

export interface StudyOptions {
  readonly depths?: { readonly from: number; readonly to: number };
  /** Share of the labelled compounds that a representation has to describe. */
  readonly coverage?: number;
  readonly repeats?: number;
  /** Makes a generator of numbers uniform in [0, 1), the same for each representation, so that equal trees are judged alike. */
  readonly generator: () => () => number;
}

/**
 * Ranks representations by how well their clusters sort the labels of compounds, as figure 2.2 of the thesis, each beside random
 * clusters of the sizes that its own have.
 *
 * @param labels Of the labelled compounds, in the order of their places.
 */
export function judgeRepresentations(
  sorted: readonly SortedRepresentation[],
  labels: ArrayLike<number>,
  { depths = rankingDepths, coverage = 0.9, repeats = usualRepeats, generator }: StudyOptions,
): Study {
  const isCompared = ({ places }: SortedRepresentation) =>
    places.filter((place) => place >= 0).length >= coverage * labels.length;
  const compared = sorted.filter(isCompared);
  const common = Array.from(labels).flatMap((_, i) =>
    compared.every(({ places }) => (places[i] ?? -1) >= 0) ? [i] : [],
  );
  const values = Float64Array.from(common, (i) => labels[i] ?? NaN);
  const variance = ({ outline, places }: SortedRepresentation) => {
    const placed = inOrder(
      common.map((i) => places[i] ?? -1),
      values,
    );
    return placedVariance(outline, placed, depths.to).frozen;
  };
  const judged = rankRepresentations(compared, variance, depths).map(
    ({ representation, values: own, mean, rank }): JudgedRepresentation => {
      const runs = controlRuns(representation.outline, values, {
        depths: depths.to,
        repeats,
        random: generator(),
      });
      const control = controlOf(runs.map(({ frozen }) => frozen.slice(depths.from - 1)));
      return { ...representation, rank, variance: own, mean, control };
    },
  );
  return { judged, leftOut: sorted.filter((one) => !isCompared(one)), common: common.length };
}

function controlOf(runs: readonly Float64Array[]): JudgedRepresentation["control"] {
  const { mean: means, deviation: deviations } = overRepeats(runs);
  return {
    means,
    deviations,
    ...meanAndDeviation(runs.map((run) => meanAndDeviation(run).mean)),
  };
}
