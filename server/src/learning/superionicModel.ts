import { composition } from "../crystal/structure";
import type { Megnet } from "../graph/megnet";
import type { Refusal as FeatureRefusal } from "../graph/refusal";
import type { Classifier, Estimate } from "./classifier";
import type { ConductivitySample } from "./conductivity/samples";
import { CrystalFeatures } from "./crystalFeatures";
import { meanFeatures, type NearestCompound, type TrainingIndex } from "./trainingIndex";

/** All that a prediction takes. */
export interface SuperionicModel {
  readonly megnet: Megnet;
  readonly classifier: Classifier;
  /** The compounds that the classifier learned from. */
  readonly index: TrainingIndex;
  /** The compounds as Superion's own model learned from them, unpacked when asked for; none for other models. */
  readonly samples: () => readonly ConductivitySample[];
}

/** P_SI with the nearest training compound, or why the structure cannot be judged. */
export type Prediction =
  | ({ readonly kind: "prediction"; readonly nearest: NearestCompound } & Estimate)
  | {
      readonly kind: "refused";
      readonly code: "no-lithium" | FeatureRefusal["code"];
      readonly reason: string;
    };

type Refused = Extract<Prediction, { kind: "refused" }>;

/**
 * How likely each compound conducts at least 1e-4 S/cm at room temperature (sections 4.3 and 4.5 of the thesis): one
 * prediction a structure, in their order.
 */
export function predictSuperionic(
  { classifier, index }: SuperionicModel,
  crystals: readonly CrystalFeatures[],
): Prediction[] {
  const refusals = crystals.map(refuse);
  const accepted = crystals.filter((_, i) => !refusals[i]);
  const estimates = classifier.estimate(accepted).values();
  const nearest = nearestCompounds(index, accepted).values();
  return crystals.map((_, i): Prediction => {
    const refusal = refusals[i];
    if (refusal) return refusal;
    const { value: estimate } = estimates.next();
    const { value: compound } = nearest.next();
    if (!estimate || !compound) throw new RangeError("a classifier gives an estimate for every crystal");
    return { kind: "prediction", nearest: compound, ...estimate };
  });
}

function nearestCompounds(index: TrainingIndex, crystals: readonly CrystalFeatures[]): NearestCompound[] {
  return CrystalFeatures.atomsOfAll(crystals, "CAMNS", 1).map((atoms) => index.nearest(meanFeatures(atoms)));
}

function refuse(crystal: CrystalFeatures): Refused | undefined {
  if (!composition(crystal.structure).has("Li"))
    return {
      kind: "refused",
      code: "no-lithium",
      reason: "No lithium: P_SI is defined for lithium compounds, and this structure lists no lithium site.",
    };
  const refusal = crystal.refusal();
  return refusal && { kind: "refused", ...refusal };
}
