import { readFileSync } from "node:fs";
import { join } from "node:path";
import { readClassifier } from "../../src/learning/readClassifier";
import { CrystalFeatures } from "../../src/learning/crystalFeatures";
import { classificationScores, thresholdScores } from "../../src/learning/validation/scores";
import { addMetrics } from "../modelAndCard";
import { isSuperionic } from "../../src/learning/measurements/superionic";
import { readSplit } from "../obelix";
import { shippedParent } from "../shippedParent";
import { superionCard } from "./superionCard";

/** Scores Superion's own model on compounds that had no part in any choice, and adds the scores to its card. To be looked at once. */
export function scoreTest(obelix: string, models: string): void {
  const path = join(models, "superion.safetensors");
  const reading = readClassifier(path, readFileSync(path));
  if (reading.kind === "refused") throw new Error(reading.reason);
  const megnet = shippedParent(models);
  const test = readSplit(obelix, "test");
  const estimates = reading.classifier.estimate(
    test.map(({ structure }) => new CrystalFeatures(structure, megnet)),
  );
  const labels = test.map(isSuperionic);
  const probabilities = estimates.map(({ pSi }) => pSi);
  const { averagePrecision, brier } = classificationScores(probabilities, labels);
  const held = estimates.filter(({ conductivity }, i) => {
    const [lower, upper] = conductivity?.interval ?? [NaN, NaN];
    const measured = Math.log10(test[i]?.conductivity ?? NaN);
    return lower <= measured && measured <= upper;
  }).length;
  const metrics = {
    "test split: AUC-PR": averagePrecision,
    "test split: MCC": thresholdScores(probabilities, labels, 0.5).mcc,
    "test split: Brier": brier,
    "test split: share held by the 80 % interval": held / test.length,
  };
  console.log(metrics);
  addMetrics(path, metrics, superionCard);
}
