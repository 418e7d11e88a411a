import { applyStages, type Activation } from "../../server/src/graph/layerChain";

/** The activations of numbers. */
export function activated(activation: Activation, values: readonly number[]): number[] {
  const same = { kernel: Float64Array.of(1), outputs: 1, start: new Float64Array(1), activation };
  return Array.from(applyStages([same], Float64Array.from(values), values.length));
}
