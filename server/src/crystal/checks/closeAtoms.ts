import type { ProblemList } from "../../cif/problemList";
import { covalentRadius } from "../bonding/radii";
import { areAlternatives } from "../disorder";
import { findNeighbours, isOverfull } from "../neighbours";
import { totalOccupancy, type Orbit, type Structure } from "../structure";

/** Of the sum of the covalent radii; O-H bonds from X-rays, the shortest there are beside it, have 0.8. */
const closest = 0.6;
/** Angstrom; more than that share of the largest radii. */
const reach = 3;
const mostTold = 20;

interface Pair {
  readonly orbit: Orbit;
  readonly other: Orbit;
  readonly distance: number;
}

/** Tells atoms that are closer than any bond though both are there at the same time. */
export function checkCloseAtoms(structure: Structure, problems: ProblemList): void {
  if (isOverfull(structure, reach)) return;
  for (const { orbit, other, distance } of closePairs(structure).slice(0, mostTold)) {
    const [range] = orbit.rows;
    if (!range) continue;
    const partner = other === orbit ? "its own image" : other.label;
    problems.warning(
      "atoms-too-close",
      `${orbit.label} is ${distance.toFixed(2)} Å from ${partner}, closer than atoms come. Check coordinates and symmetry; of positions that are taken in turn, give the occupancies or disorder groups.`,
      range.start,
      range.end,
    );
  }
}

/** Of each orbit the pair with the closest of those listed before it, and of itself. */
function closePairs(structure: Structure): Pair[] {
  const { orbits } = structure;
  const { offsets, orbits: others, distances } = findNeighbours(structure, reach);
  return orbits.flatMap((orbit, i) => {
    let closestPair: Pair | undefined;
    for (let k = offsets[i] ?? 0; k < (offsets[i + 1] ?? 0); k++) {
      const other = orbits[others[k] ?? 0] ?? orbit;
      const distance = distances[k] ?? Infinity;
      if (
        (others[k] ?? 0) <= i &&
        distance < (closestPair?.distance ?? Infinity) &&
        isTooClose(orbit, other, distance)
      )
        closestPair = { orbit, other, distance };
    }
    return closestPair ? [closestPair] : [];
  });
}

function isTooClose(orbit: Orbit, other: Orbit, distance: number): boolean {
  return areThereTogether(orbit, other) && distance < closest * (smallest(orbit) + smallest(other));
}

/** Occupancies that add up to 1 leave each other room; refined ones of split sites are somewhat more. */
const mostShared = 1.25;

function areThereTogether(one: Orbit, other: Orbit): boolean {
  return !areAlternatives(one, other) && totalOccupancy(one) + totalOccupancy(other) > mostShared;
}

function smallest({ occupants }: Orbit): number {
  return Math.min(...occupants.map(({ element }) => covalentRadius(element) ?? 0));
}
