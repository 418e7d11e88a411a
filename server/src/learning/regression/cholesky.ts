/**
 * Symmetric positive definite systems in typed arrays, row by row: ml-matrix takes a call for each element, which made the
 * inverse of a kernel of 500 rows last seconds.
 */

/** L of A = L L^T, lower triangle, `size x size`; `undefined` for a matrix that is not positive definite. */
export function choleskyFactor(matrix: Float64Array, size: number): Float64Array | undefined {
  const factor = new Float64Array(size * size);
  for (let i = 0; i < size; i++)
    for (let j = 0; j <= i; j++) {
      const rowI = i * size;
      const rowJ = j * size;
      const sum = at(matrix, rowI + j) - dotProduct(factor, rowI, factor, rowJ, j);
      if (i > j) factor[rowI + j] = sum / at(factor, rowJ + j);
      else if (sum > 0) factor[rowI + i] = Math.sqrt(sum);
      else return undefined;
    }
  return factor;
}

/** z of L z = right. */
function forwardSubstitution(factor: Float64Array, right: Float64Array): Float64Array {
  const size = right.length;
  const solution = new Float64Array(size);
  for (let i = 0; i < size; i++) {
    const sum = at(right, i) - dotProduct(factor, i * size, solution, 0, i);
    solution[i] = sum / at(factor, i * size + i);
  }
  return solution;
}

/**
 * Rows that take the right-hand side of L z = right to z, as each in turn replaces the number in its place by its product with
 * the vector as it then is.
 */
export function substitutionRows(factor: Float64Array, size: number): Float64Array[] {
  return Array.from({ length: size }, (_, i) => {
    const diagonal = at(factor, i * size + i);
    const row = factor.subarray(i * size, (i + 1) * size).map((value) => -value / diagonal);
    return row.with(i, 1 / diagonal);
  });
}

/** x of L L^T x = right. */
export function choleskySolve(factor: Float64Array, right: Float64Array): Float64Array {
  const size = right.length;
  const solution = forwardSubstitution(factor, right);
  for (let i = size - 1; i >= 0; i--) {
    const value = at(solution, i) / at(factor, i * size + i);
    solution[i] = value;
    for (let k = 0; k < i; k++) solution[k] = at(solution, k) - at(factor, i * size + k) * value;
  }
  return solution;
}

/** The inverse of L L^T, both triangles. */
export function choleskyInverse(factor: Float64Array, size: number): Float64Array {
  const inverseFactor = new Float64Array(size * size);
  for (let i = 0; i < size; i++) {
    const diagonal = at(factor, i * size + i);
    for (let k = 0; k < i; k++) {
      const weight = at(factor, i * size + k) / diagonal;
      if (weight === 0) continue;
      for (let j = 0; j <= k; j++)
        inverseFactor[i * size + j] =
          at(inverseFactor, i * size + j) - weight * at(inverseFactor, k * size + j);
    }
    inverseFactor[i * size + i] = 1 / diagonal;
  }
  return gramOfColumns(inverseFactor, size);
}

/** M^T M of a lower triangle M. */
function gramOfColumns(lower: Float64Array, size: number): Float64Array {
  const product = new Float64Array(size * size);
  for (let k = 0; k < size; k++)
    for (let i = 0; i <= k; i++) {
      const value = at(lower, k * size + i);
      for (let j = 0; j <= i; j++)
        product[i * size + j] = at(product, i * size + j) + value * at(lower, k * size + j);
    }
  for (let i = 0; i < size; i++)
    for (let j = 0; j < i; j++) product[j * size + i] = at(product, i * size + j);
  return product;
}

/** Sum of the logarithms of L's diagonal: half the logarithm of the determinant of L L^T. */
export function halfLogDeterminant(factor: Float64Array, size: number): number {
  let sum = 0;
  for (let i = 0; i < size; i++) sum += Math.log(at(factor, i * size + i));
  return sum;
}

/** Of `length` numbers from each start on. Four sums at once, since each addition waits for the one before. */
function dotProduct(
  one: Float64Array,
  start: number,
  other: Float64Array,
  otherStart: number,
  length: number,
): number {
  let a = 0;
  let b = 0;
  let c = 0;
  let d = 0;
  let k = 0;
  for (; k + 3 < length; k += 4) {
    const i = start + k;
    const j = otherStart + k;
    a += at(one, i) * at(other, j);
    b += at(one, i + 1) * at(other, j + 1);
    c += at(one, i + 2) * at(other, j + 2);
    d += at(one, i + 3) * at(other, j + 3);
  }
  for (; k < length; k++) a += at(one, start + k) * at(other, otherStart + k);
  return a + b + (c + d);
}

const at = (values: Float64Array, index: number) => values[index] ?? 0;
