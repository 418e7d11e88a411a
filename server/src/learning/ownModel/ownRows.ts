import { composition } from "../../crystal/structure";
import { CrystalFeatures } from "../crystalFeatures";
import type { MeasuredCompound } from "../measurements/measuredCompounds";
import { isSuperionic } from "../measurements/superionic";
import type { SuperionicModel } from "../superionicModel";
import { meanFeatures, type TrainingCompound } from "../trainingIndex";
import type { LabelledCompound } from "../validation/compound";
import type { ConductivityTrainer, TrainingRow } from "./conductivityTrainer";

/** A row to train on that has a structure. */
export interface OwnRow<Features> extends TrainingRow<Features> {
  readonly compound: LabelledCompound & { readonly crystal: CrystalFeatures };
}

/** Measured compounds as rows to train on. */
export function ownRows<Features>(
  compounds: readonly MeasuredCompound[],
  { megnet }: Pick<SuperionicModel, "megnet">,
  trainer: Pick<ConductivityTrainer<Features>, "describe">,
): OwnRow<Features>[] {
  return compounds.map((measured) => {
    const { file, formula, structure, dois, conductivity, isUpperBound } = measured;
    const crystal = new CrystalFeatures(structure, megnet);
    const compound = {
      id: file,
      formula,
      composition: composition(structure),
      doi: dois[0] ?? "",
      family: "",
      logConductivity: Math.log10(conductivity),
      superionic: isSuperionic(measured),
      crystal,
    };
    return { compound, isUpperBound, features: trainer.describe(crystal) };
  });
}

/** As an entry of the index of training compounds, to which distances are told. */
export function indexEntry({ compound }: OwnRow<unknown>): TrainingCompound {
  const { id, formula, logConductivity, doi, crystal } = compound;
  const features = [...meanFeatures(crystal.atoms("CAMNS", 1))];
  return { id, formula, conductivity: 10 ** logConductivity, doi, features };
}
