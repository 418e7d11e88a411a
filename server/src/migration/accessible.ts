import type { EnergyMap } from "./energyMap";

/** How much of a crystal a mobile ion reaches with how much energy. */
export interface Accessible {
  /** Electronvolt above the lowest energy, rising from 0. */
  readonly energies: readonly number[];
  /** Share of the unit cell with no higher energy. */
  readonly shares: readonly number[];
}

const steps = 100;

/** The share of the points of a map up to each of evenly spaced energies. */
export function accessible({ values, minimum }: EnergyMap, highest: number): Accessible {
  const counts = new Uint32Array(steps + 1);
  for (const value of values) {
    const step = Math.ceil(((value - minimum) / highest) * steps);
    if (step <= steps) counts[step] = (counts[step] ?? 0) + 1;
  }
  let reached = 0;
  return {
    energies: Array.from(counts, (_, step) => (step * highest) / steps),
    shares: Array.from(counts, (count) => (reached += count) / values.length),
  };
}
