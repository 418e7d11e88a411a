import type { Hyperparameters } from "../../src/learning/atomSets/training/hyperparameters";

/** What the thesis leaves open, chosen by the folds of the training split. */
export const recipe = {
  /** Classifiers of each of the ten sets of hyper-parameters. */
  seedsASet: 10,
  epochs: 240,
  /** Epochs in which the rate climbs from its lowest to its highest. */
  halfCycle: 120,
  firstSeed: 1,
  /** The metals to learn from first. */
  metals: { structures: 4000, seed: 5, epochs: 12, halfCycle: 3, firstSeed: 100_001 },
} as const;

/** Metals are many: larger rates and hardly a penalty, with the architecture and the dropout of the set. */
export function metalHyperparameters(set: Hyperparameters): Hyperparameters {
  return {
    ...set,
    batchSize: 64,
    penalty: { initial: 1e-5, final: 1e-5 },
    rate: { initial: 1e-4, maximum: 1e-2 },
  };
}
