/** Vectors of compounds, all of one length. */
export interface FeatureMatrix {
  readonly rows: number;
  readonly columns: number;
  /** Row by row. */
  readonly values: Float64Array;
}

/** @throws RangeError where the vectors differ in length or hold what is no number. */
export function featureMatrix(vectors: readonly ArrayLike<number>[]): FeatureMatrix {
  const columns = vectors[0]?.length ?? 0;
  const values = new Float64Array(vectors.length * columns);
  for (const [row, vector] of vectors.entries()) {
    if (vector.length !== columns)
      throw new RangeError(`row ${row + 1} has ${vector.length} numbers, others have ${columns}`);
    values.set(vector, row * columns);
  }
  if (!values.every(Number.isFinite)) throw new RangeError("a value is no finite number");
  return { rows: vectors.length, columns, values };
}

/**
 * A second-order descriptor: the vectors of two descriptors one after the other, those of the second times a mixing ratio
 * (appendix A.3 of the thesis).
 *
 * @throws RangeError where they differ in their number of rows.
 */
export function weightedUnion(first: FeatureMatrix, second: FeatureMatrix, alpha: number): FeatureMatrix {
  if (first.rows !== second.rows) throw new RangeError("the two matrices have not as many rows");
  const columns = first.columns + second.columns;
  const values = new Float64Array(first.rows * columns);
  for (let row = 0; row < first.rows; row++) {
    values.set(rowOf(first, row), row * columns);
    values.set(
      rowOf(second, row).map((value) => alpha * value),
      row * columns + first.columns,
    );
  }
  return { rows: first.rows, columns, values };
}

/** A view of one row. */
export function rowOf({ columns, values }: FeatureMatrix, row: number): Float64Array {
  return values.subarray(row * columns, (row + 1) * columns);
}
