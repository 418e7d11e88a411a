import type { NeighbourList } from "./neighbours";
import { totalOccupancy, type Orbit } from "./structure";

/** Occupancies below this leave room for the alternative. */
const full = 1 - 1e-6;

/**
 * Whether the disorder groups of two sites say that their atoms are never there together: within one assembly, sites of one
 * group are filled at once, those of different groups are not (`_atom_site_disorder_group` in the CIF core dictionary).
 * Where both are always filled, the file contradicts itself and its occupancies are believed.
 */
export function areAlternatives(one: Orbit, other: Orbit): boolean {
  if (!one.disorder || !other.disorder) return false;
  if (one.disorder.assembly !== other.disorder.assembly || one.disorder.group === other.disorder.group)
    return false;
  return Math.min(totalOccupancy(one), totalOccupancy(other)) < full;
}

/** A neighbour list without those neighbours that are never there together with the site itself. */
export function withoutAlternatives(list: NeighbourList, orbits: readonly Orbit[]): NeighbourList {
  if (orbits.every(({ disorder }) => disorder === undefined)) return list;
  const offsets = new Uint32Array(orbits.length + 1);
  const kept: number[] = [];
  for (const [i, orbit] of orbits.entries()) {
    for (let k = list.offsets[i] ?? 0; k < (list.offsets[i + 1] ?? 0); k++) {
      const other = orbits[list.orbits[k] ?? 0];
      if (!other || !areAlternatives(orbit, other)) kept.push(k);
    }
    offsets[i + 1] = kept.length;
  }
  return {
    cutoff: list.cutoff,
    counts: offsets.slice(1).map((end, i) => end - (offsets[i] ?? 0)),
    offsets,
    orbits: Uint32Array.from(kept, (k) => list.orbits[k] ?? 0),
    distances: Float64Array.from(kept, (k) => list.distances[k] ?? 0),
  };
}
