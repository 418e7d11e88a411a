import type { Normal } from "../regression/gaussianProcess";

/**
 * By how many of its deviations a prediction is to be widened on either side so that a new value lies within with the given
 * probability, by split conformal prediction: the quantile of |y - mean| / deviation over values that were predicted without
 * being seen (Vovk, Gammerman and Shafer, Algorithmic Learning in a Random World, 2005; Lei et al., J. Am. Stat. Assoc. 113, 1094,
 * 2018, section 5.2). Holds on average over compounds that come like those values, whatever the model.
 */
export function conformalWidth(
  predictions: readonly Normal[],
  values: readonly number[],
  coverage: number,
): number {
  const scores = predictions.map(({ mean, deviation }, i) => Math.abs((values[i] ?? NaN) - mean) / deviation);
  const sorted = scores.filter((score) => !Number.isNaN(score)).sort((a, b) => a - b);
  const rank = Math.ceil((sorted.length + 1) * coverage);
  return sorted[rank - 1] ?? Infinity;
}
