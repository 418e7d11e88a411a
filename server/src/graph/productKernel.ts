import { br_if, f64x2, func, i32, if_, local, loop, v128 } from "wasmati";

/** Blocks of so many rows and columns are summed up at once: as many as fit the processor's registers. */
export const [blockRows, blockColumns] = [2, 8];

const [bytesOfNumber, bytesOfVector] = [8, 16];
const vectors = (blockColumns * bytesOfNumber) / bytesOfVector;
const registers = Array.from({ length: (blockRows + 1) * vectors }, () => v128);

/** The first numbers of the matrices, how long a row of `a` is, and how far apart rows are. */
export type Multiply = (
  product: number,
  start: number,
  a: number,
  b: number,
  productEnd: number,
  inner: number,
  productStride: number,
  startStride: number,
  aStride: number,
  bStride: number,
) => void;

/**
 * product = start + a b in WebAssembly's vectors of two numbers, each number summed up in the order of b's rows. Addresses and
 * lengths are in bytes; a start whose stride is 0 is one row for all. Whole blocks are made: what lies behind the factors and
 * the start is read, and what lies behind the product written.
 */
export const multiply = func(
  {
    in: [i32, i32, i32, i32, i32, i32, i32, i32, i32, i32],
    locals: [i32, i32, i32, i32, i32, i32, v128, ...registers],
    out: [],
  },
  (
    [product, start, a, b, productEnd, inner, productStride, startStride, aStride, bStride],
    [column, startAt, aAt, aEnd, bAt, productAt, factor, ...rest],
  ) => {
    const [loaded, sums] = [rest.slice(0, vectors), rest.slice(vectors)];
    const forEachSum = (visit: (sum: (typeof sums)[number], row: number, vector: number) => void) => {
      sums.forEach((sum, k) => {
        visit(sum, Math.floor(k / vectors), k % vectors);
      });
    };
    loop(null, () => {
      local.set(column, 0);
      loop(null, () => {
        local.set(startAt, i32.add(start, column));
        forEachSum((sum, row, k) => {
          const at = i32.add(startAt, i32.mul(startStride, row));
          local.set(sum, v128.load({ offset: k * bytesOfVector }, at));
        });
        local.set(aAt, a);
        local.set(aEnd, i32.add(a, inner));
        local.set(bAt, i32.add(b, column));
        i32.lt_u(aAt, aEnd);
        if_(null, () => {
          loop(null, () => {
            loaded.forEach((vector, k) => {
              local.set(vector, v128.load({ offset: k * bytesOfVector }, bAt));
            });
            forEachSum((sum, row, k) => {
              if (k === 0) local.set(factor, v128.load64_splat({}, i32.add(aAt, i32.mul(aStride, row))));
              local.set(sum, f64x2.add(sum, f64x2.mul(factor, loaded[k] ?? factor)));
            });
            local.set(bAt, i32.add(bAt, bStride));
            local.set(aAt, i32.add(aAt, bytesOfNumber));
            i32.lt_u(aAt, aEnd);
            br_if(0);
          });
        });
        local.set(productAt, i32.add(product, column));
        forEachSum((sum, row, k) => {
          v128.store({ offset: k * bytesOfVector }, i32.add(productAt, i32.mul(productStride, row)), sum);
        });
        local.set(column, i32.add(column, blockColumns * bytesOfNumber));
        i32.lt_u(column, productStride);
        br_if(0);
      });
      local.set(a, i32.add(a, i32.mul(aStride, blockRows)));
      local.set(start, i32.add(start, i32.mul(startStride, blockRows)));
      local.set(product, i32.add(product, i32.mul(productStride, blockRows)));
      i32.lt_u(product, productEnd);
      br_if(0);
    });
  },
);

/** The first numbers of a row and of the two that it becomes the sum of; rows of an odd length are written one number beyond. */
export type AddRows = (sum: number, sumEnd: number, one: number, other: number) => void;

export const addRows = func(
  { in: [i32, i32, i32, i32], locals: [], out: [] },
  ([sum, sumEnd, one, other]) => {
    loop(null, () => {
      v128.store({}, sum, f64x2.add(v128.load({}, one), v128.load({}, other)));
      local.set(one, i32.add(one, bytesOfVector));
      local.set(other, i32.add(other, bytesOfVector));
      local.set(sum, i32.add(sum, bytesOfVector));
      i32.lt_u(sum, sumEnd);
      br_if(0);
    });
  },
);
