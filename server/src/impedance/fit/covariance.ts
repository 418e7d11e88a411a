import { Matrix, QrDecomposition, SingularValueDecomposition } from "ml-matrix";

/** Directions in which the residuals change by less than this share of the strongest are not determined. */
const leastSingularValue = 1e-10;
const negligible = 1e-6;

/**
 * (J^T J)^-1 of a Jacobian given column after column; `null` for each entry of an unknown that the residuals do not determine.
 */
export function covarianceOf(jacobian: Float64Array, unknowns: number): (number | null)[][] {
  const rows = jacobian.length / unknowns;
  const lengths = Array.from({ length: unknowns }, (_, p) =>
    Math.sqrt(jacobian.subarray(p * rows, (p + 1) * rows).reduce((sum, value) => sum + value * value, 0)),
  );
  const scaled = new Matrix(rows, unknowns);
  for (let p = 0; p < unknowns; p++)
    for (let i = 0; i < rows; i++)
      scaled.set(i, p, (jacobian[p * rows + i] ?? 0) / Math.max(lengths[p] ?? 0, Number.MIN_VALUE));
  const { diagonal, rightSingularVectors } = new SingularValueDecomposition(triangular(scaled), {
    autoTranspose: true,
  });
  const strongest = Math.max(...diagonal);
  const strength = Array.from({ length: unknowns }, (_, k) => diagonal[k] ?? 0);
  const isSeen = strength.map((value) => value > leastSingularValue * strongest);
  const isDetermined = lengths.map(
    (length, p) =>
      length > 0 && isSeen.every((seen, k) => seen || Math.abs(rightSingularVectors.get(p, k)) < negligible),
  );
  return lengths.map((lengthP, p) =>
    lengths.map((lengthQ, q) => {
      if (!isDetermined[p] || !isDetermined[q]) return null;
      const sum = strength.reduce(
        (total, value, k) =>
          isSeen[k]
            ? total + (rightSingularVectors.get(p, k) * rightSingularVectors.get(q, k)) / value ** 2
            : total,
        0,
      );
      return sum / (lengthP * lengthQ);
    }),
  );
}

/** The correlation of each pair of unknowns; `null` where their covariance or one of their variances is. */
export function correlationOf(covariance: readonly (readonly (number | null)[])[]): (number | null)[][] {
  return covariance.map((row, p) =>
    row.map((entry, q) => {
      const [own, other] = [covariance[p]?.[p] ?? null, covariance[q]?.[q] ?? null];
      return entry === null || own === null || other === null ? null : entry / Math.sqrt(own * other);
    }),
  );
}

/** R of A = Q R has the singular values and right vectors of A, in fewer rows. */
function triangular(matrix: Matrix): Matrix {
  return matrix.rows > matrix.columns ? new QrDecomposition(matrix).upperTriangularMatrix : matrix;
}
