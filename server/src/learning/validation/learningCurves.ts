import { classify } from "../atomSets/atomSets";
import { standardise } from "../atomSets/ensemble";
import { AtomSetsTrainer } from "../atomSets/training/trainAtomSets";
import { trainingSets, type AtomSetsInput, type AtomSetsSettings } from "./atomSetsModel";
import type { LabelledCompound } from "./compound";
import type { Split } from "./folds";
import { averagePrecision, matthews } from "./metrics";
import { meanDeviation, type MeanDeviation } from "./summary";

/** How well a network does on its validation set after so many epochs, over runs with different seeds. */
export interface CurvePoint {
  readonly epoch: number;
  readonly averagePrecision: MeanDeviation;
  readonly mcc: MeanDeviation;
}

/** The curves of a kind of network, one for each split: figures C.3 to C.16 of the thesis. */
export interface LearningCurves {
  readonly model: string;
  readonly splits: readonly (readonly CurvePoint[])[];
}

export interface CurveOptions extends AtomSetsSettings {
  /** Epochs between two points. */
  readonly every: number;
  readonly runs: number;
  readonly seed: number;
}

/** Trains the first of the members on one split, run by run, and looks at the validation set on the way. */
export function learningCurve(
  { training, validation }: Split,
  compounds: readonly LabelledCompound[],
  input: AtomSetsInput,
  { members, epochs, every, runs, seed }: CurveOptions,
): CurvePoint[] {
  const [hyperparameters] = members;
  if (!hyperparameters) return [];
  const chosen = (indices: readonly number[]) => indices.flatMap((i) => compounds[i] ?? []);
  const { samples, standardisation } = trainingSets(chosen(training), input);
  const asked = chosen(validation).flatMap((compound) => {
    const features = input(compound);
    return features ? [{ features: standardise(features, standardisation), label: compound.superionic }] : [];
  });
  const labels = asked.map(({ label }) => label);
  const scores = Array.from({ length: runs }, (_, run) => {
    const trainer = new AtomSetsTrainer(samples, hyperparameters, {
      seed: seed + run,
      halfCycle: epochs / 2,
    });
    return Array.from({ length: Math.floor(epochs / every) }, () => {
      for (let epoch = 0; epoch < every; epoch++) trainer.runEpoch();
      const probabilities = asked.map(({ features }) => classify(trainer.model, features));
      return {
        averagePrecision: averagePrecision(probabilities, labels),
        mcc: matthews(probabilities, labels),
      };
    });
  });
  return (scores[0] ?? []).map((_, k) => {
    const at = scores.flatMap((run) => run[k] ?? []);
    return {
      epoch: (k + 1) * every,
      averagePrecision: meanDeviation(at.map((one) => one.averagePrecision)),
      mcc: meanDeviation(at.map((one) => one.mcc)),
    };
  });
}
