/** A matrix of which each row stands for several; by `rowOf` or, where it is left out, each for itself. */
export interface Rows {
  readonly values: Float64Array;
  /** The row of `values` that each row is. */
  readonly rowOf?: Uint32Array;
}

/** Matrices of `rows` rows side by side. */
export function joinColumns(
  rows: number,
  matrices: readonly Rows[],
  widths: readonly number[],
): Float64Array {
  const stride = widths.reduce((sum, width) => sum + width, 0);
  const joined = new Float64Array(rows * stride);
  let column = 0;
  matrices.forEach(({ values, rowOf }, m) => {
    const width = widths[m] ?? 0;
    for (let row = 0; row < rows; row++) {
      const from = (rowOf ? (rowOf[row] ?? 0) : row) * width;
      const to = row * stride + column;
      for (let k = 0; k < width; k++) joined[to + k] = values[from + k] ?? 0;
    }
    column += width;
  });
  return joined;
}

/** For each thing the mean of its rows, each counted `weights[row]` times; zeros where there is nothing to average. */
export function weightedMeans(
  values: Float64Array,
  width: number,
  weights: Float64Array,
  offsets: Uint32Array,
): Float64Array {
  const things = offsets.length - 1;
  const means = new Float64Array(things * width);
  for (let i = 0; i < things; i++) {
    const [from, to] = [offsets[i] ?? 0, offsets[i + 1] ?? 0];
    let total = 0;
    for (let row = from; row < to; row++) total += weights[row] ?? 0;
    if (total === 0) continue;
    for (let row = from; row < to; row++) {
      const share = (weights[row] ?? 0) / total;
      for (let k = 0, at = row * width, mean = i * width; k < width; k++, at++, mean++)
        means[mean] = (means[mean] ?? 0) + share * (values[at] ?? 0);
    }
  }
  return means;
}
