import type { BondValenceParameters } from "./bondValenceParameters";

/**
 * The valence of a bond in valence units: s = exp((r0 - d) / b) (Brown and Altermatt, Acta Cryst. B41, 244 (1985)).
 *
 * @param distance angstrom.
 */
export function bondValence({ r0, b }: Pick<BondValenceParameters, "r0" | "b">, distance: number): number {
  return Math.exp((r0 - distance) / b);
}
