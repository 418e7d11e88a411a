import { blockColumns, blockRows, productKernel } from "./productKernel";

const { memory, multiply } = productKernel;
let numbers = new Float64Array(memory.buffer);

/** More rows of a product than this are made a part at a time: the parts stay in the processor's cache. */
const mostRows = 256;

/**
 * y += a b, with a `rows x inner`, b `inner x columns` (from row `firstRow` of `b` on), y `rows x columns`. In double
 * precision; a row comes out the same, to the last bit, whatever rows are beside it.
 */
export function addProduct(
  y: Float64Array,
  a: Float64Array,
  b: Float64Array,
  rows: number,
  inner: number,
  columns: number,
  firstRow = 0,
): void {
  if (inner === 0 || columns === 0) return;
  const factor = b.subarray(firstRow * columns, (firstRow + inner) * columns);
  for (let row = 0; row < rows; row += mostRows) {
    const end = Math.min(rows, row + mostRows);
    addPart(y, a.subarray(row * inner, end * inner), factor, row, inner, columns);
  }
}

/** Adds to y from row `from` on. */
function addPart(
  y: Float64Array,
  a: Float64Array,
  b: Float64Array,
  from: number,
  inner: number,
  columns: number,
): void {
  const rows = a.length / inner;
  const stride = roundedUp(columns, blockColumns);
  const start = a.length + b.length;
  const end = start + stride * rows;
  reserve(start + roundedUp(rows, blockRows) * Math.max(stride, inner) + blockColumns);
  numbers.set(a);
  numbers.set(b, a.length);
  const bytes = Float64Array.BYTES_PER_ELEMENT;
  multiply(start * bytes, 0, a.length * bytes, end * bytes, stride * bytes, inner * bytes, columns * bytes);
  let at = from * columns;
  for (let row = start; row < end; row += stride)
    for (let k = row; k < row + columns; k++, at++) y[at] = (y[at] ?? 0) + (numbers[k] ?? 0);
}

function reserve(length: number): void {
  const missing = length * Float64Array.BYTES_PER_ELEMENT - memory.buffer.byteLength;
  if (missing <= 0) return;
  memory.grow(Math.ceil(missing / memoryPage));
  numbers = new Float64Array(memory.buffer);
}

const memoryPage = 65536;

function roundedUp(size: number, step: number): number {
  return Math.ceil(size / step) * step;
}
