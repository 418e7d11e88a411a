import type { DenseLayer } from "../../graph/dense";
import type { NamedTensor, NumberType } from "../../graph/safetensors";
import { writeModelFile, type ModelManifest, type Tensors } from "../modelFile";
import { withRecord, type TrainingRecord } from "../trainingRecord";
import { mapAtomSets, type AtomSets } from "./atomSets";
import type { Ensemble } from "./ensemble";

/** What reads the tensors of an ensemble's model file. */
export const ensembleKind = "atom-sets-ensemble";

/** Inputs, outputs and, where the kernel is a product of thin ones, its rank. */
type LayerSize = readonly [inputs: number, outputs: number, rank?: number];

interface Architecture {
  readonly representation: Ensemble["representation"];
  readonly level: number;
  /** Of the atom features. */
  readonly width: number;
  readonly members: readonly AtomSets<LayerSize>[];
}

/**
 * @param kernels how precisely the kernels are kept; biases and standardisation are kept in single precision.
 * @param record where the members read features of another parent than the shipped one.
 */
export function writeEnsemble(
  { name, representation, level, standardisation, members }: Ensemble,
  about: Omit<ModelManifest, "kind" | "name" | "architecture">,
  kernels: NumberType = "F32",
  record?: TrainingRecord,
): Uint8Array {
  const tensors = new Map<string, NamedTensor>([
    tensor("mean", standardisation.mean),
    tensor("deviation", standardisation.deviation),
  ]);
  const sizes = members.map((member, i) => {
    const packed: Packed = { kernels: [], biases: [] };
    const shape = mapAtomSets(member, (layer) => pack(layer, packed));
    tensors.set(...tensor(`members.${i}.kernels`, packed.kernels, kernels));
    tensors.set(...tensor(`members.${i}.biases`, packed.biases));
    return shape;
  });
  const width = standardisation.mean.length;
  const architecture: Architecture = { representation, level, width, members: sizes };
  const content = record ? withRecord({ architecture, tensors }, record) : { architecture, tensors };
  return writeModelFile(
    { ...about, kind: ensembleKind, name, architecture: content.architecture },
    content.tensors,
  );
}

/** The ensemble of a model file of this kind. @throws Error where its tensors do not fit its architecture. */
export function ensembleOf(manifest: ModelManifest, tensors: Tensors): Ensemble {
  const { representation, level, width, members } = manifest.architecture as Architecture;
  return {
    name: manifest.name,
    representation,
    level,
    standardisation: {
      mean: new Numbers(tensors, "mean").take(width),
      deviation: new Numbers(tensors, "deviation").take(width),
    },
    members: members.map((sizes, i) => {
      const kernels = new Numbers(tensors, `members.${i}.kernels`);
      const biases = new Numbers(tensors, `members.${i}.biases`);
      return mapAtomSets(sizes, (size) => unpack(size, kernels, biases));
    }),
  };
}

/** The numbers of a member, layer by layer in the order in which {@link mapAtomSets} visits them. */
interface Packed {
  readonly kernels: number[];
  readonly biases: number[];
}

function pack(layer: DenseLayer, { kernels, biases }: Packed): LayerSize {
  const { inputs, outputs, bias } = layer;
  for (const value of bias) biases.push(value);
  const parts = "rank" in layer ? [layer.left, layer.right] : [layer.kernel];
  for (const part of parts) for (const value of part) kernels.push(value);
  return "rank" in layer ? [inputs, outputs, layer.rank] : [inputs, outputs];
}

function unpack([inputs, outputs, rank]: LayerSize, kernels: Numbers, biases: Numbers): DenseLayer {
  const bias = biases.take(outputs);
  if (rank === undefined) return { inputs, outputs, kernel: kernels.take(inputs * outputs), bias };
  const left = kernels.take(inputs * rank);
  return { inputs, outputs, rank, left, right: kernels.take(rank * outputs), bias };
}

function tensor(name: string, values: ArrayLike<number>, type: NumberType = "F32") {
  return [name, { shape: [values.length], values: Float32Array.from(values), type }] as const;
}

/** A tensor whose numbers are taken one part after the other. */
class Numbers {
  private readonly values: Float32Array;
  private at = 0;

  constructor(
    tensors: Tensors,
    private readonly name: string,
  ) {
    this.values = tensors.get(name)?.values ?? new Float32Array(0);
  }

  /** @throws RangeError where there are fewer left. */
  take(count: number): Float64Array {
    const end = this.at + count;
    if (!(end <= this.values.length)) throw new RangeError(`it lacks numbers of ${this.name}`);
    const part = Float64Array.from(this.values.subarray(this.at, end));
    this.at = end;
    return part;
  }
}
