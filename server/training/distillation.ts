import * as tf from "@tensorflow/tfjs-core";
import { runBatch, toTensorParent, type TensorParent } from "../src/graph/megnetTensors";
import { mapParent, type ParentModel } from "../src/graph/parentModel";
import { batchEnvironments, perturb, within, type SiteEnvironment } from "./environments";
import { plainLayer, randomLayer, takeNumbers, trainableLayer, uniformNumbers } from "./layers";
import { Random } from "../src/learning/random";
import { ScheduledAdam } from "./tensorBackend";

export interface DistillationOptions {
  readonly name: string;
  readonly steps: number;
  /** Environments a step. */
  readonly batchSize: number;
  /** Rate of the first step; it falls to zero along a cosine. */
  readonly rate: number;
  readonly seed: number;
  readonly onProgress: (step: number, loss: number) => void;
}

/**
 * A parent of the same architecture up to its first block, from a random start, that learns to give the teacher's V1 and
 * V0. V1 of a site hangs on the site's own bonds alone, so environments of single sites are the samples, half of them
 * perturbed.
 */
export function distilParent(
  teacher: ParentModel,
  environments: readonly SiteEnvironment[],
  options: DistillationOptions,
): ParentModel {
  const random = new Random(options.seed);
  const teacherTensors = toTensorParent(teacher);
  const student = randomStudent(teacher, options.name, random);
  const scale = featureDeviations(teacherTensors, teacher, environments);
  const embeddingScale = standardDeviation(teacherTensors.embedding);
  const variables = trainableVariables(student);
  const optimizer = new ScheduledAdam();
  for (let step = 0; step < options.steps; step++) {
    optimizer.setRate(0.5 * options.rate * (1 + Math.cos((Math.PI * step) / options.steps)));
    const batch = batchEnvironments(
      Array.from({ length: options.batchSize }, () => sample(environments, teacher.cutoff, random)),
      teacher.embedding.elements,
    );
    const loss = tf.tidy(() => {
      const centres = (parent: TensorParent) =>
        tf.slice(runBatch(parent, batch, 1).features, 0, options.batchSize);
      const target = centres(teacherTensors);
      const cost = optimizer.minimize(
        () => {
          const features = meanSquare(tf.div(tf.sub(centres(student), target), scale));
          const table = tf.div(tf.sub(student.embedding, teacherTensors.embedding), embeddingScale);
          return tf.add(features, meanSquare(table));
        },
        true,
        variables,
      );
      return cost?.dataSync()[0] ?? NaN;
    });
    options.onProgress(step, loss);
  }
  return toPlainParent(student);
}

function sample(environments: readonly SiteEnvironment[], cutoff: number, random: Random): SiteEnvironment {
  const environment = environments[random.below(environments.length)];
  if (!environment) throw new RangeError("there are no environments to learn from");
  return random.chance(0.5) ? perturb(environment, cutoff, random) : within(cutoff, environment);
}

function meanSquare(x: tf.Tensor): tf.Scalar {
  return tf.mean(tf.square(x));
}

/** The teacher's architecture without what lies behind the first block, with Glorot-uniform weights. */
function randomStudent(teacher: ParentModel, name: string, random: Random): TensorParent {
  const [block] = teacher.blocks;
  if (!block) throw new RangeError("the teacher has no block");
  const firstBlock = { ...block, messages: { ...block.messages, state: undefined } };
  return mapParent(
    { ...teacher, name, blocks: [firstBlock], readout: undefined },
    ({ inputs, outputs }) => trainableLayer(randomLayer(inputs, outputs, random)),
    ({ elements, width }) => {
      const values = Float32Array.from(uniformNumbers(elements * width, 0.5, random));
      return tf.variable(tf.tensor2d(values, [elements, width]));
    },
  );
}

function trainableVariables(parent: TensorParent): tf.Variable[] {
  const variables: tf.Variable[] = [];
  const keep = (tensor: tf.Tensor) => {
    if (tensor instanceof tf.Variable) variables.push(tensor as tf.Variable);
  };
  mapParent(
    parent,
    ({ kernel, bias }) => {
      keep(kernel);
      keep(bias);
    },
    keep,
  );
  return variables;
}

function toPlainParent(parent: TensorParent): ParentModel {
  return mapParent(parent, plainLayer, (embedding) => {
    const [elements = 0, width = 0] = embedding.shape;
    return { elements, width, values: takeNumbers(embedding) };
  });
}

/** Standard deviation of each of the teacher's features over the environments. */
function featureDeviations(
  tensors: TensorParent,
  teacher: ParentModel,
  environments: readonly SiteEnvironment[],
): tf.Tensor {
  return tf.tidy(() => {
    const known = environments.slice(0, 1000).map((environment) => within(teacher.cutoff, environment));
    const features = runBatch(tensors, batchEnvironments(known, teacher.embedding.elements), 1).features;
    return standardDeviation(tf.slice(features, 0, known.length));
  });
}

/** Of each column. */
function standardDeviation(x: tf.Tensor): tf.Tensor {
  return tf.tidy(() => tf.sqrt(tf.moments(x, 0).variance));
}
