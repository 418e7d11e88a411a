import fc from "fast-check";
import { Matrix } from "ml-matrix";
import { describe, expect, it } from "vitest";
import {
  choleskyFactor,
  choleskyInverse,
  choleskySolve,
} from "../../../../server/src/learning/regression/cholesky";

/** M M^T + 1. */
const positiveDefinite = fc
  .array(fc.array(fc.double({ min: -3, max: 3, noNaN: true }), { minLength: 5, maxLength: 5 }), {
    minLength: 5,
    maxLength: 5,
  })
  .map((rows) => new Matrix(rows).mmul(new Matrix(rows).transpose()).add(Matrix.eye(5)));

describe("Cholesky's factor", () => {
  it("inverts positive definite matrices and solves their systems", () => {
    fc.assert(
      fc.property(positiveDefinite, (matrix) => {
        const factor = choleskyFactor(Float64Array.from(matrix.to1DArray()), 5) ?? new Float64Array();
        const inverse = Matrix.from1DArray(5, 5, Array.from(choleskyInverse(factor, 5)));
        expect(Matrix.sub(inverse.mmul(matrix), Matrix.eye(5)).norm("frobenius")).toBeLessThan(1e-8);
        const right = Float64Array.of(1, -2, 3, 0, 5);
        const solution = Matrix.columnVector(Array.from(choleskySolve(factor, right)));
        matrix
          .mmul(solution)
          .to1DArray()
          .forEach((x, i) => {
            expect(x).toBeCloseTo(right[i] ?? NaN, 6);
          });
      }),
    );
  });

  it("does not exist for other matrices", () => {
    expect(choleskyFactor(Float64Array.of(1, 2, 2, 1), 2)).toBeUndefined();
  });
});
