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
   * adding up to more than 1. `undefined` where there is no such pair within reach: split sites are never filled together.
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

function shortestWithin(orbits: readonly Orbit[], neighbours: NeighbourList): ShortestDistance[] {
  const found = new Map<string, ShortestDistance>();
  closestOrbits(orbits.length, neighbours).forEach((distances, i) => {
    for (const [j, distance] of distances)
      for (const one of orbits[i]?.occupants ?? [])
        for (const other of orbits[j]?.occupants ?? []) {
          const elements: [string, string] =
            one.element < other.element ? [one.element, other.element] : [other.element, one.element];
          const key = elements.join(" ");
          const known = found.get(key);
          const areTogether = one.occupancy + other.occupancy > 1 + 1e-6;
          found.set(key, {
            elements,
            distance: Math.min(known?.distance ?? Infinity, distance),
            together: areTogether ? Math.min(known?.together ?? Infinity, distance) : known?.together,
          });
        }
  });
  return [...found.values()];
}

/** For each orbit the orbits around its representative, each with the distance of its nearest site. */
function closestOrbits(
  orbitCount: number,
  { offsets, orbits, distances }: NeighbourList,
): Map<number, number>[] {
  return Array.from({ length: orbitCount }, (_, i) => {
    const closest = new Map<number, number>();
    for (let k = offsets[i] ?? 0; k < (offsets[i + 1] ?? 0); k++) {
      const orbit = orbits[k] ?? 0;
      closest.set(orbit, Math.min(closest.get(orbit) ?? Infinity, distances[k] ?? Infinity));
    }
    return closest;
  });
}
