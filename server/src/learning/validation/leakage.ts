import { areSameCrystal, matchable } from "../../crystal/matching/matchStructures";
import type { LabelledCompound } from "./compound";
import { DisjointSets } from "./disjointSets";
import type { Split } from "./folds";
import { areSimilar } from "./similarity";

/** Why two entries tell each other's answer. */
export type Leak = "same DOI" | "same structure" | "similar composition";

/** A pair of entries that must not stand on both sides of a split. */
export interface LeakingPair {
  readonly first: number;
  readonly second: number;
  readonly leak: Leak;
}

/**
 * All pairs of compounds, by index, of which one gives the other away: from one paper, of one crystal structure, or with
 * compositions within 5 %. A pair has an entry for each reason.
 */
export function leakingPairs(compounds: readonly LabelledCompound[]): LeakingPair[] {
  const cells = compounds.map(({ crystal }) => crystal && matchable(crystal.structure));
  return compounds.flatMap((compound, second) =>
    compounds.slice(0, second).flatMap((other, first) => {
      const leaks: Leak[] = [];
      if (compound.doi !== "" && sameDoi(compound.doi, other.doi)) leaks.push("same DOI");
      if (areSameCrystal(cells[first], cells[second])) leaks.push("same structure");
      if (areSimilar(compound.composition, other.composition)) leaks.push("similar composition");
      return leaks.map((leak) => ({ first, second, leak }));
    }),
  );
}

function sameDoi(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}

/** The smallest groups that keep every leaking pair, and every two with an equal label in `alsoTogether`, together. */
export function leakFreeGroups(
  count: number,
  pairs: readonly LeakingPair[],
  alsoTogether: readonly string[] = [],
): Int32Array {
  const sets = new DisjointSets(count);
  for (const { first, second } of pairs) sets.join(first, second);
  const seen = new Map<string, number>();
  for (const [i, label] of alsoTogether.entries()) {
    if (label === "") continue;
    sets.join(seen.get(label) ?? i, i);
    seen.set(label, i);
  }
  return sets.groups();
}

/** The pairs that stand on both sides of a split. */
export function leaksOf({ training, validation }: Split, pairs: readonly LeakingPair[]): LeakingPair[] {
  const [learned, scored] = [new Set(training), new Set(validation)];
  return pairs.filter(
    ({ first, second }) =>
      (learned.has(first) && scored.has(second)) || (learned.has(second) && scored.has(first)),
  );
}

/** The split without the training compounds that give a validation compound away. */
export function withoutLeaks(split: Split, pairs: readonly LeakingPair[]): Split {
  const leaking = new Set(leaksOf(split, pairs).flatMap(({ first, second }) => [first, second]));
  const { training, validation } = split;
  return { training: training.filter((i) => !leaking.has(i)), validation };
}
