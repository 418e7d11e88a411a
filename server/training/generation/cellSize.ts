import { findNeighbours } from "../../src/crystal/neighbours";
import type { Orbit, Sites, Structure } from "../../src/crystal/structure";
import { siteCount } from "../../src/crystal/structure";
import { slaterRadius } from "./slaterRadii";

/** Angstrom. */
const reach = 6;
/** Cubic angstrom that a site takes in the first guess of a cell, within which every site meets its neighbours. */
const volumePerSite = 15;
/** Cubic angstrom a site; diamond, the densest of all, has 5.7. */
const leastVolume = 4;
/** Atoms that touch are at least this share of their bond length apart; lithium in oxides comes down to it. */
const closest = 0.68;
/** Atoms of opposite charge, or of metals, come no closer. */
const closestBond = 0.8;

/**
 * The structure in a cell of such a size that bonds have the lengths of Slater's radii: the mean over the sites of the
 * shortest bond, in units of the sum of radii, becomes `stretch`. Bonds join opposite charges or, among neutral atoms,
 * anything. `undefined` where atoms overlap then.
 */
export function withBondLengths(structure: Structure, stretch: number): Structure | undefined {
  const guess = scaled(
    structure,
    Math.cbrt((volumePerSite * siteCount(structure)) / structure.lattice.volume),
  );
  const shortest = shortestBonds(guess);
  const sites = siteCount(guess);
  const mean =
    guess.orbits.reduce((sum, { multiplicity }, i) => sum + multiplicity * (shortest[i] ?? Infinity), 0) /
    sites;
  if (!Number.isFinite(mean)) return undefined;
  const sized = scaled(guess, stretch / mean);
  const isTooDense = sized.lattice.volume < leastVolume * sites;
  const isTooClose = Math.min(...shortest) * (stretch / mean) < closestBond;
  return isTooDense || isTooClose || hasOverlap(sized) ? undefined : sized;
}

function scaled<S extends Sites>(structure: S, factor: number): S {
  return { ...structure, lattice: structure.lattice.scaled(factor) };
}

/** Of each orbit, in units of the sum of radii; infinite for a site without bonds. */
function shortestBonds(structure: Structure): number[] {
  const ratios = structure.orbits.map(() => Infinity);
  forEachPair(structure, (i, first, second, ratio) => {
    if (isBond(charge(first), charge(second))) ratios[i] = Math.min(ratios[i] ?? Infinity, ratio);
  });
  return ratios;
}

/** Whether two sites that are filled at the same time overlap. */
export function hasOverlap(structure: Structure): boolean {
  let overlaps = false;
  forEachPair(structure, (_, first, second, ratio) => {
    if (ratio < closest && filled(first) + filled(second) > 1 + 1e-6) overlaps = true;
  });
  return overlaps;
}

function forEachPair(
  structure: Structure,
  visit: (orbit: number, first: Orbit, second: Orbit, ratio: number) => void,
): void {
  const { offsets, orbits, distances } = findNeighbours(structure, reach);
  structure.orbits.forEach((first, i) => {
    for (let row = offsets[i] ?? 0; row < (offsets[i + 1] ?? 0); row++) {
      const second = structure.orbits[orbits[row] ?? 0];
      if (second) visit(i, first, second, (distances[row] ?? 0) / (radius(first) + radius(second)));
    }
  });
}

function isBond(first: number, second: number): boolean {
  return first * second < 0 || (first === 0 && second === 0);
}

const filled = ({ occupants }: Orbit) => occupants.reduce((sum, { occupancy }) => sum + occupancy, 0);

function charge({ occupants }: Orbit): number {
  return occupants.reduce((sum, { oxidationState = 0 }) => sum + oxidationState, 0);
}

/** Mean radius of the occupants, by occupancy. */
function radius(orbit: Orbit): number {
  const sum = orbit.occupants.reduce(
    (total, { element, occupancy }) => total + occupancy * (slaterRadius(element) ?? 1.4),
    0,
  );
  return sum / Math.max(1e-9, filled(orbit));
}
