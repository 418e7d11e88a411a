import type { Occupant, Orbit, Structure } from "../structure";

/** Disordered orbits with the same occupancies, in the cell that is to be ordered: sites that share atoms and vacancies. */
export interface Sublattice {
  readonly orbits: readonly Orbit[];
  /** Sites in the cell. */
  readonly sites: number;
  readonly species: readonly Occupant[];
  /** How many sites each species takes; the rest stays vacant. */
  readonly counts: readonly number[];
}

/** How many counts are tried, at most. */
const searchLimit = 200_000;
/** A site whose occupancies lack less than this to 1 has no vacancy. */
const fullness = 0.02;

/** Orbits whose sites are not all filled by one species. */
export function isDisordered({ occupants: [first, ...others] }: Orbit): boolean {
  return others.length > 0 || Math.abs((first?.occupancy ?? 0) - 1) > 1e-3;
}

type SharedSites = Omit<Sublattice, "counts">;

/**
 * The sublattices of a cell repeated `repeats` times, with whole numbers of each species: those nearest to the occupancies
 * among the ones that leave the net charge nearest to `charge`, no number being off by more than one.
 */
export function sublattices(structure: Structure, repeats: number, charge = 0): Sublattice[] {
  const shared = sharedSites(structure.orbits.filter(isDisordered), repeats);
  const counts = new CountSearch(shared, fixedCharge(structure, repeats) - charge).best();
  let at = 0;
  return shared.map((group) => ({ ...group, counts: group.species.map(() => counts[at++] ?? 0) }));
}

/** The orbits by their occupants. */
function sharedSites(disordered: readonly Orbit[], repeats: number): SharedSites[] {
  const groups = new Map<string, Orbit[]>();
  for (const orbit of disordered) {
    const key = orbit.occupants
      .map(({ element, occupancy, oxidationState }) => `${element} ${oxidationState} ${occupancy.toFixed(4)}`)
      .sort()
      .join(", ");
    groups.set(key, [...(groups.get(key) ?? []), orbit]);
  }
  return [...groups.values()].map((orbits) => ({
    orbits,
    sites: repeats * orbits.reduce((sum, { multiplicity }) => sum + multiplicity, 0),
    species: orbits[0]?.occupants ?? [],
  }));
}

function fixedCharge({ orbits }: Structure, repeats: number): number {
  return orbits
    .filter((orbit) => !isDisordered(orbit))
    .reduce(
      (sum, { multiplicity, occupants }) =>
        sum + repeats * multiplicity * (occupants[0]?.oxidationState ?? 0),
      0,
    );
}

interface Variable {
  /** Atoms by occupancy. */
  readonly exact: number;
  readonly charge: number;
  readonly group: SharedSites;
  /** Whether it is the last of its group. */
  readonly closes: boolean;
}

/** Depth first over the count of each species on each sublattice, nearest first. */
class CountSearch {
  private readonly variables: readonly Variable[];
  private readonly chosen: number[] = [];
  private found: readonly number[] = [];
  private leastCharge = Infinity;
  private leastError = Infinity;
  private visited = 0;

  constructor(
    groups: readonly SharedSites[],
    private readonly fixedCharge: number,
  ) {
    this.variables = groups.flatMap((group) =>
      group.species.map(({ occupancy, oxidationState = 0 }, k) => ({
        exact: group.sites * occupancy,
        charge: oxidationState,
        group,
        closes: k === group.species.length - 1,
      })),
    );
  }

  best(): readonly number[] {
    this.descend(0, this.fixedCharge, 0, 0);
    return this.found;
  }

  private descend(depth: number, charge: number, error: number, placed: number): void {
    if (++this.visited > searchLimit) return;
    const variable = this.variables[depth];
    if (!variable) {
      this.judge(charge, error);
      return;
    }
    const { exact, closes, group } = variable;
    const { sites } = group;
    for (const count of wholeNumbersNear(exact)) {
      const filled = placed + count;
      if (count < 0 || filled > sites || (closes && isFull(group) && filled < sites)) continue;
      this.chosen[depth] = count;
      this.descend(
        depth + 1,
        charge + count * variable.charge,
        error + (count - exact) ** 2,
        closes ? 0 : filled,
      );
    }
  }

  private judge(charge: number, error: number): void {
    const excess = Math.round(Math.abs(charge) * 1000) / 1000;
    if (excess > this.leastCharge || (excess === this.leastCharge && error >= this.leastError - 1e-9)) return;
    this.leastCharge = excess;
    this.leastError = error;
    this.found = [...this.chosen];
  }
}

function isFull({ species }: SharedSites): boolean {
  return species.reduce((sum, { occupancy }) => sum + occupancy, 0) > 1 - fullness;
}

function wholeNumbersNear(exact: number): number[] {
  const nearest = Math.round(exact);
  const other = exact < nearest ? nearest - 1 : nearest + 1;
  return [nearest, other];
}
