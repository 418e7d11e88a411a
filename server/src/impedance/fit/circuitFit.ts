import type { Circuit, CircuitParameter } from "../circuit/circuit";
import { resistanceTotal } from "../circuit/resistanceTotal";
import type { Spectrum } from "../spectrum";
import { CircuitProblem, slopesOf, unknownsFrom, valuesFrom } from "./circuitProblem";
import { covarianceOf } from "./covariance";
import { Marquardt, type Place } from "./marquardt";
import { inOrderOfTime } from "./orderOfArcs";
import { byCost, promisingStarts } from "./search";
import { weightsOf, type Weighting } from "./weights";

/** A value with one standard deviation; `null` where the data do not determine it. */
export interface Estimate {
  readonly value: number;
  readonly standardError: number | null;
}

export interface FittedParameter extends CircuitParameter, Estimate {}

/** A circuit with the parameters that fit a spectrum best. */
export interface CircuitFit {
  readonly circuit: Circuit;
  readonly weighting: Weighting;
  readonly parameters: readonly FittedParameter[];
  /** Of the parameters, row by row; `null` where the data do not determine one of a pair. */
  readonly covariance: readonly (readonly (number | null)[])[];
  /** Sum of the weighted squared residuals. */
  readonly chi2: number;
  /** chi2 by 2N - p; `null` where there are no more numbers than parameters. */
  readonly chi2Reduced: number | null;
  /** (Z of the circuit - Z) weighted, a number a point. */
  readonly residuals: { readonly re: Float64Array; readonly im: Float64Array };
  readonly converged: boolean;
}

const mostSteps = 300;
/** How far a total resistance may be from that of the fit by modulus. */
const agreement = 0.1;

/**
 * The best fit of a circuit to a spectrum from starting values that nobody has to give: complex non-linear least squares in
 * ln R and ln Q. Arcs that are alike are ordered by time constant, the fastest first.
 *
 * Other weights than `modulus` hardly see the arcs of a blocking cell, and their lowest minimum may lie at many times the
 * resistance of the cell. The answer is then the lowest of those that agree with the fit by modulus.
 */
export function fitCircuit(
  circuit: Circuit,
  spectrum: Spectrum,
  weighting: Weighting = "modulus",
): CircuitFit {
  const weights = weightsOf(spectrum, weighting);
  const problem = new CircuitProblem(circuit, spectrum, weights);
  const search = new Marquardt(problem);
  const minimumFrom = (start: Float64Array) => search.minimise(search.begin(start), mostSteps);
  const reached = promisingStarts(circuit, spectrum, weighting).map(minimumFrom).sort(byCost);
  if (weighting === "modulus") return describe(circuit, weighting, problem, reached[0]);
  const byModulus = fitCircuit(circuit, spectrum).parameters.map(({ value }) => value);
  const near = minimumFrom(unknownsFrom(circuit, byModulus));
  const expected = resistanceTotal(circuit, byModulus);
  const agreeing = reached.filter(
    ({ x }) => Math.abs(resistanceTotal(circuit, valuesFrom(circuit, x)) - expected) <= agreement * expected,
  );
  return describe(circuit, weighting, problem, [near, ...agreeing].sort(byCost)[0]);
}

/** From the values that are given. */
export function refineCircuit(
  circuit: Circuit,
  spectrum: Spectrum,
  weighting: Weighting,
  start: readonly number[],
): CircuitFit {
  const problem = new CircuitProblem(circuit, spectrum, weightsOf(spectrum, weighting));
  const search = new Marquardt(problem);
  const minimum = search.minimise(search.begin(unknownsFrom(circuit, start)), mostSteps);
  return describe(circuit, weighting, problem, minimum);
}

function describe(
  circuit: Circuit,
  weighting: Weighting,
  problem: CircuitProblem,
  { x, cost, converged }: Place = nowhere(circuit),
): CircuitFit {
  const values = inOrderOfTime(circuit, valuesFrom(circuit, x));
  problem.evaluate(unknownsFrom(circuit, values));
  const residuals = problem.residuals.slice();
  const count = residuals.length / 2;
  const freedom = 2 * count - values.length;
  const chi2Reduced = freedom > 0 ? cost / freedom : null;
  const slopes = slopesOf(circuit, values);
  const covariance = covarianceOf(problem.jacobian, values.length).map((row, p) =>
    row.map((entry, q) =>
      entry === null || chi2Reduced === null
        ? null
        : entry * chi2Reduced * (slopes[p] ?? 1) * (slopes[q] ?? 1),
    ),
  );
  const parameters = circuit.parameters.map((parameter, p) => ({
    ...parameter,
    value: values[p] ?? NaN,
    standardError: squareRootOf(covariance[p]?.[p]),
  }));
  const [re, im] = [residuals.subarray(0, count), residuals.subarray(count)];
  return {
    circuit,
    weighting,
    parameters,
    covariance,
    chi2: cost,
    chi2Reduced,
    residuals: { re, im },
    converged,
  };
}

/** Where no start was found: all values are one. */
function nowhere({ parameters }: Circuit): Place {
  return { x: new Float64Array(parameters.length), cost: Infinity, damping: 0, converged: false };
}

function squareRootOf(variance: number | null | undefined): number | null {
  return variance === null || variance === undefined ? null : Math.sqrt(variance);
}
