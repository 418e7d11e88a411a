import { withoutAlternatives } from "../disorder";
import { elementBySymbol } from "../elements";
import { findNeighbours, isOverfull, type NeighbourList } from "../neighbours";
import type { Occupant, Structure } from "../structure";
import { bondValenceParameters } from "./bondValenceParameters";
import { estimateBondLength } from "./estimatedBondLength";

/** Bonds of a smaller valence are not looked for, in valence units. */
const leastValence = 0.01;
/** Angstrom, the same for all pairs (Brown and Altermatt 1985). */
export const softness = 0.37;
/** Angstrom by which a bond of the least valence is longer than one of one valence unit. */
const reach = -softness * Math.log(leastValence);

/**
 * What kind of bond two species can form: `ionic` between a cation and an anion, `covalent` between non-metals of like
 * sign (P-P, S-S), `metallic` between neutral atoms.
 */
export type BondKind = "ionic" | "covalent" | "metallic";

/** How two species of a structure bond to each other. */
export interface SpeciesPair {
  readonly kind: BondKind;
  /** Length of a bond of one valence unit, angstrom. */
  readonly r0: number;
  /** Charge of the cation of an ionic pair; 0 for the others. */
  readonly cationCharge: number;
}

/**
 * The species of a structure, their bonds, and a neighbour list that reaches as far as any of these, without sites of another
 * disorder group.
 */
export interface Contacts {
  /** For each orbit the index of the species of each of its occupants. */
  readonly speciesOf: readonly (readonly number[])[];
  readonly species: readonly Occupant[];
  /** Of two species by index; `undefined` where they do not bond, or nothing is known of their bond. */
  readonly pair: (one: number, other: number) => SpeciesPair | undefined;
  readonly neighbours: NeighbourList;
}

/** `undefined` where no two species bond, or the cell is too full of sites to look. */
export function findContacts(structure: Structure): Contacts | undefined {
  const { species, speciesOf } = listSpecies(structure);
  const pairs = species.flatMap((one) => species.map((other) => pairOf(one, other)));
  const longest = pairs.reduce((most, pair) => Math.max(most, pair?.r0 ?? 0), 0);
  if (longest === 0 || isOverfull(structure, longest + reach)) return undefined;
  return {
    species,
    speciesOf,
    pair: (one, other) => pairs[one * species.length + other],
    neighbours: withoutAlternatives(findNeighbours(structure, longest + reach), structure.orbits),
  };
}

/**
 * Whether the atoms of two sites cannot be there at the same time: the sites are not always filled, and so close that a
 * bond between them would be stronger than the cation has charge for. Split sites are like that.
 */
export function excludeEachOther(
  pair: SpeciesPair,
  valence: number,
  occupancy: number,
  otherOccupancy: number,
): boolean {
  const strongest = Math.max(1, pair.cationCharge) * 1.5;
  return valence > strongest && Math.min(occupancy, otherOccupancy) < 1 - 1e-6;
}

function listSpecies({ orbits }: Structure): Pick<Contacts, "species" | "speciesOf"> {
  const indices = new Map<string, number>();
  const species: Occupant[] = [];
  const indexOf = (occupant: Occupant) => {
    const key = `${occupant.element} ${occupant.oxidationState ?? ""}`;
    const index = indices.get(key) ?? species.push(occupant) - 1;
    indices.set(key, index);
    return index;
  };
  const speciesOf = orbits.map(({ occupants }) => occupants.map(indexOf));
  return { species, speciesOf };
}

function pairOf(one: Occupant, other: Occupant): SpeciesPair | undefined {
  const charge = one.oxidationState ?? 0;
  const otherCharge = other.oxidationState ?? 0;
  if (charge * otherCharge < 0)
    return charge > 0
      ? ionicPair(one.element, charge, other.element)
      : ionicPair(other.element, otherCharge, one.element);
  if (charge === 0 && otherCharge === 0) return estimatedPair("metallic", one.element, other.element);
  return isNonMetal(one.element) && isNonMetal(other.element)
    ? estimatedPair("covalent", one.element, other.element)
    : undefined;
}

function ionicPair(cation: string, cationCharge: number, anion: string): SpeciesPair | undefined {
  const parameters = bondValenceParameters(cation, anion, cationCharge);
  return parameters && { kind: "ionic", r0: parameters.r0, cationCharge };
}

function estimatedPair(kind: BondKind, one: string, other: string): SpeciesPair | undefined {
  const r0 = estimateBondLength(one, other);
  return r0 === undefined ? undefined : { kind, r0, cationCharge: 0 };
}

/** Elements that can take electrons bond to each other by pairs of them. */
function isNonMetal(element: string): boolean {
  return elementBySymbol(element)?.oxidationStates.some((state) => state < 0) ?? false;
}
