import { br_if, call, f64, f64x2, func, i32, i32x4, local, loop, memory, Module, v128 } from "wasmati";
import { KernelMemory, type WasmMemory } from "../../graph/kernelMemory";

/** Addresses are in bytes; vectors are filled up with zeros, as {@link ProcessKernels.put} does. */
interface Kernels {
  /** Adds `sign` times the squared differences of columns, one after the other, to the numbers of a place. */
  readonly addSquares: (
    at: number,
    end: number,
    columns: number,
    place: number,
    placeEnd: number,
    sign: number,
  ) => void;
  /** Replaces squared distances by (1 + r) exp(-r) with r² = factor d². */
  readonly matern: (at: number, end: number, factor: number) => void;
  readonly dot: (one: number, other: number, end: number) => number;
  /** Replaces one number of a vector after the other by the product of a row of a lower triangle with the vector as it then is. */
  readonly applyRows: (vector: number, row: number, rowsEnd: number, bytesOfRow: number) => void;
  readonly memory: WasmMemory;
}

/** TypeScript knows of WebAssembly only where it knows all of a browser. */
declare const WebAssembly: {
  readonly Module: new (bytes: Uint8Array) => object;
  readonly Instance: new (module: object) => { readonly exports: Kernels };
};

export const bytesOfNumber = 8;
const bytesOfVector = 16;
/** Independent sums: each addition waits for the one before. */
const sumsAtOnce = 4;
const numbersAtOnce = (sumsAtOnce * bytesOfVector) / bytesOfNumber;

/** The table has exp(-r) every 1/32, up to where the kernel is nothing beside 1; Taylor's terms do the rest to the last bit. */
const [pointsPerUnit, farthest] = [32, 40];
const taylor = [1, 1, 1 / 2, 1 / 6, 1 / 24, 1 / 120, 1 / 720];
/** Numbers that this is added to are rounded to points of the table, and count these in their last bits. */
const rounding = 2 ** 52 / pointsPerUnit;
const decayTable = Float64Array.from({ length: farthest * pointsPerUnit + 1 }, (_, point) =>
  Math.exp(-point / pointsPerUnit),
);

const twice = (value: number) => v128.const("f64x2", [value, value]);

const addSquares = func(
  { in: [i32, i32, i32, i32, i32, f64], locals: [i32, v128, v128, v128], out: [] },
  ([start, end, column, place, placeEnd, sign], [at, x, signs, difference]) => {
    local.set(signs, f64x2.splat(sign));
    loop(null, () => {
      local.set(x, v128.load64_splat({}, place));
      local.set(at, start);
      loop(null, () => {
        local.set(difference, f64x2.sub(v128.load({}, column), x));
        local.set(difference, f64x2.mul(difference, difference));
        v128.store({}, at, f64x2.add(v128.load({}, at), f64x2.mul(difference, signs)));
        local.set(column, i32.add(column, bytesOfVector));
        local.set(at, i32.add(at, bytesOfVector));
        i32.lt_u(at, end);
        br_if(0);
      });
      local.set(place, i32.add(place, bytesOfNumber));
      i32.lt_u(place, placeEnd);
      br_if(0);
    });
  },
);

const matern = func(
  { in: [i32, i32, f64], locals: [v128, v128, v128, v128], out: [] },
  ([at, end, factor], [r, point, past, series]) => {
    const decayAt = (lane: 0 | 2) => i32.mul(i32x4.extract_lane(lane, point), bytesOfNumber);
    loop(null, () => {
      local.set(r, f64x2.mul(f64x2.pmax(v128.load({}, at), twice(0)), f64x2.splat(factor)));
      local.set(r, f64x2.pmin(f64x2.sqrt(r), twice(farthest)));
      local.set(point, f64x2.add(r, twice(rounding)));
      local.set(past, f64x2.sub(f64x2.sub(point, twice(rounding)), r));
      local.set(series, twice(0));
      for (const coefficient of taylor.toReversed())
        local.set(series, f64x2.add(f64x2.mul(series, past), twice(coefficient)));
      local.set(series, f64x2.mul(series, f64x2.add(r, twice(1))));
      local.set(point, v128.load64_lane({}, 1, decayAt(2), v128.load64_zero({}, decayAt(0))));
      v128.store({}, at, f64x2.mul(series, point));
      local.set(at, i32.add(at, bytesOfVector));
      i32.lt_u(at, end);
      br_if(0);
    });
  },
);

const dot = func(
  { in: [i32, i32, i32], locals: [v128, v128, v128, v128], out: [f64] },
  ([one, other, end], sums) => {
    loop(null, () => {
      sums.forEach((sum, k) => {
        const offset = k * bytesOfVector;
        local.set(sum, f64x2.add(sum, f64x2.mul(v128.load({ offset }, one), v128.load({ offset }, other))));
      });
      local.set(one, i32.add(one, sumsAtOnce * bytesOfVector));
      local.set(other, i32.add(other, sumsAtOnce * bytesOfVector));
      i32.lt_u(one, end);
      br_if(0);
    });
    const [a, b, c, d] = sums;
    local.set(a, f64x2.add(f64x2.add(a, b), f64x2.add(c, d)));
    f64.add(f64x2.extract_lane(0, a), f64x2.extract_lane(1, a));
  },
);

const applyRows = func(
  { in: [i32, i32, i32, i32], locals: [i32], out: [] },
  ([vector, row, rowsEnd, bytesOfRow], [at]) => {
    local.set(at, vector);
    loop(null, () => {
      f64.store({}, at, call(dot, [vector, row, i32.add(at, bytesOfNumber)]));
      local.set(row, i32.add(row, bytesOfRow));
      local.set(at, i32.add(at, bytesOfNumber));
      i32.lt_u(row, rowsEnd);
      br_if(0);
    });
  },
);

/** Compiled once: each process has an instance, whose memory goes with it. */
const compiled = new WebAssembly.Module(
  Module({ exports: { addSquares, matern, dot, applyRows, memory: memory({ min: 1 }) } }).toBytes(),
);

/** Numbers in the memory, from one address up to another. */
export interface Place {
  readonly at: number;
  readonly end: number;
}

/**
 * What a Gaussian process computes in WebAssembly, two numbers at once, in a memory of its own: what is put there stays for as
 * long as the process.
 */
export class ProcessKernels {
  readonly run: Kernels;
  private readonly memory: KernelMemory;

  constructor() {
    this.run = new WebAssembly.Instance(compiled).exports;
    this.memory = new KernelMemory(this.run.memory, decayTable);
  }

  /** Copies of vectors of one length, one after the other, each filled up with zeros. */
  put(vectors: readonly Float64Array[]): Place {
    const length = filledUp(vectors[0]?.length ?? 0);
    const first = this.memory.allot(vectors.length * length);
    vectors.forEach((vector, i) => {
      this.memory.write(first + i * length, vector);
    });
    return { at: first * bytesOfNumber, end: (first + vectors.length * length) * bytesOfNumber };
  }

  write({ at }: Place, values: Float64Array): void {
    this.memory.write(at / bytesOfNumber, values);
  }

  /** A view, good until more is put. */
  read({ at, end }: Place): Float64Array {
    return this.memory.read(at / bytesOfNumber, (end - at) / bytesOfNumber);
  }
}

function filledUp(length: number): number {
  return Math.max(1, Math.ceil(length / numbersAtOnce)) * numbersAtOnce;
}
