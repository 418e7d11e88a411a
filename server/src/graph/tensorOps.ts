import * as tf from "@tensorflow/tfjs-core";
import type { Dense } from "./dense";
import type { Set2Set } from "./set2set";

/** A dense layer as tensors. */
export interface TensorLayer {
  /** `inputs x outputs`. */
  readonly kernel: tf.Tensor;
  /** `outputs`. */
  readonly bias: tf.Tensor;
}

export function toTensorLayer({ inputs, outputs, kernel, bias }: Dense): TensorLayer {
  return {
    kernel: tf.tensor2d(Float32Array.from(kernel), [inputs, outputs]),
    bias: tf.tensor1d(Float32Array.from(bias)),
  };
}

export type TensorActivation = (x: tf.Tensor) => tf.Tensor;

/** See `softplus2` of the plain path: log(1 + exp x) - log 2. */
export const softplus2: TensorActivation = (x) => tf.sub(tf.softplus(x), Math.LN2);

const hardSigmoid: TensorActivation = (x) => tf.clipByValue(tf.add(tf.mul(x, 0.2), 0.5), 0, 1);

export function applyLayer(layer: TensorLayer, x: tf.Tensor, activation?: TensorActivation): tf.Tensor {
  const y = tf.add(product(x, layer.kernel), layer.bias);
  return activation ? activation(y) : y;
}

export function applyLayers(
  layers: readonly TensorLayer[],
  x: tf.Tensor,
  activation: TensorActivation,
): tf.Tensor {
  return layers.reduce((values, layer) => applyLayer(layer, values, activation), x);
}

/**
 * The product of two matrices. The WASM backend is quick only where neither factor is transposed, as tfjs' own gradient
 * of a product asks for, so this one transposes first.
 */
export function product(a: tf.Tensor, b: tf.Tensor): tf.Tensor {
  const multiply = tf.customGrad((left, right, save) => {
    const factors = [left, right] as [tf.Tensor, tf.Tensor];
    (save as tf.GradSaveFunc)(factors);
    return {
      value: tf.matMul(...factors),
      gradFunc: (dz, [x = dz, y = dz]) => [tf.matMul(dz, tf.transpose(y)), tf.matMul(tf.transpose(x), dz)],
    };
  });
  return multiply(a, b);
}

/**
 * The rows of `x` at `indices`. The WASM backend lacks the segment sum that tfjs' own gather needs for its gradient, so
 * this one brings it.
 */
export function gatherRows(x: tf.Tensor, indices: Int32Array): tf.Tensor {
  const rows = x.shape[0];
  const gather = tf.customGrad((table) => ({
    value: tf.gather(table as tf.Tensor, tf.tensor1d(indices, "int32")),
    gradFunc: (dy) => addRows(dy, indices, rows),
  }));
  return gather(x);
}

/** The sum of the rows of `x` (`n x width`) that share a segment: `count x width`. */
export function sumRows(x: tf.Tensor, segments: Int32Array, count: number): tf.Tensor {
  const sum = tf.customGrad((rows) => ({
    value: addRows(rows as tf.Tensor, segments, count),
    gradFunc: (dy) => tf.gather(dy, tf.tensor1d(segments, "int32")),
  }));
  return sum(x);
}

function addRows(x: tf.Tensor, segments: Int32Array, count: number): tf.Tensor {
  const width = x.shape[1] ?? 1;
  const values = x.dataSync();
  const sums = new Float32Array(count * width);
  segments.forEach((segment, row) => {
    for (let k = 0; k < width; k++)
      sums[segment * width + k] = (sums[segment * width + k] ?? 0) + (values[row * width + k] ?? 0);
  });
  return tf.tensor2d(sums, [count, width]);
}

/**
 * Set2set (see the plain path) on many sets at once. `attend` knows which rows belong to which set: it takes the questions,
 * `sets x hidden`, to the weighted mean of each set's rows.
 */
export function applySet2Set(
  layer: Set2Set<TensorLayer>,
  sets: number,
  hidden: number,
  attend: (question: tf.Tensor) => tf.Tensor,
): tf.Tensor {
  let state: tf.Tensor = tf.zeros([sets, 2 * hidden]);
  for (let step = 0; step < layer.steps; step++) {
    const gates = tf.split(applyLayer(layer.recurrence, state), 4, 1);
    const [input, , candidate, output] = gates;
    if (!input || !candidate || !output) throw new RangeError("an LSTM has four gates");
    const cell = tf.mul(hardSigmoid(input), tf.tanh(candidate));
    const question = tf.mul(hardSigmoid(output), tf.tanh(cell));
    state = tf.concat([question, attend(question)], 1);
  }
  return state;
}
