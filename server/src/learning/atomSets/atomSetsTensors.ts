import * as tf from "@tensorflow/tfjs-core";
import { applyLayer, applySet2Set, product, type TensorLayer } from "../../graph/tensorOps";
import type { AtomFeatures, AtomSets } from "./atomSets";

/** The atoms of many structures, one below the other. */
export interface SetBatch {
  readonly structures: number;
  readonly rows: number;
  readonly width: number;
  /** `rows x width`. */
  readonly values: Float32Array;
  /** Multiplicity of each row, `rows`. */
  readonly weights: Float32Array;
  /** 1 where a row belongs to a structure, `structures x rows`. */
  readonly membership: Float32Array;
}

export function batchSets(sets: readonly AtomFeatures[]): SetBatch {
  const width = sets[0]?.width ?? 0;
  const rows = sets.reduce((sum, { values }) => sum + values.length / width, 0);
  const values = new Float32Array(rows * width);
  const weights = new Float32Array(rows);
  const membership = new Float32Array(sets.length * rows);
  let row = 0;
  sets.forEach((set, i) => {
    const size = set.values.length / width;
    values.set(set.values, row * width);
    membership.fill(1, i * rows + row, i * rows + row + size);
    for (let k = 0; k < size; k++) weights[row + k] = set.multiplicities[k] ?? 0;
    row += size;
  });
  return { structures: sets.length, rows, width, values, weights, membership };
}

/** Hides a share of the activations while training. */
export type Dropout = (x: tf.Tensor) => tf.Tensor;

/**
 * The classifier on every structure of the batch at once, differentiable: logits, `structures x 1`. Call it inside
 * `tf.tidy`.
 */
export function runAtomSets(
  model: AtomSets<TensorLayer>,
  batch: SetBatch,
  dropout: Dropout = (x) => x,
): tf.Tensor {
  const { structures, rows, width } = batch;
  const apply = (x: tf.Tensor, layer: TensorLayer) => dropout(applyLayer(layer, x, tf.relu));
  const inputs: tf.Tensor = tf.tensor2d(batch.values, [rows, width]);
  const memory = applyLayer(model.readout.projection, model.atomLayers.reduce(apply, inputs));
  const membership = tf.tensor2d(batch.membership, [structures, rows]);
  const rowsToSets = tf.transpose(membership);
  const weights = tf.tensor2d(batch.weights, [rows, 1]);
  const sets = applySet2Set(model.readout, structures, memory.shape[1] ?? 0, (question) => {
    const scores = tf.sum(tf.mul(memory, product(rowsToSets, question)), 1, true);
    const shares = tf.mul(weights, tf.exp(scores));
    return tf.div(product(membership, tf.mul(memory, shares)), product(membership, shares));
  });
  return applyLayer(model.output, model.setLayers.reduce(apply, sets));
}
