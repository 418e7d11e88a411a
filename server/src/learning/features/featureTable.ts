import { elementFraction } from "./contentFeatures";
import type { FeatureValues } from "./featureValues";

/** The features that a model reads, in which order, and how they lie in its training set. */
export interface FeatureScale {
  readonly names: readonly string[];
  readonly mean: Float32Array;
  /** Infinite where too few compounds tell a feature apart: it then says nothing. */
  readonly deviation: Float32Array;
}

/** Elements in fewer compounds than this are not learned from by themselves. */
export const fewest = 4;
/** Standard deviations beyond which all is equally far. */
const farthest = 4;

export function isFraction(name: string): boolean {
  return name.startsWith(elementFraction(""));
}

/** The scale of the features of these compounds. Fractions of elements that a compound lacks are 0. */
export function fitScale(compounds: readonly FeatureValues[]): FeatureScale {
  const names = [...new Set(compounds.flatMap((features) => [...features.keys()]))].sort();
  const statistics = names.map((name) => {
    const values = compounds.map((features) => valueOf(features, name)).filter((x) => !Number.isNaN(x));
    const mean = values.reduce((sum, x) => sum + x, 0) / values.length;
    const variance = values.reduce((sum, x) => sum + (x - mean) ** 2, 0) / values.length;
    const telling = isFraction(name) ? values.filter((x) => x > 0).length : values.length;
    const deviation = telling >= fewest && variance > 1e-12 ? Math.sqrt(variance) : Infinity;
    return { mean, deviation };
  });
  return {
    names,
    mean: Float32Array.from(statistics, ({ mean }) => mean),
    deviation: Float32Array.from(statistics, ({ deviation }) => deviation),
  };
}

/** The features in the order of the scale, in single precision; NaN where they are not known. */
export function featureRow({ names }: FeatureScale, features: FeatureValues): Float32Array {
  return Float32Array.from(names, (name) => valueOf(features, name));
}

function valueOf(features: FeatureValues, name: string): number {
  return features.get(name) ?? (isFraction(name) ? 0 : NaN);
}

/** In standard deviations from the training mean, which also stands for what is not known. */
export function standardisedRow({ names, mean, deviation }: FeatureScale, row: Float32Array): Float64Array {
  const standardised = new Float64Array(names.length);
  for (let k = 0; k < standardised.length; k++) {
    const z = ((row[k] ?? NaN) - (mean[k] ?? 0)) / (deviation[k] ?? 1);
    if (!Number.isNaN(z)) standardised[k] = Math.min(farthest, Math.max(-farthest, z));
  }
  return standardised;
}

/** The places of the fractions of elements in a scale. */
export function fractionColumns({ names }: FeatureScale): number[] {
  return names.flatMap((name, k) => (isFraction(name) ? [k] : []));
}

/** The places of all other features. */
export function environmentColumns({ names }: FeatureScale): number[] {
  return names.flatMap((name, k) => (isFraction(name) ? [] : [k]));
}
