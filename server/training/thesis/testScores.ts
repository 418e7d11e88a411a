import { predictEnsemble } from "../../src/learning/atomSets/ensemble";
import { ensembleOf } from "../../src/learning/atomSets/ensembleFile";
import type { LabelledSet } from "../../src/learning/atomSets/training/atomSetsGradients";
import { readModelFile } from "../../src/learning/modelFile";
import { averagePrecision, brierScore, matthews } from "../../src/learning/validation/metrics";

/** Scores on compounds that had no part in any choice. To be looked at once. */
export function scoreTest(model: Uint8Array, test: readonly LabelledSet[]): Record<string, number> {
  const reading = readModelFile("The model", model);
  if (reading.kind === "refused") throw new Error(reading.reason);
  const ensemble = ensembleOf(reading.manifest, reading.tensors);
  const labels = test.map(({ positive }) => positive);
  const features = test.map((sample) => sample.features);
  const probabilities = predictEnsemble(ensemble, features).map(({ pSi }) => pSi);
  return {
    "test split: AUC-PR": averagePrecision(probabilities, labels),
    "test split: MCC": matthews(probabilities, labels),
    "test split: Brier": brierScore(probabilities, labels),
  };
}
