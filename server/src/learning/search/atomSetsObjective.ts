import { standardise, type Standardisation } from "../atomSets/ensemble";
import { classify } from "../atomSets/atomSets";
import type { AtomFeatures } from "../atomSets/atomFeatures";
import { searchSpace, type Hyperparameters } from "../atomSets/training/hyperparameters";
import { AtomSetsTrainer } from "../atomSets/training/trainAtomSets";
import type { Split } from "../validation/folds";
import { averagePrecision } from "../validation/metrics";
import { choices, type Configuration } from "./searchSpace";

/** What is searched: Table C.7 of the thesis. */
export const atomSetsSpace = choices(searchSpace);

export function toHyperparameters(configuration: Configuration): Hyperparameters {
  const value = (name: keyof typeof searchSpace) => configuration[name] ?? NaN;
  return {
    batchSize: value("batchSize"),
    dropout: { initial: value("dropoutInitial"), final: value("dropoutFinal") },
    penalty: { initial: value("penaltyInitial"), final: value("penaltyFinal") },
    layers: value("layers"),
    neurons: value("neurons"),
    rate: { initial: value("rateInitial"), maximum: value("rateMaximum") },
  };
}

/** What networks are trained and judged on; all of it can be sent to another thread. */
export interface AtomSetsData {
  readonly features: readonly AtomFeatures[];
  readonly superionic: readonly boolean[];
  readonly splits: readonly Split[];
  /** Of the start, the order of the data and the dropout. */
  readonly seed: number;
}

/**
 * Mean over the splits of the average precision on their validation set, of networks trained for so many epochs; splits
 * without a superionic compound to find do not count. `null` where there is none, or where training came to no number.
 */
export function atomSetsScore(
  { features, superionic, splits, seed }: AtomSetsData,
  configuration: Configuration,
  epochs: number,
): number | null {
  const scores = splits.flatMap(({ training, validation }, k) => {
    const labels = validation.map((i) => superionic[i] ?? false);
    if (!labels.includes(true)) return [];
    const standardisation = standardisationOf(training.flatMap((i) => features[i] ?? []));
    const of = (i: number) => (features[i] ? [standardise(features[i], standardisation)] : []);
    const samples = training.flatMap((i) =>
      of(i).map((each) => ({ features: each, positive: superionic[i] ?? false })),
    );
    const trainer = new AtomSetsTrainer(samples, toHyperparameters(configuration), { seed: seed + k });
    for (let epoch = 0; epoch < epochs; epoch++) trainer.runEpoch();
    const probabilities = validation.flatMap(of).map((each) => classify(trainer.model, each));
    return [averagePrecision(probabilities, labels)];
  });
  const mean = scores.reduce((sum, score) => sum + score, 0) / scores.length;
  return Number.isFinite(mean) ? mean : null;
}

/** Over the atoms of the cells, each orbit with its multiplicity. */
function standardisationOf(sets: readonly AtomFeatures[]): Standardisation {
  const width = sets[0]?.width ?? 0;
  const mean = new Float64Array(width);
  const deviation = new Float64Array(width);
  let atoms = 0;
  const each = (add: (k: number, x: number, weight: number) => void) => {
    for (const { values, multiplicities } of sets)
      values.forEach((x, i) => {
        add(i % width, x, multiplicities[Math.floor(i / width)] ?? 0);
      });
  };
  for (const { multiplicities } of sets)
    atoms += Array.from(multiplicities).reduce((sum, count) => sum + count, 0);
  each((k, x, weight) => (mean[k] = (mean[k] ?? 0) + (weight * x) / atoms));
  each((k, x, weight) => (deviation[k] = (deviation[k] ?? 0) + (weight * (x - (mean[k] ?? 0)) ** 2) / atoms));
  return { mean, deviation: deviation.map((variance) => Math.sqrt(variance) || 1) };
}
