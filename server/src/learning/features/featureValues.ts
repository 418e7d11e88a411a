/** Numbers by the words that name them, units included; NaN where the compound does not tell. */
export type FeatureValues = ReadonlyMap<string, number>;

/** A number with the weight that it counts with. */
export interface Weighted {
  readonly value: number | undefined;
  readonly weight: number;
}

export interface Statistics {
  readonly mean: number;
  readonly deviation: number;
  readonly least: number;
  readonly most: number;
}

/** Of the values that are known; all NaN where none is. */
export function weightedStatistics(values: readonly Weighted[]): Statistics {
  let [weights, sum, squares, least, most] = [0, 0, 0, Infinity, -Infinity];
  for (const { value, weight } of values) {
    if (value === undefined || Number.isNaN(value) || weight <= 0) continue;
    weights += weight;
    sum += weight * value;
    squares += weight * value * value;
    least = Math.min(least, value);
    most = Math.max(most, value);
  }
  if (weights === 0) return { mean: NaN, deviation: NaN, least: NaN, most: NaN };
  const mean = sum / weights;
  return { mean, deviation: Math.sqrt(Math.max(0, squares / weights - mean * mean)), least, most };
}
