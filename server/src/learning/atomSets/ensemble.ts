import type { DenseLayer } from "../../graph/dense";
import type { Classifier } from "../classifier";
import type { Representation } from "../crystalFeatures";
import { classify, type AtomFeatures, type AtomSets } from "./atomSets";

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
  readonly members: readonly AtomSets<DenseLayer>[];
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
