import { lithiumEnvironment } from "../features/lithiumEnvironment";
import { fitLogisticRegression, logisticProbability } from "../regression/logisticRegression";
import type { LabelledCompound } from "./compound";
import type { TrainableModel } from "./trainableModel";

/** The five features of Sendek et al., Energy Environ. Sci. 10, 306 (2017), by the names of `lithiumEnvironment`. */
const features = [
  "Li neighbours of Li within 4 Å",
  "mean electronegativity difference of framework bonds",
  "framework neighbours of an anion within 3 Å",
  "shortest Li-anion distance (Å)",
  "shortest Li-Li distance (Å)",
] as const;

/** The thesis' baseline: logistic regression on five features of lithium's surroundings, standardised on the training set. */
export function sendekRegression(): TrainableModel {
  const known = new WeakMap<object, readonly number[]>();
  const rowOf = ({ crystal }: LabelledCompound): readonly number[] => {
    if (!crystal) return features.map(() => NaN);
    const row = known.get(crystal) ?? sendekFeatures(crystal.structure);
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

/** @throws Error where a feature has another name by now. */
function sendekFeatures(structure: Parameters<typeof lithiumEnvironment>[0]): readonly number[] {
  const values = lithiumEnvironment(structure);
  return features.map((name) => {
    const value = values.get(name);
    if (value === undefined) throw new Error(`the surroundings of lithium have no "${name}"`);
    return value;
  });
}

/** Turns a row into standard deviations from the mean of these rows; what a row lacks counts as the mean. */
function standardisation(rows: readonly (readonly number[])[]): (row: readonly number[]) => number[] {
  const columns = features.map((_, k) => {
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
