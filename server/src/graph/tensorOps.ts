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

/**
 * See `softplus2` of the plain path: log(1 + exp x) - log 2, which is relu(x) - log(2 sigmoid|x|). Written so it takes a
 * fraction of the time of the WASM backend's own softplus.
 */
export const softplus2: TensorActivation = (x) => {
  const activate = tf.customGrad((input, save) => {
    const values = input as tf.Tensor;
    (save as tf.GradSaveFunc)([values]);
    return {
      value: tf.sub(tf.relu(values), tf.log(tf.mul(tf.sigmoid(tf.abs(values)), 2))),
      gradFunc: (dy, [saved = dy]) => tf.mul(dy, tf.sigmoid(saved)),
    };
  });
  return activate(x);
};

const hardSigmoid: TensorActivation = (x) => tf.clipByValue(tf.add(tf.mul(x, 0.2), 0.5), 0, 1);

export function applyLayer(
  { kernel, bias }: TensorLayer,
  x: tf.Tensor,
  activation?: TensorActivation,
): tf.Tensor {
  // One operation in place of several: with matrices of this size, calling costs as much as computing.
  const multiplyAndAdd = tf.customGrad((input, weights, constants, save) => {
    const [a, b, c] = [input as tf.Tensor2D, weights as tf.Tensor2D, constants as tf.Tensor1D];
    (save as tf.GradSaveFunc)([a, b]);
    return {
      value: tf.fused.matMul({ a, b, bias: c }),
      gradFunc: (dz, [left = dz, right = dz]) => [...productGradients(dz, left, right), tf.sum(dz, 0)],
    };
  });
  const y = multiplyAndAdd(x, kernel, bias);
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
      gradFunc: (dz, [x = dz, y = dz]) => productGradients(dz, x, y),
    };
  });
  return multiply(a, b);
}

function productGradients(dz: tf.Tensor, x: tf.Tensor, y: tf.Tensor): [tf.Tensor, tf.Tensor] {
  return [tf.matMul(dz, tf.transpose(y)), tf.matMul(tf.transpose(x), dz)];
}

/** For each row of a column `x` the largest entry of its segment, as constants. */
export function segmentMaxima(x: tf.Tensor, segments: Int32Array, count: number): tf.Tensor {
  const values = x.dataSync();
  const maxima = new Float32Array(count).fill(-Infinity);
  segments.forEach((segment, row) => {
    maxima[segment] = Math.max(maxima[segment] ?? -Infinity, values[row] ?? -Infinity);
  });
  return tf.tensor2d(
    Float32Array.from(segments, (segment) => maxima[segment] ?? 0),
    [segments.length, 1],
  );
}

/**
 * The rows of `x` at `indices`. The WASM backend's own gather is slower than plain copying, and lacks the segment sum that
 * its gradient needs.
 */
export function gatherRows(x: tf.Tensor, indices: Int32Array): tf.Tensor {
  const rows = x.shape[0];
  const gather = tf.customGrad((table) => ({
    value: takeRows(table as tf.Tensor, indices),
    gradFunc: (dy) => addRows(dy, indices, rows),
  }));
  return gather(x);
}

/** The sum of the rows of `x` (`n x width`) that share a segment: `count x width`. */
export function sumRows(x: tf.Tensor, segments: Int32Array, count: number): tf.Tensor {
  const sum = tf.customGrad((rows) => ({
    value: addRows(rows as tf.Tensor, segments, count),
    gradFunc: (dy) => takeRows(dy, segments),
  }));
  return sum(x);
}

function takeRows(x: tf.Tensor, indices: Int32Array): tf.Tensor {
  const width = x.shape[1] ?? 1;
  const values = x.dataSync();
  const taken = new Float32Array(indices.length * width);
  let to = 0;
  for (const index of indices) {
    const end = (index + 1) * width;
    for (let from = index * width; from < end; from++, to++) taken[to] = values[from] ?? 0;
  }
  return tf.tensor2d(taken, [indices.length, width]);
}

function addRows(x: tf.Tensor, segments: Int32Array, count: number): tf.Tensor {
  const width = x.shape[1] ?? 1;
  const values = x.dataSync();
  const sums = new Float32Array(count * width);
  let from = 0;
  for (const segment of segments) {
    const end = (segment + 1) * width;
    for (let to = segment * width; to < end; to++, from++) sums[to] = (sums[to] ?? 0) + (values[from] ?? 0);
  }
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
