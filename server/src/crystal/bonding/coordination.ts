import type { Occupant, Orbit, Structure } from "../structure";
import { bondValence } from "./bondValence";
import { excludeEachOther, findContacts, softness, type Contacts, type SpeciesPair } from "./contacts";

/** Bonds of one site to sites of one orbit at one distance. */
export interface Bond {
  /** Index of the orbit at the other end. */
  readonly orbit: number;
  /** Angstrom. */
  readonly distance: number;
  /** Sites at this distance. */
  readonly count: number;
  /** Valence of each bond in valence units, the mean over the species of both sites that bond. */
  readonly valence: number;
}

/** Who is bonded to a site. */
export interface Coordination {
  /** Bonded atoms: a partly occupied site counts by its occupancy. */
  readonly number: number;
  /** Nearest first. */
  readonly bonds: readonly Bond[];
}

/** A cation and an anion are bonded from this share of the cation's charge on (Altermatt and Brown 1985). */
const leastIonicShare = 0.04;
/** Of hydrogen only what holds it, not the anions that it leans to: a strong hydrogen bond has a fifth of its charge. */
const leastHydrogenShare = 0.25;
/** Valence units from which two non-metals of like sign are bonded: weaker contacts are not. */
const leastCovalent = 0.5;
/** Share of a neutral atom's strongest bond: the eight nearest of a body-centred metal, the twelve of a close-packed one. */
const leastMetallicShare = 0.4;
/** Distances closer than this, in angstrom, are one. */
const sameDistance = 1e-4;

/**
 * The bonds of each orbit's representative by their valence: of cations to anions by the rule of Altermatt and Brown, Acta
 * Cryst. B41, 240 (1985), a bond being what is stronger than 4 % of the cation's charge, or 25 % of hydrogen's; of non-metals to each other from
 * half a valence unit; of neutral atoms from 40 % of their strongest bond. Sites that cannot be filled at the same time
 * are not bonded.
 */
export function coordinations(structure: Structure): Coordination[] {
  const contacts = findContacts(structure);
  return structure.orbits.map((_, i) =>
    contacts ? coordinationOf(structure.orbits, contacts, i) : { number: 0, bonds: [] },
  );
}

function coordinationOf(orbits: readonly Orbit[], contacts: Contacts, i: number): Coordination {
  const { offsets, orbits: others, distances } = contacts.neighbours;
  const strongest = strongestMetallic(orbits, contacts, i);
  const bonds: Bond[] = [];
  let number = 0;
  for (let k = offsets[i] ?? 0; k < (offsets[i + 1] ?? 0); k++) {
    const orbit = others[k] ?? 0;
    const distance = distances[k] ?? 0;
    const { atoms, valence } = bondBetween(orbits, contacts, i, orbit, distance, strongest);
    if (atoms === 0) continue;
    number += atoms;
    bonds.push({ orbit, distance, count: 1, valence });
  }
  return { number, bonds: withoutRepetitions(bonds).sort((one, other) => one.distance - other.distance) };
}

/** Bonds to one orbit at one distance as one with their count. */
function withoutRepetitions(bonds: readonly Bond[]): Bond[] {
  const different: Bond[] = [];
  for (const bond of bonds.toSorted(
    (one, other) => one.orbit - other.orbit || one.distance - other.distance,
  )) {
    const last = different.at(-1);
    if (last?.orbit === bond.orbit && bond.distance - last.distance < sameDistance)
      different[different.length - 1] = { ...last, count: last.count + 1 };
    else different.push(bond);
  }
  return different;
}

/** The mean over the species of the site: bonded atoms of the other site, and the mean valence of these bonds. */
function bondBetween(
  orbits: readonly Orbit[],
  { speciesOf, pair }: Contacts,
  i: number,
  j: number,
  distance: number,
  strongest: number,
): { readonly atoms: number; readonly valence: number } {
  const own = orbits[i]?.occupants ?? [];
  const present = own.reduce((sum, { occupancy }) => sum + occupancy, 0);
  let [atoms, valences] = [0, 0];
  for (const [k, one] of own.entries())
    for (const [m, other] of (orbits[j]?.occupants ?? []).entries()) {
      const bond = pair(speciesOf[i]?.[k] ?? 0, speciesOf[j]?.[m] ?? 0);
      const valence = bond ? bondValence({ r0: bond.r0, b: softness }, distance) : 0;
      if (!bond || !isBond(bond, valence, strongest, one, other)) continue;
      const share = (one.occupancy / present) * other.occupancy;
      atoms += share;
      valences += share * valence;
    }
  return { atoms, valence: atoms > 0 ? valences / atoms : 0 };
}

function isBond(
  pair: SpeciesPair,
  valence: number,
  strongest: number,
  one: Occupant,
  other: Occupant,
): boolean {
  if (excludeEachOther(pair, valence, one.occupancy, other.occupancy)) return false;
  switch (pair.kind) {
    case "ionic":
      return (
        valence >
        pair.cationCharge * (isProton(one) || isProton(other) ? leastHydrogenShare : leastIonicShare)
      );
    case "covalent":
      return valence > leastCovalent;
    case "metallic":
      return valence > leastMetallicShare * strongest;
  }
}

const isProton = ({ element, oxidationState = 0 }: Occupant) => element === "H" && oxidationState > 0;

function strongestMetallic(
  orbits: readonly Orbit[],
  { speciesOf, pair, neighbours }: Contacts,
  i: number,
): number {
  const { offsets, orbits: others, distances } = neighbours;
  let strongest = 0;
  for (let k = offsets[i] ?? 0; k < (offsets[i + 1] ?? 0); k++) {
    const j = others[k] ?? 0;
    for (const [m, one] of (orbits[i]?.occupants ?? []).entries())
      for (const [n, other] of (orbits[j]?.occupants ?? []).entries()) {
        const bond = pair(speciesOf[i]?.[m] ?? 0, speciesOf[j]?.[n] ?? 0);
        if (bond?.kind !== "metallic") continue;
        const valence = bondValence({ r0: bond.r0, b: softness }, distances[k] ?? 0);
        if (!excludeEachOther(bond, valence, one.occupancy, other.occupancy))
          strongest = Math.max(strongest, valence);
      }
  }
  return strongest;
}
