import { Module, memory } from "wasmati";
import { relu, softplus2, softplusTable, type Activate } from "./activationKernels";
import { multiply, type Multiply } from "./productKernel";

/** What runs in WebAssembly, and the memory that its numbers lie in. */
interface Kernels {
  readonly multiply: Multiply;
  readonly softplus2: Activate;
  readonly relu: Activate;
  readonly memory: { readonly buffer: ArrayBuffer; readonly grow: (pages: number) => number };
}

const table = softplusTable();
const bytesOfPage = 65536;

const loaded: { readonly instance: { readonly exports: Kernels } } = await Module({
  exports: { multiply, softplus2, relu, memory: memory({ min: Math.ceil(table.byteLength / bytesOfPage) }) },
}).instantiate();
export const kernels = loaded.instance.exports;

/** The numbers of the kernels' memory, used from the start on by one calculation after the other. */
export class KernelMemory {
  private all = new Float64Array(kernels.memory.buffer);
  private used = table.length;

  constructor() {
    this.all.set(table);
  }

  /** Forgets what was allotted. */
  clear(): void {
    this.used = table.length;
  }

  /** The place of the first of so many numbers. */
  allot(count: number): number {
    const place = this.used;
    this.used += count;
    const missing = this.used * Float64Array.BYTES_PER_ELEMENT - kernels.memory.buffer.byteLength;
    if (missing > 0) {
      kernels.memory.grow(Math.ceil(missing / bytesOfPage));
      this.all = new Float64Array(kernels.memory.buffer);
    }
    return place;
  }

  /** The place of a copy of these numbers. */
  put(values: Float64Array): number {
    const place = this.allot(values.length);
    this.write(place, values);
    return place;
  }

  write(place: number, values: Float64Array): void {
    this.all.set(values, place);
  }

  /** A view, good until more is allotted. */
  read(place: number, count: number): Float64Array {
    return this.all.subarray(place, place + count);
  }
}

export const kernelMemory = new KernelMemory();
