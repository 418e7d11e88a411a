import { complementaryError } from "../../crystal/ewald/complementaryError";

/** Probability that a standard normal variable is at most x. */
export function normalCumulative(x: number): number {
  const tail = complementaryError(Math.abs(x) / Math.SQRT2) / 2;
  return x >= 0 ? 1 - tail : tail;
}
