import { balanceCharges } from "../../crystal/oxidation/chargeBalance";
import type { Structure } from "../../crystal/structure";

/** Atoms of one element in one oxidation state. */
export interface Species {
  readonly element: string;
  readonly charge: number;
  /** Atoms in the cell. */
  readonly amount: number;
}

/** All that is no anion and no lithium: atoms without a charge belong to the framework too. */
export function isFrameworkCation({ element, charge }: Pick<Species, "element" | "charge">): boolean {
  return element !== "Li" && charge >= 0;
}

/** What is known of a compound also where its atoms were not located: what its cell holds, and how large the cell is. */
export interface CellContent {
  readonly species: readonly Species[];
  /** Of the cell, cubic angstrom. */
  readonly volume: number;
}

/** The content of a structure's cell, with the oxidation states of its sites; an unknown state counts as 0. */
export function contentOfStructure({ orbits, lattice }: Structure): CellContent {
  const amounts = new Map<string, Species>();
  for (const { multiplicity, occupants } of orbits)
    for (const { element, occupancy, oxidationState = 0 } of occupants) {
      const key = `${element} ${oxidationState}`;
      const amount = (amounts.get(key)?.amount ?? 0) + multiplicity * occupancy;
      if (amount > 0) amounts.set(key, { element, charge: oxidationState, amount });
    }
  return { species: [...amounts.values()], volume: lattice.volume };
}

/** The content of a cell of which only the atoms of each element are known: oxidation states balance the charges. */
export function contentOfAmounts(amounts: ReadonlyMap<string, number>, volume: number): CellContent {
  const charges = balanceCharges(amounts);
  const species = [...amounts]
    .filter(([, amount]) => amount > 0)
    .map(([element, amount]) => ({ element, charge: charges.get(element) ?? 0, amount }));
  return { species, volume };
}
