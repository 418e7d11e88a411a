import {
  fitArrhenius,
  kilojoulePerMole,
  type ArrheniusFit,
  type ArrheniusForm,
  type ArrheniusRefusal,
  type ConductivityPoint,
} from "../impedance/arrhenius/arrheniusFit";
import { findKink } from "../impedance/arrhenius/kink";
import { replicatePoints, replicateStatistics } from "../impedance/arrhenius/replicates";
import type {
  ArrheniusLine,
  ArrheniusParams,
  ArrheniusPlace,
  ArrheniusPoint,
  ArrheniusReplicates,
  ArrheniusResult,
  ConductivityAt,
} from "../protocol/arrhenius";

interface CellFit {
  readonly cell: string;
  readonly points: readonly ConductivityPoint[];
  readonly fit: ArrheniusFit;
}

type Way = Pick<ArrheniusParams, "weighting" | "form">;

const refusals: Readonly<Record<ArrheniusRefusal, string>> = {
  "too-few-temperatures": "a line needs conductivities at two temperatures",
  "no-deviations": "points without an error cannot be weighted by it",
};

/** A line for each cell that has one, and the spread over cells. */
export function arrheniusAnswer({ points, ...way }: ArrheniusParams): ArrheniusResult {
  const fits: CellFit[] = [];
  const problems: string[] = [];
  for (const [cell, own] of byCell(points)) {
    const result = fitArrhenius(own, way.weighting, way.form);
    if (result.ok) fits.push({ cell, points: own, fit: result.fit });
    else problems.push(`${cell}: ${refusals[result.reason]}.`);
  }
  return {
    places: points.map((point) => pointOf(way.form, point)),
    lines: fits.map((one) => lineOf(one, way.form)),
    replicates: fits.length > 1 ? replicatesOf(fits, way) : null,
    problems,
  };
}

/** Weights are those of the spread over cells. */
function replicatesOf(fits: readonly CellFit[], { weighting, form }: Way): ArrheniusReplicates {
  const { activationEnergy, conductivity25 } = replicateStatistics(fits.map(({ fit }) => fit));
  const found = replicatePoints(fits.map(({ points }) => points));
  const means = found.flatMap(({ temperatureC, conductivity: { mean, deviation, n } }) =>
    mean === null ? [] : [{ temperatureC, conductivity: mean, deviation, n }],
  );
  const result = fitArrhenius(means, weighting, form);
  return {
    activationEnergy,
    conductivity25,
    means: means.map((point) => ({
      ...pointOf(form, point),
      temperatureC: point.temperatureC,
      cells: point.n,
    })),
    line: result.ok
      ? lineOf({ cell: `mean of ${fits.length} cells`, points: means, fit: result.fit }, form)
      : null,
  };
}

function byCell(points: readonly ConductivityAt[]): Map<string, ConductivityPoint[]> {
  const cells = new Map<string, ConductivityPoint[]>();
  for (const { cell, ...point } of points) cells.set(cell, [...(cells.get(cell) ?? []), point]);
  return cells;
}

/** The error by the first derivative of the logarithm. */
function pointOf(form: ArrheniusForm, point: ConductivityPoint): ArrheniusPoint {
  const { temperatureC, conductivity, deviation } = point;
  const unit = form === "ln(sigma T)" ? 1 : Math.LN10;
  return {
    place: placeOf(form, temperatureC, conductivity),
    error: deviation === null ? null : deviation / conductivity / unit,
  };
}

function placeOf(form: ArrheniusForm, temperatureC: number, conductivity: number): ArrheniusPlace {
  const kelvin = temperatureC + 273.15;
  const y = form === "ln(sigma T)" ? Math.log(conductivity * kelvin) : Math.log10(conductivity);
  return [1000 / kelvin, y];
}

function lineOf({ cell, points, fit }: CellFit, form: ArrheniusForm): ArrheniusLine {
  const { activationEnergy, activationEnergyStandardError, lnPrefactor, conductivity25 } = fit;
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
    activationEnergy: { value: activationEnergy, standardError: activationEnergyStandardError },
    activationEnergyInterval: fit.activationEnergyInterval,
    activationEnergyKilojoulePerMole: {
      value: fit.activationEnergyKilojoulePerMole,
      standardError:
        activationEnergyStandardError === null ? null : activationEnergyStandardError * kilojoulePerMole,
    },
    prefactor: Math.exp(lnPrefactor),
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
