import type { Megnet } from "../src/graph/megnet";
import { CrystalFeatures } from "../src/learning/crystalFeatures";
import { meanFeatures, type TrainingCompound } from "../src/learning/trainingIndex";
import type { MeasuredCompound } from "./obelix";

/** The compounds with the features of this parent that distances are told by. */
export function indexCompounds(compounds: readonly MeasuredCompound[], megnet: Megnet): TrainingCompound[] {
  return compounds.map(({ id, formula, conductivity, doi, structure }) => {
    const atoms = new CrystalFeatures(structure, megnet).atoms("CAMNS", 1);
    const features = Array.from(meanFeatures(atoms), (x) => Number(x.toPrecision(7)));
    return { id, formula, conductivity, doi, features };
  });
}
