import type { Split } from "./folds";

/** Amounts of the elements, in any unit. */
type Composition = ReadonlyMap<string, number>;

/** Largest relative difference of the atomic fractions of similar compositions (tables C.4 to C.6 of the thesis). */
export const similarity = 0.05;

/**
 * Whether no element's atomic fraction differs by more than 5 %. Compositions with different elements are not similar.
 */
export function areSimilar(first: Composition, second: Composition): boolean {
  if (first.size !== second.size) return false;
  const [total, otherTotal] = [atoms(first), atoms(second)];
  return [...first].every(
    ([element, amount]) =>
      relativeDifference(amount / total, (second.get(element) ?? 0) / otherTotal) <= similarity,
  );
}

/** Of two atomic fractions, relative to their mean: |x1 - x2| / ((x1 + x2) / 2); 2 where one is 0. */
export function relativeDifference(x1: number, x2: number): number {
  return Math.abs(x1 - x2) / ((x1 + x2) / 2);
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
