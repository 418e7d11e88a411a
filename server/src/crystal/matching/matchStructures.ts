import type { Vector3 } from "../lattice";
import type { Structure } from "../structure";
import { product, toBasis, type Matrix } from "../symmetry/cellBasis";
import { averageLattice, latticeMappings } from "./latticeMappings";
import { reducedCell, type Mixture, type ReducedCell } from "./reducedCell";
import { fittingTranslations, type Budget, type KindedSites } from "./sitesMatch";

export interface MatchOptions {
  /** Relative difference of lattice vectors. */
  readonly lengthTolerance: number;
  /** Degrees. */
  readonly angleTolerance: number;
  /** Largest distance of a site from its partner, in units of the cube root of the volume of a site. */
  readonly siteTolerance: number;
  /** Difference of an element's occupancy on a site. */
  readonly occupancyTolerance: number;
  /** Whether structures that differ in volume alone are the same. */
  readonly scaleVolume: boolean;
  /** Whether sites are the same that hold the same elements, however much of each. */
  readonly elementsOnly: boolean;
}

export const defaultMatchOptions: MatchOptions = {
  lengthTolerance: 0.2,
  angleTolerance: 5,
  siteTolerance: 0.3,
  occupancyTolerance: 0.005,
  scaleVolume: true,
  elementsOnly: false,
};

/**
 * `rms` and `largest` distance of partners in units of the cube root of the volume of a site; or why they do not match, which
 * is not certain where the search was given up.
 */
export type StructureMatch =
  | { readonly matches: true; readonly rms: number; readonly largest: number }
  | { readonly matches: false; readonly reason: string; readonly certain: boolean };

/** A structure made ready to be matched with many others. */
export type Matchable = ReducedCell | undefined;

export const matchable: (structure: Structure) => Matchable = reducedCell;

/**
 * Whether two structures are the same crystal: the same sites with the same occupants, whatever the choice of cell, origin
 * and axes, within tolerances that are those of pymatgen's StructureMatcher (Ong et al., Comput. Mater. Sci. 68, 314
 * (2013)) if not told otherwise. Mirror images are the same.
 */
export function matchStructures(
  first: Structure,
  second: Structure,
  options: Partial<MatchOptions> = {},
): StructureMatch {
  return matchCells(matchable(first), matchable(second), options);
}

/** As {@link matchStructures}, of structures that were made ready. */
export function matchCells(
  first: Matchable,
  second: Matchable,
  options: Partial<MatchOptions> = {},
): StructureMatch {
  const comparison = compareCells(first, second, options);
  if ("matches" in comparison) return comparison;
  let best: Fit | undefined;
  for (const fit of comparison.fits) if (!best || fit.rms < best.rms) best = fit;
  if (best) return { matches: true, ...best };
  return comparison.budget.comparisons > 0
    ? refuse("the sites lie elsewhere")
    : { matches: false, reason: "the comparison takes too long", certain: false };
}

/** Whether {@link matchCells} would say that they match: many times as fast, since any fit is as good as the best one. */
export function areSameCrystal(
  first: Matchable,
  second: Matchable,
  options: Partial<MatchOptions> = {},
): boolean {
  const comparison = compareCells(first, second, options);
  return "fits" in comparison && comparison.fits.next().done === false;
}

/** Why a structure cannot be made ready. */
export const tooManySites = "a cell has too many sites";

/** Comparisons of sites, at most, which take some seconds. */
const mostComparisons = 1e8;

function compare(first: ReducedCell, second: ReducedCell): number {
  return (
    first.lattice.volume - second.lattice.volume ||
    (first.positions[0]?.[0] ?? 0) - (second.positions[0]?.[0] ?? 0)
  );
}

/** A way to lay one crystal upon the other; lengths in units of the cube root of the volume of a site. */
interface Fit {
  readonly rms: number;
  readonly largest: number;
}

/** The ways to lay one crystal upon another, found as they are asked for. */
interface Comparison {
  readonly fits: Generator<Fit, void>;
  readonly budget: Budget;
}

/** What there is to compare, or why two crystals differ before any of their sites is looked at. */
function compareCells(
  first: Matchable,
  second: Matchable,
  options: Partial<MatchOptions>,
): Comparison | StructureMatch {
  if (!first || !second) return { matches: false, reason: tooManySites, certain: false };
  // One order of the two, so that the answer does not depend on which is named first.
  return compare(first, second) <= 0
    ? compareInOrder(first, second, { ...defaultMatchOptions, ...options })
    : compareInOrder(second, first, { ...defaultMatchOptions, ...options });
}

function compareInOrder(
  first: ReducedCell,
  second: ReducedCell,
  options: MatchOptions,
): Comparison | StructureMatch {
  if (first.positions.length !== second.positions.length)
    return refuse("the primitive cells have different numbers of sites");
  const kinds = commonKinds(first, second, options);
  if (!kinds) return refuse("the sites are occupied by different elements or with different occupancies");
  const lattice = options.scaleVolume
    ? second.lattice.scaled(Math.cbrt(first.lattice.volume / second.lattice.volume))
    : second.lattice;
  const tolerance = { length: options.lengthTolerance, angle: options.angleTolerance };
  const mappings = latticeMappings(first.lattice, lattice, tolerance);
  if (mappings.length === 0) return refuse("the lattices differ");
  const budget = { comparisons: mostComparisons };
  const fits = fitsOf(first, { ...second, lattice }, { kinds, mappings, budget }, options.siteTolerance);
  return { fits, budget };
}

interface Search {
  readonly kinds: CommonKinds;
  readonly mappings: readonly Matrix[];
  readonly budget: Budget;
}

function* fitsOf(
  first: ReducedCell,
  second: ReducedCell,
  { kinds, mappings, budget }: Search,
  siteTolerance: number,
): Generator<Fit, void> {
  const order = rareKindsFirst(kinds.first);
  const sites: KindedSites = {
    positions: order.map((i) => first.positions[i] ?? origin),
    kinds: order.map((i) => kinds.first[i] ?? 0),
  };
  for (const mapping of mappings) {
    const average = averageLattice(first.lattice, second.lattice, mapping);
    if (!average) continue;
    const size = Math.cbrt(average.volume / sites.kinds.length);
    const toFirst = toBasis(mapping);
    const others: KindedSites = {
      positions: second.positions.map((position) => product(toFirst, position)),
      kinds: kinds.second,
    };
    for (const { rms, largest } of fittingTranslations(average, sites, others, siteTolerance * size, budget))
      yield { rms: rms / size, largest: largest / size };
  }
}

const origin: Vector3 = [0, 0, 0];

function refuse(reason: string): StructureMatch {
  return { matches: false, reason, certain: true };
}

interface CommonKinds {
  readonly first: readonly number[];
  readonly second: readonly number[];
}

/** The kinds of the sites of both structures in common numbers; `undefined` where one has other kinds, or more of one. */
function commonKinds(
  first: ReducedCell,
  second: ReducedCell,
  options: MatchOptions,
): CommonKinds | undefined {
  const isSame = (one: Mixture, other: Mixture = new Map()) =>
    one.size === other.size &&
    [...one].every(([element, occupancy]) => {
      const otherOccupancy = other.get(element);
      if (otherOccupancy === undefined) return false;
      return options.elementsOnly || Math.abs(occupancy - otherOccupancy) <= options.occupancyTolerance;
    });
  const numbered = ({ kinds, mixtures }: ReducedCell) =>
    kinds.map((kind) => first.mixtures.findIndex((mixture) => isSame(mixture, mixtures[kind])));
  const common = { first: numbered(first), second: numbered(second) };
  const counts = new Map<number, number>();
  for (const kind of common.first) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  for (const kind of common.second) counts.set(kind, (counts.get(kind) ?? 0) - 1);
  return [...counts.values()].every((count) => count === 0) ? common : undefined;
}

function rareKindsFirst(kinds: readonly number[]): number[] {
  const counts = new Map<number, number>();
  for (const kind of kinds) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  const rarity = (site: number) => counts.get(kinds[site] ?? 0) ?? 0;
  return [...kinds.keys()].sort(
    (one, other) => rarity(one) - rarity(other) || (kinds[one] ?? 0) - (kinds[other] ?? 0) || one - other,
  );
}
