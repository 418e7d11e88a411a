import { Module, memory } from "wasmati";
import { relu, softplus2, softplusTable, type Activate } from "./activationKernels";
import { bytesOfPage, KernelMemory, type WasmMemory } from "./kernelMemory";
import { addRows, multiply, type AddRows, type Multiply } from "./productKernel";

/** What runs in WebAssembly, and the memory that its numbers lie in. */
interface Kernels {
  readonly multiply: Multiply;
  readonly addRows: AddRows;
  readonly softplus2: Activate;
  readonly relu: Activate;
  readonly memory: WasmMemory;
}

const table = softplusTable();

const loaded: { readonly instance: { readonly exports: Kernels } } = await Module({
  exports: {
    multiply,
    addRows,
    softplus2,
    relu,
    memory: memory({ min: Math.ceil(table.byteLength / bytesOfPage) }),
  },
}).instantiate();
export const kernels = loaded.instance.exports;

/** Used by one calculation after the other. */
export const kernelMemory = new KernelMemory(kernels.memory, table);
