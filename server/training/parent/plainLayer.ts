import type * as tf from "@tensorflow/tfjs-core";
import type { Dense } from "../../src/graph/dense";
import type { TensorLayer } from "../../src/graph/tensorOps";

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
