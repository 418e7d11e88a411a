import type { Estimate } from "../impedance/fit/circuitFit";

/** `17342 (14)`, `1.822e-5 (1.5e-8)`: a value with one standard deviation in brackets, `?` where it has none. */
export function estimateText({ value, standardError }: Estimate): string {
  return `${significant(value, 4)} (${standardError === null ? "?" : significant(standardError, 2)})`;
}

/** Plain digits for what is near 1, a power of ten for the rest. */
function significant(value: number, digits: number): string {
  const modulus = Math.abs(value);
  if (modulus === 0) return "0";
  if (modulus < 1e-2 || modulus >= 1e6) return value.toExponential(digits - 1);
  const rounded = Number(value.toPrecision(Math.max(digits, Math.ceil(Math.log10(modulus)))));
  return rounded >= 10 ** (digits - 1) ? rounded.toFixed(0) : rounded.toPrecision(digits);
}
