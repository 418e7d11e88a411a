import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { indexCompounds } from "../indexCompounds";
import { readSplit } from "../obelix";
import { shippedParent } from "../shippedParent";

/** Writes the training compounds whose structure is known, with the features that distances are told by. */
export function makeTrainingIndex(obelix: string, models: string): void {
  const compounds = indexCompounds(readSplit(obelix, "train"), shippedParent(models));
  const lines = compounds.map((compound) => JSON.stringify(compound));
  writeFileSync(join(models, "trainingIndex.json"), `[\n${lines.join(",\n")}\n]\n`);
  console.log(`Training index: ${compounds.length} compounds`);
}
