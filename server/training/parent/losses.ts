import * as tf from "@tensorflow/tfjs-core";
import {
  addUpdate,
  embedNodes,
  Lookups,
  readOut,
  runBlock,
  startState,
  type GraphState,
  type TensorParent,
} from "../../src/graph/megnetTensors";
import type { MegnetBlock } from "../../src/graph/parentModel";
import { applyLayer, applyLayers, softplus2, type TensorLayer } from "../../src/graph/tensorOps";
import type { BlockRows } from "./blockRows";
import { tabulatedBonds } from "./distanceTable";
import type { Lesson, StateTargets, Target } from "./lessons";
import type { StateScales } from "./scales";

/** How much errors count beside those of the atom features. */
export interface LossWeights {
  readonly embedding: number;
  readonly bonds: number;
  readonly global: number;
  readonly outputs: number;
}

/** eV/atom that an error of the formation energy counts in. */
const energyScale = 0.3;
/** eV that an error of the gap counts in; where the teacher says metal, a gap is worth this share. */
const gapScale = 1;
const metalShare = 0.1;

const matrix = ({ values, shape }: Target) => tf.tensor2d(values, shape);

/** Mean square error in units of `scale`. */
function error(got: tf.Tensor, expected: tf.Tensor, scale: tf.Tensor | number): tf.Tensor {
  return tf.mean(tf.square(tf.div(tf.sub(got, expected), scale)));
}

/** Of the embedding table and of what enters the first block, for whole lessons. */
export function startErrors(
  student: TensorParent,
  embedding: tf.Tensor,
  lesson: Lesson,
  scales: StateScales,
  weights: LossWeights,
): { errors: tf.Tensor[]; state: GraphState } {
  const state = startState(student, lesson.batch, embedNodes(student, lesson.batch), (parent) =>
    tabulatedBonds(parent, lesson.places),
  );
  const spread = tf.sqrt(tf.moments(embedding, 0).variance);
  const errors = [
    tf.mul(error(student.embedding, embedding, spread), weights.embedding),
    ...stateErrors(state, lesson.start, scales, weights),
  ];
  return { errors, state };
}

function stateErrors(
  got: GraphState,
  expected: StateTargets,
  scales: StateScales,
  weights: LossWeights,
): tf.Tensor[] {
  return [
    error(got.atoms, matrix(expected.atoms), scales.atoms),
    tf.mul(error(got.bonds, matrix(expected.bonds), scales.bonds), weights.bonds),
    tf.mul(error(got.global, matrix(expected.global), scales.global), weights.global),
  ];
}

/** Of a block that gets the teacher's own vectors: its three networks by themselves. */
export function blockErrors(
  { atomLayers, bondLayers, stateLayers, messages }: MegnetBlock<TensorLayer>,
  { bonds, atoms, crystals }: BlockRows,
  scales: StateScales,
  weights: LossWeights,
): tf.Tensor[] {
  const none = tf.zeros([0, 0]);
  const forward = (layers: readonly TensorLayer[], x: tf.Tensor) => applyLayers(layers, x, softplus2);
  const send = (network: readonly [TensorLayer, TensorLayer, TensorLayer], parts: tf.Tensor[]) =>
    applyLayer(network[2], forward(network.slice(0, 2), tf.concat(parts, 1)));
  const together = (layers: readonly TensorLayer[], parts: readonly tf.Tensor[]) =>
    tf.split(
      forward(layers, tf.concat([...parts], 0)),
      parts.map(({ shape: [rows = 0] }) => rows),
      0,
    );
  const [start = none, end = none, atom = none] = together(atomLayers, [bonds.start, bonds.end, atoms.atom]);
  const globals = [bonds.global, atoms.global, crystals.global];
  const [ofBonds = none, ofAtoms = none, ofCrystals = none] = together(stateLayers, globals);
  const newBonds = send(messages.bonds, [start, end, forward(bondLayers, bonds.bond), ofBonds]);
  const newAtoms = send(messages.atoms, [atoms.bonds, atom, ofAtoms]);
  const errors = [
    tf.mul(error(newBonds, bonds.target, scales.bonds), weights.bonds),
    error(newAtoms, atoms.target, scales.atoms),
  ];
  if (!messages.state) return errors;
  const newGlobal = send(messages.state, [crystals.bonds, crystals.atoms, ofCrystals]);
  return [...errors, tf.mul(error(newGlobal, crystals.target, scales.global), weights.global)];
}

/** Of the outputs, read from the vectors after the last block. */
export function outputErrors(
  student: TensorParent,
  lookups: Lookups,
  state: GraphState,
  lesson: Lesson,
  weights: LossWeights,
): tf.Tensor[] {
  const probability = matrix(lesson.nonmetalProbability);
  return student.readouts.map((readout) => {
    switch (readout.output) {
      case "bandGap": {
        const gap = tf.sub(readOut(readout, lookups, state), matrix(lesson.bandGap));
        const worth = tf.add(tf.mul(probability, 1 - metalShare), metalShare);
        return tf.mul(tf.mean(tf.mul(worth, tf.square(tf.div(gap, gapScale)))), weights.outputs);
      }
      case "nonmetalProbability": {
        // Cross-entropy of a logit z with probability p: softplus(z) - p z.
        const logit = readOut({ ...readout, activation: "linear" }, lookups, state);
        const entropy = tf.sub(tf.add(softplus2(logit), Math.LN2), tf.mul(probability, logit));
        return tf.mul(tf.mean(entropy), weights.outputs);
      }
      case "formationEnergy":
      case "prediction": {
        const energy = readOut(readout, lookups, state);
        return tf.mul(error(energy, matrix(lesson.formationEnergy), energyScale), weights.outputs);
      }
    }
  });
}

/** Of everything, the student's own vectors running through all blocks. */
export function lessonErrors(
  student: TensorParent,
  embedding: tf.Tensor,
  lesson: Lesson,
  scales: readonly StateScales[],
  weights: LossWeights,
): tf.Tensor[] {
  const [startScales, ...blockScales] = scales;
  if (!startScales) throw new RangeError("there are no scales");
  const { errors, state: start } = startErrors(student, embedding, lesson, startScales, weights);
  const lookups = new Lookups(lesson.batch);
  let state = start;
  student.blocks.forEach((block, k) => {
    const { atoms, bonds = state.bonds, global = state.global } = runBlock(block, lookups, state);
    const [expected, own] = [lesson.blocks[k], blockScales[k]];
    if (expected && own) errors.push(...stateErrors({ atoms, bonds, global }, expected, own, weights));
    state = addUpdate(state, { atoms, bonds, global });
  });
  return [...errors, ...outputErrors(student, lookups, state, lesson, weights)];
}

/** The teacher's vectors after the last block. */
export function finalState({ start, blocks }: Lesson): GraphState {
  const total = (part: keyof GraphState) =>
    tf.addN([matrix(start[part]), ...blocks.map((block) => matrix(block[part]))]);
  return { atoms: total("atoms"), bonds: total("bonds"), global: total("global") };
}
