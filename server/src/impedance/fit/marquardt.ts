import { factorise, solve } from "./symmetricSystem";

/** A sum of squares over a box. Residuals and Jacobian are those of the last evaluation, in arrays that each fills anew. */
export interface LeastSquaresProblem {
  readonly lower: Float64Array;
  readonly upper: Float64Array;
  readonly residuals: Float64Array;
  /** dr_i/dx_p: all of the first unknown, then those of the next. */
  readonly jacobian: Float64Array;
  readonly evaluate: (x: Float64Array) => void;
}

/** Where a search stands. */
export interface Place {
  readonly x: Float64Array;
  /** Sum of the squared residuals. */
  readonly cost: number;
  readonly damping: number;
  readonly converged: boolean;
}

/** The relative fall of the cost below which a step has arrived. */
const tolerance = 1e-11;
/** And the one that was to be expected: a step that a bound cut short falls too little. */
const expectation = 1e-9;
const patience = 15;
/** Share of a step after which its curvature is looked at, and how much acceleration a step bears as a share of its velocity. */
const [probe, mostBend] = [0.1, 0.75];
const [leastDamping, firstDamping, mostDamping] = [1e-9, 1e-3, 1e10];

/**
 * Looks for minima by Marquardt's method with his scaling by the diagonal (J. SIAM 11, 431, 1963). An unknown that leans on a
 * bound is held there until the gradient leads inside. A search that has not arrived after {@link patience} steps is in a
 * narrow and winding valley: from then on steps follow its curvature.
 */
export class Marquardt {
  private readonly equations: NormalEquations;

  constructor(private readonly problem: LeastSquaresProblem) {
    this.equations = new NormalEquations(problem);
  }

  /** Where a search begins, before its first step. */
  begin(start: Float64Array): Place {
    const { problem } = this;
    const x = start.map((value, i) => clamp(value, problem.lower[i], problem.upper[i]));
    problem.evaluate(x);
    return { x, cost: sumOfSquares(problem.residuals), damping: firstDamping, converged: false };
  }

  /** The minimum near a place, or how far so many steps lead there. */
  minimise(start: Place, mostSteps: number): Place {
    if (start.converged || !Number.isFinite(start.cost)) return start;
    let place = start;
    this.problem.evaluate(place.x);
    for (let steps = 0; !place.converged && steps < mostSteps; steps++)
      place = (steps < patience ? undefined : this.improved(place, true)) ??
        this.improved(place, false) ?? { ...place, converged: true };
    return place;
  }

  /** One step further; `undefined` where none leads down. Begins and ends with its place being evaluated last. */
  private improved(from: Place, isWinding: boolean): Place | undefined {
    const { problem, equations } = this;
    equations.gather(from.x, isWinding);
    const x = new Float64Array(from.x.length);
    for (let { damping } = from; damping < mostDamping; damping *= 8) {
      const expected = equations.step(from.x, damping, x);
      if (isWinding && !equations.bend(from.x, x)) continue;
      problem.evaluate(x);
      const cost = sumOfSquares(problem.residuals);
      if (cost >= from.cost) continue;
      const converged =
        from.cost - cost < tolerance * from.cost && expected < expectation * from.cost && damping <= 1;
      return { x, cost, damping: Math.max(damping / 10, leastDamping), converged };
    }
    problem.evaluate(from.x);
    return undefined;
  }
}

/** J^T J and -J^T r, scaled so that the diagonal is one. */
class NormalEquations {
  private readonly size: number;
  private readonly matrix: Float64Array;
  private readonly right: Float64Array;
  /** Lengths of the columns of J; 0 for what is held. */
  private readonly lengths: Float64Array;
  private readonly factor: Float64Array;
  private readonly solution: Float64Array;
  /** Where the equations were gathered; only for steps that bend. */
  private residuals = new Float64Array(0);
  private jacobian = new Float64Array(0);

  constructor(private readonly problem: LeastSquaresProblem) {
    const size = problem.lower.length;
    this.size = size;
    this.matrix = new Float64Array(size * size);
    this.factor = new Float64Array(size * size);
    this.right = new Float64Array(size);
    this.lengths = new Float64Array(size);
    this.solution = new Float64Array(size);
  }

  /** Takes them from the last evaluation, which was at x. */
  gather(x: Float64Array, forBending: boolean): void {
    const { size, matrix, right, lengths } = this;
    const { residuals, jacobian, lower, upper } = this.problem;
    const rows = residuals.length;
    for (let p = 0; p < size; p++) {
      const gradient = dot(jacobian, p * rows, residuals, 0, rows);
      const value = x[p] ?? 0;
      const isHeld =
        (value <= (lower[p] ?? -Infinity) && gradient > 0) ||
        (value >= (upper[p] ?? Infinity) && gradient < 0);
      const length = isHeld ? 0 : Math.sqrt(dot(jacobian, p * rows, jacobian, p * rows, rows));
      lengths[p] = length;
      right[p] = length > 0 ? -gradient / length : 0;
      matrix[p * size + p] = 1;
      for (let q = 0; q < p; q++) {
        const product = length * (lengths[q] ?? 0);
        matrix[p * size + q] = product > 0 ? dot(jacobian, p * rows, jacobian, q * rows, rows) / product : 0;
      }
    }
    if (!forBending) return;
    this.residuals = residuals.slice();
    this.jacobian = jacobian.slice();
  }

  /**
   * Where the damped equations lead from x; nowhere where rounding spoils them, which more damping mends. Answers the fall of the
   * cost along the gradient.
   */
  step(x: Float64Array, damping: number, into: Float64Array): number {
    const { size, factor, solution, right } = this;
    factor.set(this.matrix);
    for (let p = 0; p < size; p++) factor[p * size + p] = 1 + damping;
    solution.set(right);
    if (!factorise(factor, size)) solution.fill(0);
    else solve(factor, solution, size);
    this.move(x, 1, into);
    return dot(right, 0, solution, 0, size);
  }

  /**
   * Adds half the geodesic acceleration to the step that was taken last (Transtrum and Sethna, arXiv:1201.5885). False where the
   * path is bent too much for so long a step.
   */
  bend(x: Float64Array, into: Float64Array): boolean {
    const { problem, size, solution, residuals, jacobian, lengths } = this;
    const rows = residuals.length;
    const velocity = solution.slice();
    this.move(x, probe, into);
    problem.evaluate(into);
    const second = residuals.map((own, i) => (2 * ((problem.residuals[i] ?? 0) - own)) / probe ** 2);
    for (let p = 0; p < size; p++) {
      const rate = (2 * this.unscaled(p, velocity)) / probe;
      for (let i = 0; i < rows; i++) second[i] = (second[i] ?? 0) - rate * (jacobian[p * rows + i] ?? 0);
    }
    for (let p = 0; p < size; p++) {
      const length = lengths[p] ?? 0;
      solution[p] = length > 0 ? -dot(jacobian, p * rows, second, 0, rows) / length : 0;
    }
    solve(this.factor, solution, size);
    const isSafe = 4 * sumOfSquares(solution) <= mostBend ** 2 * sumOfSquares(velocity);
    for (let p = 0; p < size; p++) solution[p] = (velocity[p] ?? 0) + (solution[p] ?? 0) / 2;
    this.move(x, 1, into);
    return isSafe;
  }

  /** A share of the solution from x on, within the bounds. */
  private move(x: Float64Array, share: number, into: Float64Array): void {
    const { lower, upper } = this.problem;
    for (let p = 0; p < this.size; p++)
      into[p] = clamp((x[p] ?? 0) + share * this.unscaled(p, this.solution), lower[p], upper[p]);
  }

  private unscaled(p: number, solution: Float64Array): number {
    const length = this.lengths[p] ?? 0;
    return length > 0 ? (solution[p] ?? 0) / length : 0;
  }
}

function clamp(value: number, lower = -Infinity, upper = Infinity): number {
  return Math.min(Math.max(value, lower), upper);
}

function sumOfSquares(values: Float64Array): number {
  const sum = dot(values, 0, values, 0, values.length);
  return Number.isFinite(sum) ? sum : Infinity;
}

/** Of `count` numbers of two arrays, each from its own place on. */
function dot(a: Float64Array, fromA: number, b: Float64Array, fromB: number, count: number): number {
  let sum = 0;
  for (let i = 0; i < count; i++) sum += (a[fromA + i] ?? 0) * (b[fromB + i] ?? 0);
  return sum;
}
