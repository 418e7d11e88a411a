import type { Classifier, Estimate } from "../classifier";
import type { CrystalFeatures } from "../crystalFeatures";
import { describeStructure } from "../features/describeStructure";
import type { ConductivityModel } from "./conductivityModel";

/** The conductivity model as one of the models that give P_SI. */
export class ConductivityClassifier implements Classifier {
  readonly representation = "CAMN";

  constructor(
    readonly name: string,
    private readonly model: ConductivityModel,
  ) {}

  get members(): number {
    return this.model.state.members.length;
  }

  estimate(crystals: readonly CrystalFeatures[]): Estimate[] {
    return crystals.map(({ structure }) => {
      const features = describeStructure(structure);
      const { pSi, deviation, logConductivity, interval, cautions } = this.model.predict(features);
      return {
        pSi,
        deviation,
        conductivity: { log10: logConductivity, interval },
        influences: () => this.model.influences(features).slice(0, told),
        ...(cautions.length > 0 ? { caution: cautions.join(" ") } : {}),
      };
    });
  }
}

/** Influences told of a prediction. */
const told = 6;
