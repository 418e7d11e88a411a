import * as tf from "@tensorflow/tfjs-core";
import type { Structure } from "../../src/crystal/structure";
import { buildCrystalGraph } from "../../src/graph/crystalGraph";
import {
  addUpdate,
  batchGraphs,
  embedNodes,
  Lookups,
  readOut,
  runBatch,
  runBlock,
  startState,
  type GraphBatch,
  type GraphState,
  type TensorParent,
} from "../../src/graph/megnetTensors";
import { tablePlaces, type TablePlaces } from "./distanceTable";

/** The published models that the student learns from. */
export interface Teachers {
  /** Teaches the features too. */
  readonly formationEnergy: TensorParent;
  readonly bandGap: TensorParent;
  readonly nonmetalProbability: TensorParent;
}

/** A matrix of numbers, a row an atom, a bond or a crystal. */
export interface Target {
  readonly values: Float32Array;
  readonly shape: [rows: number, columns: number];
}

/** The vectors of atoms, bonds and crystals at one place in the network. */
export type StateTargets = Readonly<Record<keyof GraphState, Target>>;

/** What leaves a block of the teacher before the residual addition, with the means that its messages are made of. */
export interface BlockTargets extends StateTargets {
  /** Mean of the new bonds of each atom. */
  readonly bondsOfAtom: Target;
  /** Mean of the new bonds, and of the new atoms, of each crystal. */
  readonly bondsOfCrystal: Target;
  readonly atomsOfCrystal: Target;
}

/** Some crystals with all that the teachers say of them. */
export interface Lesson {
  readonly batch: GraphBatch;
  /** Of the batch's distances. */
  readonly places: TablePlaces;
  /** What enters the first block. */
  readonly start: StateTargets;
  readonly blocks: readonly BlockTargets[];
  /** eV/atom. */
  readonly formationEnergy: Target;
  /** eV, as the regression says also for metals. */
  readonly bandGap: Target;
  readonly nonmetalProbability: Target;
}

/** @throws RangeError where a teacher has no readout. */
export function makeLesson(teachers: Teachers, structures: readonly Structure[]): Lesson {
  const { formationEnergy, bandGap, nonmetalProbability } = teachers;
  const graphs = (cutoff: number) =>
    batchGraphs(
      structures.map((structure) => buildCrystalGraph(structure, cutoff)),
      elementsOf(formationEnergy),
    );
  const batch = graphs(formationEnergy.cutoff);
  const short = graphs(bandGap.cutoff);
  const engine = tf.engine();
  engine.startScope();
  try {
    return {
      batch,
      places: tablePlaces(batch.distances),
      ...teachFeatures(formationEnergy, batch),
      bandGap: take(predict(bandGap, short)),
      nonmetalProbability: take(predict(nonmetalProbability, short)),
    };
  } finally {
    engine.endScope();
  }
}

function elementsOf({ embedding }: TensorParent): number {
  const [elements = 0] = embedding.shape;
  return elements;
}

function teachFeatures(
  teacher: TensorParent,
  batch: GraphBatch,
): Pick<Lesson, "start" | "blocks" | "formationEnergy"> {
  const lookups = new Lookups(batch);
  let state = startState(teacher, batch, embedNodes(teacher, batch));
  const start = takeState(state);
  const blocks = teacher.blocks.map((block): BlockTargets => {
    const { atoms, bonds = state.bonds, global = state.global } = runBlock(block, lookups, state);
    const update = { atoms, bonds, global };
    state = addUpdate(state, update);
    return {
      ...takeState(update),
      bondsOfAtom: take(lookups.meanOverBonds(bonds)),
      bondsOfCrystal: take(lookups.meanOverGraphs(bonds, lookups.bondWeights, lookups.graphOfBond)),
      atomsOfCrystal: take(lookups.meanOverGraphs(atoms, lookups.atomWeights, batch.graphOfNode)),
    };
  });
  const [readout] = teacher.readouts;
  if (!readout) throw new RangeError("the teacher has no readout");
  return { start, blocks, formationEnergy: take(readOut(readout, lookups, state)) };
}

function predict(teacher: TensorParent, batch: GraphBatch): tf.Tensor {
  const [output] = runBatch(teacher, batch, 0, true).outputs.values();
  if (!output) throw new RangeError("the teacher has no readout");
  return output;
}

function takeState({ atoms, bonds, global }: GraphState): StateTargets {
  return { atoms: take(atoms), bonds: take(bonds), global: take(global) };
}

function take(tensor: tf.Tensor): Target {
  const [rows = 0, columns = 0] = tensor.shape;
  return { values: Float32Array.from(tensor.dataSync()), shape: [rows, columns] };
}
