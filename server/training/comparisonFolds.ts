import { readFileSync } from "node:fs";
import { join } from "node:path";

/** How compounds are kept together: by paper, by structural family, or not at all. */
export const groupings = ["doi", "family", "random"] as const;
export type Grouping = (typeof groupings)[number];

/** The folds of the training split that models are compared on. */
export interface ComparisonFolds {
  readonly ids: readonly string[];
  /** Whether each of the ids has a structure. */
  readonly has_cif: readonly boolean[];
  /** Fold 0 to 4 of each of the ids, by repeat. */
  readonly folds: Readonly<Record<Grouping, readonly (readonly number[])[]>>;
}

export function readComparisonFolds(data: string): ComparisonFolds {
  return JSON.parse(readFileSync(join(data, "reference/learning/folds.json"), "utf8")) as ComparisonFolds;
}
