import { findNeighbours, isOverfull } from "../../crystal/neighbours";
import type { Occupant, Orbit, Structure } from "../../crystal/structure";
import { isAnion, isFrameworkCation } from "./compositionFeatures";
import { elementProperties } from "./elementProperties";
import { weightedStatistics, type FeatureValues, type Weighted } from "./featureValues";

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
/** Angstrom: Li-anion bonds. */
const lithiumBond = 3;

/** How much of a site is Li, framework cations and anions; vacancy is what lacks to 1. */
interface Filling {
  readonly lithium: number;
  readonly cations: number;
  readonly anions: number;
  /** Sum over the framework's atoms of electronegativity times occupancy, and of the occupancies that it is known of. */
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
 * How Li sits in a structure: the five features of Sendek et al. (Energy Environ. Sci. 10, 306, 2017) that separate
 * superionic conductors best, in forms that disorder allows, and more of their kind. Sums run over one site of each orbit
 * with its multiplicity, and occupancies are weights: a cell and any description of it with less symmetry give the same.
 * NaN where there is nothing to average over.
 */
export function lithiumEnvironment(structure: Structure): FeatureValues {
  const sites = siteTable(structure);
  return new Map([
    ...lithiumLithium(sites),
    ...lithiumFramework(sites),
    ...framework(sites),
    ...lithiumDisorder(sites),
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
    if (isAnion({ element, charge: oxidationState })) anions += occupancy;
    else if (isFrameworkCation({ element, charge: oxidationState })) cations += occupancy;
    electronegativity += occupancy * (elementProperties(element)?.electronegativity ?? 1.2);
  }
  return { lithium, cations, anions, electronegativity };
}

const frameworkOf = ({ cations, anions }: Filling) => cations + anions;

function lithiumLithium(sites: readonly Site[]): [string, number][] {
  const counts: Weighted[] = [];
  const nearest: Weighted[] = [];
  for (const { orbit, filling, neighbours } of sites.filter((site) => site.filling.lithium > 0)) {
    const weight = orbit.multiplicity * filling.lithium;
    const others = neighbours.filter((one) => one.filling.lithium > 0 && one.distance > splitLithium);
    const close = others.filter(({ distance }) => distance < lithiumShell);
    counts.push({ value: close.reduce((sum, one) => sum + one.filling.lithium, 0), weight });
    nearest.push({ value: Math.min(reach, ...others.map(({ distance }) => distance)), weight });
  }
  const { mean, least, most } = weightedStatistics(nearest);
  return [
    [`Li neighbours of Li within ${lithiumShell} Å`, weightedStatistics(counts).mean],
    ["shortest Li-Li distance (Å)", least],
    ["mean distance from Li to the nearest Li site (Å)", mean],
    ["longest distance from Li to the nearest Li site (Å)", most],
  ];
}

function lithiumFramework(sites: readonly Site[]): [string, number][] {
  const nearestAnion: Weighted[] = [];
  const nearestCation: Weighted[] = [];
  const bonds: Weighted[] = [];
  const coordination: Weighted[] = [];
  for (const { orbit, filling, neighbours } of sites.filter((site) => site.filling.lithium > 0)) {
    const weight = orbit.multiplicity * filling.lithium;
    const apart = neighbours.filter(({ distance }) => distance > splitSite);
    const nearest = (amount: (filling: Filling) => number) =>
      Math.min(reach, ...apart.filter((one) => amount(one.filling) > 0.1).map(({ distance }) => distance));
    nearestAnion.push({ value: nearest(({ anions }) => anions), weight });
    nearestCation.push({ value: nearest(({ cations }) => cations), weight });
    const bonded = apart.filter((one) => one.distance < lithiumBond && one.filling.anions > 0);
    bonds.push(...bonded.map((one) => ({ value: one.distance, weight: weight * one.filling.anions })));
    coordination.push({ value: bonded.reduce((sum, one) => sum + one.filling.anions, 0), weight });
  }
  const lengths = weightedStatistics(bonds);
  return [
    ["shortest Li-anion distance (Å)", weightedStatistics(nearestAnion).least],
    ["mean Li-anion bond length (Å)", lengths.mean],
    ["spread of Li-anion bond lengths (Å)", lengths.deviation],
    [`anions around Li within ${lithiumBond} Å`, weightedStatistics(coordination).mean],
    ["shortest distance from Li to a framework cation (Å)", weightedStatistics(nearestCation).least],
    ["mean distance from Li to the nearest framework cation (Å)", weightedStatistics(nearestCation).mean],
  ];
}

function framework(sites: readonly Site[]): [string, number][] {
  const ionicities: Weighted[] = [];
  const anionNeighbours: Weighted[] = [];
  const freeAnions: Weighted[] = [];
  const anionAnion: Weighted[] = [];
  for (const { orbit, filling, neighbours } of sites) {
    const own = frameworkOf(filling);
    if (own === 0) continue;
    const apart = neighbours.filter(({ distance }) => distance > splitSite);
    for (const { filling: other } of apart.filter((one) => one.distance < bondReach)) {
      const there = frameworkOf(other);
      if (there === 0) continue;
      const difference = Math.abs(filling.electronegativity / own - other.electronegativity / there);
      ionicities.push({ value: difference, weight: orbit.multiplicity * own * there });
    }
    if (filling.anions === 0) continue;
    const weight = orbit.multiplicity * filling.anions;
    const near = apart.filter(({ distance }) => distance < anionShell);
    anionNeighbours.push({ value: near.reduce((sum, one) => sum + frameworkOf(one.filling), 0), weight });
    freeAnions.push({ value: near.some((one) => one.filling.cations > 0.1) ? 0 : 1, weight });
    const anions = apart.filter((one) => one.filling.anions > 0.1);
    anionAnion.push({ value: Math.min(reach, ...anions.map(({ distance }) => distance)), weight });
  }
  return [
    ["mean electronegativity difference of framework bonds", weightedStatistics(ionicities).mean],
    [`framework neighbours of an anion within ${anionShell} Å`, weightedStatistics(anionNeighbours).mean],
    ["share of anions that bond to no framework cation", weightedStatistics(freeAnions).mean],
    ["mean distance between neighbouring anions (Å)", weightedStatistics(anionAnion).mean],
  ];
}

function lithiumDisorder(sites: readonly Site[]): [string, number][] {
  const occupancies: Weighted[] = [];
  let [lithiumSites, lithium, mixed, vacant, anions, cations, disordered] = [0, 0, 0, 0, 0, 0, 0];
  for (const { orbit, filling } of sites) {
    const { multiplicity } = orbit;
    anions += multiplicity * filling.anions;
    const own = frameworkOf(filling);
    cations += multiplicity * own;
    const largest = Math.max(...orbit.occupants.map(({ occupancy }) => occupancy));
    if (filling.lithium === 0) disordered += largest < 1 - 1e-3 ? multiplicity * own : 0;
    if (filling.lithium === 0) continue;
    lithiumSites += multiplicity;
    lithium += multiplicity * filling.lithium;
    if (filling.cations > 0) mixed += multiplicity * filling.lithium;
    vacant += multiplicity * Math.max(0, 1 - filling.lithium - own);
    occupancies.push({ value: Math.min(1, filling.lithium), weight: multiplicity });
  }
  const occupancy = weightedStatistics(occupancies);
  return [
    ["mean occupancy of Li sites by Li", occupancy.mean],
    ["least occupancy of Li sites by Li", occupancy.least],
    ["spread of the occupancies of Li sites", occupancy.deviation],
    ["Li sites per anion", lithiumSites / anions],
    ["vacant Li sites per anion", vacant / anions],
    ["share of Li on sites that it shares with cations", mixed / lithium],
    ["share of the framework on disordered sites", disordered / cations],
  ];
}
