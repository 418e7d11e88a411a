import {
  fitArrhenius,
  type ArrheniusFit,
  type ArrheniusForm,
  type ConductivityPoint,
} from "../impedance/arrhenius/arrheniusFit";
import { findKink } from "../impedance/arrhenius/kink";
import { replicateStatistics } from "../impedance/arrhenius/replicates";
import type {
  ArrheniusLine,
  ArrheniusParams,
  ArrheniusPlace,
  ArrheniusResult,
  ConductivityAt,
} from "../protocol/impedance";

interface CellFit {
  readonly cell: string;
  readonly points: readonly ConductivityPoint[];
  readonly fit: ArrheniusFit;
}

/** A line for each cell that has one, and the spread over cells. */
export function arrheniusAnswer({ points, weighting, form }: ArrheniusParams): ArrheniusResult {
  const fits = [...byCell(points)].flatMap(([cell, own]): CellFit[] => {
    const result = fitArrhenius(own, weighting, form);
    return result.ok ? [{ cell, points: own, fit: result.fit }] : [];
  });
  const { activationEnergy, conductivity25 } = replicateStatistics(fits.map(({ fit }) => fit));
  return {
    places: points.map(({ temperatureC, conductivity }) => placeOf(form, temperatureC, conductivity)),
    lines: fits.map((one) => lineOf(one, form)),
    replicates: fits.length > 1 ? { activationEnergy, conductivity25 } : null,
  };
}

function byCell(points: readonly ConductivityAt[]): Map<string, ConductivityPoint[]> {
  const cells = new Map<string, ConductivityPoint[]>();
  for (const { cell, ...point } of points) cells.set(cell, [...(cells.get(cell) ?? []), point]);
  return cells;
}

function placeOf(form: ArrheniusForm, temperatureC: number, conductivity: number): ArrheniusPlace {
  const kelvin = temperatureC + 273.15;
  const y = form === "ln(sigma T)" ? Math.log(conductivity * kelvin) : Math.log10(conductivity);
  return [1000 / kelvin, y];
}

function lineOf({ cell, points, fit }: CellFit, form: ArrheniusForm): ArrheniusLine {
  const { activationEnergy, lnPrefactor, conductivity25 } = fit;
  const temperatures = drawnTemperatures(fit);
  const edge = (side: 0 | 1) =>
    temperatures.flatMap((temperatureC): ArrheniusPlace[] => {
      const conductivity = fit.at(temperatureC).interval?.[side];
      return conductivity === undefined ? [] : [placeOf(form, temperatureC, conductivity)];
    });
  const kink = findKink(points);
  return {
    cell,
    points: fit.n,
    activationEnergy: { value: activationEnergy, standardError: fit.activationEnergyStandardError },
    activationEnergyInterval: fit.activationEnergyInterval,
    activationEnergyKilojoulePerMole: fit.activationEnergyKilojoulePerMole,
    lnPrefactor: { value: lnPrefactor, standardError: fit.lnPrefactorStandardError },
    conductivity25: { value: conductivity25, standardError: fit.conductivity25StandardError },
    conductivity25Interval: fit.conductivity25Interval,
    conductivity25Source: fit.conductivity25Source,
    r2: fit.r2,
    line: temperatures.map((temperatureC) => placeOf(form, temperatureC, fit.at(temperatureC).conductivity)),
    band: [edge(0), edge(1)].filter(({ length }) => length > 0),
    kink: kink ? { temperatureC: kink.temperatureC, below: kink.below, above: kink.above } : null,
  };
}

const steps = 40;

/** Over the measured temperatures, and to 25 degrees Celsius. */
function drawnTemperatures({ temperatureRange: [lowest, highest] }: ArrheniusFit): number[] {
  const [from, to] = [Math.min(lowest, 25), Math.max(highest, 25)];
  return Array.from({ length: steps + 1 }, (_, i) => from + ((to - from) * i) / steps);
}
