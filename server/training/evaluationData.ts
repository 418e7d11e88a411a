import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { reducedFormula } from "../src/crystal/formula";
import { composition } from "../src/crystal/structure";
import { Megnet } from "../src/graph/megnet";
import { readParent } from "../src/graph/parentFile";
import { highestLevel, type ParentModel } from "../src/graph/parentModel";
import { readPublishedParent, type ParentReading } from "../src/graph/publishedParent";
import { CrystalFeatures } from "../src/learning/crystalFeatures";
import type { LabelledCompound } from "../src/learning/validation/compound";
import { isSuperionic } from "../src/learning/measurements/superionic";
import { readEntries, type ObelixEntry } from "./obelix";

const shippedParent = "server/models/parent.safetensors";
const publishedParent = {
  path: "megnet/mp-2019.4.1/formation_energy.hdf5",
  name: "MEGNet mp-2019.4.1, published",
};

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

/** The shipped parent, or the published one where the shipped does not compute V3 and the other is at hand. */
export function evaluationParent(data: string): ParentModel {
  const shipped = accepted(readParent(shippedParent, readFileSync(shippedParent)));
  const path = join(data, publishedParent.path);
  if (highestLevel(shipped) >= 3 || !existsSync(path)) return shipped;
  const bytes = new Uint8Array(readFileSync(path)).buffer;
  return accepted(readPublishedParent(publishedParent.name, bytes, readFileSync(`${path}.json`, "utf8")));
}

function accepted(reading: ParentReading): ParentModel {
  if (reading.kind === "refused") throw new Error(reading.reason);
  return reading.parent;
}
