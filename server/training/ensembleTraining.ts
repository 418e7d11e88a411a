import * as tf from "@tensorflow/tfjs-core";
import { mapAtomSets, type AtomFeatures, type AtomSets } from "../src/learning/atomSets";
import { batchSets, runAtomSets } from "../src/learning/atomSetsTensors";
import { standardise, type Ensemble, type Standardisation } from "../src/learning/ensemble";
import type { TensorLayer } from "../src/graph/tensorOps";
import { plainLayer, randomLayer, trainableLayer } from "./layers";
import { Random } from "../src/learning/random";
import { ScheduledAdam } from "./tensorBackend";

export interface LabelledSet {
  readonly features: AtomFeatures;
  readonly superionic: boolean;
}

/** The hyper-parameters of an ensemble; written into its card. */
export interface EnsembleOptions {
  readonly members: number;
  readonly neurons: number;
  /** Width of the set2set memory. */
  readonly hidden: number;
  readonly set2setSteps: number;
  readonly dropout: number;
  /** L2 penalty of the kernels before and after the readout. */
  readonly penalty: { readonly atoms: number; readonly set: number };
  readonly epochs: number;
  readonly batchSize: number;
  /** The rate swings between these along triangles of this many epochs a side. */
  readonly rate: { readonly lowest: number; readonly highest: number; readonly epochs: number };
  readonly seed: number;
}

/** Members that differ by their random start, the order of the data and the dropout; each has its own seed. */
export function trainEnsemble(
  identity: Pick<Ensemble, "name" | "representation" | "level">,
  data: readonly LabelledSet[],
  options: EnsembleOptions,
): Ensemble {
  const standardisation = atomStandardisation(data.map(({ features }) => features));
  const samples = data.map(({ features, superionic }) => ({
    features: standardise(features, standardisation),
    superionic,
  }));
  const members = Array.from({ length: options.members }, (_, i) =>
    trainMember(samples, options, options.seed + i),
  );
  return { ...identity, standardisation, members };
}

function trainMember(samples: readonly LabelledSet[], options: EnsembleOptions, seed: number): AtomSets {
  const random = new Random(seed);
  const width = samples[0]?.features.width ?? 0;
  const model = mapAtomSets(randomAtomSets(width, options, random), trainableLayer);
  const optimizer = new ScheduledAdam();
  const stepsAnEpoch = Math.ceil(samples.length / options.batchSize);
  for (let epoch = 0, step = 0; epoch < options.epochs; epoch++) {
    const order = random.shuffled(samples);
    for (let i = 0; i < stepsAnEpoch; i++, step++) {
      optimizer.setRate(triangularRate(step / stepsAnEpoch, options.rate));
      const batch = order.slice(i * options.batchSize, (i + 1) * options.batchSize);
      trainStep(model, batch, optimizer, options, random);
    }
  }
  return mapAtomSets(model, plainLayer);
}

function trainStep(
  model: AtomSets<TensorLayer>,
  samples: readonly LabelledSet[],
  optimizer: ScheduledAdam,
  options: EnsembleOptions,
  random: Random,
): void {
  const batch = batchSets(samples.map(({ features }) => features));
  tf.tidy(() => {
    const labels = tf.tensor2d(
      samples.map(({ superionic }) => (superionic ? 1 : 0)),
      [samples.length, 1],
    );
    const dropout = (x: tf.Tensor) => tf.mul(x, dropoutMask(x.shape, options.dropout, random));
    optimizer.minimize(() => {
      const logits = runAtomSets(model, batch, dropout);
      // Binary cross-entropy of a logit z with label y: softplus(z) - y z.
      const entropy = tf.mean(tf.sub(tf.softplus(logits), tf.mul(labels, logits)));
      return tf.sum(tf.add(entropy, penalty(model, options)));
    });
  });
}

/** Zero for a share of the entries; the others make up for them. */
function dropoutMask(shape: number[], share: number, random: Random): tf.Tensor {
  const size = shape.reduce((product, length) => product * length, 1);
  const mask = Float32Array.from({ length: size }, () => (random.chance(share) ? 0 : 1 / (1 - share)));
  return tf.tensor(mask, shape);
}

function penalty(model: AtomSets<TensorLayer>, { penalty: { atoms, set } }: EnsembleOptions): tf.Tensor {
  const squares = (layers: readonly TensorLayer[], factor: number) =>
    layers.map(({ kernel }) => tf.mul(tf.sum(tf.square(kernel)), factor));
  return tf.addN([...squares(model.atomLayers, atoms), ...squares(model.setLayers, set)]);
}

/** Cyclical triangles (Smith, arXiv:1506.01186). */
function triangularRate(epoch: number, { lowest, highest, epochs }: EnsembleOptions["rate"]): number {
  const place = (epoch / epochs) % 2;
  return lowest + (highest - lowest) * (place < 1 ? place : 2 - place);
}

/** Over the rows of all training sets, an orbit counting once. */
function atomStandardisation(sets: readonly AtomFeatures[]): Standardisation {
  const width = sets[0]?.width ?? 0;
  const [sum, squares] = [new Float64Array(width), new Float64Array(width)];
  let rows = 0;
  for (const { values } of sets) {
    rows += values.length / width;
    values.forEach((x, i) => {
      sum[i % width] = (sum[i % width] ?? 0) + x;
      squares[i % width] = (squares[i % width] ?? 0) + x * x;
    });
  }
  const mean = sum.map((total) => total / rows);
  const deviation = squares.map((total, k) => Math.sqrt(total / rows - (mean[k] ?? 0) ** 2) || 1);
  return { mean, deviation };
}

function randomAtomSets(
  width: number,
  { neurons, hidden, set2setSteps }: EnsembleOptions,
  random: Random,
): AtomSets {
  const layer = (inputs: number, outputs: number) => randomLayer(inputs, outputs, random);
  return {
    atomLayers: [layer(width, neurons), layer(neurons, neurons)],
    readout: {
      projection: layer(neurons, hidden),
      recurrence: layer(2 * hidden, 4 * hidden),
      steps: set2setSteps,
    },
    setLayers: [layer(2 * hidden, neurons), layer(neurons, neurons)],
    output: layer(neurons, 1),
  };
}
