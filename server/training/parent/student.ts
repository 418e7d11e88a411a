import * as tf from "@tensorflow/tfjs-core";
import type { Dense } from "../../src/graph/dense";
import type { TensorParent } from "../../src/graph/megnetTensors";
import { mapParent, type MegnetReadout, type ParentModel } from "../../src/graph/parentModel";
import type { Random } from "../../src/learning/random";
import { randomLayer, uniformNumbers } from "../../src/learning/randomLayer";
import type { TrainableVariable } from "./adam";
import type { LayerUnits } from "./layerUnits";
import { plainLayer, takeNumbers } from "./plainLayer";

/** A parent whose layers are variables. */
export interface Student {
  readonly parent: TensorParent;
  readonly variables: readonly TrainableVariable[];
}

/** Numbers in the embedding of an element before training lie between minus this and this. */
const embeddingRange = 0.5;

/**
 * A parent of the teacher's architecture with a readout for each output, all from a random start: Glorot-uniform weights,
 * nothing of the teacher's.
 *
 * @param units of layers whose inputs or outputs are far from 1, by the layers' names
 */
export function randomStudent(
  teacher: ParentModel,
  name: string,
  units: ReadonlyMap<string, LayerUnits>,
  random: Random,
): Student {
  const variables: TrainableVariable[] = [];
  const plan: ParentModel = { ...teacher, name, readouts: plannedReadouts(teacher) };
  const parent = mapParent(
    plan,
    ({ inputs, outputs }, layerName) => {
      const unit = kernelUnits(inputs, outputs, units.get(layerName));
      const layer = randomLayer(inputs, outputs, random);
      const kernel = layer.kernel.map((weight, i) => weight * (unit[i] ?? 1));
      const bias = Float32Array.from({ length: outputs }, (_, j) => units.get(layerName)?.outputs[j] ?? 1);
      return {
        kernel: add(tf.tensor2d(Float32Array.from(kernel), [inputs, outputs]), unit),
        bias: add(tf.zeros([outputs]), bias),
      };
    },
    ({ elements, width: numbers }) => {
      const values = Float32Array.from(uniformNumbers(elements * numbers, embeddingRange, random));
      return add(tf.tensor2d(values, [elements, numbers]), new Float32Array(values.length).fill(1));
    },
  );
  return { parent, variables };

  function add(start: tf.Tensor, unit: Float32Array): tf.Variable {
    const variable = tf.variable(start);
    variables.push({ variable, units: unit });
    return variable;
  }
}

/** A weight turns a number in units of its input into one in units of its output. */
function kernelUnits(inputs: number, outputs: number, units: LayerUnits | undefined): Float32Array {
  return Float32Array.from({ length: inputs * outputs }, (_, i) => {
    const [row, column] = [Math.floor(i / outputs), i % outputs];
    return (units?.outputs[column] ?? 1) / (units?.inputs[row] ?? 1);
  });
}

/** Width of the memories of the readouts. @throws RangeError for a teacher without outputs. */
export function memoryWidth(teacher: ParentModel): number {
  return firstReadout(teacher).atoms.projection.outputs;
}

function firstReadout({ readouts: [first] }: ParentModel): MegnetReadout {
  if (!first) throw new RangeError("the teacher has no readout");
  return first;
}

/**
 * The readout of the formation energy is like the teacher's, whose blocks were made for it; the others have layers of their
 * own on the atoms first, and wider ones at the end.
 */
function plannedReadouts(teacher: ParentModel): MegnetReadout[] {
  const { layers, atoms } = firstReadout(teacher);
  const hidden = memoryWidth(teacher);
  const width = teacher.blocks.at(-1)?.messages.atoms[2].outputs ?? 0;
  const set2set = {
    projection: shape(width, hidden),
    recurrence: shape(2 * hidden, 4 * hidden),
    steps: atoms.steps,
  };
  const readout = { bondLayers: [], atoms: set2set, bonds: set2set };
  const wide = {
    ...readout,
    atomLayers: [shape(width, 64), shape(64, width)],
    layers: [shape(4 * hidden + width, 64), shape(64, 32), shape(32, 1)],
  };
  return [
    { ...readout, output: "formationEnergy", atomLayers: [], layers, activation: "linear" },
    { ...wide, output: "bandGap", activation: "linear" },
    { ...wide, output: "nonmetalProbability", activation: "sigmoid" },
  ];
}

function shape(inputs: number, outputs: number): Dense {
  return { inputs, outputs, kernel: new Float64Array(0), bias: new Float64Array(0) };
}

/** The student's numbers; its tensors are given back. */
export function plainStudent(student: TensorParent): ParentModel {
  return mapParent(student, plainLayer, (embedding) => {
    const [elements = 0, embeddingWidth = 0] = embedding.shape;
    return { elements, width: embeddingWidth, values: takeNumbers(embedding) };
  });
}
