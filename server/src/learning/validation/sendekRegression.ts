import { lithiumEnvironment } from "../features/lithiumEnvironment";
import { fitLogisticRegression, logisticProbability } from "../regression/logisticRegression";
import type { LabelledCompound } from "./compound";
import type { TrainableModel } from "./trainableModel";

/** The thesis' baseline: logistic regression on Sendek's five features, standardised on the training set. */
export function sendekRegression(): TrainableModel {
  const known = new WeakMap<object, readonly number[]>();
  const rowOf = ({ crystal }: LabelledCompound): readonly number[] => {
    if (!crystal) return [];
    const row = known.get(crystal) ?? [...lithiumEnvironment(crystal.structure).values()];
    known.set(crystal, row);
    return row;
  };
  return {
    name: "logistic regression on Sendek's features",
    fit: (training) => {
      const located = training.filter(({ crystal }) => crystal);
      const standardise = standardisation(located.map(rowOf));
      const model = fitLogisticRegression(
        located.map((compound) => standardise(rowOf(compound))),
        located.map(({ superionic }) => superionic),
      );
      return {
        predict: (compounds) =>
          compounds.map((compound) => logisticProbability(model, standardise(rowOf(compound)))),
      };
    },
  };
}

/** Turns a row into standard deviations from the mean of these rows; what a row lacks counts as the mean. */
function standardisation(rows: readonly (readonly number[])[]): (row: readonly number[]) => number[] {
  const columns = (rows[0] ?? []).map((_, k) => {
    const values = rows.map((row) => row[k] ?? NaN).filter(Number.isFinite);
    const mean = values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
    const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / Math.max(1, values.length);
    return { mean, deviation: Math.sqrt(variance) || 1 };
  });
  return (row) =>
    columns.map(({ mean, deviation }, k) => {
      const value = row[k] ?? NaN;
      return Number.isFinite(value) ? (value - mean) / deviation : 0;
    });
}
