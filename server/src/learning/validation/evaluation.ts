import type { Split } from "./folds";
import type { SchemeKey, SplitData } from "./schemes";
import type { TrainableModel } from "./trainableModel";

/** A model with the ways in which it is tried. */
export interface PlannedModel {
  readonly model: TrainableModel;
  readonly schemes: readonly SchemeKey[];
  /** At most as many as the schemes have. */
  readonly repeats: number;
}

/** One repeat of one model under one scheme. */
export interface EvaluationUnit {
  readonly model: TrainableModel;
  readonly scheme: SchemeKey;
  readonly repeat: number;
  readonly splits: readonly Split[];
}

/** All units of a plan, the cheap repeats of every model before the next. */
export function evaluationUnits(plan: readonly PlannedModel[], { schemes }: SplitData): EvaluationUnit[] {
  const most = Math.max(0, ...plan.map(({ repeats }) => repeats));
  return Array.from({ length: most }, (_, repeat) =>
    plan.flatMap(({ model, schemes: wanted, repeats }) =>
      schemes.flatMap(({ key, repeats: drawn }) => {
        const splits = drawn[repeat];
        return splits && repeat < repeats && wanted.includes(key)
          ? [{ model, scheme: key, repeat, splits }]
          : [];
      }),
    ),
  ).flat();
}

/**
 * P_SI of each compound by a model that did not learn from it nor from anything that was in its fold; NaN where a compound
 * has no structure or was in no validation set.
 *
 * @throws the reason of the signal when it is aborted between two folds.
 */
export async function outOfFold(
  { model, repeat, splits }: EvaluationUnit,
  { compounds }: Pick<SplitData, "compounds">,
  seed: number,
  signal?: AbortSignal,
): Promise<number[]> {
  const predictions = compounds.map(() => NaN);
  for (const [fold, { training, validation }] of splits.entries()) {
    signal?.throwIfAborted();
    const scored = validation.filter((i) => compounds[i]?.crystal);
    if (scored.length === 0) continue;
    const learned = training.flatMap((i) => compounds[i] ?? []);
    const fitted = await model.fit(learned, seed + 1000 * repeat + fold);
    const given = fitted.predict(scored.flatMap((i) => compounds[i] ?? []));
    for (const [k, i] of scored.entries()) predictions[i] = given[k] ?? NaN;
  }
  return predictions;
}
