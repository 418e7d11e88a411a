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
  let [weights, sum, least, most] = [0, 0, Infinity, -Infinity];
  for (const { value, weight } of values) {
    if (!isKnown(value) || weight <= 0) continue;
    weights += weight;
    sum += weight * value;
    least = Math.min(least, value);
    most = Math.max(most, value);
  }
  if (weights === 0) return { mean: NaN, deviation: NaN, least: NaN, most: NaN };
  const mean = sum / weights;
  let squares = 0;
  for (const { value, weight } of values)
    if (isKnown(value) && weight > 0) squares += weight * (value - mean) ** 2;
  return { mean, deviation: Math.sqrt(squares / weights), least, most };
}

function isKnown(value: number | undefined): value is number {
  return value !== undefined && !Number.isNaN(value);
}
