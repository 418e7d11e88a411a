/** The compounds whose predicted probability falls into one bin. */
export interface ReliabilityBin {
  /** The bin holds probabilities from `from` up to `to`; the last one holds its end too. */
  readonly from: number;
  readonly to: number;
  readonly count: number;
  /** Mean of the predicted probabilities; NaN where the bin is empty, as is the share. */
  readonly meanProbability: number;
  /** Share of positives. */
  readonly positiveShare: number;
}

/** The reliability diagram: probabilities in [0, 1] in bins of equal width. */
export function reliabilityBins(
  probabilities: readonly number[],
  labels: readonly boolean[],
  bins = 10,
): ReliabilityBin[] {
  const binOf = probabilities.map((p) => Math.min(bins - 1, Math.floor(p * bins)));
  return Array.from({ length: bins }, (_, bin) => {
    const inside = probabilities.flatMap((p, i) => (binOf[i] === bin ? [{ p, label: labels[i] }] : []));
    return {
      from: bin / bins,
      to: (bin + 1) / bins,
      count: inside.length,
      meanProbability: inside.reduce((sum, { p }) => sum + p, 0) / inside.length,
      positiveShare: inside.filter(({ label }) => label).length / inside.length,
    };
  });
}

/** Mean distance of predicted probability and share of positives over the bins, weighted by their counts. */
export function expectedCalibrationError(bins: readonly ReliabilityBin[]): number {
  const filled = bins.filter(({ count }) => count > 0);
  const total = filled.reduce((sum, { count }) => sum + count, 0);
  return filled.reduce(
    (sum, { count, meanProbability, positiveShare }) =>
      sum + (count / total) * Math.abs(meanProbability - positiveShare),
    0,
  );
}
