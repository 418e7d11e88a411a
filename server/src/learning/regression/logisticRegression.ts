import { Matrix, solve } from "ml-matrix";

/** P(y = 1) = 1 / (1 + exp(-(intercept + weights . x))). */
export interface LogisticRegression {
  readonly intercept: number;
  readonly weights: Float64Array;
}

export interface LogisticOptions {
  /** Of half the square of each weight, added to the summed cross-entropy; the intercept is free. */
  readonly penalty: number;
  readonly steps: number;
  /** Newton's method ends where no parameter moves by more. */
  readonly tolerance: number;
}

/** Almost none: classes that a plane separates would otherwise drive the weights to infinity. */
const defaults: LogisticOptions = { penalty: 1e-3, steps: 100, tolerance: 1e-10 };

/**
 * Maximum likelihood by Newton's method (iteratively reweighted least squares; McCullagh and Nelder, Generalized Linear
 * Models, 2nd ed., 1989, section 2.5), steps halved until the loss falls.
 *
 * @param rows Features, best standardised, which all rows have in the same number.
 * @throws RangeError without rows.
 */
export function fitLogisticRegression(
  rows: readonly ArrayLike<number>[],
  labels: readonly boolean[],
  options: Partial<LogisticOptions> = {},
): LogisticRegression {
  const { penalty, steps, tolerance } = { ...defaults, ...options };
  if (rows.length === 0) throw new RangeError("a regression has data");
  const design = new Matrix(rows.map((row) => [1, ...Array.from(row)]));
  const target = labels.map((label) => (label ? 1 : 0));
  const ridge = Array.from({ length: design.columns }, (_, k) => (k === 0 ? 0 : penalty));
  const lossOf = (parameters: readonly number[]) => loss(design, target, ridge, parameters);
  let parameters = ridge.map(() => 0);
  for (let step = 0; step < steps; step++) {
    const direction = newtonStep(design, target, ridge, parameters);
    const moved = (share: number) => parameters.map((value, k) => value + share * (direction[k] ?? 0));
    let share = 1;
    while (share > 1e-6 && !(lossOf(moved(share)) <= lossOf(parameters))) share /= 2;
    parameters = moved(share);
    if (Math.max(...direction.map(Math.abs)) < tolerance) break;
  }
  const [intercept = 0, ...weights] = parameters;
  return { intercept, weights: Float64Array.from(weights) };
}

/** The probability of the positive class. */
export function logisticProbability(
  { intercept, weights }: LogisticRegression,
  row: ArrayLike<number>,
): number {
  return sigmoid(weights.reduce((sum, weight, k) => sum + weight * (row[k] ?? 0), intercept));
}

/** -(H^-1) g of the penalised loss, with H the Hessian and g the gradient. */
function newtonStep(
  design: Matrix,
  target: readonly number[],
  ridge: readonly number[],
  parameters: readonly number[],
): number[] {
  const probabilities = scores(design, parameters).map(sigmoid);
  const residuals = Matrix.columnVector(target.map((y, i) => y - (probabilities[i] ?? 0)));
  const weighted = design.clone();
  // A floor keeps the Hessian invertible where all probabilities are certain and nothing is penalised.
  for (const [i, p] of probabilities.entries()) weighted.mulRow(i, Math.max(1e-12, p * (1 - p)));
  const transposed = design.transpose();
  const hessian = transposed.mmul(weighted).add(Matrix.diag([...ridge]));
  const gradient = transposed
    .mmul(residuals)
    .sub(Matrix.columnVector(ridge.map((weight, k) => weight * (parameters[k] ?? 0))));
  return solve(hessian, gradient, true).to1DArray();
}

function loss(
  design: Matrix,
  target: readonly number[],
  ridge: readonly number[],
  parameters: readonly number[],
): number {
  const entropy = scores(design, parameters).map((z, i) => softplus(z) - (target[i] ?? 0) * z);
  const penalty = ridge.map((weight, k) => (weight * (parameters[k] ?? 0) ** 2) / 2);
  return [...entropy, ...penalty].reduce((sum, term) => sum + term, 0);
}

function scores(design: Matrix, parameters: readonly number[]): number[] {
  return design.mmul(Matrix.columnVector([...parameters])).to1DArray();
}

function sigmoid(z: number): number {
  return 1 / (1 + Math.exp(-z));
}

function softplus(z: number): number {
  return Math.max(0, z) + Math.log1p(Math.exp(-Math.abs(z)));
}
