import { blockColumns, blockRows, productKernel } from "./productKernel";

const { memory, multiply } = productKernel;
let numbers = new Float64Array(memory.buffer);

/** More rows of a product than this are made a part at a time: the parts stay in the processor's cache. */
const mostRows = 256;
const memoryPage = 65536;

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
  const factor = b.subarray(firstRow * columns, (firstRow + inner) * columns);
  multiplyParts(y, a, factor, rows, inner, (part) => part);
}

/** a b: a new array, `rows x columns`. */
export function product(
  a: Float64Array,
  b: Float64Array,
  rows: number,
  inner: number,
  columns: number,
): Float64Array {
  return productPlusRow(a, b, new Float64Array(columns), rows, inner);
}

/** a b, with `row` added to each of its rows: a new array, `rows x row.length`. */
export function productPlusRow(
  a: Float64Array,
  b: Float64Array,
  row: Float64Array,
  rows: number,
  inner: number,
): Float64Array {
  const y = new Float64Array(rows * row.length);
  multiplyParts(y, a, b, rows, inner, () => row);
  return y;
}

/** @param startOf what a part of y starts from: as many rows, or one row for all. */
function multiplyParts(
  y: Float64Array,
  a: Float64Array,
  b: Float64Array,
  rows: number,
  inner: number,
  startOf: (part: Float64Array) => Float64Array,
): void {
  if (b.length === 0) return;
  const columns = b.length / inner;
  for (let row = 0; row < rows; row += mostRows) {
    const end = Math.min(rows, row + mostRows);
    const part = y.subarray(row * columns, end * columns);
    multiplyPart(part, startOf(part), a.subarray(row * inner, end * inner), b, end - row);
  }
}

function multiplyPart(
  y: Float64Array,
  start: Float64Array,
  a: Float64Array,
  b: Float64Array,
  rows: number,
): void {
  const [columns, inner] = [y.length / rows, a.length / rows];
  const stride = roundedUp(columns, blockColumns);
  const isOneRow = start.length < y.length;
  const bAt = a.length;
  const startAt = bAt + b.length;
  const productAt = startAt + (isOneRow ? stride : roundedUp(rows, blockRows) * stride);
  const end = productAt + rows * stride;
  reserve(end + blockRows * Math.max(stride, inner));
  numbers.set(a);
  numbers.set(b, bAt);
  copyRows(numbers.subarray(startAt), stride, start, columns);
  const bytes = (count: number) => count * Float64Array.BYTES_PER_ELEMENT;
  multiply(
    bytes(productAt),
    bytes(startAt),
    0,
    bytes(bAt),
    bytes(end),
    bytes(stride),
    isOneRow ? 0 : bytes(stride),
    bytes(inner),
    bytes(columns),
  );
  copyRows(y, columns, numbers.subarray(productAt, end), stride);
}

/** Copies rows, as much of them as both sides have, from one stride to another. */
function copyRows(to: Float64Array, toStride: number, from: Float64Array, fromStride: number): void {
  if (toStride === fromStride) {
    to.set(from);
    return;
  }
  const width = Math.min(toStride, fromStride);
  for (let row = 0; row * fromStride < from.length; row++)
    for (let k = 0; k < width; k++) to[row * toStride + k] = from[row * fromStride + k] ?? 0;
}

function reserve(length: number): void {
  const missing = length * Float64Array.BYTES_PER_ELEMENT - memory.buffer.byteLength;
  if (missing <= 0) return;
  memory.grow(Math.ceil(missing / memoryPage));
  numbers = new Float64Array(memory.buffer);
}

function roundedUp(size: number, step: number): number {
  return Math.ceil(size / step) * step;
}
