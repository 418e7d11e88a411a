import { interval95, type Interval } from "../statistics/interval";
import { fitLine, fitProportion } from "../statistics/line";

/** The steady current of a cell with blocking electrodes at a voltage. */
export interface SteadyCurrent {
  readonly voltage: number;
  /** Ampere. */
  readonly current: number;
  /** One standard deviation, ampere; `null` where none is known. */
  readonly standardError: number | null;
}

/** The current at one time after a voltage was applied. */
export interface TransientPoint {
  readonly voltage: number;
  /** Seconds. */
  readonly time: number;
  /** Ampere. */
  readonly current: number;
}

/** Current against voltage as a line, and the electronic conductivity from its slope. */
export interface PolarisationFit {
  /** Siemens. */
  readonly slope: number;
  readonly slopeStandardError: number | null;
  /** Ampere; `null` for a line through the origin. */
  readonly intercept: number | null;
  readonly interceptStandardError: number | null;
  /** Electronic, S/cm. */
  readonly conductivity: number;
  readonly conductivityStandardError: number | null;
  /** 95 %, S/cm. */
  readonly interval: Interval | null;
  /** Zero lies within the interval: only its upper end can be reported. */
  readonly isUpperLimitOnly: boolean;
}

export interface DcPolarisation {
  readonly fit: PolarisationFit;
  readonly throughOrigin: PolarisationFit;
}

/**
 * sigma_e = slope thickness / area of steady currents against voltage (section A.5 of the thesis), with an offset current and
 * through the origin; `undefined` for fewer than two voltages. The cell constant is thickness over area, 1/cm.
 */
export function fitPolarisation(
  currents: readonly SteadyCurrent[],
  cellConstant: number,
): DcPolarisation | undefined {
  const voltages = currents.map(({ voltage }) => voltage);
  const amperes = currents.map(({ current }) => current);
  const line = fitLine(voltages, amperes);
  const proportion = fitProportion(voltages, amperes);
  if (!line || !proportion) return undefined;
  const error = (variance: number, { chi2, freedom }: { readonly chi2: number; readonly freedom: number }) =>
    freedom > 0 ? Math.sqrt((variance * chi2) / freedom) : null;
  return {
    fit: {
      ...describe(line.slope, error(line.slopeVariance, line), line.freedom, cellConstant),
      intercept: line.intercept,
      interceptStandardError: error(line.interceptVariance, line),
    },
    throughOrigin: {
      ...describe(
        proportion.slope,
        error(proportion.slopeVariance, proportion),
        proportion.freedom,
        cellConstant,
      ),
      intercept: null,
      interceptStandardError: null,
    },
  };
}

function describe(
  slope: number,
  slopeStandardError: number | null,
  freedom: number,
  cellConstant: number,
): Omit<PolarisationFit, "intercept" | "interceptStandardError"> {
  const conductivity = slope * cellConstant;
  const conductivityStandardError = slopeStandardError === null ? null : slopeStandardError * cellConstant;
  const interval = interval95(conductivity, conductivityStandardError, freedom);
  const isUpperLimitOnly = interval !== null && interval[0] <= 0;
  return { slope, slopeStandardError, conductivity, conductivityStandardError, interval, isUpperLimitOnly };
}

/** The last share of a transient that counts as steady. */
const steadyShare = 1 / 6;

/** When transients are steady if nobody says, seconds: in the last sixth of their time. */
export function steadyFrom(points: readonly TransientPoint[]): number {
  const first = points.reduce((least, { time }) => Math.min(least, time), Infinity);
  const last = points.reduce((most, { time }) => Math.max(most, time), -Infinity);
  return last - (last - first) * steadyShare;
}

/**
 * The steady current of each voltage of a transient: mean and standard error of the points from `from` seconds on, the last
 * sixth of the time of each voltage if not told.
 */
export function steadyCurrents(points: readonly TransientPoint[], from?: number): SteadyCurrent[] {
  const byVoltage = new Map<number, TransientPoint[]>();
  for (const point of points) {
    const own = byVoltage.get(point.voltage);
    if (own) own.push(point);
    else byVoltage.set(point.voltage, [point]);
  }
  return [...byVoltage].map(([voltage, own]) => {
    const start = from ?? steadyFrom(own);
    const steady = own.filter(({ time }) => time >= start).map(({ current }) => current);
    const mean = steady.reduce((sum, current) => sum + current, 0) / steady.length;
    const squares = steady.reduce((sum, current) => sum + (current - mean) ** 2, 0);
    const n = steady.length;
    return { voltage, current: mean, standardError: n > 1 ? Math.sqrt(squares / (n - 1) / n) : null };
  });
}

/**
 * The share of the conductivity that ions carry, (sigma - sigma_e) / sigma, of the total conductivity, S/cm, with one standard
 * deviation.
 */
export function ionicTransference(
  total: { readonly value: number; readonly standardError: number | null },
  { conductivity, conductivityStandardError }: PolarisationFit,
): { readonly value: number; readonly standardError: number | null } {
  const share = conductivity / total.value;
  const value = 1 - share;
  if (total.standardError === null || conductivityStandardError === null)
    return { value, standardError: null };
  const ofTotal = share * (total.standardError / total.value);
  return { value, standardError: Math.hypot(ofTotal, conductivityStandardError / total.value) };
}
