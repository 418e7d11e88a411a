import type { Description } from "../descriptors/descriptor";
import type { FeatureMatrix } from "./featureMatrix";

export type Described = Extract<Description, { readonly ok: true }>;

/**
 * Vectors of several crystals as rows of one matrix: a column for each label that one of them has, in order of first
 * appearance. What a crystal has no label for is 0: there is no such bond, pair of elements or eigenvalue in it.
 */
export function describedMatrix(descriptions: readonly Described[]): FeatureMatrix {
  const columns = new Map<string, number>();
  for (const { labels } of descriptions)
    for (const label of labels) if (!columns.has(label)) columns.set(label, columns.size);
  const values = new Float64Array(descriptions.length * columns.size);
  for (const [row, description] of descriptions.entries())
    for (const [i, label] of description.labels.entries())
      values[row * columns.size + (columns.get(label) ?? 0)] = description.values[i] ?? 0;
  return { rows: descriptions.length, columns: columns.size, values };
}
