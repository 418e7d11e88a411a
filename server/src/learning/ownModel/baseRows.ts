import { parseFormula } from "../../crystal/parseFormula";
import type { TrainingCompound } from "../trainingIndex";
import { superionicLogConductivity, type LabelledCompound } from "../validation/compound";
import type { TrainingRow } from "./conductivityTrainer";

/** The shipped compounds, of which no structure is at hand, as rows to train on. */
export function baseRows(compounds: readonly TrainingCompound[]): TrainingRow<Float64Array>[] {
  return compounds.map((compound) => ({
    compound: labelled(compound),
    isUpperBound: false,
    features: Float64Array.from(compound.features, Math.fround),
  }));
}

function labelled({ id, formula, conductivity, doi }: TrainingCompound): LabelledCompound {
  const parsed = parseFormula(formula);
  const logConductivity = Math.log10(conductivity);
  return {
    id,
    formula,
    composition: parsed.ok ? parsed.composition : new Map(),
    doi,
    family: "",
    logConductivity,
    superionic: logConductivity >= superionicLogConductivity,
    crystal: undefined,
  };
}
