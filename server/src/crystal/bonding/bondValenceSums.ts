import type { Occupant, Orbit, Structure } from "../structure";
import { bondValence } from "./bondValence";
import { excludeEachOther, findContacts, softness, type Contacts } from "./contacts";

export interface BondValenceSums {
  /**
   * For each orbit the bond valence sum of the atoms on it in valence units, the mean where several species share it:
   * positive for cations, negative for anions, to be compared with the oxidation state. `undefined` for neutral atoms,
   * and where a bond has no parameters.
   */
  readonly sums: readonly (number | undefined)[];
  /** For each orbit the sum of each of its occupants, were it there. */
  readonly occupantSums: readonly (readonly (number | undefined)[])[];
  /**
   * Root mean square over the atoms of the difference between bond valence sum and oxidation state, in valence units:
   * below 0.1 for most stable crystals, above 0.2 for strained ones and wrong oxidation states. `undefined` where the sum
   * of some charged atom is.
   */
  readonly globalInstability: number | undefined;
}

/**
 * Bond valence sums from bonds between cations and anions down to 0.01 valence units. A partly occupied neighbour counts by
 * its occupancy, which makes the sum that of the average surroundings; a site too close to be filled at the same time
 * counts nothing.
 *
 * Brown and Altermatt, Acta Cryst. B41, 244 (1985); global instability index: Salinas-Sanchez et al., J. Solid State Chem.
 * 100, 201 (1992).
 */
export function bondValenceSums(structure: Structure): BondValenceSums {
  const contacts = findContacts(structure);
  const { orbits } = structure;
  const occupantSums = orbits.map(({ occupants }, orbit) =>
    occupants.map((occupant, k) => contacts && sumOf(orbits, contacts, orbit, k, occupant)),
  );
  const sums = orbits.map(({ occupants }, orbit) => meanOver(occupants, occupantSums[orbit] ?? []));
  return { sums, occupantSums, globalInstability: globalInstability(orbits, sums) };
}

function sumOf(
  orbits: readonly Orbit[],
  { speciesOf, pair, neighbours }: Contacts,
  orbit: number,
  index: number,
  { oxidationState = 0, occupancy }: Occupant,
): number | undefined {
  if (oxidationState === 0) return undefined;
  const own = speciesOf[orbit]?.[index] ?? 0;
  let sum = 0;
  const end = neighbours.offsets[orbit + 1] ?? 0;
  for (let k = neighbours.offsets[orbit] ?? 0; k < end; k++) {
    const other = neighbours.orbits[k] ?? 0;
    const distance = neighbours.distances[k] ?? 0;
    const occupants = orbits[other]?.occupants ?? [];
    const species = speciesOf[other] ?? [];
    for (const [m, occupant] of occupants.entries()) {
      const bond = pair(own, species[m] ?? 0);
      if (bond?.kind === "ionic") {
        const valence = bondValence({ r0: bond.r0, b: softness }, distance);
        if (!excludeEachOther(bond, valence, occupancy, occupant.occupancy))
          sum += occupant.occupancy * valence;
      } else if (!bond && oxidationState * (occupant.oxidationState ?? 0) < 0) return undefined;
    }
  }
  return Math.sign(oxidationState) * sum;
}

/** By occupancy, over the occupants that have a sum; `undefined` if a charged one has none. */
function meanOver(occupants: readonly Occupant[], sums: readonly (number | undefined)[]): number | undefined {
  let [total, atoms] = [0, 0];
  for (const [k, { occupancy, oxidationState = 0 }] of occupants.entries()) {
    const sum = sums[k];
    if (sum === undefined && oxidationState !== 0) return undefined;
    if (sum === undefined) continue;
    total += occupancy * sum;
    atoms += occupancy;
  }
  return atoms > 0 ? total / atoms : undefined;
}

function globalInstability(
  orbits: readonly Orbit[],
  sums: readonly (number | undefined)[],
): number | undefined {
  let [squares, atoms] = [0, 0];
  for (const [i, { multiplicity, occupants }] of orbits.entries()) {
    const charged = occupants.filter(({ oxidationState = 0 }) => oxidationState !== 0);
    const charge = meanOver(
      charged,
      charged.map(({ oxidationState }) => oxidationState),
    );
    const sum = sums[i];
    if (charge === undefined) continue;
    if (sum === undefined) return undefined;
    const present = multiplicity * charged.reduce((total, { occupancy }) => total + occupancy, 0);
    squares += present * (sum - charge) ** 2;
    atoms += present;
  }
  return atoms > 0 ? Math.sqrt(squares / atoms) : undefined;
}
