import type { ConductivityPrediction } from "../conductivity/conductivityModel";
import type { FeatureValues } from "../features/featureValues";
import { Random } from "../random";
import type { LabelledCompound } from "../validation/compound";
import { splitsOf, stratifiedGroupFolds, type Split } from "../validation/folds";
import { leakFreeGroups, leakingPairs, type LeakingPair } from "../validation/leakage";
import type { TrainingRow } from "./fitRows";

/** The parts in which measurements are held out in turn. */
export interface FoldPlan {
  /** Indices into own compounds. */
  readonly splits: readonly Split[];
  /** Own compounds that share a paper, a structure or a composition within 5 % hang together: so many groups are left. */
  readonly groups: number;
  /** For each split, which base compounds give none of the held-out compounds away. */
  readonly baseOf: readonly (readonly number[])[];
}

/** What two ways of training say of the compounds of one part, none of which they saw. */
export interface FoldResult {
  readonly fold: number;
  /** P_SI of the held-out compounds, in the order of the split, of a model trained on base and own rows. */
  readonly own: readonly number[];
  /** The same of a model trained on the base alone; empty without a base. */
  readonly base: readonly number[];
}

export function isFoldResult(value: unknown): value is FoldResult {
  return (
    typeof value === "object" &&
    value !== null &&
    "fold" in value &&
    typeof value.fold === "number" &&
    "own" in value &&
    Array.isArray(value.own) &&
    "base" in value &&
    Array.isArray(value.base)
  );
}

/** A way to make models out of rows, such as `fitRows`. */
export type Fit = (rows: readonly TrainingRow[], signal: AbortSignal | undefined) => Promise<FittedModel>;

interface FittedModel {
  predict(features: FeatureValues): Pick<ConductivityPrediction, "pSi">;
}

export interface CrossValidationOptions {
  readonly signal?: AbortSignal | undefined;
  /** Share of all folds that is done, 0 to 1. */
  readonly onProgress?: (share: number) => void;
  /** Told of each fold as soon as it is done. */
  readonly onFold?: (result: FoldResult) => void;
  /** Folds that were done before, which are not done again. */
  readonly done?: readonly FoldResult[];
}

const mostFolds = 5;

/** Divides own compounds so that nothing that is held out was seen in another guise: neither among own nor base ones. */
export function planFolds(
  own: readonly LabelledCompound[],
  base: readonly LabelledCompound[],
  seed: number,
): FoldPlan {
  const pairs = leakingPairs([...own, ...base]);
  const groupOf = leakFreeGroups(
    own.length,
    pairs.filter(({ second }) => second < own.length),
  );
  const groups = new Set(groupOf).size;
  const strata = own.map(({ superionic }) => String(superionic));
  const folds = stratifiedGroupFolds(strata, groupOf, Math.min(mostFolds, groups), new Random(seed));
  const splits = splitsOf(folds);
  return {
    splits,
    groups,
    baseOf: splits.map((split) => baseWithoutLeaks(split, pairs, own.length, base.length)),
  };
}

/** How many own compounds stand in the base already, themselves or as something that gives them away. */
export function knownAmong(own: readonly LabelledCompound[], base: readonly LabelledCompound[]): number {
  const pairs = leakingPairs([...own, ...base]);
  const known = pairs.filter(({ first, second }) => first < own.length && second >= own.length);
  return new Set(known.map(({ first }) => first)).size;
}

function baseWithoutLeaks(
  { validation }: Split,
  pairs: readonly LeakingPair[],
  ownCount: number,
  baseCount: number,
): number[] {
  const held = new Set(validation);
  const leaking = new Set(
    pairs
      .filter(({ first, second }) => held.has(first) && second >= ownCount)
      .map(({ second }) => second - ownCount),
  );
  return Array.from({ length: baseCount }, (_, i) => i).filter((i) => !leaking.has(i));
}

/**
 * What models say of own compounds that they never saw.
 *
 * @throws the signal's reason when it is aborted.
 */
export async function crossValidate(
  fit: Fit,
  own: readonly TrainingRow[],
  base: readonly TrainingRow[],
  plan: FoldPlan,
  { signal, onProgress, onFold, done = [] }: CrossValidationOptions = {},
): Promise<FoldResult[]> {
  const results: FoldResult[] = [];
  const trainings = plan.splits.length * (base.length > 0 ? 2 : 1);
  let finished = 0;
  for (const [fold, split] of plan.splits.entries()) {
    const pick = (rows: readonly TrainingRow[], indices: readonly number[] = []) =>
      indices.flatMap((i) => rows[i] ?? []);
    const held = pick(own, split.validation);
    const others = pick(base, plan.baseOf[fold]);
    const predict = async (rows: readonly TrainingRow[]) => {
      const model = await fit(rows, signal);
      onProgress?.(++finished / trainings);
      return held.map(({ features }) => model.predict(features).pSi);
    };
    const known = done.find((result) => result.fold === fold);
    const result = known ?? {
      fold,
      own: await predict([...others, ...pick(own, split.training)]),
      base: base.length > 0 ? await predict(others) : [],
    };
    if (known) finished = (fold + 1) * (base.length > 0 ? 2 : 1);
    else onFold?.(result);
    results.push(result);
  }
  return results;
}

/** The predictions of all parts in the order of the own rows. */
export function pooled(plan: FoldPlan, results: readonly FoldResult[], which: "own" | "base"): number[] {
  const all: number[] = [];
  for (const result of results)
    for (const [k, i] of (plan.splits[result.fold]?.validation ?? []).entries())
      all[i] = result[which][k] ?? NaN;
  return all;
}
