import type { Circuit } from "./circuit";

/** Places of the parameters that are resistances of the cell: of resistors and of arcs, not of diffusion. */
export function resistances({ parameters }: Pick<Circuit, "parameters">): number[] {
  return parameters.flatMap(({ quantity }, p) => (quantity === "resistance" ? [p] : []));
}

/** Their sum, ohm. */
export function resistanceTotal(circuit: Circuit, values: readonly number[]): number {
  return resistances(circuit).reduce((sum, p) => sum + (values[p] ?? 0), 0);
}
