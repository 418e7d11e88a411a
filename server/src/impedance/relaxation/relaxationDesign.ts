import { Matrix } from "ml-matrix";
import type { Weights } from "../fit/weights";
import { frequencyRange, type Spectrum } from "../spectrum";
import { tailWindow } from "../tail/tailWindow";

/** The linear equations of a distribution of relaxation times. All unknowns are about 1 in size. */
export interface RelaxationDesign {
  /** Seconds. */
  readonly times: Float64Array;
  /** Between two times, of ln tau. */
  readonly step: number;
  /** Columns: gamma at each time, resistance, inductance, tail. Rows: real parts, then imaginary parts, weighted. */
  readonly matrix: Matrix;
  readonly right: Matrix;
  /** Differences of neighbouring gammas, by the root of the step. */
  readonly penalty: Matrix;
  /** Ohm of one unit of gamma and of the resistance. */
  readonly size: number;
  /** Henry of one unit. */
  readonly inductanceSize: number;
  /** 1/Q of one unit. */
  readonly tailSize: number;
}

const timesPerDecade = 7;
/** How far the times reach beyond the highest frequency, and into the tail, which hides slower processes; decades. */
const decadesBeyond = 0.5;
const decadesIntoTail = 1;

export function designOf(spectrum: Spectrum, weights: Weights, exponent: number): RelaxationDesign {
  const { frequencies, zRe, zIm } = spectrum;
  const count = frequencies.length;
  const { times, step } = timesOf(spectrum);
  const moduli = Array.from(zRe, (re, i) => Math.hypot(re, zIm[i] ?? 0)).sort((a, b) => a - b);
  const size = moduli[count >> 1] ?? 1;
  const { lowest, highest } = frequencyRange(spectrum);
  const inductanceSize = size / (2 * Math.PI * highest);
  const tailSize = size * (2 * Math.PI * lowest) ** exponent;
  const matrix = new Matrix(2 * count, times.length + 3);
  const right = new Matrix(2 * count, 1);
  for (let i = 0; i < count; i++) {
    const omega = 2 * Math.PI * (frequencies[i] ?? 0);
    const [re, im] = [weights.re[i] ?? 0, weights.im[i] ?? 0];
    times.forEach((time, k) => {
      const share = (size * step) / (1 + (omega * time) ** 2);
      matrix.set(i, k, re * share);
      matrix.set(count + i, k, -im * omega * time * share);
    });
    matrix.set(i, times.length, re * size);
    matrix.set(count + i, times.length + 1, im * omega * inductanceSize);
    const tail = tailSize * omega ** -exponent;
    matrix.set(i, times.length + 2, re * tail * Math.cos((exponent * Math.PI) / 2));
    matrix.set(count + i, times.length + 2, -im * tail * Math.sin((exponent * Math.PI) / 2));
    right.set(i, 0, re * (zRe[i] ?? 0));
    right.set(count + i, 0, im * (zIm[i] ?? 0));
  }
  return {
    times,
    step,
    matrix,
    right,
    penalty: penaltyOf(times.length, step),
    size,
    inductanceSize,
    tailSize,
  };
}

function timesOf(spectrum: Spectrum): { readonly times: Float64Array; readonly step: number } {
  const { lowest, highest } = frequencyRange(spectrum);
  const slowest = Math.max(lowest, tailWindow(spectrum)[1] / 10 ** decadesIntoTail);
  const first = -Math.log10(2 * Math.PI * highest) - decadesBeyond;
  const last = -Math.log10(2 * Math.PI * slowest);
  const count = Math.max(8, Math.round((last - first) * timesPerDecade));
  const decades = (last - first) / (count - 1);
  return {
    times: Float64Array.from({ length: count }, (_, k) => 10 ** (first + k * decades)),
    step: decades * Math.LN10,
  };
}

/** Gamma begins and ends at zero. */
function penaltyOf(count: number, step: number): Matrix {
  const penalty = new Matrix(count + 1, count + 3);
  for (let k = 0; k <= count; k++) {
    if (k < count) penalty.set(k, k, 1 / Math.sqrt(step));
    if (k > 0) penalty.set(k, k - 1, -1 / Math.sqrt(step));
  }
  return penalty;
}
