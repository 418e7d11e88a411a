import * as tf from "@tensorflow/tfjs-core";
import { applyLayer, applyLayers, applySet2Set, type TensorLayer } from "../graph/tensorOps";
import { mapAtomSets, type AtomFeatures, type AtomSets } from "./atomSets";

/** Many models of one shape, side by side along the leading axis of every tensor. */
export type AtomSetsStack = AtomSets<TensorLayer>;

/** Sets of atoms of many structures, filled up to the largest with rows that weigh nothing. */
export interface SetBatch {
  readonly structures: number;
  readonly rows: number;
  readonly width: number;
  /** `structures x rows x width`. */
  readonly values: Float32Array;
  /** log of each row's multiplicity, `structures x rows`; very negative for filling. */
  readonly logWeights: Float32Array;
}

const weightless = -1e9;

export function batchSets(sets: readonly AtomFeatures[]): SetBatch {
  const width = sets[0]?.width ?? 0;
  const rows = Math.max(0, ...sets.map(({ values }) => values.length / width));
  const values = new Float32Array(sets.length * rows * width);
  const logWeights = new Float32Array(sets.length * rows).fill(weightless);
  sets.forEach((set, i) => {
    values.set(set.values, i * rows * width);
    for (let row = 0; row < set.values.length / width; row++)
      logWeights[i * rows + row] = Math.log(set.multiplicities[row] ?? 0);
  });
  return { structures: sets.length, rows, width, values, logWeights };
}

/** Plain models to tensors with a leading axis over the models. */
export function stackAtomSets(members: readonly AtomSets[]): AtomSetsStack {
  const [first] = members;
  if (!first) throw new RangeError("a stack has at least one model");
  const kernels = new Map<string, Float32Array[]>();
  const biases = new Map<string, Float32Array[]>();
  for (const member of members)
    mapAtomSets(member, ({ kernel, bias }, name) => {
      kernels.set(name, [...(kernels.get(name) ?? []), Float32Array.from(kernel)]);
      biases.set(name, [...(biases.get(name) ?? []), Float32Array.from(bias)]);
    });
  return mapAtomSets(first, ({ inputs, outputs }, name) => ({
    kernel: tf.tensor3d(joined(kernels.get(name)), [members.length, inputs, outputs]),
    bias: tf.tensor3d(joined(biases.get(name)), [members.length, 1, outputs]),
  }));
}

function joined(parts: readonly Float32Array[] = []): Float32Array {
  const whole = new Float32Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** Hides a share of the activations while training. */
export type Dropout = (x: tf.Tensor) => tf.Tensor;

/**
 * Every model of the stack on every structure of the batch, one product for all: logits, `models x structures`. Call it
 * inside `tf.tidy`.
 */
export function runStack(stack: AtomSetsStack, batch: SetBatch, dropout: Dropout = (x) => x): tf.Tensor {
  const { structures, rows, width } = batch;
  const models = stack.output.kernel.shape[0];
  const inputs = tf.tile(tf.tensor3d(batch.values, [1, structures * rows, width]), [models, 1, 1]);
  const atoms = stack.atomLayers.reduce<tf.Tensor>(
    (x, layer) => dropout(applyLayer(layer, x, tf.relu)),
    inputs,
  );
  const hidden = stack.readout.projection.kernel.shape[2] ?? 0;
  const memory = tf.reshape(applyLayer(stack.readout.projection, atoms), [models, structures, rows, hidden]);
  const logWeights = tf.tensor4d(batch.logWeights, [1, structures, rows, 1]);
  const sets = applySet2Set(stack.readout, [models, structures, hidden], (question) => {
    const scores = tf.sum(tf.mul(memory, tf.expandDims(question, 2)), 3, true);
    const shares = tf.softmax(tf.squeeze(tf.add(scores, logWeights), [3]));
    return tf.sum(tf.mul(memory, tf.expandDims(shares, 3)), 2);
  });
  const set = stack.setLayers.reduce<tf.Tensor>((x, layer) => dropout(applyLayer(layer, x, tf.relu)), sets);
  return tf.squeeze(
    applyLayers([stack.output], set, (x) => x),
    [2],
  );
}
