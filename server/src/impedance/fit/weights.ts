import type { Spectrum } from "../spectrum";

/**
 * How residuals are weighted: `modulus` by 1/|Z|^2, for noise that grows with the impedance as an instrument's does;
 * `proportional` by 1/Re^2 and 1/Im^2, each part by itself; `unit` not at all, which leaves the small arcs of a blocking cell
 * to the noise of its tail.
 */
export type Weighting = "modulus" | "unit" | "proportional";

export const weightings: readonly Weighting[] = ["modulus", "unit", "proportional"];

/** What residuals of the real and of the imaginary part are multiplied with, a number a point. */
export interface Weights {
  readonly re: Float64Array;
  readonly im: Float64Array;
}

/** A part that crosses zero would otherwise outweigh all others. */
const leastShare = 1e-3;

export function weightsOf({ zRe, zIm }: Spectrum, weighting: Weighting): Weights {
  const modulus = zRe.map((re, i) => Math.hypot(re, zIm[i] ?? 0) || Number.MIN_VALUE);
  switch (weighting) {
    case "unit":
      return { re: new Float64Array(zRe.length).fill(1), im: new Float64Array(zRe.length).fill(1) };
    case "modulus": {
      const inverse = modulus.map((value) => 1 / value);
      return { re: inverse, im: inverse };
    }
    case "proportional": {
      const inverse = (part: Float64Array) =>
        part.map((value, i) => 1 / Math.max(Math.abs(value), leastShare * (modulus[i] ?? 0)));
      return { re: inverse(zRe), im: inverse(zIm) };
    }
  }
}

/** Both parts weighted, all real ones before all imaginary ones. */
export function weighted(re: Float64Array, im: Float64Array, weights: Weights): Float64Array {
  const count = re.length;
  const values = new Float64Array(2 * count);
  for (let i = 0; i < count; i++) {
    values[i] = (re[i] ?? 0) * (weights.re[i] ?? 0);
    values[count + i] = (im[i] ?? 0) * (weights.im[i] ?? 0);
  }
  return values;
}
