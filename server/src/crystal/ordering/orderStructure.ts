import { ewaldMatrix } from "../ewald/ewaldMatrix";
import { balancedSplitting, ewaldSum } from "../ewald/ewaldSum";
import { findNeighbours, isOverfull } from "../neighbours";
import { totalOccupancy, type Occupant, type Orbit, type Sites, type Structure } from "../structure";
import { identity } from "../symmetry/symmetryOperation";
import { annealPlacements } from "./annealPlacements";
import { enumeratePlacements, placementCount, type SiteRun } from "./enumeratePlacements";
import { LowestPlacements, type Placement } from "./placement";
import type { PlacementCosts } from "./placementEnergy";
import { isDisordered, sublattices, type Sublattice } from "./sublattices";
import { repeatedImages, repeatedLattice, sitePermutations, type Repeats } from "./superCell";

export interface OrderOptions {
  /** Cells along a, b and c to be ordered together. */
  readonly repeats: Repeats;
  /** How many ordered structures are wanted. */
  readonly most: number;
  /** Up to so many placements are all looked at; of more, those of low energy are searched for. */
  readonly mostPlacements: number;
  /** That the cell should be left with, in elementary charges: of a framework, what its mobile ions would balance. */
  readonly charge: number;
}

export const defaultOrderOptions: OrderOptions = {
  repeats: [1, 1, 1],
  most: 1,
  mostPlacements: 200_000,
  charge: 0,
};

/** A disordered structure with every site filled by one atom or left empty. */
export interface OrderedStructure {
  readonly structure: Structure;
  /** Ewald energy of the formal charges, electronvolt a cell. */
  readonly energy: number;
}

export type Ordering =
  | {
      readonly ok: true;
      /** Lowest energy first; none of them is equal to another by symmetry. */
      readonly orderings: readonly OrderedStructure[];
      /** Whether all placements were looked at, so that the first is the lowest there is. */
      readonly complete: boolean;
      /** Placements that were looked at. */
      readonly considered: number;
      /** Charge of the cell, in elementary charges, where the occupancies cannot be met without one. */
      readonly netCharge: number;
    }
  | { readonly ok: false; readonly reason: string };

/** Angstrom: atoms are never closer, so that two such sites are not filled at once. */
const closest = 1;
/** Bounds on the cell, which keep memory and time within some hundred megabytes and some seconds. */
const most = { sites: 2_000, disorderedSites: 500 };

/**
 * Orders a disordered structure: atoms are put on the disordered sites in the numbers nearest to the occupancies that leave
 * the cell neutral, or with the charge asked for, and the placements of lowest Ewald energy are returned. Up to a bound all
 * placements are looked at; beyond, they are searched by simulated annealing, which is deterministic too.
 *
 * Refused are structures without oxidation states, and cells too large to be ordered.
 */
export function orderStructure(structure: Structure, options: Partial<OrderOptions> = {}): Ordering {
  const settings = { ...defaultOrderOptions, ...options };
  const repeats = settings.repeats[0] * settings.repeats[1] * settings.repeats[2];
  const reason = refusal(structure, repeats);
  if (reason !== undefined) return { ok: false, reason };
  const cell = layOut(structure, settings.repeats, repeats, repeats * settings.charge);
  if (!cell || isOverfull(cell.sites, balancedSplitting(cell.sites).realCutoff))
    return { ok: false, reason: "the cell is too full of sites" };
  const permutations = sitePermutations(
    structure,
    cell.sites.lattice,
    cell.disorderedPositions,
    settings.repeats,
  );
  const lowest = new LowestPlacements(settings.most, permutations);
  const costs = costsOf(cell);
  const complete = placementCount(cell.runs) <= settings.mostPlacements;
  const considered = (complete ? enumeratePlacements : annealPlacements)(costs, cell.runs, lowest);
  const ranked = lowest.ranked();
  if (ranked.length === 0)
    return {
      ok: false,
      reason: `no placement keeps all atoms ${closest} angstrom apart; a larger cell may have one`,
    };
  return {
    ok: true,
    orderings: ranked.map(({ placement, energy }) => ({
      structure: filled(structure, cell, placement),
      energy,
    })),
    complete,
    considered,
    netCharge: netCharge(cell),
  };
}

function refusal({ orbits }: Structure, repeats: number): string | undefined {
  const count = (some: readonly Orbit[]) =>
    repeats * some.reduce((sum, { multiplicity }) => sum + multiplicity, 0);
  if (orbits.length === 0) return "there are no sites";
  if (orbits.some(({ occupants }) => occupants.some(({ oxidationState }) => oxidationState === undefined)))
    return "some atoms have no oxidation state";
  const overfull = orbits.find((orbit) => totalOccupancy(orbit) > 1.01);
  if (overfull) return `site ${overfull.label} is more than full`;
  if (count(orbits) > most.sites) return `the cell has more than ${most.sites} sites`;
  if (count(orbits.filter(isDisordered)) > most.disorderedSites)
    return `the cell has more than ${most.disorderedSites} disordered sites`;
  return undefined;
}

/** The repeated cell: filled sites first, then the disordered ones, sublattice by sublattice. */
interface Layout {
  /** Every site an orbit of its own. */
  readonly sites: Sites;
  readonly filled: readonly Orbit[];
  readonly sublattices: readonly Sublattice[];
  readonly runs: readonly SiteRun[];
  readonly firstDisordered: number;
  readonly disorderedPositions: Float64Array;
}

function layOut(structure: Structure, repeats: Repeats, factor: number, charge: number): Layout | undefined {
  const lattice = repeatedLattice(structure.lattice, repeats);
  if (!lattice) return undefined;
  const groups = sublattices(structure, factor, charge);
  const single = (orbit: Orbit) => singleSites(orbit, repeatedImages(orbit, repeats));
  const filledSites = structure.orbits.filter((orbit) => !isDisordered(orbit)).flatMap(single);
  const disorderedSites = groups.flatMap(({ orbits }) => orbits.flatMap(single));
  let start = 0;
  const runs = groups.map(({ sites, counts }) => {
    start += sites;
    return { start: start - sites, length: sites, counts };
  });
  return {
    sites: { lattice, orbits: [...filledSites, ...disorderedSites] },
    filled: filledSites,
    sublattices: groups,
    runs,
    firstDisordered: filledSites.length,
    disorderedPositions: Float64Array.from(disorderedSites.flatMap(({ images }) => [...images])),
  };
}

/** Each site of an orbit as an orbit of its own. */
function singleSites(orbit: Orbit, positions: Float64Array): Orbit[] {
  return Array.from({ length: positions.length / 3 }, (_, k) => {
    const images = positions.slice(3 * k, 3 * k + 3);
    const [x = 0, y = 0, z = 0] = images;
    return { ...orbit, position: [x, y, z], multiplicity: 1, images };
  });
}

function costsOf({ sites, sublattices: groups, firstDisordered }: Layout): PlacementCosts {
  const total = sites.orbits.length;
  const count = total - firstDisordered;
  const fixedCharges = Float64Array.from(sites.orbits, ({ occupants }, site) =>
    site < firstDisordered ? (occupants[0]?.oxidationState ?? 0) : 0,
  );
  const rows = Array.from({ length: count }, (_, k) => firstDisordered + k);
  const matrix = ewaldMatrix(sites, rows);
  const potentials = new Float64Array(count);
  const pairs = new Float64Array(count * count);
  for (let row = 0; row < count; row++) {
    const start = row * total;
    for (let site = 0; site < firstDisordered; site++)
      potentials[row] = (potentials[row] ?? 0) + (fixedCharges[site] ?? 0) * (matrix[start + site] ?? 0);
    pairs.set(matrix.subarray(start + firstDisordered, start + total), row * count);
  }
  return {
    fixed: ewaldSum(sites, fixedCharges) ?? 0,
    potentials,
    pairs,
    exclusions: exclusions(sites, firstDisordered),
    charges: groups.flatMap((group) => Array.from({ length: group.sites }, () => chargesOf(group.species))),
  };
}

function chargesOf(species: readonly Occupant[]): Float64Array {
  return Float64Array.of(0, ...species.map(({ oxidationState = 0 }) => oxidationState));
}

function exclusions(sites: Sites, firstDisordered: number): Uint8Array {
  const count = sites.orbits.length - firstDisordered;
  const found = new Uint8Array(count * count);
  const { offsets, orbits } = findNeighbours(sites, closest);
  for (let row = 0; row < count; row++) {
    const site = firstDisordered + row;
    for (let k = offsets[site] ?? 0; k < (offsets[site + 1] ?? 0); k++) {
      const other = (orbits[k] ?? 0) - firstDisordered;
      if (other >= 0) found[row * count + other] = 1;
    }
  }
  return found;
}

function netCharge({ filled, sublattices: groups }: Layout): number {
  const fixed = filled.reduce((sum, { occupants }) => sum + (occupants[0]?.oxidationState ?? 0), 0);
  const placed = groups.reduce(
    (sum, { species, counts }) =>
      sum + species.reduce((own, { oxidationState = 0 }, k) => own + oxidationState * (counts[k] ?? 0), 0),
    0,
  );
  return Number((fixed + placed).toFixed(6));
}

function filled(structure: Structure, layout: Layout, placement: Placement): Structure {
  const labels = new Map<string, number>();
  const label = (element: string) => {
    const number = (labels.get(element) ?? 0) + 1;
    labels.set(element, number);
    return `${element}${number}`;
  };
  const species = layout.sublattices.flatMap((group) =>
    Array.from({ length: group.sites }, () => group.species),
  );
  const orbits = layout.sites.orbits.flatMap((orbit, site): Orbit[] => {
    const row = site - layout.firstDisordered;
    const occupant = row < 0 ? orbit.occupants[0] : species[row]?.[(placement[row] ?? 0) - 1];
    if (!occupant) return [];
    return [
      { ...orbit, label: label(occupant.element), occupants: [{ ...occupant, occupancy: 1 }], rows: [] },
    ];
  });
  return {
    ...structure,
    lattice: layout.sites.lattice,
    operations: [identity],
    symmetrySource: "assumed-p1",
    orbits,
  };
}
