import { expectedCalibrationError, reliabilityBins, type ReliabilityBin } from "./calibration";
import type { LabelledCompound } from "./compound";
import type { Split } from "./folds";
import { averagePrecision, brierScore, logLoss, matthews, rocAuc } from "./metrics";
import type { SchemeKey } from "./schemes";

/** Over repeats, or over folds; the deviation is that of a sample, and NaN of a single value. */
export interface MeanDeviation {
  readonly mean: number;
  readonly deviation: number;
}

/** The numbers that a set of predictions is judged by. */
export const scoreNames = [
  "averagePrecision",
  "rocAuc",
  "mcc",
  "brier",
  "logLoss",
  "calibrationError",
] as const;
export type ScoreName = (typeof scoreNames)[number];

export interface FoldSummary {
  readonly count: number;
  readonly positives: number;
  readonly averagePrecision: MeanDeviation;
  readonly mcc: MeanDeviation;
}

/** How a model did under a scheme. */
export interface ModelSummary {
  readonly model: string;
  readonly scheme: SchemeKey;
  readonly repeats: number;
  /** Compounds that were scored. */
  readonly count: number;
  readonly positives: number;
  /** All folds scored as one set; mean and deviation over the repeats. */
  readonly pooled: Readonly<Record<ScoreName, MeanDeviation>>;
  /** Mean and deviation over the folds of all repeats that hold both classes, as the thesis reports. */
  readonly byFold: Readonly<Record<"averagePrecision" | "mcc", MeanDeviation>>;
  /** Where the folds are the same in every repeat: each with its mean and deviation over them. */
  readonly folds: readonly FoldSummary[] | undefined;
  /** Of the predictions of all repeats. */
  readonly reliability: readonly ReliabilityBin[];
  /** Mean over the repeats, of each compound; null where it was not scored. */
  readonly predictions: readonly (number | null)[];
}

interface Repeat {
  readonly splits: readonly Split[];
  /** Of each compound, NaN where it was not scored. */
  readonly predictions: readonly number[];
}

export function summarise(
  model: string,
  scheme: SchemeKey,
  repeats: readonly Repeat[],
  compounds: readonly LabelledCompound[],
): ModelSummary {
  const pooled = repeats.map(({ predictions }) => labelled([...predictions.keys()], predictions, compounds));
  const scores = pooled.map(scoresOf);
  const folds = repeats.map(({ splits, predictions }) =>
    splits.map(({ validation }) => labelled(validation, predictions, compounds)),
  );
  const everyFold = folds.flat().filter(hasBothClasses);
  const all = {
    probabilities: pooled.flatMap(({ probabilities }) => probabilities),
    labels: pooled.flatMap(({ labels }) => labels),
  };
  const isFixed = scheme === "clusters";
  return {
    model,
    scheme,
    repeats: repeats.length,
    count: pooled[0]?.labels.length ?? 0,
    positives: pooled[0]?.labels.filter(Boolean).length ?? 0,
    pooled: {
      averagePrecision: meanDeviation(scores.map((one) => one.averagePrecision)),
      rocAuc: meanDeviation(scores.map((one) => one.rocAuc)),
      mcc: meanDeviation(scores.map((one) => one.mcc)),
      brier: meanDeviation(scores.map((one) => one.brier)),
      logLoss: meanDeviation(scores.map((one) => one.logLoss)),
      calibrationError: meanDeviation(scores.map((one) => one.calibrationError)),
    },
    byFold: {
      averagePrecision: meanDeviation(everyFold.map(foldPrecision)),
      mcc: meanDeviation(everyFold.map(foldMatthews)),
    },
    folds: isFixed
      ? (folds[0] ?? []).map((first, k) => {
          const same = folds.flatMap((one) => one[k] ?? []);
          return {
            count: first.labels.length,
            positives: first.labels.filter(Boolean).length,
            averagePrecision: meanDeviation(same.map(foldPrecision)),
            mcc: meanDeviation(same.map(foldMatthews)),
          };
        })
      : undefined,
    reliability: reliabilityBins(all.probabilities, all.labels),
    predictions: compounds.map((_, i) => {
      const { mean } = meanDeviation(repeats.map(({ predictions }) => predictions[i] ?? NaN));
      return Number.isNaN(mean) ? null : mean;
    }),
  };
}

export function meanDeviation(values: readonly number[]): MeanDeviation {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return { mean, deviation: Math.sqrt(squares / (values.length - 1)) };
}

interface Labelled {
  readonly probabilities: readonly number[];
  readonly labels: readonly boolean[];
}

function labelled(
  indices: readonly number[],
  predictions: readonly number[],
  compounds: readonly LabelledCompound[],
): Labelled {
  const scored = indices.filter((i) => !Number.isNaN(predictions[i] ?? NaN));
  return {
    probabilities: scored.map((i) => predictions[i] ?? NaN),
    labels: scored.map((i) => compounds[i]?.superionic ?? false),
  };
}

function scoresOf({ probabilities, labels }: Labelled): Record<ScoreName, number> {
  return {
    averagePrecision: averagePrecision(probabilities, labels),
    rocAuc: rocAuc(probabilities, labels),
    mcc: matthews(probabilities, labels),
    brier: brierScore(probabilities, labels),
    logLoss: logLoss(probabilities, labels),
    calibrationError: expectedCalibrationError(reliabilityBins(probabilities, labels)),
  };
}

const foldPrecision = ({ probabilities, labels }: Labelled) => averagePrecision(probabilities, labels);
const foldMatthews = ({ probabilities, labels }: Labelled) => matthews(probabilities, labels);
const hasBothClasses = ({ labels }: Labelled) => labels.includes(true) && labels.includes(false);
