import { block, br_if, f32, f32x4, func, i32, local, loop, memory, Module, return_, v128 } from "wasmati";
import type { WasmMemory } from "../graph/kernelMemory";

/** So many means lie beside each other, number by number, and are measured at once. */
export const panelWidth = 16;
/** After so many numbers a panel that is too far already is given up. */
export const numbersAChunk = 16;
export const bytesOfNumber = 4;

const bytesOfVector = 16;
const vectors = (panelWidth * bytesOfNumber) / bytesOfVector;
const bytesOfRow = panelWidth * bytesOfNumber;

/** What runs in WebAssembly, in single precision, four numbers at once; addresses and lengths are in bytes. */
export interface NearestKernel {
  /**
   * Sums up squared distances from a mean to those of one panel after the other, and stops at the first one where some sum is
   * at most `factor` times the sum of both inverse sizes, and `slack`.
   *
   * @param sums Where the sums of the panel go.
   * @returns The panel where it stopped, or the end.
   */
  readonly nearer: (
    panel: number,
    panelsEnd: number,
    bytesOfPanel: number,
    inverseSizes: number,
    query: number,
    inverseSize: number,
    factor: number,
    slack: number,
    sums: number,
  ) => number;
  readonly memory: WasmMemory;
}

const nearer = func(
  {
    in: [i32, i32, i32, i32, i32, f32, f32, f32, i32],
    locals: [i32, i32, i32, v128, v128, v128, ...Array.from({ length: vectors }, () => v128)],
    out: [i32],
  },
  (
    [panel, panelsEnd, bytesOfPanel, inverseSizes, query, inverseSize, factor, slack, sumsAt],
    [at, chunkEnd, queryAt, mean, difference, isNear, ...sums],
  ) => {
    const forEachSum = (visit: (sum: (typeof sums)[number], offset: number) => void) => {
      sums.forEach((sum, vector) => {
        visit(sum, vector * bytesOfVector);
      });
    };
    const addSquares = () => {
      local.set(mean, v128.load32_splat({}, queryAt));
      forEachSum((sum, offset) => {
        local.set(difference, f32x4.sub(v128.load({ offset }, at), mean));
        local.set(sum, f32x4.add(sum, f32x4.mul(difference, difference)));
      });
    };
    const compare = () => {
      local.set(isNear, v128.const("i32x4", [0, 0, 0, 0]));
      forEachSum((sum, offset) => {
        const inverses = f32x4.add(f32x4.splat(inverseSize), v128.load({ offset }, inverseSizes));
        const bound = f32x4.add(f32x4.mul(f32x4.splat(factor), inverses), f32x4.splat(slack));
        local.set(isNear, v128.or(isNear, f32x4.le(sum, bound)));
      });
    };
    loop(null, () => {
      forEachSum((sum) => {
        local.set(sum, v128.const("f32x4", [0, 0, 0, 0]));
      });
      local.set(at, panel);
      local.set(queryAt, query);
      block(null, (tooFar) => {
        loop(null, () => {
          local.set(chunkEnd, i32.add(at, numbersAChunk * bytesOfRow));
          loop(null, () => {
            addSquares();
            local.set(at, i32.add(at, bytesOfRow));
            local.set(queryAt, i32.add(queryAt, bytesOfNumber));
            i32.lt_u(at, chunkEnd);
            br_if(0);
          });
          compare();
          i32.eqz(v128.any_true(isNear));
          br_if(tooFar);
          i32.lt_u(at, i32.add(panel, bytesOfPanel));
          br_if(0);
        });
        forEachSum((sum, offset) => {
          v128.store({ offset }, sumsAt, sum);
        });
        local.get(panel);
        return_();
      });
      local.set(panel, i32.add(panel, bytesOfPanel));
      local.set(inverseSizes, i32.add(inverseSizes, bytesOfRow));
      i32.lt_u(panel, panelsEnd);
      br_if(0);
    });
    local.get(panelsEnd);
  },
);

/** TypeScript knows of WebAssembly only where it knows all of a browser. */
declare const WebAssembly: {
  readonly Module: new (bytes: Uint8Array) => object;
  readonly Instance: new (module: object) => { readonly exports: NearestKernel };
};

/** Compiled once: each tree has an instance, whose memory goes with it. */
const compiled = new WebAssembly.Module(
  Module({ exports: { nearer, memory: memory({ min: 1 }) } }).toBytes(),
);

export function nearestKernel(): NearestKernel {
  return new WebAssembly.Instance(compiled).exports;
}
