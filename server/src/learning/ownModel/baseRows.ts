import { parseFormula } from "../../crystal/parseFormula";
import type { ConductivitySample } from "../conductivity/samples";
import { superionicLogConductivity } from "../measurements/superionic";
import type { LabelledCompound } from "../validation/compound";
import type { TrainingRow } from "./fitRows";

/** The shipped compounds as rows to train on by what Superion's own model knows of them. */
export function sampleRows(samples: readonly ConductivitySample[]): TrainingRow[] {
  return samples.map(({ features, isUpperBound, ...facts }) => ({
    compound: labelled(facts),
    isUpperBound,
    features,
  }));
}

type Facts = Pick<ConductivitySample, "id" | "formula" | "doi" | "logConductivity">;

function labelled({ id, formula, logConductivity, doi }: Facts): LabelledCompound {
  const parsed = parseFormula(formula);
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
