/** y = intercept + slope x by weighted least squares. */
export interface Line {
  readonly slope: number;
  readonly intercept: number;
  /** Weighted mean of x. */
  readonly centre: number;
  /** (X^T W X)^-1: of the slope, of the intercept, of both. */
  readonly slopeVariance: number;
  readonly interceptVariance: number;
  readonly covariance: number;
  /** Weighted sum of the squared residuals. */
  readonly chi2: number;
  /** n - 2. */
  readonly freedom: number;
  /** Share of the weighted variance of y that the line explains. */
  readonly r2: number;
}

/** `undefined` where all x are one. Variances are for weights that are 1/variance; multiply by chi2/freedom where these are relative. */
export function fitLine(
  x: readonly number[],
  y: readonly number[],
  weights: readonly number[] = x.map(() => 1),
): Line | undefined {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const mean = (of: (i: number) => number) =>
    weights.reduce((sum, weight, i) => sum + weight * of(i), 0) / total;
  const centre = mean((i) => x[i] ?? 0);
  const height = mean((i) => y[i] ?? 0);
  const dx = (i: number) => (x[i] ?? 0) - centre;
  const dy = (i: number) => (y[i] ?? 0) - height;
  const [xx, xy, yy] = [mean((i) => dx(i) ** 2), mean((i) => dx(i) * dy(i)), mean((i) => dy(i) ** 2)];
  if (!(xx > 0)) return undefined;
  const slope = xy / xx;
  const slopeVariance = 1 / (total * xx);
  const chi2 = total * mean((i) => (dy(i) - slope * dx(i)) ** 2);
  return {
    slope,
    intercept: height - slope * centre,
    centre,
    slopeVariance,
    interceptVariance: 1 / total + centre ** 2 * slopeVariance,
    covariance: -centre * slopeVariance,
    chi2,
    freedom: x.length - 2,
    r2: yy > 0 ? 1 - chi2 / (total * yy) : 1,
  };
}

/** y = slope x by least squares, `undefined` where all x are zero. */
export interface Proportion {
  readonly slope: number;
  /** 1 / sum x^2. */
  readonly slopeVariance: number;
  readonly chi2: number;
  /** n - 1. */
  readonly freedom: number;
}

export function fitProportion(x: readonly number[], y: readonly number[]): Proportion | undefined {
  const xx = x.reduce((sum, value) => sum + value * value, 0);
  if (!(xx > 0)) return undefined;
  const slope = x.reduce((sum, value, i) => sum + value * (y[i] ?? 0), 0) / xx;
  const chi2 = x.reduce((sum, value, i) => sum + ((y[i] ?? 0) - slope * value) ** 2, 0);
  return { slope, slopeVariance: 1 / xx, chi2, freedom: x.length - 1 };
}
