import type { Random } from "../random";

/** Indices of the compounds that a model learns from, and of those that it is then asked about. */
export interface Split {
  readonly training: readonly number[];
  readonly validation: readonly number[];
}

/** One split a fold: its compounds are the validation set, all others the training set. Empty folds give none. */
export function splitsOf(folds: ArrayLike<number>): Split[] {
  const all = Array.from(folds);
  return [...new Set(all)]
    .sort((a, b) => a - b)
    .map((fold) => ({
      training: [...all.keys()].filter((i) => all[i] !== fold),
      validation: [...all.keys()].filter((i) => all[i] === fold),
    }));
}

/**
 * The fold of each compound, at random: every fold has the same share of every stratum, to within one compound.
 *
 * @param strata Label of each compound's stratum, such as its class.
 */
export function stratifiedFolds(strata: readonly string[], count: number, random: Random): Int32Array {
  const folds = new Int32Array(strata.length);
  let next = 0;
  for (const stratum of [...new Set(strata)].sort()) {
    const members = [...strata.keys()].filter((i) => strata[i] === stratum);
    // Going on where the last stratum ended keeps the sizes of the folds equal too.
    for (const i of random.shuffled(members)) folds[i] = next++ % count;
  }
  return folds;
}

/**
 * The fold of each compound, at random, where a group lies in one fold and the strata are spread as evenly as the groups
 * allow: groups in a random order, those that spread the strata least evenly first, each to the fold where it does the least
 * harm (as StratifiedGroupKFold of scikit-learn).
 */
export function stratifiedGroupFolds(
  strata: readonly string[],
  groups: ArrayLike<number>,
  count: number,
  random: Random,
): Int32Array {
  const names = [...new Set(strata)].sort();
  const totals = names.map((name) => strata.filter((stratum) => stratum === name).length);
  const members = new Map<number, number[]>();
  for (const i of strata.keys()) members.set(groups[i] ?? 0, [...(members.get(groups[i] ?? 0) ?? []), i]);
  const counted = random
    .shuffled([...members.values()])
    .map((rows) => ({ rows, counts: names.map((name) => rows.filter((i) => strata[i] === name).length) }))
    .sort((a, b) => deviation(b.counts) - deviation(a.counts));
  const held = Array.from({ length: count }, () => names.map(() => 0));
  const folds = new Int32Array(strata.length);
  for (const { rows, counts } of counted) {
    const fold = bestFold(held, counts, totals);
    held[fold] = added(held[fold] ?? [], counts);
    for (const i of rows) folds[i] = fold;
  }
  return folds;
}

/** The fold where the group leaves the strata most evenly spread over the folds, the emptiest of equals. */
function bestFold(
  held: readonly (readonly number[])[],
  counts: readonly number[],
  totals: readonly number[],
): number {
  let best = { fold: 0, unevenness: Infinity, size: Infinity };
  for (const [fold, own] of held.entries()) {
    const after = held.map((other, i) => (i === fold ? added(other, counts) : other));
    const spreads = totals.map((total, k) => deviation(after.map((one) => (one[k] ?? 0) / total)));
    const unevenness = spreads.reduce((sum, spread) => sum + spread, 0) / spreads.length;
    const size = own.reduce((sum, n) => sum + n, 0);
    const isBetter =
      unevenness < best.unevenness - 1e-12 ||
      (Math.abs(unevenness - best.unevenness) <= 1e-12 && size < best.size);
    if (isBetter) best = { fold, unevenness, size };
  }
  return best.fold;
}

function added(first: readonly number[], second: readonly number[]): number[] {
  return first.map((value, k) => value + (second[k] ?? 0));
}

function deviation(values: readonly number[]): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length);
}
