import * as tf from "@tensorflow/tfjs-core";
import type { Dense } from "../src/graph/dense";
import { toTensorLayer, type TensorLayer } from "../src/graph/tensorOps";
import type { Random } from "../src/learning/random";

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

/** The layer as tensors that an optimiser changes. */
export function trainableLayer(layer: Dense): TensorLayer {
  const { kernel, bias } = toTensorLayer(layer);
  return { kernel: tf.variable(kernel), bias: tf.variable(bias) };
}

/** The numbers of a trained layer; its tensors are given back. */
export function plainLayer({ kernel, bias }: TensorLayer): Dense {
  const [inputs = 0, outputs = 0] = kernel.shape;
  return { inputs, outputs, kernel: takeNumbers(kernel), bias: takeNumbers(bias) };
}

/** The numbers of a tensor, which is given back. */
export function takeNumbers(tensor: tf.Tensor): Float64Array {
  const values = Float64Array.from(tensor.dataSync());
  tensor.dispose();
  return values;
}
