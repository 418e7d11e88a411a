import { atomicMass } from "./elements";
import { composition, type Structure } from "./structure";

/** One atomic mass unit in a cell of one cubic angstrom, in g/cm3 (CODATA 2022). */
export const gramsPerCubicCentimetre = 1.66053906892;

/** Mass of the occupied part of the cell over its volume, in g/cm3. Unknown elements weigh nothing. */
export function density(structure: Structure): number {
  let mass = 0;
  for (const [element, atoms] of composition(structure)) mass += atoms * (atomicMass(element) ?? 0);
  return (mass / structure.lattice.volume) * gramsPerCubicCentimetre;
}
