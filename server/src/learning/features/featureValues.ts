/** Numbers by the words that name them, units included; NaN where the compound does not tell. */
export type FeatureValues = ReadonlyMap<string, number>;

/** A number with the weight, above 0, that it counts with. */
export interface Weighted {
  readonly value: number;
  readonly weight: number;
}

/** NaN where there are no values. */
export function weightedMean(values: readonly Weighted[]): number {
  let [weights, sum] = [0, 0];
  for (const { value, weight } of values) {
    weights += weight;
    sum += weight * value;
  }
  return weights > 0 ? sum / weights : NaN;
}

/** NaN where there are no values. */
export function least(values: readonly number[]): number {
  return values.length > 0 ? Math.min(...values) : NaN;
}

/** NaN where there are no values. */
export function most(values: readonly number[]): number {
  return values.length > 0 ? Math.max(...values) : NaN;
}
