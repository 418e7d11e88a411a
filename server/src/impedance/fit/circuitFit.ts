import type { Circuit, CircuitParameter } from "../circuit/circuit";
import type { Spectrum } from "../spectrum";
import { circuitProblem, slopesOf, unknownsFrom, valuesFrom } from "./circuitProblem";
import { covarianceOf } from "./covariance";
import { minimise, startAt, type LeastSquaresProblem, type Minimum } from "./marquardt";
import { resistanceTotal } from "../circuit/resistanceTotal";
import { inOrderOfTime } from "./orderOfArcs";
import { startingValues } from "./startingValues";
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

/** How many starts are followed for how many steps more: most end in the same minimum, and the worst can be told early. */
const rounds = [
  { starts: 24, steps: 4 },
  { starts: 7, steps: 12 },
  { starts: 2, steps: 200 },
];
const startsTried = 24;
/** Difference of ln R, ln Q and n. */
const nearness = 0.05;
const mostSteps = 200;
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
  const problem = circuitProblem(circuit, spectrum, weights);
  const starts = startingValues(circuit, spectrum, weights, startsTried);
  const reached = minimaFrom(
    problem,
    starts.map((values) => unknownsFrom(circuit, values)),
  );
  if (weighting === "modulus") return describe(circuit, weighting, problem, reached[0]);
  const byModulus = fitCircuit(circuit, spectrum).parameters.map(({ value }) => value);
  const near = minimise(problem, startAt(problem, unknownsFrom(circuit, byModulus)), mostSteps);
  const expected = resistanceTotal(circuit, byModulus);
  const agreeing = reached.filter(
    ({ x }) => Math.abs(resistanceTotal(circuit, valuesFrom(circuit, x)) - expected) <= agreement * expected,
  );
  return describe(circuit, weighting, problem, lowest([near, ...agreeing]));
}

/** From the values that are given. */
export function refineCircuit(
  circuit: Circuit,
  spectrum: Spectrum,
  weighting: Weighting,
  start: readonly number[],
): CircuitFit {
  const problem = circuitProblem(circuit, spectrum, weightsOf(spectrum, weighting));
  const minimum = minimise(problem, startAt(problem, unknownsFrom(circuit, start)), mostSteps);
  return describe(circuit, weighting, problem, minimum);
}

/** The minima that the best of the starts lead to, the lowest first. */
function minimaFrom(problem: LeastSquaresProblem, starts: readonly (readonly number[])[]): Minimum[] {
  let reached = starts.map((start) => startAt(problem, start));
  for (const { starts: count, steps } of rounds)
    reached = apart(reached, count)
      .map((one) => minimise(problem, one, steps))
      .sort((a, b) => a.cost - b.cost);
  return reached;
}

/** The first of a sorted list that are not all but equal: these are on their way to the same minimum. */
function apart(sorted: readonly Minimum[], count: number): Minimum[] {
  const chosen: Minimum[] = [];
  for (const one of sorted) {
    if (chosen.length === count) break;
    const isNear = ({ x }: Minimum) => x.every((value, p) => Math.abs(value - (one.x[p] ?? 0)) < nearness);
    if (!chosen.some(isNear)) chosen.push(one);
  }
  return chosen;
}

function lowest(minima: readonly Minimum[]): Minimum | undefined {
  return [...minima].sort((a, b) => a.cost - b.cost)[0];
}

function describe(
  circuit: Circuit,
  weighting: Weighting,
  problem: LeastSquaresProblem,
  { x, cost, converged }: Minimum = startAt(problem, []),
): CircuitFit {
  const values = inOrderOfTime(circuit, valuesFrom(circuit, x));
  const residuals = problem.residuals(unknownsFrom(circuit, values));
  const count = residuals.values.length / 2;
  const freedom = 2 * count - values.length;
  const chi2Reduced = freedom > 0 ? cost / freedom : null;
  const slopes = slopesOf(circuit, values);
  const covariance = covarianceOf(residuals.jacobian, values.length).map((row, p) =>
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
  const [re, im] = [residuals.values.subarray(0, count), residuals.values.subarray(count)];
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

function squareRootOf(variance: number | null | undefined): number | null {
  return variance === null || variance === undefined ? null : Math.sqrt(variance);
}
