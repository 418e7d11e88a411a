export interface MeanAndDeviation {
  readonly mean: number;
  /** Standard deviation of a sample. */
  readonly deviation: number;
}

export function meanAndDeviation(values: ArrayLike<number>): MeanAndDeviation {
  const all = Array.from(values);
  const mean = all.reduce((sum, value) => sum + value, 0) / all.length;
  const squares = all.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return { mean, deviation: Math.sqrt(squares / (all.length - 1)) };
}
