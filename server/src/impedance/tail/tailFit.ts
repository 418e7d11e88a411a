import type { FrequencyWindow, Spectrum } from "../spectrum";
import { interval95, type Interval } from "../statistics/interval";
import { fitLine, type Line } from "../statistics/line";
import { tailWindow } from "./tailWindow";

/**
 * Which distance to the line is small: of Z' (`x-on-y`, weighted by 1/|Z|^2 or not), of -Z'' (`y-on-x`), or at right angles
 * (`orthogonal`).
 */
export type TailMethod = "x-on-y-weighted" | "x-on-y" | "y-on-x" | "orthogonal";

export const tailMethods: readonly TailMethod[] = ["x-on-y-weighted", "x-on-y", "y-on-x", "orthogonal"];

/** The blocking tail as a line in the Nyquist plot, extended to the real axis. */
export interface TailFit {
  /** Where the line meets the real axis, ohm: the total resistance of the cell. */
  readonly resistance: number;
  /** `null` for the orthogonal line, and for two points. */
  readonly standardError: number | null;
  readonly interval: Interval | null;
  /** Hertz. */
  readonly window: FrequencyWindow;
  readonly points: number;
  readonly method: TailMethod;
  /** Between the line and the real axis, degrees: 90 n for a constant phase element. */
  readonly angle: number;
}

/**
 * Fits the low-frequency tail; `undefined` where fewer than two points lie in the window.
 *
 * The default is Z' on -Z'' weighted by 1/|Z|^2. An instrument's noise is a share of |Z|, so that points near the real axis,
 * which decide the intercept, are the surest; without weights the far end of the tail pulls the line by up to 12 %. And the
 * tail is steep: noise in -Z'' hardly moves a point off the line, noise in Z' does, so that Z' is the variable to regress.
 * Regressing -Z'' on Z' takes the noise of Z' for a spread of the variable, which flattens the line.
 */
export function fitTail(
  spectrum: Spectrum,
  window: FrequencyWindow = tailWindow(spectrum),
  method: TailMethod = "x-on-y-weighted",
): TailFit | undefined {
  const inside = [...spectrum.frequencies.keys()].filter((i) => {
    const frequency = spectrum.frequencies[i] ?? 0;
    return frequency >= window[0] && frequency <= window[1];
  });
  const x = inside.map((i) => spectrum.zRe[i] ?? 0);
  const y = inside.map((i) => -(spectrum.zIm[i] ?? 0));
  const crossing = crossingOf(x, y, method);
  if (!crossing) return undefined;
  const { resistance, standardError, angle } = crossing;
  const interval = interval95(resistance, standardError, inside.length - 2);
  return { resistance, standardError, interval, window, points: inside.length, method, angle };
}

interface Crossing {
  readonly resistance: number;
  readonly standardError: number | null;
  readonly angle: number;
}

function crossingOf(x: readonly number[], y: readonly number[], method: TailMethod): Crossing | undefined {
  switch (method) {
    case "x-on-y":
      return xOnY(fitLine(y, x));
    case "x-on-y-weighted":
      return xOnY(
        fitLine(
          y,
          x,
          y.map((value, i) => 1 / ((x[i] ?? 0) ** 2 + value ** 2)),
        ),
      );
    case "y-on-x":
      return yOnX(fitLine(x, y));
    case "orthogonal":
      return orthogonal(x, y);
  }
}

function xOnY(line: Line | undefined): Crossing | undefined {
  if (!line) return undefined;
  const { intercept, interceptVariance, slope, chi2, freedom } = line;
  const standardError = freedom > 0 ? Math.sqrt((interceptVariance * chi2) / freedom) : null;
  return { resistance: intercept, standardError, angle: degrees(Math.atan2(1, slope)) };
}

/** The error of -intercept/slope by the delta method. */
function yOnX(line: Line | undefined): Crossing | undefined {
  if (!line || line.slope === 0) return undefined;
  const { slope, intercept, slopeVariance, interceptVariance, covariance, chi2, freedom } = line;
  const resistance = -intercept / slope;
  const variance = interceptVariance + 2 * resistance * covariance + resistance ** 2 * slopeVariance;
  const standardError = freedom > 0 ? Math.sqrt((variance * chi2) / freedom) / Math.abs(slope) : null;
  return { resistance, standardError, angle: degrees(Math.atan(slope)) };
}

/** The first principal axis. */
function orthogonal(x: readonly number[], y: readonly number[]): Crossing | undefined {
  const count = x.length;
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / count;
  const [centreX, centreY] = [mean(x), mean(y)];
  const product = (a: readonly number[], meanA: number, b: readonly number[], meanB: number) =>
    a.reduce((sum, value, i) => sum + (value - meanA) * ((b[i] ?? 0) - meanB), 0);
  const [xx, xy, yy] = [
    product(x, centreX, x, centreX),
    product(x, centreX, y, centreY),
    product(y, centreY, y, centreY),
  ];
  const angle = Math.atan2(2 * xy, xx - yy) / 2;
  const slope = Math.tan(angle);
  if (!(xx + yy > 0) || slope === 0) return undefined;
  return { resistance: centreX - centreY / slope, standardError: null, angle: degrees(angle) };
}

const degrees = (radians: number) => (radians * 180) / Math.PI;
