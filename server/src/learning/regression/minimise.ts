/** A function with its gradient; `undefined` where it has no value. */
export type Objective = (at: Float64Array) => Evaluation | undefined;

export interface Evaluation {
  readonly value: number;
  readonly gradient: Float64Array;
}

export interface Minimum {
  readonly at: Float64Array;
  readonly value: number;
  readonly evaluations: number;
}

/** Sufficient decrease of a step (Armijo), as a share of what the slope promises. */
const leastDecrease = 1e-4;
/** No step is longer than this in any coordinate. */
const longestStep = 1;

/**
 * A local minimum of a smooth function of a few variables, from `start` on: the quasi-Newton method of Broyden, Fletcher,
 * Goldfarb and Shanno with a backtracking line search (Nocedal and Wright, Numerical Optimization, 2nd ed., algorithm 6.1).
 * Stops when a step lowers the value by less than `tolerance`, or after `mostEvaluations`.
 *
 * @throws RangeError when the function has no value at the start.
 */
export function minimise(
  objective: Objective,
  start: Float64Array,
  { tolerance = 1e-2, mostEvaluations = 60 }: { tolerance?: number; mostEvaluations?: number } = {},
): Minimum {
  const size = start.length;
  const first = objective(start);
  if (!first) throw new RangeError("the function has no value where the search starts");
  let [at, here, evaluations] = [start, first, 1];
  let inverse = identity(size);
  while (evaluations < mostEvaluations) {
    const direction = descent(inverse, here.gradient);
    const slope = dot(direction, here.gradient);
    const steepest = Math.max(...direction.map(Math.abs));
    if (!(slope < 0) || steepest === 0) break;
    let step = Math.min(1, longestStep / steepest);
    let [next, there]: [Float64Array, Evaluation | undefined] = [at, undefined];
    for (; evaluations < mostEvaluations && step > 1e-6; step /= 2) {
      next = at.map((x, i) => x + step * (direction[i] ?? 0));
      there = objective(next);
      evaluations++;
      if (there && there.value <= here.value + leastDecrease * step * slope) break;
      there = undefined;
    }
    if (!there) break;
    const gain = here.value - there.value;
    inverse = updated(inverse, difference(next, at), difference(there.gradient, here.gradient));
    [at, here] = [next, there];
    if (gain < tolerance) break;
  }
  return { at, value: here.value, evaluations };
}

function identity(size: number): Float64Array[] {
  return Array.from({ length: size }, (_, i) => new Float64Array(size).fill(1, i, i + 1));
}

function descent(inverse: readonly Float64Array[], gradient: Float64Array): Float64Array {
  return Float64Array.from(inverse, (row) => -dot(row, gradient));
}

/** The BFGS update of the inverse Hessian for a step s that changed the gradient by y; left alone where s y is not above 0. */
function updated(inverse: Float64Array[], s: Float64Array, y: Float64Array): Float64Array[] {
  const curvature = dot(s, y);
  if (!(curvature > 1e-12)) return inverse;
  const hy = Float64Array.from(inverse, (row) => dot(row, y));
  const scale = (1 + dot(y, hy) / curvature) / curvature;
  return inverse.map((row, i) =>
    row.map((value, j) => {
      const [si, sj] = [s[i] ?? 0, s[j] ?? 0];
      return value + scale * si * sj - ((hy[i] ?? 0) * sj + si * (hy[j] ?? 0)) / curvature;
    }),
  );
}

function dot(a: Float64Array, b: Float64Array): number {
  return a.reduce((sum, x, i) => sum + x * (b[i] ?? 0), 0);
}

function difference(a: Float64Array, b: Float64Array): Float64Array {
  return a.map((x, i) => x - (b[i] ?? 0));
}
