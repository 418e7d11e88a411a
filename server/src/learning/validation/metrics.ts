/**
 * Area under the precision-recall curve as average precision: the sum over distinct scores, from the highest down, of
 * the gain in recall times the precision there. NaN without positives.
 */
export function averagePrecision(scores: readonly number[], labels: readonly boolean[]): number {
  let [area, recall] = [0, 0];
  for (const point of precisionRecallCurve(scores, labels)) {
    area += (point.recall - recall) * point.precision;
    recall = point.recall;
  }
  return labels.includes(true) ? area : NaN;
}

export interface PrecisionRecall {
  readonly recall: number;
  readonly precision: number;
}

/** A point for each distinct score, from the highest down. */
export function precisionRecallCurve(
  scores: readonly number[],
  labels: readonly boolean[],
): PrecisionRecall[] {
  const positives = labels.filter(Boolean).length;
  return thresholdCounts(scores, labels).map(({ tp, fp }) => ({
    recall: tp / positives,
    precision: tp / (tp + fp),
  }));
}

/**
 * Area under the receiver operating characteristic: the chance that a positive scores above a negative, ties counting
 * half. NaN where a class is absent.
 */
export function rocAuc(scores: readonly number[], labels: readonly boolean[]): number {
  let [area, previous] = [0, { tp: 0, fp: 0 }];
  for (const point of thresholdCounts(scores, labels)) {
    area += ((point.fp - previous.fp) * (point.tp + previous.tp)) / 2;
    previous = point;
  }
  return area / (previous.tp * previous.fp);
}

/** How many of each class score at least as high, for each distinct score from the highest down. */
function thresholdCounts(
  scores: readonly number[],
  labels: readonly boolean[],
): { readonly tp: number; readonly fp: number }[] {
  const order = scores.map((_, i) => i).sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0));
  let [tp, fp] = [0, 0];
  return order.flatMap((i, rank) => {
    if (labels[i]) tp++;
    else fp++;
    const next = order[rank + 1];
    return next !== undefined && scores[next] === scores[i] ? [] : [{ tp, fp }];
  });
}

/** True and false positives and negatives of `score >= threshold`. */
export interface Confusion {
  readonly tp: number;
  readonly fp: number;
  readonly fn: number;
  readonly tn: number;
}

export function confusion(scores: readonly number[], labels: readonly boolean[], threshold = 0.5): Confusion {
  const count = (predicted: boolean, actual: boolean) =>
    scores.filter((score, i) => score >= threshold === predicted && labels[i] === actual).length;
  return { tp: count(true, true), fp: count(true, false), fn: count(false, true), tn: count(false, false) };
}

/** Matthews' correlation coefficient of `score >= threshold` with the labels; 0 where a row or column is empty. */
export function matthews(scores: readonly number[], labels: readonly boolean[], threshold = 0.5): number {
  return confusionMatthews(confusion(scores, labels, threshold));
}

export function confusionMatthews({ tp, fp, fn, tn }: Confusion): number {
  const scale = Math.sqrt((tp + fp) * (tp + fn) * (tn + fp) * (tn + fn));
  return scale > 0 ? (tp * tn - fp * fn) / scale : 0;
}

/** Harmonic mean of precision and recall; 0 without a true positive. */
export function f1({ tp, fp, fn }: Confusion): number {
  return tp > 0 ? (2 * tp) / (2 * tp + fp + fn) : 0;
}

export function accuracy({ tp, fp, fn, tn }: Confusion): number {
  return (tp + tn) / (tp + fp + fn + tn);
}

/** Mean of the shares of each class that are told rightly; of one class, where the other is absent. */
export function balancedAccuracy({ tp, fp, fn, tn }: Confusion): number {
  const shares = [tp / (tp + fn), tn / (tn + fp)].filter((share) => !Number.isNaN(share));
  return shares.reduce((sum, share) => sum + share, 0) / shares.length;
}

/** Mean square difference of the probabilities from the labels (Brier, Mon. Weather Rev. 78, 1, 1950). */
export function brierScore(probabilities: readonly number[], labels: readonly boolean[]): number {
  const squares = probabilities.map((p, i) => (p - (labels[i] ? 1 : 0)) ** 2);
  return squares.reduce((sum, square) => sum + square, 0) / squares.length;
}

/** Keeps the logarithm of a certain and wrong prediction finite. */
const clip = 1e-15;

/** Mean cross-entropy, in nats, of the probabilities clipped to [1e-15, 1 - 1e-15]. */
export function logLoss(probabilities: readonly number[], labels: readonly boolean[]): number {
  const losses = probabilities.map((probability, i) => {
    const p = Math.min(1 - clip, Math.max(clip, probability));
    return -Math.log(labels[i] ? p : 1 - p);
  });
  return losses.reduce((sum, loss) => sum + loss, 0) / losses.length;
}
