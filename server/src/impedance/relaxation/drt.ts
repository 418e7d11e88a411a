import { fcnnlsVector } from "ml-fcnnls";
import { Matrix } from "ml-matrix";
import { weightsOf } from "../fit/weights";
import type { Spectrum } from "../spectrum";
import { tailExponent } from "../tail/tailExponent";
import { generalisedCrossValidation } from "./crossValidation";
import { peaksOf, type RelaxationPeak } from "./peaks";
import { designOf } from "./relaxationDesign";

/** A distribution of relaxation times gamma(ln tau), ohm: Z = R + j omega L + tail + integral of gamma / (1 + j omega tau) d ln tau. */
export interface Relaxation {
  /** Seconds, rising, evenly spaced in their logarithm. */
  readonly times: Float64Array;
  /** Ohm, none negative. */
  readonly gamma: Float64Array;
  readonly peaks: readonly RelaxationPeak[];
  /** Ohm, faster than all times. */
  readonly seriesResistance: number;
  /** Henry. */
  readonly inductance: number;
  /** A constant phase element in series; `null` where none is needed. */
  readonly tail: { readonly admittance: number; readonly exponent: number } | null;
  /** The regularisation parameter, without unit. */
  readonly lambda: number;
  /** Where it came from. */
  readonly lambdaRule: "generalised cross-validation" | "given";
  /** (Z of the distribution - Z) / |Z|. */
  readonly residuals: { readonly re: Float64Array; readonly im: Float64Array };
}

export interface RelaxationOptions {
  /** Chosen by generalised cross-validation if not given. */
  readonly lambda?: number | undefined;
  /** Exponent of the blocking tail; from the slope of its low-frequency end if not given. */
  readonly exponent?: number | undefined;
}

/** Tried in turn by cross-validation. */
const lambdas = Array.from({ length: 11 }, (_, i) => 10 ** (-6 + i / 2));

/**
 * The distribution of relaxation times by Tikhonov regularisation: least squares of both parts divided by |Z|, with
 * lambda times the integral of (d gamma / d ln tau)^2 added, and nothing negative (Wan, Saccoccio, Chen and Ciucci,
 * Electrochim. Acta 184, 483, 2015). A blocking tail is no relaxation and is described by a constant phase element beside it.
 * Without a given lambda the one with the least generalised cross-validation is taken (Golub, Heath and Wahba, Technometrics
 * 21, 215, 1979), where only what is not held at zero counts as free.
 */
export function relaxationTimes(
  spectrum: Spectrum,
  { lambda, exponent = tailExponent(spectrum) }: RelaxationOptions = {},
): Relaxation {
  const design = designOf(spectrum, weightsOf(spectrum, "modulus"), exponent);
  const tried = (lambda === undefined ? lambdas : [lambda]).map((one) => {
    const solution = nonNegative(design.matrix, design.penalty, design.right, one);
    return { lambda: one, solution, score: generalisedCrossValidation(design, solution, one) };
  });
  const best = tried.reduce((a, b) => (b.score < a.score ? b : a));
  const { times, step, size, matrix, right } = design;
  const residuals = Matrix.sub(matrix.mmul(Matrix.columnVector(best.solution)), right).to1DArray();
  const count = spectrum.frequencies.length;
  const [seriesResistance = 0, inductance = 0, tail = 0] = best.solution.slice(times.length);
  const gamma = Float64Array.from(best.solution.slice(0, times.length), (value) => value * size);
  return {
    times,
    gamma,
    peaks: peaksOf(times, gamma, step),
    seriesResistance: seriesResistance * size,
    inductance: inductance * design.inductanceSize,
    tail: tail > 0 ? { admittance: 1 / (tail * design.tailSize), exponent } : null,
    lambda: best.lambda,
    lambdaRule: lambda === undefined ? "generalised cross-validation" : "given",
    residuals: {
      re: Float64Array.from(residuals.slice(0, count)),
      im: Float64Array.from(residuals.slice(count)),
    },
  };
}

function nonNegative(matrix: Matrix, penalty: Matrix, right: Matrix, lambda: number): number[] {
  const rows = [...matrix.to2DArray(), ...Matrix.mul(penalty, Math.sqrt(lambda)).to2DArray()];
  const values = [...right.to1DArray(), ...Array.from({ length: penalty.rows }, () => 0)];
  return fcnnlsVector(new Matrix(rows), values).K.to1DArray();
}
