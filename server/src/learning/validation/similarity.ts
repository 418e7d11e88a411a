import type { Split } from "./folds";

/** Amounts of the elements, in any unit. */
export type Composition = ReadonlyMap<string, number>;

/** Largest relative difference of the atomic fractions of similar compositions (tables C.4 to C.6 of the thesis). */
export const similarity = 0.05;

/** Whether no element's atomic fraction differs by more than 5 %. Compositions with different elements are not similar. */
export function areSimilar(first: Composition, second: Composition): boolean {
  const difference = largestDifference(first, second);
  return difference !== undefined && difference <= similarity;
}

/**
 * The largest difference of an element's atomic fractions relative to the mean of the two, |x1 - x2| / ((x1 + x2) / 2);
 * `undefined` where the elements differ.
 */
export function largestDifference(first: Composition, second: Composition): number | undefined {
  if (first.size !== second.size || ![...first.keys()].every((element) => second.has(element)))
    return undefined;
  const [total, otherTotal] = [atoms(first), atoms(second)];
  const differences = [...first].map(([element, amount]) => {
    const [x1, x2] = [amount / total, (second.get(element) ?? 0) / otherTotal];
    return Math.abs(x1 - x2) / ((x1 + x2) / 2);
  });
  return Math.max(...differences);
}

function atoms(composition: Composition): number {
  return [...composition.values()].reduce((sum, amount) => sum + amount, 0);
}

/** How many validation compounds have a similar one in training: a row of tables C.4 to C.6. */
export interface SimilarityCount {
  readonly validation: number;
  readonly similar: number;
}

export function similarityCount(
  compositions: readonly Composition[],
  { training, validation }: Split,
): SimilarityCount {
  const known = training.flatMap((i) => compositions[i] ?? []);
  const similar = validation.filter((i) => {
    const composition = compositions[i];
    return composition && known.some((other) => areSimilar(composition, other));
  });
  return { validation: validation.length, similar: similar.length };
}
