import type { LowestPlacements, Placement } from "./placement";
import { hasClash, siteEnergy, type PlacementCosts } from "./placementEnergy";

/** Sites of one sublattice, as a run of disordered sites, with how many of them each species takes. */
export interface SiteRun {
  readonly start: number;
  readonly length: number;
  readonly counts: readonly number[];
}

/** Placements of all sublattices together; may be `Infinity`. */
export function placementCount(runs: readonly SiteRun[]): number {
  return runs.reduce((product, { length, counts }) => {
    let free = length;
    let ways = 1;
    for (const count of counts) {
      for (let k = 1; k <= count; k++) ways *= (free - count + k) / k;
      free -= count;
    }
    return product * ways;
  }, 1);
}

/**
 * Looks at every placement and offers it with its energy; branches in which atoms come too close are cut.
 *
 * @returns how many placements were looked at.
 */
export function enumeratePlacements(
  costs: PlacementCosts,
  runs: readonly SiteRun[],
  lowest: LowestPlacements,
): number {
  const sites = runs.reduce((sum, { length }) => sum + length, 0);
  const placement: Placement = new Uint8Array(sites);
  const runOf = runs.flatMap((run, index) => Array.from({ length: run.length }, () => index));
  // How many of each choice are left on each run, the vacancy first.
  const left = runs.map(({ length, counts }) => [
    length - counts.reduce((sum, count) => sum + count, 0),
    ...counts,
  ]);
  let considered = 0;
  const descend = (site: number, energy: number): void => {
    if (site === sites) {
      considered++;
      lowest.offer(placement, energy);
      return;
    }
    const choices = left[runOf[site] ?? 0] ?? [];
    for (const [choice, available] of choices.entries()) {
      if (available === 0) continue;
      choices[choice] = available - 1;
      placement[site] = choice;
      const step = siteEnergy(costs, placement, site, site);
      if (!hasClash(step)) descend(site + 1, energy + step);
      choices[choice] = available;
    }
    placement[site] = 0;
  };
  descend(0, costs.fixed);
  return considered;
}
