import { basename } from "node:path";
import { cellConstant, type Measured } from "../impedance/cell/cell";
import {
  fitPolarisation,
  ionicTransference,
  steadyCurrents,
  steadyFrom,
  type PolarisationFit,
  type SteadyCurrent,
} from "../impedance/dc/dcPolarisation";
import type { Polarisation } from "../impedance/dc/readPolarisation";
import { interval95 } from "../impedance/statistics/interval";
import type { EstimatedValue } from "../protocol/values";
import type {
  AnalysePolarisationParams,
  AnalysePolarisationResult,
  PolarisationLine,
  ReadPolarisation,
  Transient,
} from "../protocol/polarisation";
import type { FoundCell } from "./impedanceCells";

/** Points of a transient that are drawn at most. */
const mostDrawn = 500;

export function readPolarisationOf(
  file: string,
  { transients, temperatureC, temperatureSource }: Polarisation,
  { cell, path }: FoundCell,
): ReadPolarisation {
  const name = basename(file);
  const fromCell = cell.temperaturesC.get(name);
  return {
    file,
    name,
    temperatureC: fromCell ?? temperatureC,
    temperatureSource: fromCell === undefined ? temperatureSource : "cell",
    cell: path,
    cellConstant: cellConstant(cell),
    transients: transientsOf(transients),
  };
}

function transientsOf(points: Polarisation["transients"]): Transient[] {
  return [...new Set(points.map(({ voltage }) => voltage))].map((voltage) => {
    const own = points.filter((point) => point.voltage === voltage);
    const every = Math.ceil(own.length / mostDrawn);
    const drawn = own.filter((_, i) => i % every === 0);
    return {
      voltage,
      times: drawn.map(({ time }) => time),
      currents: drawn.map(({ current }) => current),
    };
  });
}

/** Both lines through the steady currents. */
export function analysedPolarisation(
  { steady, transients }: Polarisation,
  params: AnalysePolarisationParams,
): AnalysePolarisationResult {
  const isTransient = transients.length > 0;
  const found = isTransient ? steadyCurrents(transients, params.steadyFrom ?? undefined) : steady;
  const currents = found.filter(({ current }) => Number.isFinite(current));
  // The slope is that of a cell as thick as its area is large: the size comes in with its error below.
  const fits = fitPolarisation(currents, 1);
  if (!fits) return { kind: "refused", reason: "A line needs steady currents at two voltages." };
  const line = (fit: PolarisationFit) => lineOf(fit, currents, params);
  return {
    kind: "analysed",
    currents: currents.map(({ voltage, current, standardError }) => ({
      voltage,
      value: current,
      standardError,
    })),
    steadyFrom: isTransient ? (params.steadyFrom ?? steadyFrom(transients)) : null,
    withOffset: line(fits.fit),
    throughOrigin: line(fits.throughOrigin),
  };
}

function lineOf(
  fit: PolarisationFit,
  currents: readonly SteadyCurrent[],
  { cellConstant: constant, totalConductivity: total }: AnalysePolarisationParams,
): PolarisationLine {
  const { slope, slopeStandardError, intercept, interceptStandardError } = fit;
  const conductivity = constant && conductivityOf(fit, constant);
  const freedom = currents.length - (intercept === null ? 1 : 2);
  const interval = conductivity && interval95(conductivity.value, conductivity.standardError, freedom);
  const voltages = [0, ...currents.map(({ voltage }) => voltage)];
  return {
    slope: { value: slope, standardError: slopeStandardError },
    offset: intercept === null ? null : { value: intercept, standardError: interceptStandardError },
    conductivity,
    interval,
    isUpperLimitOnly: fit.isUpperLimitOnly,
    ...transference(fit, conductivity, total),
    line: [Math.min(...voltages), Math.max(...voltages)].map(
      (voltage) => [voltage, (intercept ?? 0) + slope * voltage] as const,
    ),
  };
}

function transference(
  fit: PolarisationFit,
  electronic: EstimatedValue | null,
  total: EstimatedValue | null,
): Pick<PolarisationLine, "electronicTransference" | "ionicTransference"> {
  if (!electronic || !total) return { electronicTransference: null, ionicTransference: null };
  const { value: conductivity, standardError: conductivityStandardError } = electronic;
  const ionic = ionicTransference(total, { ...fit, conductivity, conductivityStandardError });
  const share = { value: conductivity / total.value, standardError: ionic.standardError };
  return { electronicTransference: share, ionicTransference: ionic };
}

/** slope thickness / area, with the relative errors of both. */
function conductivityOf({ slope, slopeStandardError }: PolarisationFit, constant: Measured): EstimatedValue {
  const value = slope * constant.value;
  const standardError =
    slopeStandardError === null
      ? null
      : Math.hypot(slopeStandardError * constant.value, slope * constant.uncertainty);
  return { value, standardError };
}
