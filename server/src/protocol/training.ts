/** What `superion train --progress` writes to standard error, a line of JSON each. */
export interface TrainingProgress {
  /** 0 to 1. */
  readonly share: number;
  /** `null` where it cannot be told yet. */
  readonly secondsLeft: number | null;
}

/** What `superion train --json` prints. */
export interface TrainingResult {
  readonly data: string;
  readonly name: string;
  readonly base: TrainingBase;
  /** Path of the model file; `null` where nothing was trained. */
  readonly model: string | null;
  /** Path of the card, Markdown; `null` where nothing was trained. */
  readonly card: string | null;
  /** Why nothing was trained. */
  readonly refusal: string | null;
  readonly compounds: readonly TrainedCompound[];
  readonly validation: TrainingValidation | null;
  /** What is wrong or worth knowing of the table; rows with an `error` were left out. */
  readonly problems: readonly MeasurementProblem[];
}

/** Whether a model learns from the shipped compounds too. */
export type TrainingBase = "shipped" | "none";

export interface TrainedCompound {
  readonly formula: string;
  readonly file: string;
  /** At 25 degrees Celsius, S/cm. */
  readonly conductivity: number;
  readonly isUpperBound: boolean;
  /** How the value was found, in words. */
  readonly how: string;
  readonly dois: readonly string[];
  /** From 1, the header being row 1. */
  readonly rows: readonly number[];
}

/** Scores on the measured compounds alone. */
export interface TrainingValidation {
  readonly compounds: number;
  readonly superionic: number;
  readonly folds: number;
  /** Compounds that share a paper, a structure or nearly a composition hang together: so many groups there are. */
  readonly groups: number;
  /** Cross-validated. */
  readonly own: TrainingScores;
  /** Cross-validated: the same method on the shipped compounds alone; `null` without them. */
  readonly baseAlone: TrainingScores | null;
  /** The shipped model as it is. */
  readonly shipped: TrainingScores;
  /** How many of the compounds, or near twins of them, the shipped model saw in its training. */
  readonly seenByShipped: number;
}

export interface TrainingScores {
  readonly aucPr: number;
  readonly mcc: number;
  readonly brier: number;
}

export interface MeasurementProblem {
  readonly code: string;
  readonly severity: "error" | "warning" | "information";
  /** From 1, the header being row 1; `null` for the table as a whole. */
  readonly row: number | null;
  /** From 1. */
  readonly column: number | null;
  readonly message: string;
}
