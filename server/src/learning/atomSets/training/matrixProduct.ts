import { applyStages } from "../../../graph/layerChain";

/** The product of `a`, `rows x inner`, and `b`, `inner x columns`: a new array, `rows x columns`. */
export function product(a: Float64Array, b: Float64Array, rows: number, columns: number): Float64Array {
  return applyStages([{ kernel: b, outputs: columns, start: new Float64Array(columns) }], a, rows);
}

/** `columns x rows` of a matrix `rows x columns`. */
export function transpose(x: Float64Array, rows: number, columns: number): Float64Array {
  const transposed = new Float64Array(x.length);
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns; column++)
      transposed[column * rows + row] = x[row * columns + column] ?? 0;
  return transposed;
}
