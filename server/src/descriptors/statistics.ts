/** A number with how much it counts. */
export interface Weighted {
  readonly value: number;
  readonly weight: number;
}

export function mean(entries: readonly Weighted[]): number {
  let [sum, total] = [0, 0];
  for (const { value, weight } of entries) {
    sum += value * weight;
    total += weight;
  }
  return sum / total;
}

export function smallest(entries: readonly Weighted[]): number {
  return Math.min(...entries.map(({ value }) => value));
}

export function largest(entries: readonly Weighted[]): number {
  return Math.max(...entries.map(({ value }) => value));
}

export function range(entries: readonly Weighted[]): number {
  return largest(entries) - smallest(entries);
}

/**
 * The standard deviation with weights that tell reliability: sqrt(sum w (x - mean)^2 / (sum w - sum w^2 / sum w)), which
 * does not hang on the scale of the weights; 0 for a single entry.
 */
export function standardDeviation(entries: readonly Weighted[]): number {
  if (entries.length < 2) return 0;
  const centre = mean(entries);
  let [squares, total, totalOfSquares] = [0, 0, 0];
  for (const { value, weight } of entries) {
    squares += weight * (value - centre) ** 2;
    total += weight;
    totalOfSquares += weight * weight;
  }
  return Math.sqrt(squares / (total - totalOfSquares / total));
}

/** The mean distance from the mean. */
export function meanDeviation(entries: readonly Weighted[]): number {
  const centre = mean(entries);
  return mean(entries.map(({ value, weight }) => ({ value: Math.abs(value - centre), weight })));
}
