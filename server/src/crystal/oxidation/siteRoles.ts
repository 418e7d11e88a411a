import { estimateBondLength } from "../bonding/estimatedBondLength";
import { bondValence } from "../bonding/bondValence";
import { softness } from "../bonding/contacts";
import { elementBySymbol, type Element } from "../elements";
import { findNeighbours, isOverfull, type NeighbourList } from "../neighbours";
import type { Occupant, Structure } from "../structure";

/** Whether an atom is the centre of more electronegative neighbours (S in SO4), or a neighbour of less electronegative ones. */
export type SiteRole = "centre" | "ligand";

/** Elements found with either sign, in one crystal too: sulfates beside sulfides, ammonium nitrate. */
const ambivalent = new Set(["H", "N", "P", "S", "Cl", "As", "Se", "Br", "Sb", "Te", "I"]);
/** Angstrom: longer bonds are not strong. */
const reach = 3.2;
/** Valence units, as estimated. */
const strong = 0.4;
/** Pauling units. */
const margin = 0.15;

/**
 * The role of the ambivalent elements on each orbit, told by the electronegativity of the atoms that they are strongly bonded
 * to. Elements that have the same role everywhere are left out: their sign follows from the composition.
 *
 * @returns roles by `orbit index, element`, as {@link roleKey} writes it.
 */
export function siteRoles(structure: Structure): ReadonlyMap<string, SiteRole> {
  const roles = new Map<string, SiteRole>();
  const elements = ambivalentElements(structure);
  if (elements.size === 0 || isOverfull(structure, reach)) return roles;
  const neighbours = findNeighbours(structure, reach);
  structure.orbits.forEach(({ occupants }, i) => {
    for (const occupant of occupants) {
      const role = elements.has(occupant.element) && roleOf(structure, neighbours, i, occupant);
      if (role) roles.set(roleKey(i, occupant.element), role);
    }
  });
  for (const element of elements)
    if (!hasBothRoles(structure, roles, element)) forget(structure, roles, element);
  return roles;
}

/** By the valence that goes to more and to less electronegative neighbours; none where both have none. */
function roleOf(
  { orbits }: Structure,
  { offsets, orbits: others, distances }: NeighbourList,
  i: number,
  occupant: Occupant,
): SiteRole | undefined {
  let balance = 0;
  for (let k = offsets[i] ?? 0; k < (offsets[i + 1] ?? 0); k++)
    for (const other of orbits[others[k] ?? 0]?.occupants ?? [])
      balance += other.occupancy * valenceTo(occupant, other, distances[k] ?? 0);
  if (balance === 0) return undefined;
  return balance > 0 ? "centre" : "ligand";
}

export function roleKey(orbit: number, element: string): string {
  return `${orbit} ${element}`;
}

/** Those on more than one orbit: a single one has one role. */
function ambivalentElements({ orbits }: Structure): Set<string> {
  const counts = new Map<string, number>();
  for (const { occupants } of orbits)
    for (const element of new Set(occupants.map((occupant) => occupant.element)))
      if (ambivalent.has(element)) counts.set(element, (counts.get(element) ?? 0) + 1);
  return new Set([...counts].filter(([, count]) => count > 1).map(([element]) => element));
}

/** Estimated valence of a strong bond: above 0 to a more electronegative atom, below 0 to a less electronegative one. */
function valenceTo(one: Occupant, other: Occupant, distance: number): number {
  // Sites that share one atom between them are never filled together.
  if (one.occupancy + other.occupancy <= 1 + 1e-6) return 0;
  const r0 = estimateBondLength(one.element, other.element);
  const valence = r0 === undefined ? 0 : bondValence({ r0, b: softness }, distance);
  const difference = electronegativity(other.element) - electronegativity(one.element);
  return valence < strong || Math.abs(difference) < margin ? 0 : Math.sign(difference) * valence;
}

function electronegativity(symbol: string): number {
  const element: Element | undefined = elementBySymbol(symbol);
  return element?.electronegativity ?? 1.2;
}

function hasBothRoles({ orbits }: Structure, roles: ReadonlyMap<string, SiteRole>, element: string): boolean {
  const found = new Set(
    orbits.flatMap(({ occupants }, i) =>
      occupants.some((occupant) => occupant.element === element) ? [roles.get(roleKey(i, element))] : [],
    ),
  );
  return found.has("centre") && found.size > 1;
}

function forget({ orbits }: Structure, roles: Map<string, SiteRole>, element: string): void {
  for (const i of orbits.keys()) roles.delete(roleKey(i, element));
}
