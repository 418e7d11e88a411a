import type { Dense } from "../graph/dense";
import type { Random } from "./random";

/** A layer before training: weights uniform in Glorot's range, biases 0. */
export function randomLayer(inputs: number, outputs: number, random: Random): Dense {
  const range = Math.sqrt(6 / (inputs + outputs));
  return {
    inputs,
    outputs,
    kernel: uniformNumbers(inputs * outputs, range, random),
    bias: new Float64Array(outputs),
  };
}

/** Numbers between `-range` and `range`. */
export function uniformNumbers(count: number, range: number, random: Random): Float64Array {
  return Float64Array.from({ length: count }, () => range * (2 * random.uniform() - 1));
}
