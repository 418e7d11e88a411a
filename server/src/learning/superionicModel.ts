import { simplify } from "../crystal/simplification";
import { composition, type Structure } from "../crystal/structure";
import { buildCrystalGraph } from "../graph/crystalGraph";
import type { Megnet } from "../graph/megnet";
import { refuseFeatures, type Refusal as FeatureRefusal } from "../graph/refusal";
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
  | {
      readonly kind: "refused";
      readonly code: "no-lithium" | FeatureRefusal["code"];
      readonly reason: string;
    };

/** How likely the compound conducts at least 1e-4 S/cm at room temperature (sections 4.3 and 4.5 of the thesis). */
export function predictSuperionic(model: SuperionicModel, structure: Structure): Prediction {
  if (!composition(structure).has("Li"))
    return {
      kind: "refused",
      code: "no-lithium",
      reason: "No lithium: P_SI is defined for lithium compounds, and this structure lists no lithium site.",
    };
  const refusal = refuseFeatures(model.megnet.parent, structure);
  if (refusal) return { kind: "refused", ...refusal };
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
