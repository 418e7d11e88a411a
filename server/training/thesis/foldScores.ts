import { classify, type AtomSets } from "../../src/learning/atomSets/atomSets";
import { standardise } from "../../src/learning/atomSets/ensemble";
import type { LabelledSet } from "../../src/learning/atomSets/training/atomSetsGradients";
import { averagePrecision, brierScore, matthews } from "../../src/learning/validation/metrics";
import type { ComparisonFolds, Grouping } from "../comparisonFolds";
import type { MeasuredCompound } from "../obelix";
import { recipe } from "./recipe";
import { ensembleJobs, type Beginning, type PoolOptions } from "./thesisEnsemble";
import { trainAll } from "./trainingPool";

const foldCount = 5;

export interface FoldScores {
  readonly ensemble: { readonly aucPr: number; readonly mcc: number; readonly brier: number };
  /** Mean over the classifiers, each by itself. */
  readonly single: { readonly aucPr: number; readonly mcc: number };
}

/**
 * Scores of an ensemble with one classifier of each set of hyper-parameters, on compounds that none of its classifiers
 * learned from: predictions of the five folds together.
 */
export async function scoreFolds(
  comparison: ComparisonFolds,
  grouping: Grouping,
  repeat: number,
  compounds: readonly MeasuredCompound[],
  labelled: readonly LabelledSet[],
  beginning: Beginning,
  { workers, onDone }: PoolOptions,
): Promise<FoldScores> {
  const folds = foldsOf(comparison, grouping, repeat, compounds);
  const jobs = Array.from({ length: foldCount }, (_, fold) =>
    ensembleJobs(
      labelled.filter((_, i) => folds[i] !== fold),
      beginning,
      1,
      recipe.firstSeed + 1000 * (foldCount * repeat + fold),
    ),
  );
  const models = await trainAll(jobs.flat(), workers, (done) => {
    onDone(done, jobs.flat().length);
  });
  const classifiers = models.length / foldCount;
  const features = labelled.map((sample) => standardise(sample.features, beginning.standardisation));
  const predictions = Array.from({ length: classifiers }, (_, k) =>
    features.map((each, i) => {
      const model: AtomSets | undefined = models[(folds[i] ?? 0) * classifiers + k];
      return model ? classify(model, each) : NaN;
    }),
  );
  return scores(
    predictions,
    labelled.map(({ positive }) => positive),
  );
}

function scores(predictions: readonly number[][], labels: readonly boolean[]): FoldScores {
  const mean = labels.map((_, i) => average(predictions.map((each) => each[i] ?? NaN)));
  return {
    ensemble: {
      aucPr: averagePrecision(mean, labels),
      mcc: matthews(mean, labels),
      brier: brierScore(mean, labels),
    },
    single: {
      aucPr: average(predictions.map((each) => averagePrecision(each, labels))),
      mcc: average(predictions.map((each) => matthews(each, labels))),
    },
  };
}

function average(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function foldsOf(
  { ids, folds }: ComparisonFolds,
  grouping: Grouping,
  repeat: number,
  compounds: readonly MeasuredCompound[],
): number[] {
  const foldOf = new Map(ids.map((id, i) => [id, folds[grouping][repeat]?.[i]]));
  return compounds.map(({ id }) => {
    const fold = foldOf.get(id);
    if (fold === undefined) throw new RangeError(`${id} is in no ${grouping} fold of repeat ${repeat}`);
    return fold;
  });
}
