import "@tensorflow/tfjs-core/dist/register_all_gradients";
import * as tf from "@tensorflow/tfjs-core";
import { setWasmPaths } from "@tensorflow/tfjs-backend-wasm";
import { createRequire } from "node:module";
import { dirname } from "node:path";

/** Starts the WebAssembly backend: one thread, and the same numbers on every run. */
export async function startTensorBackend(): Promise<void> {
  const require = createRequire(`${process.cwd()}/server/package.json`);
  setWasmPaths(`${dirname(require.resolve("@tensorflow/tfjs-backend-wasm"))}/`);
  if (!(await tf.setBackend("wasm"))) throw new Error("the WebAssembly backend does not start");
}

/** Adam whose rate can follow a schedule. */
export class ScheduledAdam extends tf.AdamOptimizer {
  constructor() {
    super(0, 0.9, 0.999);
  }

  setRate(rate: number): void {
    this.learningRate = rate;
  }
}
