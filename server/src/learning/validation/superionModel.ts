import { fitConductivityModel } from "../conductivity/conductivityModel";
import type { ConductivitySample } from "../conductivity/samples";
import type { LabelledCompound } from "./compound";
import type { TrainableModel } from "./trainableModel";

/** How the model sees a compound; `undefined` for one that it cannot learn from. The label is taken from the compound. */
export type SampleOf = (
  compound: LabelledCompound,
) => Pick<ConductivitySample, "features" | "isUpperBound"> | undefined;

/** Superion's model of conductivities, fitted anew. */
export function superionModel(sampleOf: SampleOf): TrainableModel {
  const asSample = (compound: LabelledCompound): ConductivitySample[] => {
    const seen = sampleOf(compound);
    const { id, formula, doi, logConductivity } = compound;
    return seen ? [{ id, formula, doi, logConductivity, ...seen }] : [];
  };
  return {
    name: "Superion",
    fit: (training) => {
      const model = fitConductivityModel(training.flatMap(asSample));
      return {
        predict: (compounds) =>
          compounds.map((compound) => {
            const seen = sampleOf(compound);
            return seen ? model.predict(seen.features).pSi : NaN;
          }),
      };
    },
  };
}
