import { readFileSync } from "node:fs";
import { join } from "node:path";
import { readClassifier } from "../../src/learning/readClassifier";
import { CrystalFeatures } from "../../src/learning/crystalFeatures";
import { classificationScores, thresholdScores } from "../../src/learning/validation/scores";
import { isSuperionic } from "../../src/learning/measurements/superionic";
import { readSplit } from "../obelix";
import { shippedParent } from "../shippedParent";

/** Prints the scores of Superion's own model on compounds that had no part in any choice. To be looked at once. */
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
  console.log({
    compounds: test.length,
    averagePrecision,
    mcc: thresholdScores(probabilities, labels, 0.5).mcc,
    brier,
    heldByInterval: held / test.length,
  });
}
