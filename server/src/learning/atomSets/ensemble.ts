import { LayerWriter, readLayer, tensorValues, type LayerShape } from "../../graph/layerFile";
import { readSafetensors, writeSafetensors } from "../../graph/safetensors";
import type { Classifier } from "../classifier";
import type { Representation } from "../crystalFeatures";
import { classify, mapAtomSets, type AtomFeatures, type AtomSets } from "./atomSets";

/** Shift and scale of each feature, from the training atoms. */
export interface Standardisation {
  readonly mean: Float64Array;
  readonly deviation: Float64Array;
}

/** Classifiers that differ by their random start and by the order in which they saw the data. */
export interface Ensemble {
  /** Name and version, `AtomSets CAMNS-V1 1`. */
  readonly name: string;
  /** The representation whose features the members read. */
  readonly representation: Representation;
  /** Level of the atom features, 0 to 3. */
  readonly level: number;
  readonly standardisation: Standardisation;
  readonly members: readonly AtomSets[];
}

export interface EnsemblePrediction {
  /** Mean of the members' probabilities. */
  readonly pSi: number;
  /** Their standard deviation over the ensemble. */
  readonly deviation: number;
}

export function predictEnsemble(ensemble: Ensemble, features: AtomFeatures): EnsemblePrediction {
  const standardised = standardise(features, ensemble.standardisation);
  const probabilities = ensemble.members.map((member) => classify(member, standardised));
  const mean = probabilities.reduce((sum, p) => sum + p, 0) / probabilities.length;
  const variance = probabilities.reduce((sum, p) => sum + (p - mean) ** 2, 0) / probabilities.length;
  return { pSi: mean, deviation: Math.sqrt(variance) };
}

/** The ensemble as a model that a user can choose. */
export function ensembleClassifier(ensemble: Ensemble): Classifier {
  const { name, representation, level, members } = ensemble;
  return {
    name,
    representation,
    members: members.length,
    estimate: (crystals) =>
      crystals.map((crystal) => predictEnsemble(ensemble, crystal.atoms(representation, level))),
  };
}

/** (x - mean) / deviation of each feature. */
export function standardise(features: AtomFeatures, { mean, deviation }: Standardisation): AtomFeatures {
  const { width } = features;
  const values = features.values.map((x, i) => (x - (mean[i % width] ?? 0)) / (deviation[i % width] ?? 1));
  return { ...features, values };
}

const format = "superion-ensemble-1";

interface Architecture {
  readonly name: string;
  readonly representation: Ensemble["representation"];
  readonly level: number;
  readonly width: number;
  readonly members: readonly AtomSets<LayerShape>[];
}

/** Safetensors, with the architecture in the metadata. */
export function writeEnsemble({ standardisation, members, ...rest }: Ensemble): Uint8Array {
  const layers = new LayerWriter();
  const width = standardisation.mean.length;
  layers.tensors.set("mean", { shape: [width], values: Float32Array.from(standardisation.mean) });
  layers.tensors.set("deviation", { shape: [width], values: Float32Array.from(standardisation.deviation) });
  const shapes = members.map((member, i) =>
    mapAtomSets(member, (layer, name) => layers.add(layer, `members.${i}.${name}`)),
  );
  const architecture: Architecture = { ...rest, width, members: shapes };
  return writeSafetensors({
    metadata: { format, architecture: JSON.stringify(architecture) },
    tensors: layers.tensors,
  });
}

/** @throws Error for bytes that are no ensemble. */
export function readEnsemble(bytes: Uint8Array): Ensemble {
  const file = readSafetensors(bytes);
  if (file.metadata["format"] !== format) throw new Error("this is no ensemble of this version");
  const { name, representation, level, width, members } = JSON.parse(
    file.metadata["architecture"] ?? "",
  ) as Architecture;
  return {
    name,
    representation,
    level,
    standardisation: {
      mean: tensorValues(file, "mean", width),
      deviation: tensorValues(file, "deviation", width),
    },
    members: members.map((member, i) =>
      mapAtomSets(member, (shape, layer) => readLayer(file, shape, `members.${i}.${layer}`)),
    ),
  };
}
