import type { Structure } from "../../src/crystal/structure";
import type { Megnet } from "../../src/graph/megnet";
import type { AtomFeatures } from "../../src/learning/atomSets/atomFeatures";
import type { AtomSets } from "../../src/learning/atomSets/atomSets";
import { standardise, type Standardisation } from "../../src/learning/atomSets/ensemble";
import type { LabelledSet } from "../../src/learning/atomSets/training/atomSetsGradients";
import { thesisHyperparameters } from "../../src/learning/atomSets/training/hyperparameters";
import { CrystalFeatures, type Representation } from "../../src/learning/crystalFeatures";
import { atomStandardisation } from "../../src/learning/atomSets/training/standardisation";
import { generateStructures } from "../generatedStructures";
import { metalTask } from "../metalTask";
import { isSuperionic } from "../../src/learning/measurements/superionic";
import type { MeasuredCompound } from "../obelix";
import { metalHyperparameters, recipe } from "./recipe";
import { trainAll, type TrainingJob } from "./trainingPool";

/** The features that the classifiers read. */
export interface FeatureChoice {
  readonly representation: Representation;
  readonly level: number;
}

/** What classifiers begin with: one of each architecture that tells metals, and the scale of its inputs. */
export interface Beginning {
  readonly standardisation: Standardisation;
  /** One for each set of hyper-parameters. */
  readonly starts: readonly AtomSets[];
}

export interface PoolOptions {
  readonly workers: number;
  /** Told after each classifier. */
  readonly onDone: (done: number, of: number) => void;
}

/** Compounds with what is to be learned of them. */
export function labelledCompounds(
  compounds: readonly MeasuredCompound[],
  megnet: Megnet,
  { representation, level }: FeatureChoice,
): LabelledSet[] {
  return compounds.map((compound) => ({
    features: new CrystalFeatures(compound.structure, megnet).atoms(representation, level),
    positive: isSuperionic(compound),
  }));
}

/** Learns metals from structures of our own (see {@link metalTask}), once for each set of hyper-parameters. */
export async function learnMetals(
  bandClassifier: Megnet,
  megnet: Megnet,
  { representation, level }: FeatureChoice,
  { workers, onDone }: PoolOptions,
): Promise<Beginning> {
  const { structures: count, seed, epochs, firstSeed } = recipe.metals;
  const structures: readonly Structure[] = generateStructures(seed, count);
  const task = metalTask(structures, bandClassifier, megnet, representation, level);
  const standardisation = atomStandardisation(task.map(({ features }) => features));
  const samples = scaled(task, standardisation);
  const jobs = thesisHyperparameters.map((set, i): TrainingJob => ({
    samples,
    hyperparameters: metalHyperparameters(set),
    options: { epochs, halfCycle: epochs / 2, seed: firstSeed + i },
  }));
  const starts = await trainAll(jobs, workers, (done) => {
    onDone(done, jobs.length);
  });
  return { standardisation, starts };
}

/** The classifiers of an ensemble that is to learn from these compounds: every set of hyper-parameters with every seed. */
export function ensembleJobs(
  compounds: readonly LabelledSet[],
  { standardisation, starts }: Beginning,
  seedsASet: number,
  firstSeed: number,
): TrainingJob[] {
  const samples = scaled(compounds, standardisation);
  return thesisHyperparameters.flatMap((hyperparameters, set) => {
    const [start, epochs = 0] = [starts[set], recipe.epochs[set]];
    return Array.from({ length: seedsASet }, (_, i): TrainingJob => {
      const seed = firstSeed + set * seedsASet + i;
      const options = { epochs, halfCycle: epochs / 2, seed, ...(start && { start }) };
      return { samples, hyperparameters, options };
    });
  });
}

function scaled(samples: readonly LabelledSet[], standardisation: Standardisation): LabelledSet[] {
  return samples.map(({ features, positive }) => ({
    features: inSinglePrecision(standardise(features, standardisation)),
    positive,
  }));
}

/** Training magnifies every digit: so the last ones, which hang on the order of sums in the parent, do not count. */
function inSinglePrecision(features: AtomFeatures): AtomFeatures {
  return { ...features, values: features.values.map(Math.fround) };
}
