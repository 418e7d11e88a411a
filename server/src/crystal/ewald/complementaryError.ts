const twoOverRootPi = 2 / Math.sqrt(Math.PI);
/** Below, the series converges quickly; above, the continued fraction does. */
const seriesEnd = 2.5;
/** Levels of the continued fraction that give all digits of a double from {@link seriesEnd} on. */
const levels = 60;

/**
 * The complementary error function of x >= 0, to a relative error of about 1e-12: by the series of the error function
 * (Abramowitz and Stegun 7.1.6) or by Laplace's continued fraction (7.1.14).
 */
export function complementaryError(x: number): number {
  return x < seriesEnd ? 1 - errorSeries(x) : continuedFraction(x);
}

/** Without a cancellation, since all terms are positive. */
function errorSeries(x: number): number {
  let term = twoOverRootPi * x * Math.exp(-x * x);
  let sum = 0;
  for (let n = 0; term > 1e-17 * sum; n++) {
    sum += term;
    term *= (2 * x * x) / (2 * n + 3);
  }
  return sum;
}

function continuedFraction(x: number): number {
  let tail = x;
  for (let level = levels; level > 0; level--) tail = x + level / 2 / tail;
  return Math.exp(-x * x) / (Math.sqrt(Math.PI) * tail);
}
