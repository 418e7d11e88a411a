import type { Lattice } from "../crystal/lattice";
import type { Occupant, Structure, SymmetryOperation } from "../crystal/structure";
import { edgesAndDiagonals } from "../crystal/symmetry/metricTensor";
import { apply, generateGroup, identity } from "../crystal/symmetry/symmetryOperation";
import { cationRadius, principalQuantumNumber } from "./cationSize";
import { coulombConstant, type Interaction } from "./interaction";
import { ionName, isMobile, mobileOrbits, type Ion } from "./ion";
import { morseParameters } from "./morseParameters";
import { radialTable, type RadialTable } from "./radialTable";

/** The atoms of an orbit that stay where they are, as the mobile ion feels them. */
export interface FrameworkOrbit {
  /** Fractional coordinates in [0, 1), `3 x sites`. */
  readonly images: Float64Array;
  readonly energy: RadialTable;
}

/** A crystal without its mobile ions. */
export interface Framework {
  readonly ion: Ion;
  readonly lattice: Lattice;
  readonly operations: readonly SymmetryOperation[];
  readonly orbits: readonly FrameworkOrbit[];
}

/** `reason` says in words what is missing, and what can be done. */
export type FrameworkOutcome =
  { readonly ok: true; readonly framework: Framework } | { readonly ok: false; readonly reason: string };

/** Of the sum of two radii: over what distance charges are screened (Adams and Rao 2011). */
const screeningFactor = 0.74;

/**
 * What a mobile ion feels in a crystal: Morse attraction of all anions, each pair with its own parameters, and screened
 * Coulomb repulsion of the cations that do not move. Occupants count by their occupancy, and other mobile ions do not.
 *
 * Adams and Rao, Phys. Status Solidi A 208, 1746 (2011).
 */
export function frameworkOf(structure: Structure, ion: Ion): FrameworkOutcome {
  const reason = whyNot(structure, ion);
  if (reason !== undefined) return { ok: false, reason };
  const scale = neutralisation(structure);
  const tables = new Map<string, RadialTable>();
  const orbits: FrameworkOrbit[] = [];
  for (const { occupants, images } of structure.orbits) {
    const interactions: Interaction[] = [];
    for (const occupant of occupants) {
      if (isMobile(occupant, ion) || occupant.oxidationState === 0 || occupant.occupancy === 0) continue;
      const interaction = interactionOf(occupant, ion, scale);
      if (typeof interaction === "string") return { ok: false, reason: interaction };
      interactions.push(interaction);
    }
    if (interactions.length === 0) continue;
    const key = JSON.stringify(interactions);
    const energy = tables.get(key) ?? radialTable(interactions);
    tables.set(key, energy);
    orbits.push({ images, energy });
  }
  const { lattice } = structure;
  return { ok: true, framework: { ion, lattice, operations: usableOperations(structure), orbits } };
}

/** The operations of a structure where they form a group and keep all lengths, else the identity alone. */
function usableOperations({ lattice, operations }: Structure): readonly SymmetryOperation[] {
  const isGroup = generateGroup(operations, operations.length) !== undefined;
  return isGroup && operations.every((operation) => keepsLengths(operation, lattice))
    ? operations
    : [identity];
}

/** Angstrom by which the images of the cell's edges and face diagonals may differ from them. */
const misfit = 0.01;

function keepsLengths({ rotation }: SymmetryOperation, lattice: Lattice): boolean {
  return edgesAndDiagonals.every((probe) => {
    const image = apply({ rotation, translation: [0, 0, 0] }, probe);
    return Math.abs(lattice.length(image) - lattice.length(probe)) < misfit;
  });
}

function whyNot(structure: Structure, ion: Ion): string | undefined {
  const unknown = structure.orbits.filter(({ occupants }) =>
    occupants.some(({ oxidationState }) => oxidationState === undefined),
  );
  if (unknown.length > 0)
    return `${named(unknown.map(({ label }) => label))} ${unknown.length === 1 ? "has" : "have"} no oxidation state: give _atom_type_oxidation_number in the file, or state them`;
  if (mobileOrbits(structure, ion).length === 0) {
    const others = possibleIons(structure);
    const hint = others.length > 0 ? `; ions that can be asked for: ${others.join(", ")}` : "";
    return `there is no ${ionName(ion)} in it${hint}`;
  }
  const hasAnions = structure.orbits.some(({ occupants }) =>
    occupants.some(({ oxidationState = 0 }) => oxidationState < 0),
  );
  return hasAnions ? undefined : `there are no anions that could hold ${ionName(ion)}`;
}

const mostNamed = 5;

/** `Fe1, Fe2 and 3 more`. */
function named(labels: readonly string[]): string {
  const more = labels.length - mostNamed;
  return labels.slice(0, mostNamed).join(", ") + (more > 0 ? ` and ${more} more` : "");
}

/** The singly and doubly charged cations of a structure with parameters for all its anions. */
function possibleIons({ orbits }: Structure): string[] {
  const all = orbits.flatMap(({ occupants }) => occupants);
  const anions = all.filter(({ oxidationState = 0 }) => oxidationState < 0);
  const ions = all
    .map(({ element, oxidationState = 0 }) => ({ element, charge: Math.round(oxidationState) }))
    .filter(({ charge }) => charge === 1 || charge === 2)
    .filter(({ element, charge }) =>
      anions.every((anion) => morseParameters(element, charge, anion.element)),
    );
  return [...new Set(ions.map(ionName))];
}

/** The sum over anions over that over cations, of charges divided by the root of the principal quantum number. */
function neutralisation({ orbits }: Structure): number {
  let [cations, anions] = [0, 0];
  for (const { multiplicity, occupants } of orbits)
    for (const { element, oxidationState = 0, occupancy } of occupants) {
      const charge =
        (multiplicity * occupancy * oxidationState) / Math.sqrt(principalQuantumNumber(element) ?? 1);
      if (charge > 0) cations += charge;
      else anions -= charge;
    }
  return anions / cations;
}

/** What an atom does to the mobile ion; a reason in words where that is not known. */
function interactionOf(occupant: Occupant, ion: Ion, scale: number): Interaction | string {
  const { element, oxidationState: charge = 0, occupancy } = occupant;
  if (charge < 0) {
    const morse = morseParameters(ion.element, ion.charge, element);
    if (!morse) return `there are no bond-valence parameters of ${ionName(ion)} with ${element}`;
    return { form: { kind: "morse", ...morse, depth: morse.depth / 2 }, occupancy };
  }
  const [radius, own] = [cationRadius(element), cationRadius(ion.element)];
  const [shell, ownShell] = [principalQuantumNumber(element), principalQuantumNumber(ion.element)];
  if (radius === undefined || shell === undefined)
    return `there is no bond-valence radius of ${element}, which repels ${ionName(ion)}`;
  if (own === undefined || ownShell === undefined)
    return `there is no bond-valence radius of ${ionName(ion)}`;
  const strength = (coulombConstant * scale * ion.charge * charge) / Math.sqrt(shell * ownShell);
  return {
    form: { kind: "coulomb", strength, screening: screeningFactor * (radius + own), radius },
    occupancy,
  };
}
