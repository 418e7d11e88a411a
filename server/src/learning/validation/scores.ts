import { expectedCalibrationError, reliabilityBins, type ReliabilityBin } from "./calibration";
import {
  accuracy,
  averagePrecision,
  balancedAccuracy,
  brierScore,
  confusion,
  confusionMatthews,
  f1,
  logLoss,
  rocAuc,
  type Confusion,
} from "./metrics";

/** How good predictions are once a threshold turns them into verdicts. */
export interface ThresholdScores extends Confusion {
  readonly mcc: number;
  readonly f1: number;
  readonly accuracy: number;
  readonly balancedAccuracy: number;
}

export interface ClassificationScores {
  readonly count: number;
  readonly positives: number;
  /** NaN where a class is absent, as is `rocAuc`. */
  readonly averagePrecision: number;
  readonly rocAuc: number;
  readonly brier: number;
  readonly logLoss: number;
  readonly reliability: readonly ReliabilityBin[];
  readonly calibrationError: number;
}

/** All that is told of probabilities without a threshold. */
export function classificationScores(
  probabilities: readonly number[],
  labels: readonly boolean[],
): ClassificationScores {
  const reliability = reliabilityBins(probabilities, labels);
  return {
    count: labels.length,
    positives: labels.filter(Boolean).length,
    averagePrecision: averagePrecision(probabilities, labels),
    rocAuc: rocAuc(probabilities, labels),
    brier: brierScore(probabilities, labels),
    logLoss: logLoss(probabilities, labels),
    reliability,
    calibrationError: expectedCalibrationError(reliability),
  };
}

export function thresholdScores(
  probabilities: readonly number[],
  labels: readonly boolean[],
  threshold: number,
): ThresholdScores {
  const counts = confusion(probabilities, labels, threshold);
  return {
    ...counts,
    mcc: confusionMatthews(counts),
    f1: f1(counts),
    accuracy: accuracy(counts),
    balancedAccuracy: balancedAccuracy(counts),
  };
}
