import { elementBySymbol } from "../../crystal/elements";
import { findNeighbours, isOverfull } from "../../crystal/neighbours";
import type { Occupant, Orbit, Structure } from "../../crystal/structure";
import { isFrameworkCation } from "./cellContent";
import { least, weightedMean, type FeatureValues } from "./featureValues";

/** Angstrom: as far as anything here looks. */
const reach = 6;
/** Angstrom: Li atoms this close are neighbours (Sendek et al., Energy Environ. Sci. 10, 306, 2017). */
const lithiumShell = 4;
/** Angstrom: bonds within the framework, and neighbours of an anion. */
const bondReach = 2.8;
const anionShell = 3;
/** Angstrom: closer sites of Li are parts of one split site; closer sites of others are one site. */
const splitLithium = 1.2;
const splitSite = 0.8;

/** How much of a site is Li, framework cations and anions; vacancy is what lacks to 1. */
interface Filling {
  readonly lithium: number;
  readonly cations: number;
  readonly anions: number;
  /** Sum over the framework's atoms of electronegativity times occupancy. */
  readonly electronegativity: number;
}

interface Site {
  readonly orbit: Orbit;
  readonly filling: Filling;
  readonly neighbours: readonly Neighbour[];
}

interface Neighbour {
  readonly distance: number;
  readonly filling: Filling;
}

/**
 * How Li sits in a structure: the five features of Sendek et al. (Energy Environ. Sci. 10, 306, 2017) that separate superionic
 * conductors best, in their order and in forms that disorder allows. Sums run over one site of each orbit with its
 * multiplicity, and occupancies are weights: a cell and any description of it with less symmetry give the same. NaN where
 * there is nothing to average over.
 */
export function lithiumEnvironment(structure: Structure): FeatureValues {
  const sites = siteTable(structure);
  const lithium = sites.filter(({ filling }) => filling.lithium > 0);
  return new Map([
    [`Li neighbours of Li within ${lithiumShell} Å`, lithiumNeighbours(lithium)],
    ["mean electronegativity difference of framework bonds", bondIonicity(sites)],
    [`framework neighbours of an anion within ${anionShell} Å`, anionNeighbours(sites)],
    ["shortest Li-anion distance (Å)", least(lithium.map(nearestAnion))],
    ["shortest Li-Li distance (Å)", least(lithium.map(nearestLithium))],
  ]);
}

function siteTable(structure: Structure): Site[] {
  const fillings = structure.orbits.map(({ occupants }) => fillingOf(occupants));
  const list = isOverfull(structure, reach) ? undefined : findNeighbours(structure, reach);
  return structure.orbits.map((orbit, i) => {
    const neighbours: Neighbour[] = [];
    for (let k = list?.offsets[i] ?? 0; list && k < (list.offsets[i + 1] ?? 0); k++) {
      const filling = fillings[list.orbits[k] ?? 0];
      if (filling) neighbours.push({ distance: list.distances[k] ?? 0, filling });
    }
    return { orbit, filling: fillings[i] ?? fillingOf([]), neighbours };
  });
}

function fillingOf(occupants: readonly Occupant[]): Filling {
  let [lithium, cations, anions, electronegativity] = [0, 0, 0, 0];
  for (const { element, occupancy, oxidationState = 0 } of occupants) {
    if (element === "Li") {
      lithium += occupancy;
      continue;
    }
    if (isFrameworkCation({ element, charge: oxidationState })) cations += occupancy;
    else anions += occupancy;
    electronegativity += occupancy * (elementBySymbol(element)?.electronegativity ?? 1.2);
  }
  return { lithium, cations, anions, electronegativity };
}

const frameworkOf = ({ cations, anions }: Filling) => cations + anions;

const otherLithium = ({ neighbours }: Site) =>
  neighbours.filter(({ filling, distance }) => filling.lithium > 0 && distance > splitLithium);

const otherSites = ({ neighbours }: Site) => neighbours.filter(({ distance }) => distance > splitSite);

/** The least distance; no farther than was looked. */
const nearest = (neighbours: readonly Neighbour[]) =>
  Math.min(reach, ...neighbours.map(({ distance }) => distance));

const nearestLithium = (site: Site) => nearest(otherLithium(site));

const nearestAnion = (site: Site) => nearest(otherSites(site).filter(({ filling }) => filling.anions > 0.1));

function lithiumNeighbours(lithium: readonly Site[]): number {
  return weightedMean(
    lithium.map((site) => ({
      value: otherLithium(site)
        .filter(({ distance }) => distance < lithiumShell)
        .reduce((sum, { filling }) => sum + filling.lithium, 0),
      weight: site.orbit.multiplicity * site.filling.lithium,
    })),
  );
}

function bondIonicity(sites: readonly Site[]): number {
  const bonds = sites.flatMap((site) => {
    const own = frameworkOf(site.filling);
    if (own === 0) return [];
    const bonded = otherSites(site).filter(
      ({ distance, filling }) => distance < bondReach && frameworkOf(filling) > 0,
    );
    return bonded.map(({ filling }) => {
      const there = frameworkOf(filling);
      const difference = Math.abs(site.filling.electronegativity / own - filling.electronegativity / there);
      return { value: difference, weight: site.orbit.multiplicity * own * there };
    });
  });
  return weightedMean(bonds);
}

function anionNeighbours(sites: readonly Site[]): number {
  const anions = sites.filter(({ filling }) => filling.anions > 0);
  return weightedMean(
    anions.map((site) => ({
      value: otherSites(site)
        .filter(({ distance }) => distance < anionShell)
        .reduce((sum, { filling }) => sum + frameworkOf(filling), 0),
      weight: site.orbit.multiplicity * site.filling.anions,
    })),
  );
}
