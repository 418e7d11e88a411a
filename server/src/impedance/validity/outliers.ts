/** Residuals of noise, whose modulus is distributed as Rayleigh's, exceed this many medians once in 10^5 points. */
const mostMedians = 4;
/** Relative residuals below this are no fault of a measurement. */
const least = 2e-3;

/** Places of the residuals, relative to |Z|, that stick out of the others. */
export function outliersOf({ re, im }: { readonly re: Float64Array; readonly im: Float64Array }): number[] {
  const moduli = Array.from(re, (value, i) => Math.hypot(value, im[i] ?? 0));
  const median = moduli.toSorted((a, b) => a - b)[moduli.length >> 1] ?? 0;
  const limit = Math.max(mostMedians * median, least);
  return moduli.flatMap((modulus, i) => (modulus > limit ? [i] : []));
}
