import type { NeighbourList } from "../crystal/neighbours";
import type { Orbit, Structure } from "../crystal/structure";

/** Shells closer than this are one, angstrom: as distances of bins, and as distances between two elements. */
const [closeBins, closeDistances] = [0.11, 0.1];
/** Where shells are no longer told apart, angstrom. */
const farthestShell = 5;

/**
 * The middle between the first and second shell of neighbours and between the second and third, angstrom, by the bins in
 * which there are any; `undefined` where there are too few.
 */
export function shellCutoffs(
  counts: Float64Array,
  bin: number,
): { readonly first: number; readonly second: number } | undefined {
  const filled = [...counts.keys()].filter((i) => (counts[i] ?? 0) > 0).map((i) => i * bin);
  const at = (i: number) => filled[i] ?? Infinity;
  let second = 1;
  while (at(second) - at(second - 1) < closeBins && at(second) < farthestShell) second++;
  const first = (at(second) + at(second - 1)) / 2;
  let third = second + 1;
  while (at(third) - at(third - 1) < closeBins && at(third) < farthestShell && at(third - 1) < farthestShell)
    third++;
  const last = (at(third) + at(third - 1)) / 2;
  return Number.isFinite(first) && Number.isFinite(last) ? { first, second: last } : undefined;
}

/**
 * The distance that the first shell of every pair of elements is within, angstrom: the largest of the middles of the first
 * gaps between their distances. `undefined` where no pair has two distances.
 */
export function combinationCutoff(
  { orbits }: Structure,
  { offsets, orbits: others, distances }: NeighbourList,
): number | undefined {
  const elements = [...new Set(orbits.map(elementOf))];
  const kinds = orbits.map((orbit) => elements.indexOf(elementOf(orbit)));
  const byPair = new Map<number, number[]>();
  for (const [i, { multiplicity }] of orbits.entries())
    for (let k = offsets[i] ?? 0; k < (offsets[i + 1] ?? 0); k++) {
      const [own, other] = [kinds[i] ?? 0, kinds[others[k] ?? 0] ?? 0];
      const pair = Math.min(own, other) * elements.length + Math.max(own, other);
      const known = byPair.get(pair) ?? [];
      byPair.set(pair, known);
      known.push(distances[k] ?? 0);
      if (multiplicity > 1) known.push(distances[k] ?? 0);
    }
  const gaps = [...byPair.values()].flatMap((list) => firstGap(Float64Array.from(list).sort()) ?? []);
  return gaps.length > 0 ? Math.max(...gaps) : undefined;
}

const elementOf = ({ occupants }: Orbit) => occupants[0]?.element ?? "";

/** The middle of the first gap in rising distances; of the last two where there is none. */
function firstGap(distances: Float64Array): number | undefined {
  if (distances.length < 2) return undefined;
  const at = (i: number) => distances[i] ?? NaN;
  let next = 1;
  while (at(next) - at(next - 1) < closeDistances && next + 1 < distances.length) next++;
  return (at(next) + at(next - 1)) / 2;
}
