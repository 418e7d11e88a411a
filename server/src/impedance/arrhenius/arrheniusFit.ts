import { interval95, student975, type Interval } from "../statistics/interval";
import { fitLine, type Line } from "../statistics/line";

/** Boltzmann's constant, eV/K (CODATA 2022). */
export const boltzmann = 8.617333262e-5;
/** Avogadro's constant times the elementary charge: kJ/mol of one electronvolt. */
export const kilojoulePerMole = 96.48533212;
const zeroCelsius = 273.15;
const roomTemperature = 25;

/** A conductivity at a temperature. */
export interface ConductivityPoint {
  /** Degrees Celsius. */
  readonly temperatureC: number;
  /** S/cm. */
  readonly conductivity: number;
  /** One standard deviation, S/cm; `null` where none is known. */
  readonly deviation: number | null;
}

/**
 * `none` weighs all points alike; `scaled` by (sigma/deviation)^2, with errors from the scatter about the line; `absolute` the
 * same, with errors from the deviations as they are.
 */
export type ArrheniusWeighting = "none" | "scaled" | "absolute";

/** What is drawn: the thesis' equation 2.1, or the quantity of plots without temperature in it. */
export type ArrheniusForm = "ln(sigma T)" | "log10(sigma)";

export interface ArrheniusFit {
  readonly weighting: ArrheniusWeighting;
  readonly form: ArrheniusForm;
  /** Electronvolt. */
  readonly activationEnergy: number;
  readonly activationEnergyStandardError: number | null;
  /** 95 %. */
  readonly activationEnergyInterval: Interval | null;
  /** kJ/mol. */
  readonly activationEnergyKilojoulePerMole: number;
  /** Natural logarithm of sigma_0, S K/cm (S/cm of the form without temperature). */
  readonly lnPrefactor: number;
  readonly lnPrefactorStandardError: number | null;
  /** S/cm at 25 degrees Celsius, of the line. */
  readonly conductivity25: number;
  readonly conductivity25StandardError: number | null;
  /** 95 %, not symmetric: it is that of the logarithm. */
  readonly conductivity25Interval: Interval | null;
  /** Whether 25 degrees Celsius lie among the measured temperatures. */
  readonly conductivity25Source: "interpolated" | "extrapolated";
  /** Degrees Celsius. */
  readonly temperatureRange: Interval;
  readonly r2: number;
  readonly n: number;
  /** Of the line at a temperature. */
  readonly at: (temperatureC: number) => LineValue;
}

/** S/cm of an Arrhenius line at one temperature. */
export interface LineValue {
  readonly conductivity: number;
  readonly standardError: number | null;
  /** 95 % for the line, not for a further measurement. */
  readonly interval: Interval | null;
}

/** Why there is no fit. */
export type ArrheniusRefusal = "too-few-temperatures" | "no-deviations";

export type ArrheniusResult =
  | { readonly ok: true; readonly fit: ArrheniusFit }
  | { readonly ok: false; readonly reason: ArrheniusRefusal };

/**
 * ln(sigma T) = ln(sigma_0) - E_a / (k T) by least squares (equation 2.1 of the thesis), or log10(sigma) instead, whose E_a is
 * lower by about k T. Two temperatures give a line without errors.
 */
export function fitArrhenius(
  points: readonly ConductivityPoint[],
  weighting: ArrheniusWeighting = "none",
  form: ArrheniusForm = "ln(sigma T)",
): ArrheniusResult {
  const weights = weightsOf(points, weighting);
  if (!weights) return { ok: false, reason: "no-deviations" };
  const line = fitLine(
    points.map(({ temperatureC }) => inverseEnergy(temperatureC)),
    points.map(({ temperatureC, conductivity }) => Math.log(conductivity * factor(form, temperatureC))),
    weights,
  );
  if (!line) return { ok: false, reason: "too-few-temperatures" };
  return { ok: true, fit: describe(line, points, weighting, form) };
}

function weightsOf(
  points: readonly ConductivityPoint[],
  weighting: ArrheniusWeighting,
): readonly number[] | undefined {
  if (weighting === "none") return points.map(() => 1);
  const weights = points.map(({ conductivity, deviation }) => (conductivity / (deviation ?? 0)) ** 2);
  return weights.every(Number.isFinite) ? weights : undefined;
}

/** 1/(k T), 1/eV. */
export function inverseEnergy(temperatureC: number): number {
  return 1 / (boltzmann * (temperatureC + zeroCelsius));
}

function factor(form: ArrheniusForm, temperatureC: number): number {
  return form === "ln(sigma T)" ? temperatureC + zeroCelsius : 1;
}

function describe(
  line: Line,
  points: readonly ConductivityPoint[],
  weighting: ArrheniusWeighting,
  form: ArrheniusForm,
): ArrheniusFit {
  const { freedom } = line;
  const scale = weighting === "absolute" ? 1 : line.chi2 / freedom;
  const error = (variance: number) => (freedom > 0 ? Math.sqrt(variance * scale) : null);
  const at = (temperatureC: number) => valueAt(line, error, form, temperatureC);
  const room = at(roomTemperature);
  const temperatures = points.map(({ temperatureC }) => temperatureC);
  const range = [Math.min(...temperatures), Math.max(...temperatures)] as const;
  const isInside = range[0] <= roomTemperature && roomTemperature <= range[1];
  const activationEnergyStandardError = error(line.slopeVariance);
  return {
    weighting,
    form,
    activationEnergy: -line.slope,
    activationEnergyStandardError,
    activationEnergyInterval: interval95(-line.slope, activationEnergyStandardError, freedom),
    activationEnergyKilojoulePerMole: -line.slope * kilojoulePerMole,
    lnPrefactor: line.intercept,
    lnPrefactorStandardError: error(line.interceptVariance),
    conductivity25: room.conductivity,
    conductivity25StandardError: room.standardError,
    conductivity25Interval: room.interval,
    conductivity25Source: isInside ? "interpolated" : "extrapolated",
    temperatureRange: range,
    r2: line.r2,
    n: points.length,
    at,
  };
}

function valueAt(
  { slope, intercept, slopeVariance, interceptVariance, covariance, freedom }: Line,
  error: (variance: number) => number | null,
  form: ArrheniusForm,
  temperatureC: number,
): LineValue {
  const x = inverseEnergy(temperatureC);
  const conductivity = Math.exp(intercept + slope * x) / factor(form, temperatureC);
  const relative = error(interceptVariance + 2 * x * covariance + x ** 2 * slopeVariance);
  const t = student975(freedom);
  if (relative === null || t === null) return { conductivity, standardError: null, interval: null };
  return {
    conductivity,
    standardError: conductivity * relative,
    interval: [conductivity * Math.exp(-t * relative), conductivity * Math.exp(t * relative)],
  };
}
