import type { DenseLayer } from "../../graph/dense";
import type { Classifier } from "../classifier";
import { CrystalFeatures, type Representation } from "../crystalFeatures";
import type { AtomFeatures } from "./atomFeatures";
import { classifyAll, type AtomSets } from "./atomSets";
import { joinSets } from "./setBatch";

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

/** So many structures go through a member together: its kernels are fetched once for all, and memory stays small. */
const structuresTogether = 256;

/** One prediction a structure, in their order and independent of each other's company. */
export function predictEnsemble(
  ensemble: Ensemble,
  structures: readonly AtomFeatures[],
): EnsemblePrediction[] {
  const batches = Array.from({ length: Math.ceil(structures.length / structuresTogether) }, (_, i) =>
    structures.slice(i * structuresTogether, (i + 1) * structuresTogether),
  );
  return batches.flatMap((batch) => predictBatch(ensemble, batch));
}

function predictBatch(
  { members, standardisation }: Ensemble,
  structures: readonly AtomFeatures[],
): EnsemblePrediction[] {
  const batch = joinSets(structures.map((features) => standardise(features, standardisation)));
  const sums = new Float64Array(structures.length);
  const squares = new Float64Array(structures.length);
  for (const member of members)
    classifyAll(member, batch).forEach((p, i) => {
      sums[i] = (sums[i] ?? 0) + p;
      squares[i] = (squares[i] ?? 0) + p * p;
    });
  return structures.map((_, i) => {
    const pSi = (sums[i] ?? NaN) / members.length;
    const variance = (squares[i] ?? NaN) / members.length - pSi * pSi;
    return { pSi, deviation: Math.sqrt(Math.max(0, variance)) };
  });
}

/** The ensemble as a model that a user can choose. */
export function ensembleClassifier(ensemble: Ensemble): Classifier {
  const { name, representation, level, members } = ensemble;
  return {
    name,
    representation,
    members: members.length,
    estimate: (crystals) =>
      predictEnsemble(ensemble, CrystalFeatures.atomsOfAll(crystals, representation, level)),
  };
}

/** (x - mean) / deviation of each feature. */
export function standardise(features: AtomFeatures, { mean, deviation }: Standardisation): AtomFeatures {
  const { width } = features;
  const values = features.values.map((x, i) => (x - (mean[i % width] ?? 0)) / (deviation[i % width] ?? 1));
  return { ...features, values };
}
