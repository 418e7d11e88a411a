import { isOverfull } from "../crystal/neighbours";
import { simplify } from "../crystal/simplification";
import { composition, type Structure } from "../crystal/structure";
import { buildCrystalGraph } from "../graph/crystalGraph";
import { unknownElements } from "../graph/embedding";
import type { Megnet } from "../graph/megnet";
import type { AtomFeatures } from "./atomSets";
import { predictEnsemble, type Ensemble } from "./ensemble";
import { meanFeatures, type NearestCompound, type TrainingIndex } from "./trainingIndex";

/** All that a prediction takes. */
export interface SuperionicModel {
  readonly megnet: Megnet;
  readonly ensemble: Ensemble;
  readonly index: TrainingIndex;
}

/** Mean and deviation of P_SI with the nearest training compound, or why the structure cannot be judged. */
export type Prediction =
  | {
      readonly kind: "prediction";
      readonly pSi: number;
      readonly deviation: number;
      readonly nearest: NearestCompound;
    }
  | Refusal;

export interface Refusal {
  readonly kind: "refused";
  readonly code: "no-lithium" | "unknown-element" | "cell-overfull";
  readonly reason: string;
}

/** How likely the compound conducts at least 1e-4 S/cm at room temperature (sections 4.3 and 4.5 of the thesis). */
export function predictSuperionic(model: SuperionicModel, structure: Structure): Prediction {
  const refusal = refuse(model, structure);
  if (refusal) return refusal;
  const features = atomFeatures(model, structure);
  const nearest = model.index.nearest(meanFeatures(features));
  return { kind: "prediction", ...predictEnsemble(model.ensemble, features), nearest };
}

/** The features that the ensemble reads: of the structure in the ensemble's representation, a row an orbit. */
function atomFeatures({ megnet, ensemble }: SuperionicModel, structure: Structure): AtomFeatures {
  const graph = buildCrystalGraph(simplify(structure, ensemble.representation), megnet.parent.cutoff);
  const { features, width } = megnet.run(graph, ensemble.level);
  return { values: features, width, multiplicities: graph.multiplicities };
}

function refuse({ megnet: { parent } }: SuperionicModel, structure: Structure): Refusal | undefined {
  if (!composition(structure).has("Li"))
    return {
      kind: "refused",
      code: "no-lithium",
      reason: "No lithium: P_SI is defined for lithium compounds, and this structure lists no lithium site.",
    };
  const strangers = unknownElements(parent, structure);
  if (strangers.length > 0)
    return {
      kind: "refused",
      code: "unknown-element",
      reason: `The model does not know ${strangers.join(", ")}: it was trained on elements up to plutonium.`,
    };
  if (isOverfull(structure, parent.cutoff))
    return {
      kind: "refused",
      code: "cell-overfull",
      reason: "The cell holds far more sites than any crystal: check the cell lengths and the atom sites.",
    };
  return undefined;
}
