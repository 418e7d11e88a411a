import { Matrix, SingularValueDecomposition } from "ml-matrix";

/**
 * The rows on the principal components of their set, the component of largest variance first; the sign of a component is
 * such that its largest weight is positive.
 *
 * @param rows All of one length, not scaled.
 * @returns A row for each, `components` numbers long, or shorter where the rows have not so many dimensions.
 */
export function principalComponents(rows: readonly ArrayLike<number>[], components: number): number[][] {
  const [first] = rows;
  if (!first) return [];
  const centred = new Matrix(rows.map((row) => Array.from(row))).center("column");
  const { rightSingularVectors } = new SingularValueDecomposition(centred, {
    autoTranspose: true,
    computeLeftSingularVectors: false,
  });
  const axes = Array.from({ length: Math.min(components, rightSingularVectors.columns) }, (_, k) => {
    const axis = rightSingularVectors.getColumn(k);
    const largest = axis.reduce((most, weight) => (Math.abs(weight) > Math.abs(most) ? weight : most), 0);
    return largest < 0 ? axis.map((weight) => -weight) : axis;
  });
  return axes.length > 0 ? centred.mmul(new Matrix(axes).transpose()).to2DArray() : rows.map(() => []);
}
