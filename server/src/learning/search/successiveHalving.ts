/** What a trial came to with one budget; larger is better. */
export interface RungResult {
  /** Number of the trial. */
  readonly trial: number;
  /** 0 for the smallest budget. */
  readonly rung: number;
  readonly score: number;
}

export interface HalvingOptions {
  /** Budget of the lowest rung, such as epochs. */
  readonly smallest: number;
  /** Budget of the highest rung. */
  readonly largest: number;
  /** One in so many goes on from each rung, with so many times the budget. */
  readonly reduction: number;
}

/** What is to be done next: a known trial with more budget, or a new one. */
export type Promotion =
  { readonly kind: "promote"; readonly trial: number; readonly rung: number } | { readonly kind: "new" };

/** The budget of each rung, the lowest first: the smallest times powers of the reduction, and the largest at the end. */
export function rungBudgets({ smallest, largest, reduction }: HalvingOptions): number[] {
  const budgets: number[] = [];
  for (let budget = smallest; budget < largest; budget *= reduction) budgets.push(Math.round(budget));
  return [...budgets, largest];
}

/**
 * The next job of the asynchronous successive halving algorithm (Li et al., MLSys 2020, arXiv:1810.05934, algorithm 2): from
 * the highest rung down, the best of the top 1/reduction of a rung that has not gone on yet; else a new trial. No worker waits
 * for a rung to fill.
 *
 * @param started trials that were already sent to a rung, also where nothing came of it yet.
 */
export function nextPromotion(
  results: readonly RungResult[],
  started: (trial: number, rung: number) => boolean,
  rungs: number,
  reduction: number,
): Promotion {
  for (let rung = rungs - 2; rung >= 0; rung--) {
    const ranked = results
      .filter((result) => result.rung === rung)
      .sort((a, b) => b.score - a.score || a.trial - b.trial);
    const top = ranked.slice(0, Math.floor(ranked.length / reduction));
    const next = top.find(({ trial }) => !started(trial, rung + 1));
    if (next) return { kind: "promote", trial: next.trial, rung: rung + 1 };
  }
  return { kind: "new" };
}
