import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { CrystalFeatures } from "../../src/learning/crystalFeatures";
import { meanFeatures, type TrainingCompound } from "../../src/learning/trainingIndex";
import { readSplit } from "../obelix";
import { shippedParent } from "../shippedParent";

/** Writes the training compounds whose structure is known, with the features that distances are told by. */
export function makeTrainingIndex(obelix: string, models: string): void {
  const megnet = shippedParent(models);
  const compounds = readSplit(obelix, "train").map(
    ({ id, formula, conductivity, doi, structure }): TrainingCompound => {
      const mean = meanFeatures(new CrystalFeatures(structure, megnet).atoms("CAMNS", 1));
      return { id, formula, conductivity, doi, features: Array.from(mean, (x) => Number(x.toPrecision(7))) };
    },
  );
  const lines = compounds.map((compound) => JSON.stringify(compound));
  writeFileSync(join(models, "trainingIndex.json"), `[\n${lines.join(",\n")}\n]\n`);
  console.log(`Training index: ${compounds.length} compounds`);
}
