import type { Circuit, CircuitParameter } from "../circuit/circuit";
import { CircuitModel } from "../circuit/response";
import type { Spectrum } from "../spectrum";
import type { LeastSquaresProblem } from "./marquardt";
import { weighted, type Weights } from "./weights";

/** Beyond these no parameter of a cell lies; they only keep numbers finite. */
const smallest = Math.log(1e-30);
const largest = Math.log(1e30);

/** Exponents as they are, everything else by its logarithm: so no resistance turns negative, and none is too small to move. */
const isLogarithmic = ({ quantity }: CircuitParameter) => quantity !== "exponent";

/** From the unknowns of a fit to the values of the parameters. */
export function valuesFrom({ parameters }: Circuit, x: ArrayLike<number>): number[] {
  return parameters.map((parameter, p) => (isLogarithmic(parameter) ? Math.exp(x[p] ?? 0) : (x[p] ?? 0)));
}

/** From the values of the parameters to the unknowns of a fit. */
export function unknownsFrom({ parameters }: Circuit, values: readonly number[]): Float64Array {
  return Float64Array.from(parameters, (parameter, p) => {
    const value = values[p] ?? 0;
    return isLogarithmic(parameter) ? Math.log(value) : value;
  });
}

/** dp/dx of each parameter. */
export function slopesOf({ parameters }: Circuit, values: readonly number[]): number[] {
  return parameters.map((parameter, p) => (isLogarithmic(parameter) ? (values[p] ?? 0) : 1));
}

/** Weighted residuals of a circuit against a spectrum, all real parts before all imaginary ones. */
export class CircuitProblem implements LeastSquaresProblem {
  readonly lower: Float64Array;
  readonly upper: Float64Array;
  readonly residuals: Float64Array;
  readonly jacobian: Float64Array;
  private readonly model: CircuitModel;
  private readonly logarithmic: readonly boolean[];
  private readonly values: Float64Array;
  /** As long as the residuals. */
  private readonly weights: Float64Array;
  private readonly measured: Float64Array;

  constructor({ parts, parameters }: Circuit, spectrum: Spectrum, weights: Weights) {
    this.logarithmic = parameters.map(isLogarithmic);
    this.lower = Float64Array.from(this.logarithmic, (isLog) => (isLog ? smallest : 0));
    this.upper = Float64Array.from(this.logarithmic, (isLog) => (isLog ? largest : 1));
    this.model = new CircuitModel(parts, parameters.length, spectrum.frequencies);
    this.jacobian = this.model.derivatives;
    this.values = new Float64Array(parameters.length);
    this.weights = Float64Array.of(...weights.re, ...weights.im);
    this.measured = weighted(spectrum.zRe, spectrum.zIm, weights);
    this.residuals = new Float64Array(this.measured.length);
  }

  evaluate(x: Float64Array): void {
    const { values, weights, measured, residuals, jacobian, model } = this;
    for (let p = 0; p < values.length; p++)
      values[p] = this.logarithmic[p] ? Math.exp(x[p] ?? 0) : (x[p] ?? 0);
    model.evaluate(values);
    for (let i = 0; i < residuals.length; i++)
      residuals[i] = (weights[i] ?? 0) * (model.impedance[i] ?? 0) - (measured[i] ?? 0);
    for (let p = 0; p < values.length; p++) {
      const slope = this.logarithmic[p] ? (values[p] ?? 0) : 1;
      const column = p * residuals.length;
      for (let i = 0; i < residuals.length; i++)
        jacobian[column + i] = slope * (weights[i] ?? 0) * (jacobian[column + i] ?? 0);
    }
  }
}
