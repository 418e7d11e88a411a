import type { Megnet } from "../../graph/megnet";
import type { CrystalFeatures } from "../crystalFeatures";
import { describeStructure } from "../features/describeStructure";
import type { MeasuredCompound } from "../measurements/measuredCompounds";
import { meanFeatures, type TrainingCompound } from "../trainingIndex";
import { labelledCompound, type LabelledCompound } from "../validation/compound";
import type { TrainingRow } from "./fitRows";

/** A row to train on that has a structure. */
export interface OwnRow extends TrainingRow {
  readonly compound: LabelledCompound & { readonly crystal: CrystalFeatures };
}

/** Measured compounds as rows to train on. */
export function ownRows(compounds: readonly MeasuredCompound[], megnet: Megnet): OwnRow[] {
  return compounds.map((measured) => ({
    compound: labelledCompound(measured, megnet),
    isUpperBound: measured.isUpperBound,
    features: describeStructure(measured.structure),
  }));
}

/** As an entry of the index of training compounds, to which distances are told. */
export function indexEntry({ compound }: OwnRow): TrainingCompound {
  const { id, formula, logConductivity, doi, crystal } = compound;
  const features = [...meanFeatures(crystal.atoms("CAMNS", 1))];
  return { id, formula, conductivity: 10 ** logConductivity, doi, features };
}
