import type { Occupant, Orbit, Structure } from "../structure";

/** A disordered orbit in the cell that is to be ordered: sites that share their occupants and vacancies. */
export interface Sublattice {
  readonly orbit: Orbit;
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

/**
 * Whole numbers of each species on the disordered orbits of a cell repeated `repeats` times: those nearest to the
 * occupancies among the ones that leave the least net charge, no number being off by more than one.
 */
export function sublattices(structure: Structure, repeats: number): Sublattice[] {
  const disordered = structure.orbits.filter(isDisordered);
  const search = new CountSearch(disordered, repeats, fixedCharge(structure, repeats));
  const counts = search.best();
  let at = 0;
  return disordered.map((orbit) => {
    const own = orbit.occupants.map(() => counts[at++] ?? 0);
    return { orbit, sites: orbit.multiplicity * repeats, species: orbit.occupants, counts: own };
  });
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
  /** Index of the orbit. */
  readonly orbit: number;
  /** Whether it is the last of its orbit. */
  readonly closes: boolean;
}

/** Depth first over the count of each species on each orbit, nearest first. */
class CountSearch {
  private readonly variables: readonly Variable[];
  private readonly chosen: number[] = [];
  private found: readonly number[] = [];
  private leastCharge = Infinity;
  private leastError = Infinity;
  private visited = 0;

  constructor(
    private readonly orbits: readonly Orbit[],
    private readonly repeats: number,
    private readonly fixedCharge: number,
  ) {
    this.variables = orbits.flatMap(({ multiplicity, occupants }, orbit) =>
      occupants.map(({ occupancy, oxidationState = 0 }, k) => ({
        exact: multiplicity * repeats * occupancy,
        charge: oxidationState,
        orbit,
        closes: k === occupants.length - 1,
      })),
    );
  }

  best(): readonly number[] {
    this.descend(0, this.fixedCharge, 0, 0);
    return this.found;
  }

  private descend(depth: number, charge: number, error: number, onOrbit: number): void {
    if (++this.visited > searchLimit) return;
    const variable = this.variables[depth];
    if (!variable) {
      this.judge(charge, error);
      return;
    }
    const { exact, closes, orbit } = variable;
    const sites = (this.orbits[orbit]?.multiplicity ?? 0) * this.repeats;
    for (const count of wholeNumbersNear(exact)) {
      const filled = onOrbit + count;
      if (count < 0 || filled > sites || (closes && this.isFull(orbit) && filled < sites)) continue;
      this.chosen[depth] = count;
      this.descend(
        depth + 1,
        charge + count * variable.charge,
        error + (count - exact) ** 2,
        closes ? 0 : filled,
      );
    }
  }

  private isFull(orbit: number): boolean {
    const occupants = this.orbits[orbit]?.occupants ?? [];
    return occupants.reduce((sum, { occupancy }) => sum + occupancy, 0) > 1 - fullness;
  }

  private judge(charge: number, error: number): void {
    const excess = Math.round(Math.abs(charge) * 1000) / 1000;
    if (excess > this.leastCharge || (excess === this.leastCharge && error >= this.leastError - 1e-9)) return;
    this.leastCharge = excess;
    this.leastError = error;
    this.found = [...this.chosen];
  }
}

function wholeNumbersNear(exact: number): number[] {
  const nearest = Math.round(exact);
  const other = exact < nearest ? nearest - 1 : nearest + 1;
  return [nearest, other];
}
