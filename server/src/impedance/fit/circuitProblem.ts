import type { Circuit, CircuitParameter } from "../circuit/circuit";
import { circuitResponse } from "../circuit/response";
import type { Spectrum } from "../spectrum";
import type { LeastSquaresProblem, Residuals } from "./marquardt";
import type { Weights } from "./weights";

/** Beyond these no parameter of a cell lies; they only keep numbers finite. */
const smallest = Math.log(1e-30);
const largest = Math.log(1e30);

/** Exponents as they are, everything else by its logarithm: so no resistance turns negative, and none is too small to move. */
const isLogarithmic = ({ quantity }: CircuitParameter) => quantity !== "exponent";

/** From the unknowns of a fit to the values of the parameters. */
export function valuesFrom({ parameters }: Circuit, x: readonly number[]): number[] {
  return parameters.map((parameter, p) => (isLogarithmic(parameter) ? Math.exp(x[p] ?? 0) : (x[p] ?? 0)));
}

/** From the values of the parameters to the unknowns of a fit. */
export function unknownsFrom({ parameters }: Circuit, values: readonly number[]): number[] {
  return parameters.map((parameter, p) => {
    const value = values[p] ?? 0;
    return isLogarithmic(parameter) ? Math.log(value) : value;
  });
}

/** dp/dx of each parameter. */
export function slopesOf({ parameters }: Circuit, values: readonly number[]): number[] {
  return parameters.map((parameter, p) => (isLogarithmic(parameter) ? (values[p] ?? 0) : 1));
}

/** Weighted residuals of a circuit against a spectrum, all real parts before all imaginary ones. */
export function circuitProblem(circuit: Circuit, spectrum: Spectrum, weights: Weights): LeastSquaresProblem {
  return {
    lower: circuit.parameters.map((parameter) => (isLogarithmic(parameter) ? smallest : 0)),
    upper: circuit.parameters.map((parameter) => (isLogarithmic(parameter) ? largest : 1)),
    residuals: (x) => residualsAt(circuit, spectrum, weights, valuesFrom(circuit, x)),
  };
}

function residualsAt(
  circuit: Circuit,
  { frequencies, zRe, zIm }: Spectrum,
  weights: Weights,
  parameters: readonly number[],
): Residuals {
  const count = frequencies.length;
  const response = circuitResponse(circuit, frequencies, parameters);
  const slopes = slopesOf(circuit, parameters);
  const values = new Float64Array(2 * count);
  const jacobian = new Float64Array(2 * count * parameters.length);
  for (let i = 0; i < count; i++) {
    const weightRe = weights.re[i] ?? 0;
    const weightIm = weights.im[i] ?? 0;
    values[i] = weightRe * ((response.zRe[i] ?? 0) - (zRe[i] ?? 0));
    values[count + i] = weightIm * ((response.zIm[i] ?? 0) - (zIm[i] ?? 0));
    for (let p = 0; p < parameters.length; p++) {
      const slope = slopes[p] ?? 0;
      const column = 2 * count * p;
      jacobian[column + i] = weightRe * slope * (response.derivativesRe[p * count + i] ?? 0);
      jacobian[column + count + i] = weightIm * slope * (response.derivativesIm[p * count + i] ?? 0);
    }
  }
  return { values, jacobian };
}
