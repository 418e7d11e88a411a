import type { Classifier } from "../classifier";
import { readModelFile, writeModelFile, type ModelManifest, type Tensors } from "../modelFile";
import type { TrainingCompound } from "../trainingIndex";
import { readMeanFeatureModel } from "./meanFeatureTrainer";

/** A model that a user trained, with the compounds that it learned from. */
export interface OwnModel {
  readonly manifest: ModelManifest;
  readonly classifier: Classifier;
  readonly compounds: readonly TrainingCompound[];
  /** Name of the parent whose features it reads. */
  readonly parent: string;
}

export type OwnModelReading =
  | { readonly kind: "model"; readonly model: OwnModel }
  | { readonly kind: "refused"; readonly reason: string };

type Facts = Omit<TrainingCompound, "features">;

interface Architecture {
  readonly parent: string;
  readonly compounds: readonly Facts[];
  /** Of the trainer. */
  readonly model: unknown;
}

const indexTensor = "index";

/** A model file whose architecture holds that of the trainer, the parent's name and the facts of the training compounds. */
export function writeOwnModel(
  manifest: ModelManifest,
  tensors: Tensors,
  parent: string,
  compounds: readonly TrainingCompound[],
): Uint8Array {
  const facts = compounds.map(({ id, formula, conductivity, doi }): Facts => ({
    id,
    formula,
    conductivity,
    doi,
  }));
  const architecture: Architecture = { parent, compounds: facts, model: manifest.architecture };
  const width = compounds[0]?.features.length ?? 0;
  const values = Float32Array.from(compounds.flatMap(({ features }) => features));
  const index = { shape: [compounds.length, width], values };
  return writeModelFile({ ...manifest, architecture }, new Map([...tensors, [indexTensor, index]]));
}

/** @param name of the file, for the reason of a refusal. */
export function readOwnModel(name: string, bytes: Uint8Array): OwnModelReading {
  const reading = readModelFile(name, bytes);
  if (reading.kind === "refused") return reading;
  const { manifest, tensors } = reading;
  const { parent, compounds, model } = manifest.architecture as Architecture;
  const classifier = readMeanFeatureModel({ ...manifest, architecture: model }, tensors);
  const index = tensors.get(indexTensor);
  if (!classifier || !index)
    return {
      kind: "refused",
      reason: `${name} is of a kind that this Superion does not know, "${manifest.kind}": update Superion.`,
    };
  const width = index.shape[1] ?? 0;
  const features = (i: number) => Array.from(index.values.subarray(i * width, (i + 1) * width));
  return {
    kind: "model",
    model: {
      manifest,
      classifier,
      parent,
      compounds: compounds.map((facts, i) => ({ ...facts, features: features(i) })),
    },
  };
}
