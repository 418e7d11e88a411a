/*
 * Small symmetric positive definite systems by Cholesky's factorisation: a fit solves thousands of some five unknowns, for which
 * ml-matrix takes longer to set up than to solve. Matrices are row by row, and only their lower half counts.
 */

/** Replaces a matrix by its factor; false where it is not positive definite. */
export function factorise(matrix: Float64Array, size: number): boolean {
  for (let i = 0; i < size; i++)
    for (let j = 0; j <= i; j++) {
      let sum = matrix[i * size + j] ?? 0;
      for (let k = 0; k < j; k++) sum -= (matrix[i * size + k] ?? 0) * (matrix[j * size + k] ?? 0);
      if (i > j) matrix[i * size + j] = sum / (matrix[j * size + j] ?? 1);
      else if (sum > 0) matrix[i * size + i] = Math.sqrt(sum);
      else return false;
    }
  return true;
}

/** Replaces the right side by the solution. */
export function solve(factor: Float64Array, x: Float64Array, size: number): void {
  for (let i = 0; i < size; i++) {
    let sum = x[i] ?? 0;
    for (let k = 0; k < i; k++) sum -= (factor[i * size + k] ?? 0) * (x[k] ?? 0);
    x[i] = sum / (factor[i * size + i] ?? 1);
  }
  for (let i = size - 1; i >= 0; i--) {
    let sum = x[i] ?? 0;
    for (let k = i + 1; k < size; k++) sum -= (factor[k * size + i] ?? 0) * (x[k] ?? 0);
    x[i] = sum / (factor[i * size + i] ?? 1);
  }
}
