import { exceedanceOfF } from "../statistics/interval";
import { fitLine, type Line } from "../statistics/line";
import { inverseEnergy, type ConductivityPoint } from "./arrheniusFit";

/** Two regimes with an activation energy each. */
export interface Kink {
  /** Degrees Celsius, between the last point of one regime and the first of the other. */
  readonly temperatureC: number;
  /** Electronvolt. */
  readonly below: number;
  readonly above: number;
  /** Probability that one line scatters as much by chance, corrected for the choice of the place. */
  readonly probability: number;
}

const fewestPoints = 3;
/** Below this probability a kink is told. */
const significance = 0.01;

/**
 * Looks for a kink of ln(sigma T) against 1/T: two lines instead of one, by an F test with Bonferroni's correction for the
 * places that were tried; `undefined` where one line will do. Each regime needs three temperatures.
 */
export function findKink(points: readonly ConductivityPoint[]): Kink | undefined {
  const sorted = [...points].sort((a, b) => a.temperatureC - b.temperatureC);
  const one = lineThrough(sorted);
  const places = sorted.map((_, i) => i).filter((i) => isPlace(sorted, i));
  const candidates = places.flatMap((place) => {
    const [below, above] = [lineThrough(sorted.slice(0, place)), lineThrough(sorted.slice(place))];
    return below && above ? [{ place, below, above, chi2: below.chi2 + above.chi2 }] : [];
  });
  const best = candidates.sort((a, b) => a.chi2 - b.chi2)[0];
  const freedom = sorted.length - 4;
  if (!one || !best || freedom < 1) return undefined;
  const f = (one.chi2 - best.chi2) / 2 / (best.chi2 / freedom);
  const probability = Math.min(1, exceedanceOfF(f, 2, freedom) * candidates.length);
  if (!(probability < significance)) return undefined;
  const [last, first] = [sorted[best.place - 1], sorted[best.place]];
  const temperatureC = ((last?.temperatureC ?? NaN) + (first?.temperatureC ?? NaN)) / 2;
  return { temperatureC, below: -best.below.slope, above: -best.above.slope, probability };
}

/** Whether point `i` can begin the upper regime. */
function isPlace(sorted: readonly ConductivityPoint[], i: number): boolean {
  const isStep = i > 0 && sorted[i]?.temperatureC !== sorted[i - 1]?.temperatureC;
  return (
    isStep &&
    temperatures(sorted.slice(0, i)) >= fewestPoints &&
    temperatures(sorted.slice(i)) >= fewestPoints
  );
}

const temperatures = (points: readonly ConductivityPoint[]) =>
  new Set(points.map(({ temperatureC }) => temperatureC)).size;

function lineThrough(points: readonly ConductivityPoint[]): Line | undefined {
  return fitLine(
    points.map(({ temperatureC }) => inverseEnergy(temperatureC)),
    points.map(({ temperatureC, conductivity }) => Math.log(conductivity * (temperatureC + 273.15))),
  );
}
