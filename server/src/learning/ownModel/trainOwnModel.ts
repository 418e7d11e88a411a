import type { ConductivityModel } from "../conductivity/conductivityModel";
import type { MeasuredCompound } from "../measurements/measuredCompounds";
import type { SuperionicModel } from "../superionicModel";
import type { TrainingCompound } from "../trainingIndex";
import type { LabelledCompound } from "../validation/compound";
import { classificationScores, thresholdScores } from "../validation/scores";
import { sampleRows } from "./baseRows";
import {
  crossValidate,
  knownAmong,
  planFolds,
  pooled,
  type CrossValidationOptions,
  type FoldPlan,
} from "./crossValidation";
import { fitRows, type TrainingRow } from "./fitRows";
import { indexEntry, ownRows, type OwnRow } from "./ownRows";

export type Base = "shipped" | "none";

/** How good predictions of own compounds are. */
export interface Scores {
  readonly aucPr: number;
  readonly mcc: number;
  readonly brier: number;
}

/** What training on measurements came to. */
export interface OwnTraining {
  readonly model: ConductivityModel;
  /** All that it learned from. */
  readonly compounds: readonly TrainingCompound[];
  readonly validation: OwnValidation;
}

/** Scores on the own compounds alone. */
export interface OwnValidation {
  readonly compounds: number;
  readonly superionic: number;
  readonly folds: number;
  readonly groups: number;
  /** Of models that learned from base and own compounds, and did not see those that they were asked about. */
  readonly own: Scores;
  /** Of the same way of training on the base alone, without what gives the asked ones away; absent without a base. */
  readonly baseAlone: Scores | undefined;
  /** Of the shipped model as it is; it saw `seenByShipped` of the compounds, or near twins of them, in its training. */
  readonly shipped: Scores;
  readonly seenByShipped: number;
}

/** Own compounds hang together so that none can be held out. */
export class NothingToHoldOut extends Error {}

export interface OwnTrainingOptions extends CrossValidationOptions {
  /** Of the parts in which compounds are held out. */
  readonly seed: number;
}

const shareOfValidation = 0.9;

/**
 * Trains on measured compounds, alone or on top of the shipped ones, and tells how good that is by cross-validation without
 * leaks, beside the shipped model.
 *
 * @throws NothingToHoldOut, or the signal's reason when it is aborted.
 */
export async function trainOwnModel(
  measured: readonly MeasuredCompound[],
  shipped: SuperionicModel,
  base: Base,
  { seed, onProgress, ...options }: OwnTrainingOptions,
): Promise<OwnTraining> {
  const shippedRows = sampleRows(shipped.samples());
  const used = base === "shipped" ? shippedRows : [];
  const own = ownRows(measured, shipped.megnet);
  const plan = planFolds(compoundsOf(own), compoundsOf(used), seed);
  if (plan.groups < 2 && base === "none")
    throw new NothingToHoldOut(
      "All compounds share one paper, or their compositions differ by less than 5 %: none can be held out to see how well a model would do. Train on top of the shipped data, or measure other compounds.",
    );
  const folds = await crossValidate(fitRows, own, used, plan, {
    ...options,
    onProgress: (share) => onProgress?.(shareOfValidation * share),
  });
  const model = await fitRows([...used, ...own], options.signal);
  onProgress?.(1);
  return {
    model,
    compounds: [...(base === "shipped" ? shipped.index.compounds : []), ...own.map(indexEntry)],
    validation: validate(own, plan, {
      own: pooled(plan, folds, "own"),
      baseAlone: base === "shipped" ? pooled(plan, folds, "base") : undefined,
      shipped: shipped.classifier.estimate(own.map(({ compound }) => compound.crystal)).map(({ pSi }) => pSi),
      seenByShipped: knownAmong(compoundsOf(own), compoundsOf(shippedRows)),
    }),
  };
}

function compoundsOf(rows: readonly TrainingRow[]): LabelledCompound[] {
  return rows.map(({ compound }) => compound);
}

interface Predictions {
  readonly own: readonly number[];
  readonly baseAlone: readonly number[] | undefined;
  readonly shipped: readonly number[];
  readonly seenByShipped: number;
}

function validate(own: readonly OwnRow[], plan: FoldPlan, predictions: Predictions): OwnValidation {
  const labels = own.map(({ compound }) => compound.superionic);
  const scores = (probabilities: readonly number[]): Scores => {
    const { averagePrecision: aucPr, brier } = classificationScores(probabilities, labels);
    return { aucPr, mcc: thresholdScores(probabilities, labels, 0.5).mcc, brier };
  };
  return {
    compounds: labels.length,
    superionic: labels.filter(Boolean).length,
    folds: plan.splits.length,
    groups: plan.groups,
    own: scores(predictions.own),
    baseAlone: predictions.baseAlone && scores(predictions.baseAlone),
    shipped: scores(predictions.shipped),
    seenByShipped: predictions.seenByShipped,
  };
}
