import { solveSymmetric } from "./symmetricSystem";

/** Residuals r, and their derivatives dr_i/dx_p: all of the first unknown, then those of the next. */
export interface Residuals {
  readonly values: Float64Array;
  readonly jacobian: Float64Array;
}

/** A sum of squares over a box. */
export interface LeastSquaresProblem {
  readonly lower: readonly number[];
  readonly upper: readonly number[];
  readonly residuals: (x: readonly number[]) => Residuals;
}

export interface Minimum {
  readonly x: readonly number[];
  /** Sum of the squared residuals. */
  readonly cost: number;
  readonly residuals: Residuals;
  readonly iterations: number;
  readonly converged: boolean;
}

/** The relative fall of the cost below which a step has arrived. */
const tolerance = 1e-11;
const mostDamping = 1e10;

/** Where a search begins, before its first step. */
export function startAt(problem: LeastSquaresProblem, start: readonly number[]): Minimum {
  const x = start.map((value, i) => clamp(value, problem.lower[i], problem.upper[i]));
  const residuals = problem.residuals(x);
  return { x, residuals, cost: sumOfSquares(residuals.values), iterations: 0, converged: false };
}

/**
 * The minimum near a start, by Marquardt's method with his scaling by the diagonal (J. SIAM 11, 431, 1963). An unknown that
 * leans on a bound is held there until the gradient leads inside.
 */
export function minimise(problem: LeastSquaresProblem, start: Minimum, mostIterations: number): Minimum {
  let { x, residuals, cost, converged } = start;
  let damping = 1e-3;
  let iterations = 0;
  while (!converged && iterations < mostIterations && Number.isFinite(cost)) {
    iterations++;
    const equations = normalEquations(residuals, x, problem);
    let improved = false;
    while (!improved && damping < mostDamping) {
      const step = dampedStep(equations, damping);
      const candidate = x.map((value, i) =>
        clamp(value + (step[i] ?? 0), problem.lower[i], problem.upper[i]),
      );
      const next = problem.residuals(candidate);
      const nextCost = sumOfSquares(next.values);
      improved = nextCost < cost;
      if (!improved) {
        damping *= 8;
        continue;
      }
      converged = cost - nextCost < tolerance * cost && damping <= 1;
      [x, residuals, cost] = [candidate, next, nextCost];
      damping = Math.max(damping / 10, 1e-9);
    }
    if (!improved) converged = true;
  }
  return { x, cost, residuals, iterations: start.iterations + iterations, converged };
}

interface NormalEquations {
  /** J^T J with a diagonal of ones, and zeros for what is held. */
  readonly matrix: Float64Array;
  /** -J^T r in the same scale. */
  readonly right: Float64Array;
  /** Lengths of the columns of J. */
  readonly lengths: readonly number[];
}

function normalEquations(
  { values, jacobian }: Residuals,
  x: readonly number[],
  { lower, upper }: LeastSquaresProblem,
): NormalEquations {
  const rows = values.length;
  const columns = x.map((_, p) => jacobian.subarray(p * rows, (p + 1) * rows));
  const gradient = columns.map((column) => dot(column, values));
  const lengths = columns.map((column) => Math.sqrt(dot(column, column)) || 1);
  const isFree = x.map((value, p) => {
    const slope = gradient[p] ?? 0;
    return (
      !(value <= (lower[p] ?? -Infinity) && slope > 0) && !(value >= (upper[p] ?? Infinity) && slope < 0)
    );
  });
  const size = x.length;
  const matrix = new Float64Array(size * size);
  for (let p = 0; p < size; p++) {
    matrix[p * size + p] = 1;
    for (let q = 0; q < p; q++) {
      if (!isFree[p] || !isFree[q]) continue;
      const product = dot(columns[p] ?? values, columns[q] ?? values);
      matrix[p * size + q] = matrix[q * size + p] = product / ((lengths[p] ?? 1) * (lengths[q] ?? 1));
    }
  }
  const right = Float64Array.from(gradient, (slope, p) => (isFree[p] ? -slope / (lengths[p] ?? 1) : 0));
  return { matrix, right, lengths };
}

/** Zero where rounding spoils the equations: more damping mends them. */
function dampedStep({ matrix, right, lengths }: NormalEquations, damping: number): Float64Array {
  const size = right.length;
  const damped = matrix.map((value, i) => (i % (size + 1) === 0 ? value + damping : value));
  const scaled = solveSymmetric(damped, right) ?? new Float64Array(size);
  return scaled.map((value, p) => value / (lengths[p] ?? 1));
}

function clamp(value: number, lower = -Infinity, upper = Infinity): number {
  return Math.min(Math.max(value, lower), upper);
}

function sumOfSquares(values: Float64Array): number {
  const sum = dot(values, values);
  return Number.isFinite(sum) ? sum : Infinity;
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a[i] ?? 0) * (b[i] ?? 0);
  return sum;
}
