import type { SiteRun } from "./enumeratePlacements";
import type { LowestPlacements, Placement } from "./placement";
import { hasClash, placementEnergy, siteEnergy, type PlacementCosts } from "./placementEnergy";

/** Independent walks, each from its own seed. */
const walks = 6;
/** Exchanges tried in a walk for each disordered site. */
const triesPerSite = 600;
/** Exchanges tried in a walk, at most. */
const mostTries = 120_000;
/** Electronvolt at the start and at the end of a walk. */
const temperatures = { first: 3, last: 0.02 };

/**
 * Looks for placements of low energy by simulated annealing (Kirkpatrick, Gelatt, Vecchi, Science 220, 671 (1983)): two sites
 * of one sublattice exchange what sits on them. The same input gives the same answer.
 *
 * @returns how many placements were looked at.
 */
export function annealPlacements(
  costs: PlacementCosts,
  runs: readonly SiteRun[],
  lowest: LowestPlacements,
): number {
  const movable = runs.filter(
    ({ length, counts }) => length > 1 && counts.some((count) => count > 0 && count < length),
  );
  const sites = runs.reduce((sum, { length }) => sum + length, 0);
  const tries = movable.length > 0 ? Math.min(mostTries, triesPerSite * sites) : 0;
  for (let walk = 0; walk < walks; walk++) {
    const random = seededRandom(walk + 1);
    const placement = randomPlacement(runs, sites, random);
    let energy = placementEnergy(costs, placement);
    for (let k = 0; k < tries; k++) {
      const temperature = temperatures.first * (temperatures.last / temperatures.first) ** (k / tries);
      const change = tryExchange(costs, placement, movable, random, temperature);
      energy += change;
      if (change !== 0 && !hasClash(energy)) lowest.offer(placement, energy);
    }
    if (!hasClash(energy)) lowest.offer(placement, energy);
  }
  return walks * (tries + 1);
}

/** Exchanges two sites if chance allows it; the change of energy, 0 where nothing was done. */
function tryExchange(
  costs: PlacementCosts,
  placement: Placement,
  runs: readonly SiteRun[],
  random: () => number,
  temperature: number,
): number {
  const run = runs[Math.floor(random() * runs.length)];
  if (!run) return 0;
  const first = run.start + Math.floor(random() * run.length);
  const second = run.start + Math.floor(random() * run.length);
  if (placement[first] === placement[second]) return 0;
  const before = pairEnergy(costs, placement, first, second);
  exchange(placement, first, second);
  const change = pairEnergy(costs, placement, first, second) - before;
  if (change <= 0 || random() < Math.exp(-change / temperature)) return change;
  exchange(placement, first, second);
  return 0;
}

/** Energy of the atoms on two sites with everything else and with each other. */
function pairEnergy(costs: PlacementCosts, placement: Placement, first: number, second: number): number {
  const choice = placement[second] ?? 0;
  const whole = siteEnergy(costs, placement, second, placement.length);
  placement[second] = 0;
  const rest = siteEnergy(costs, placement, first, placement.length);
  placement[second] = choice;
  return whole + rest;
}

function exchange(placement: Placement, first: number, second: number): void {
  const choice = placement[first] ?? 0;
  placement[first] = placement[second] ?? 0;
  placement[second] = choice;
}

function randomPlacement(runs: readonly SiteRun[], sites: number, random: () => number): Placement {
  const placement: Placement = new Uint8Array(sites);
  for (const { start, length, counts } of runs) {
    let site = start;
    for (const [species, count] of counts.entries()) {
      placement.fill(species + 1, site, site + count);
      site += count;
    }
    for (let k = length - 1; k > 0; k--)
      exchange(placement, start + k, start + Math.floor(random() * (k + 1)));
  }
  return placement;
}

/** Numbers in [0, 1) from a seed (mulberry32, T. Ettinger). */
function seededRandom(seed: number): () => number {
  let state = seed * 0x9e3779b9;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
