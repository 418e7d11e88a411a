import type { Vector3 } from "../crystal/lattice";

/** 2^27 + 1: splits a number into two halves of 26 bits, whose products are exact (Dekker, Numer. Math. 18, 224 (1971)). */
const splitter = 134_217_729;

/**
 * a b + c rounded once, as processors and with them the linear algebra libraries compute it: what is left where terms cancel
 * is theirs to the last digit.
 */
export function fusedMultiplyAdd(a: number, b: number, c: number): number {
  const product = a * b;
  const highA = splitter * a - (splitter * a - a);
  const highB = splitter * b - (splitter * b - b);
  const [lowA, lowB] = [a - highA, b - highB];
  const productError = lowA * lowB - (product - highA * highB - lowA * highB - highA * lowB);
  const sum = product + c;
  const part = sum - product;
  const sumError = product - (sum - part) + (c - part);
  const error = sumError + productError;
  return error === 0 ? sum : sum + error;
}

/** The scalar product, its terms added to zero one after the other, each in one rounding. */
export function fusedDot(x: number, y: number, z: number, u: number, v: number, w: number): number {
  return fusedMultiplyAdd(z, w, fusedMultiplyAdd(y, v, x * u + 0));
}

/** A row vector times a row-major 3 x 3 matrix. */
export function rowTimesMatrix([x, y, z]: Vector3, matrix: ArrayLike<number>): Vector3 {
  const at = (i: number) => matrix[i] ?? 0;
  const column = (i: number) => fusedDot(x, y, z, at(i), at(3 + i), at(6 + i));
  return [column(0), column(1), column(2)];
}

/** Of a row-major 3 x 3 matrix: by LU decomposition with pivots, in the order of operations of LAPACK. */
export function inverseOf(matrix: readonly number[]): number[] {
  const rows = [0, 1, 2].map((i) => Float64Array.from(matrix.slice(3 * i, 3 * i + 3)));
  const inverse = [0, 1, 2].map((i) => Float64Array.from([0, 1, 2], (j) => (i === j ? 1 : 0)));
  for (let column = 0; column < 3; column++) decomposeColumn(rows, inverse, column);
  for (let column = 0; column < 3; column++) {
    for (let i = 0; i < 3; i++)
      for (let k = i + 1; k < 3; k++) subtract(inverse, k, column, at(inverse, i, column) * at(rows, k, i));
    for (let i = 2; i >= 0; i--) {
      divide(inverse, i, column, at(rows, i, i));
      for (let k = 0; k < i; k++) subtract(inverse, k, column, at(inverse, i, column) * at(rows, k, i));
    }
  }
  return inverse.flatMap((row) => [...row]);
}

/** Leaves a column of both factors in `rows`, and exchanges rows of it and of `other` so that the pivot is the largest. */
function decomposeColumn(rows: Float64Array[], other: Float64Array[], column: number): void {
  for (let i = 1; i < 3; i++)
    for (let k = 0; k < Math.min(i, column); k++)
      subtract(rows, i, column, at(rows, i, k) * at(rows, k, column));
  let pivot = column;
  for (let i = column + 1; i < 3; i++)
    if (Math.abs(at(rows, i, column)) > Math.abs(at(rows, pivot, column))) pivot = i;
  for (const table of [rows, other]) exchange(table, column, pivot);
  for (let i = column + 1; i < 3; i++) divide(rows, i, column, at(rows, column, column));
}

const at = (rows: readonly Float64Array[], i: number, j: number) => rows[i]?.[j] ?? 0;

function subtract(rows: readonly Float64Array[], i: number, j: number, amount: number): void {
  rows[i]?.fill(at(rows, i, j) - amount, j, j + 1);
}

/** By the reciprocal, as the libraries do. */
function divide(rows: readonly Float64Array[], i: number, j: number, divisor: number): void {
  rows[i]?.fill(at(rows, i, j) * (1 / divisor), j, j + 1);
}

function exchange(list: Float64Array[], one: number, other: number): void {
  const [first, second] = [list[one], list[other]];
  if (first === undefined || second === undefined) return;
  [list[one], list[other]] = [second, first];
}
