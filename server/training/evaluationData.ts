import { join } from "node:path";
import { reducedFormula } from "../src/crystal/formula";
import { composition } from "../src/crystal/structure";
import { Megnet } from "../src/graph/megnet";
import type { ParentModel } from "../src/graph/parentModel";
import { CrystalFeatures } from "../src/learning/crystalFeatures";
import type { LabelledCompound } from "../src/learning/validation/compound";
import { isSuperionic } from "../src/learning/measurements/superionic";
import { readEntries, type ObelixEntry } from "./obelix";

/** The training split of OBELiX, whatever is known of its structures. The test split is not touched. */
export function readTrainingEntries(data: string): ObelixEntry[] {
  return readEntries(join(data, "obelix"), "train");
}

/** The entries as validation sees them: scored where there is a structure that lists lithium. */
export function labelledCompounds(entries: readonly ObelixEntry[], parent: ParentModel): LabelledCompound[] {
  const megnet = new Megnet(parent);
  return entries.map((entry) => {
    const { id, doi, family, conductivity, amounts, structure } = entry;
    const isLocated = structure !== undefined && composition(structure).has("Li");
    return {
      id,
      formula: isLocated ? reducedFormula(structure) : entry.formula,
      composition: isLocated ? composition(structure) : amounts,
      doi,
      family,
      logConductivity: Math.log10(conductivity),
      superionic: isSuperionic(entry),
      crystal: isLocated ? new CrystalFeatures(structure, megnet) : undefined,
    };
  });
}
