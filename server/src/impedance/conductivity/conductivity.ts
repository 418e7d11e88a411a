import type { Measured } from "../cell/cell";
import { resistances } from "../circuit/resistanceTotal";
import type { CircuitFit, Estimate } from "../fit/circuitFit";
import { contributionsOf } from "./contributions";

/** Ionic conductivities, S/cm. */
export interface Conductivities {
  readonly total: Estimate;
  /** Of the fastest contribution; `null` where the circuit does not part the resistance. */
  readonly bulk: Estimate | null;
  /** Of all slower contributions together, as if they filled the pellet. */
  readonly grainBoundary: Estimate | null;
}

/** sigma = thickness / (area R), with the relative errors of both; the cell constant is thickness / area, 1/cm. */
export function conductivityOf(resistance: Estimate, cellConstant: Measured): Estimate {
  const value = cellConstant.value / resistance.value;
  const relative =
    resistance.standardError === null
      ? null
      : Math.hypot(
          resistance.standardError / resistance.value,
          cellConstant.uncertainty / cellConstant.value,
        );
  return { value, standardError: relative === null ? null : value * relative };
}

/** Of a fitted circuit. */
export function conductivitiesOf(fit: CircuitFit, cellConstant: Measured): Conductivities | null {
  const all = contributionsOf(fit);
  const [bulk, ...slower] = all;
  if (!bulk) return null;
  const of = (parameters: readonly number[]) => conductivityOf(sumOf(fit, parameters), cellConstant);
  return {
    total: of(resistances(fit.circuit)),
    bulk: slower.length > 0 ? of([bulk.parameter]) : null,
    grainBoundary: slower.length > 0 ? of(slower.map(({ parameter }) => parameter)) : null,
  };
}

/** The sum of all resistances of a fitted circuit, ohm. Arcs that overlap are anticorrelated: the sum is surer than its parts. */
export function totalResistance(fit: CircuitFit): Estimate {
  return sumOf(fit, resistances(fit.circuit));
}

/** The sum of some parameters with its error from the full covariance. */
function sumOf({ parameters, covariance }: CircuitFit, places: readonly number[]): Estimate {
  const value = places.reduce((sum, p) => sum + (parameters[p]?.value ?? NaN), 0);
  let variance: number | null = places.length > 0 ? 0 : null;
  for (const p of places)
    for (const q of places) {
      const entry = covariance[p]?.[q] ?? null;
      variance = variance === null || entry === null ? null : variance + entry;
    }
  return { value, standardError: variance === null ? null : Math.sqrt(Math.max(variance, 0)) };
}
