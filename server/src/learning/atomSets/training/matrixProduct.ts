/** The product of `a`, `rows x inner`, and `b`, `inner x columns`: a new array, `rows x columns`. */
export type MatrixProduct = (
  a: Float64Array,
  b: Float64Array,
  rows: number,
  inner: number,
  columns: number,
) => Float64Array;

/**
 * In double precision, without any backend. Blocks of 4 x 4 numbers of the product are summed up at once, so that each
 * number that is loaded serves four times.
 */
export const plainProduct: MatrixProduct = (a, b, rows, inner, columns) => {
  const product = new Float64Array(rows * columns);
  const [blockRows, blockColumns] = [rows - (rows % 4), columns - (columns % 4)];
  for (let i = 0; i < blockRows; i += 4)
    for (let j = 0; j < blockColumns; j += 4) sumBlock(product, a, b, i, j, inner, columns);
  for (let i = 0; i < rows; i++)
    for (let j = i < blockRows ? blockColumns : 0; j < columns; j++) {
      let sum = 0;
      for (let k = 0; k < inner; k++) sum += (a[i * inner + k] ?? 0) * (b[k * columns + j] ?? 0);
      product[i * columns + j] = sum;
    }
  return product;
};

function sumBlock(
  product: Float64Array,
  a: Float64Array,
  b: Float64Array,
  i: number,
  j: number,
  inner: number,
  columns: number,
): void {
  let s00 = 0;
  let s01 = 0;
  let s02 = 0;
  let s03 = 0;
  let s10 = 0;
  let s11 = 0;
  let s12 = 0;
  let s13 = 0;
  let s20 = 0;
  let s21 = 0;
  let s22 = 0;
  let s23 = 0;
  let s30 = 0;
  let s31 = 0;
  let s32 = 0;
  let s33 = 0;
  const a0 = i * inner;
  const a1 = a0 + inner;
  const a2 = a1 + inner;
  const a3 = a2 + inner;
  for (let k = 0, at = j; k < inner; k++, at += columns) {
    const b0 = b[at] ?? 0;
    const b1 = b[at + 1] ?? 0;
    const b2 = b[at + 2] ?? 0;
    const b3 = b[at + 3] ?? 0;
    const x0 = a[a0 + k] ?? 0;
    const x1 = a[a1 + k] ?? 0;
    const x2 = a[a2 + k] ?? 0;
    const x3 = a[a3 + k] ?? 0;
    s00 += x0 * b0;
    s01 += x0 * b1;
    s02 += x0 * b2;
    s03 += x0 * b3;
    s10 += x1 * b0;
    s11 += x1 * b1;
    s12 += x1 * b2;
    s13 += x1 * b3;
    s20 += x2 * b0;
    s21 += x2 * b1;
    s22 += x2 * b2;
    s23 += x2 * b3;
    s30 += x3 * b0;
    s31 += x3 * b1;
    s32 += x3 * b2;
    s33 += x3 * b3;
  }
  const to = i * columns + j;
  product[to] = s00;
  product[to + 1] = s01;
  product[to + 2] = s02;
  product[to + 3] = s03;
  const to1 = to + columns;
  product[to1] = s10;
  product[to1 + 1] = s11;
  product[to1 + 2] = s12;
  product[to1 + 3] = s13;
  const to2 = to + 2 * columns;
  product[to2] = s20;
  product[to2 + 1] = s21;
  product[to2 + 2] = s22;
  product[to2 + 3] = s23;
  const to3 = to + 3 * columns;
  product[to3] = s30;
  product[to3 + 1] = s31;
  product[to3 + 2] = s32;
  product[to3 + 3] = s33;
}

/** `columns x rows` of a matrix `rows x columns`. */
export function transpose(x: Float64Array, rows: number, columns: number): Float64Array {
  const transposed = new Float64Array(x.length);
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns; column++)
      transposed[column * rows + row] = x[row * columns + column] ?? 0;
  return transposed;
}
