import jstat from "jstat";

/** From, to. */
export type Interval = readonly [number, number];

/** Student's t below which a variable stays with a probability of 97.5 %; `null` without degrees of freedom. */
export function student975(degreesOfFreedom: number): number | null {
  return degreesOfFreedom > 0 ? jstat.jStat.studentt.inv(0.975, degreesOfFreedom) : null;
}

/** The 95 % interval of a value by Student's t; `null` without degrees of freedom. */
export function interval95(
  value: number,
  standardError: number | null,
  degreesOfFreedom: number,
): Interval | null {
  const t = student975(degreesOfFreedom);
  if (t === null || standardError === null) return null;
  return [value - t * standardError, value + t * standardError];
}

/** The probability that a variable of the F distribution exceeds `value`. */
export function exceedanceOfF(value: number, numeratorFreedom: number, denominatorFreedom: number): number {
  return 1 - jstat.jStat.centralF.cdf(value, numeratorFreedom, denominatorFreedom);
}

/** Mean and sample standard deviation (n - 1); the deviation is `null` for a single value, both for none. */
export interface Spread {
  readonly mean: number | null;
  readonly deviation: number | null;
  readonly n: number;
}

export function spreadOf(values: readonly number[]): Spread {
  const n = values.length;
  if (n === 0) return { mean: null, deviation: null, n };
  const mean = values.reduce((sum, value) => sum + value, 0) / n;
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return { mean, deviation: n > 1 ? Math.sqrt(squares / (n - 1)) : null, n };
}
