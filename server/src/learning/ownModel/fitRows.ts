import { fitConductivityModel, type ConductivityModel } from "../conductivity/conductivityModel";
import type { FeatureValues } from "../features/featureValues";
import type { LabelledCompound } from "../validation/compound";

/** A measured compound as a model learns from it; its features may come from a structure or from storage. */
export interface TrainingRow {
  readonly compound: LabelledCompound;
  /** Whether the conductivity is only known to lie below what the compound says. */
  readonly isUpperBound: boolean;
  readonly features: FeatureValues;
}

/** Superion's own kind of model, fitted to these rows. @throws the signal's reason when it is aborted. */
export async function fitRows(
  rows: readonly TrainingRow[],
  signal: AbortSignal | undefined,
): Promise<ConductivityModel> {
  signal?.throwIfAborted();
  const model = fitConductivityModel(
    rows.map(({ compound, isUpperBound, features }) => {
      const { id, formula, doi, logConductivity } = compound;
      // Compounds without a paper are of no common paper.
      return { id, formula, doi: doi || id, logConductivity, isUpperBound, features };
    }),
  );
  // Whoever waits to abort gets a turn.
  await new Promise((resolve) => setTimeout(resolve));
  signal?.throwIfAborted();
  return model;
}
