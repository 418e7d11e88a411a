import type { Hyperparameters } from "../../src/learning/atomSets/training/hyperparameters";

/** What the thesis leaves open, chosen by folds of the training split as far as time allowed. */
export const recipe = {
  /** Classifiers of each of the ten sets of hyper-parameters. */
  seedsASet: 10,
  /**
   * Of each set: where scores on folds level off, or what time allows. In the first half of them the rate climbs from its
   * lowest to its highest, in the second it falls.
   */
  epochs: [600, 320, 250, 700, 320, 1400, 2000, 700, 700, 480],
  firstSeed: 1,
  /** The metals to learn from first. */
  metals: { structures: 4000, seed: 5, epochs: 24, firstSeed: 100_001 },
  /** That the members may take in the model file: all that ships together stays under 4 MB. */
  bytes: 2.7e6,
} as const;

/**
 * Metals are many: larger rates, with the architecture and the dropout of the set. Also with its penalty before the
 * readout, so that the kernels that are taken over are as small as it asks for: where it is strong, they would otherwise
 * spend the few steps on conductors on nothing but shrinking.
 */
export function metalHyperparameters(set: Hyperparameters): Hyperparameters {
  return {
    ...set,
    batchSize: 32,
    penalty: { initial: set.penalty.initial, final: 1e-5 },
    rate: { initial: 1e-4, maximum: 1e-2 },
  };
}
