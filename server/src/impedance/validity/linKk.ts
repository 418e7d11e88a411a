import { Matrix, QrDecomposition } from "ml-matrix";
import { frequencyRange, type Spectrum } from "../spectrum";

/** How well RC elements, which obey the Kramers-Kronig relations, describe a spectrum. */
export interface LinKk {
  /** Number M of RC elements. */
  readonly elements: number;
  /** 1 - sum |R < 0| / sum R >= 0: falls when more elements only follow the noise. */
  readonly mu: number;
  /** (Z - Z of the elements) / |Z|, a number a point. */
  readonly residuals: { readonly re: Float64Array; readonly im: Float64Array };
}

export interface LinKkOptions {
  /** Elements are added until mu is this or less. */
  readonly cutOff?: number;
  /** No more are added once there are more than this. */
  readonly mostElements?: number;
  /** A capacitance in series, which a cell with blocking electrodes needs. */
  readonly withCapacitance?: boolean;
}

/**
 * The linear Kramers-Kronig test of Schoenleber, Klotz and Ivers-Tiffee (Electrochim. Acta 131, 20, 2014): a resistance, an
 * inductance, a capacitance and M RC elements with time constants from 1/omega_max to 1/omega_min, by linear least squares of
 * both parts divided by |Z|.
 */
export function testLinKk(
  spectrum: Spectrum,
  { cutOff = 0.85, mostElements = 50, withCapacitance = true }: LinKkOptions = {},
): LinKk {
  const most = Math.max(1, Math.min(mostElements, 2 * spectrum.frequencies.length - 4));
  let test = fitElements(spectrum, 1, withCapacitance);
  while (test.mu > cutOff && test.elements <= most)
    test = fitElements(spectrum, test.elements + 1, withCapacitance);
  return test;
}

function fitElements(spectrum: Spectrum, elements: number, withCapacitance: boolean): LinKk {
  const { frequencies, zRe, zIm } = spectrum;
  const count = frequencies.length;
  const times = timeConstants(spectrum, elements);
  const width = elements + (withCapacitance ? 3 : 2);
  const design = new Matrix(2 * count, width);
  const right = new Matrix(2 * count, 1);
  for (let i = 0; i < count; i++) {
    const omega = 2 * Math.PI * (frequencies[i] ?? 0);
    const modulus = Math.hypot(zRe[i] ?? 0, zIm[i] ?? 0);
    times.forEach((time, k) => {
      const norm = modulus * (1 + (omega * time) ** 2);
      design.set(i, k, 1 / norm);
      design.set(count + i, k, (-omega * time) / norm);
    });
    design.set(i, elements, 1 / modulus);
    design.set(count + i, elements + 1, omega / modulus);
    if (withCapacitance) design.set(count + i, elements + 2, -1 / (omega * modulus));
    right.set(i, 0, (zRe[i] ?? 0) / modulus);
    right.set(count + i, 0, (zIm[i] ?? 0) / modulus);
  }
  const solution = leastSquares(design, right);
  const residuals = Matrix.sub(right, design.mmul(solution)).to1DArray();
  return {
    elements,
    mu: overfitting(solution.to1DArray().slice(0, elements)),
    residuals: {
      re: Float64Array.from(residuals.slice(0, count)),
      im: Float64Array.from(residuals.slice(count)),
    },
  };
}

/** Evenly spaced in their logarithm; a single one is the longest. */
function timeConstants(spectrum: Spectrum, elements: number): number[] {
  const { lowest, highest } = frequencyRange(spectrum);
  return Array.from({ length: elements }, (_, k) => {
    const share = elements > 1 ? k / (elements - 1) : 1;
    return 1 / (2 * Math.PI * highest * (lowest / highest) ** share);
  });
}

/** With columns of length one, since farad and ohm differ by many decades. */
function leastSquares(design: Matrix, right: Matrix): Matrix {
  const lengths = Array.from({ length: design.columns }, (_, k) => design.getColumnVector(k).norm() || 1);
  const solution = new QrDecomposition(design.clone().divRowVector(lengths)).solve(right);
  return solution.divColumnVector(lengths);
}

function overfitting(resistances: readonly number[]): number {
  const sum = (sign: number) => resistances.reduce((total, r) => total + Math.max(0, sign * r), 0);
  return 1 - sum(-1) / sum(1);
}
