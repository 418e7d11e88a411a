import { alignedMatrix } from "./alignedMatrix";
import type { FeatureMatrix } from "./featureMatrix";
import type { Description } from "../descriptors/descriptor";

export type Described = Extract<Description, { readonly ok: true }>;

/** Of a matrix; more do not fit the memory. */
const mostNumbers = 1e8;

/** Vectors of crystals beside each other; in words why there is no such matrix. */
export function matrixOf(descriptions: readonly Described[]): FeatureMatrix | string {
  const names = new Set<string>();
  for (const { labels } of descriptions) for (const label of labels) names.add(label);
  if (names.size * descriptions.length > mostNumbers)
    return `vectors of ${names.size} numbers for ${descriptions.length} compounds are too many: choose a simplification with representative elements, such as can`;
  return alignedMatrix(descriptions.map(({ values, labels }) => ({ values, names: labels })));
}
