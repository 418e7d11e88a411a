import type { LabelledCompound } from "./compound";
import type { Split } from "./folds";
import { leaksOf, type Leak, type LeakingPair } from "./leakage";
import type { SplitData } from "./schemes";
import { similarityCount, type SimilarityCount } from "./similarity";

/** A row of tables C.1 to C.3 of the thesis; conductivities as log10 of S/cm. */
export interface SetStatistics {
  readonly entries: number;
  readonly highest: number;
  readonly lowest: number;
  readonly mean: number;
  readonly positive: number;
  readonly negative: number;
}

/** One split of a scheme's first repeat: its sets, and what of the validation set is known from training. */
export interface SplitStatistics {
  readonly training: SetStatistics;
  readonly validation: SetStatistics;
  readonly similarity: SimilarityCount;
  /** Pairs on both sides. */
  readonly leaks: Readonly<Record<Leak, number>>;
}

export function setStatistics(compounds: readonly LabelledCompound[]): SetStatistics {
  const values = compounds.map(({ logConductivity }) => logConductivity);
  const positive = compounds.filter(({ superionic }) => superionic).length;
  return {
    entries: compounds.length,
    highest: Math.max(...values),
    lowest: Math.min(...values),
    mean: values.reduce((sum, value) => sum + value, 0) / values.length,
    positive,
    negative: compounds.length - positive,
  };
}

export function splitStatistics(split: Split, { compounds, pairs }: SplitData): SplitStatistics {
  const chosen = (indices: readonly number[]) => indices.flatMap((i) => compounds[i] ?? []);
  const scored = { ...split, validation: split.validation.filter((i) => compounds[i]?.crystal) };
  return {
    training: setStatistics(chosen(split.training)),
    validation: setStatistics(chosen(scored.validation)),
    similarity: similarityCount(
      compounds.map(({ composition }) => composition),
      scored,
    ),
    leaks: leakCounts(leaksOf(scored, pairs)),
  };
}

export function leakCounts(pairs: readonly LeakingPair[]): Record<Leak, number> {
  const count = (leak: Leak) => pairs.filter((pair) => pair.leak === leak).length;
  return {
    "same DOI": count("same DOI"),
    "same structure": count("same structure"),
    "similar composition": count("similar composition"),
  };
}
