import type { LearningCurves } from "../learningCurves";
import type { Leak } from "../leakage";
import type { SetStatistics, SplitStatistics } from "../dataStatistics";
import type { SchemeKey } from "../schemes";
import type { ModelSummary } from "../summary";

/** All that an evaluation found: what `results.json` holds, and what the report and its figures are drawn from. */
export interface EvaluationResults {
  readonly data: {
    readonly name: string;
    /** Compounds with a structure, which are scored. */
    readonly scored: SetStatistics;
    /** Compounds of which only the composition is known, which some models learn from too. */
    readonly compositionsOnly: number;
    /** Pairs of entries that give each other away. */
    readonly leakingPairs: Readonly<Record<Leak, number>>;
  };
  readonly compounds: readonly EvaluatedCompound[];
  readonly schemes: readonly SchemeResults[];
  readonly models: readonly ModelSummary[];
  /** Of networks while the clusters are left out. */
  readonly curves: readonly LearningCurves[];
  /** How many compounds DBSCAN left alone and the nearest cluster took in. */
  readonly noise: number;
  readonly seed: number;
  /** What else a reader must know, a sentence each. */
  readonly remarks: readonly string[];
}

export interface EvaluatedCompound {
  readonly id: string;
  readonly formula: string;
  readonly logConductivity: number;
  readonly superionic: boolean;
  /** From 0; null without a structure, as are the places. */
  readonly cluster: number | null;
  /** By UMAP of the element mover's distances. */
  readonly projection: readonly number[] | null;
  /** On the first two principal components of the structure-level atom features. */
  readonly principal: readonly number[] | null;
}

export interface SchemeResults {
  readonly key: SchemeKey;
  readonly title: string;
  readonly meaning: string;
  readonly repeats: number;
  /** Of the first repeat. */
  readonly splits: readonly SplitStatistics[];
}
