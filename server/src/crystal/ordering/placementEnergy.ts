import type { Placement } from "./placement";

/** What the energy of a placement is made of, electronvolt and elementary charges. */
export interface PlacementCosts {
  /** Energy of the filled sites alone. */
  readonly fixed: number;
  /** For each disordered site the potential that the filled sites make there. */
  readonly potentials: Float64Array;
  /** Potential of a unit charge on one disordered site at another, `sites x sites`. */
  readonly pairs: Float64Array;
  /** 1 for two sites that cannot be filled at once, `sites x sites`. */
  readonly exclusions: Uint8Array;
  /** For each site the charge of each choice, the vacancy first. */
  readonly charges: readonly Float64Array[];
}

/** Electronvolt for each pair of atoms that come too close: far more than any Coulomb energy. */
const tooClose = 1e5;

/** The energy of filling the sites as `placement` says. */
export function placementEnergy(costs: PlacementCosts, placement: Placement): number {
  let energy = costs.fixed;
  for (let site = 0; site < placement.length; site++) energy += siteEnergy(costs, placement, site, site);
  return energy;
}

/** Energy of one site's atom with the filled sites, with itself, and with the atoms on the sites before `end`. */
export function siteEnergy(
  { potentials, pairs, exclusions, charges }: PlacementCosts,
  placement: Placement,
  site: number,
  end: number,
): number {
  const choice = placement[site] ?? 0;
  if (choice === 0) return 0;
  const count = placement.length;
  const charge = charges[site]?.[choice] ?? 0;
  let potential = (potentials[site] ?? 0) + (charge * (pairs[site * count + site] ?? 0)) / 2;
  let clashes = 0;
  for (let other = 0; other < end; other++) {
    const otherChoice = placement[other] ?? 0;
    if (otherChoice === 0 || other === site) continue;
    potential += (charges[other]?.[otherChoice] ?? 0) * (pairs[site * count + other] ?? 0);
    clashes += exclusions[site * count + other] ?? 0;
  }
  return charge * potential + clashes * tooClose;
}

/** Whether atoms come too close to each other in a placement of this energy. */
export function hasClash(energy: number): boolean {
  return energy > tooClose / 2;
}
