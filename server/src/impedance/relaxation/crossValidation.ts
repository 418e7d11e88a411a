import { CholeskyDecomposition, Matrix } from "ml-matrix";
import type { RelaxationDesign } from "./relaxationDesign";

/** Counts each degree of freedom dearer, which keeps noise from being fitted (Kim and Gu, J. R. Stat. Soc. B 66, 337, 2004). */
const inflation = 1.4;

/**
 * m |A x - b|^2 / (m - 1.4 tr H)^2 of m equations, where H maps the data to the fit over the unknowns that are not held at
 * zero.
 */
export function generalisedCrossValidation(
  { matrix, right, penalty }: RelaxationDesign,
  solution: readonly number[],
  lambda: number,
): number {
  const free = solution.flatMap((value, i) => (value > 0 ? [i] : []));
  const residual = Matrix.sub(matrix.mmul(Matrix.columnVector([...solution])), right).norm() ** 2;
  if (free.length === 0) return residual;
  const own = matrix.subMatrixColumn(free);
  const smooth = penalty.subMatrixColumn(free);
  const gram = own.transpose().mmul(own);
  const system = Matrix.add(gram, smooth.transpose().mmul(smooth).mul(lambda));
  // Rounding must not make it singular.
  system.add(Matrix.eye(free.length).mul(1e-12 * system.trace()));
  const freedom = new CholeskyDecomposition(system).solve(gram).trace();
  const left = matrix.rows - inflation * freedom;
  return left > 0 ? (matrix.rows * residual) / left ** 2 : Infinity;
}
