import { areAlternatives } from "./disorder";
import { findNeighbours, isOverfull, type NeighbourList } from "./neighbours";
import type { Orbit, Structure } from "./structure";

/** How close two elements come to each other in a crystal. */
export interface ShortestDistance {
  /** By the alphabet; twice the same for an element and itself. */
  readonly elements: readonly [string, string];
  /** Angstrom, over all pairs of sites that hold the elements, however little. */
  readonly distance: number;
  /**
   * Angstrom, over the pairs of sites that are filled by the elements at the same time now and then, their occupancies
   * adding up to more than 1 and their disorder groups allowing it. `undefined` where there is no such pair within reach: split sites are never filled together.
   */
  readonly together: number | undefined;
}

/** Angstrom; one after the other until every pair of elements was met. */
const reaches = [4, 8, 16];

/** The shortest distance between the sites of each pair of elements that meet within 16 angstrom, shortest first. */
export function shortestDistances(structure: Structure): ShortestDistance[] {
  const elements = new Set(
    structure.orbits.flatMap(({ occupants }) => occupants.map(({ element }) => element)),
  );
  const pairs = (elements.size * (elements.size + 1)) / 2;
  let found: ShortestDistance[] = [];
  for (const reach of reaches) {
    if (isOverfull(structure, reach)) break;
    found = shortestWithin(structure.orbits, findNeighbours(structure, reach));
    if (found.length === pairs && found.every(({ together }) => together !== undefined)) break;
  }
  return found.sort((first, second) => first.distance - second.distance);
}

function shortestWithin(
  orbits: readonly Orbit[],
  { offsets, orbits: others, distances }: NeighbourList,
): ShortestDistance[] {
  const found = new Map<string, Map<string, Closest>>();
  const pairOf = (one: string, other: string) => {
    const known = found.get(one) ?? new Map<string, Closest>();
    found.set(one, known);
    const pair = known.get(other) ?? { distance: Infinity, together: Infinity };
    known.set(other, pair);
    return pair;
  };
  for (const [i, orbit] of orbits.entries())
    for (let k = offsets[i] ?? 0; k < (offsets[i + 1] ?? 0); k++) {
      const neighbour = orbits[others[k] ?? 0] ?? orbit;
      const excluded = areAlternatives(orbit, neighbour);
      for (const one of orbit.occupants)
        for (const other of neighbour.occupants) {
          const distance = distances[k] ?? Infinity;
          const pair =
            one.element < other.element
              ? pairOf(one.element, other.element)
              : pairOf(other.element, one.element);
          pair.distance = Math.min(pair.distance, distance);
          if (!excluded && one.occupancy + other.occupancy > 1 + 1e-6)
            pair.together = Math.min(pair.together, distance);
        }
    }
  return [...found].flatMap(([one, pairs]) =>
    [...pairs].map(([other, { distance, together }]) => ({
      elements: [one, other] as const,
      distance,
      together: together === Infinity ? undefined : together,
    })),
  );
}

/** Shortest distances met so far, angstrom. */
interface Closest {
  distance: number;
  together: number;
}
