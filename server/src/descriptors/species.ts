import { composition, type Structure } from "../crystal/structure";
import { elementData, type ElementData } from "./elementData";

/** Atoms of one kind: an element in one oxidation state. */
export interface Species {
  readonly element: string;
  readonly oxidationState: number;
  /** Atoms in the unit cell. */
  readonly amount: number;
}

/** The species of a structure, in order of first appearance; `undefined` where some atom has no oxidation state. */
export function speciesOf({ orbits }: Structure): readonly Species[] | undefined {
  const found = new Map<string, Species>();
  for (const { multiplicity, occupants } of orbits)
    for (const { element, oxidationState, occupancy } of occupants) {
      if (oxidationState === undefined) return undefined;
      const key = `${element} ${oxidationState}`;
      const amount = (found.get(key)?.amount ?? 0) + multiplicity * occupancy;
      found.set(key, { element, oxidationState, amount });
    }
  return [...found.values()];
}

/** Said where {@link speciesOf} finds none. */
export const noOxidationStates = "some atoms have no oxidation state";

/** An element of a structure with its share of the atoms. */
export interface Constituent {
  readonly element: string;
  readonly data: ElementData;
  readonly fraction: number;
}

/** The elements of a structure; a reason where one is unknown, or there are no atoms. */
export function constituentsOf(structure: Structure): readonly Constituent[] | { readonly reason: string } {
  const amounts = composition(structure);
  const total = [...amounts.values()].reduce((sum, amount) => sum + amount, 0);
  if (!(total > 0)) return { reason: "all sites are empty" };
  const constituents: Constituent[] = [];
  for (const [element, amount] of amounts) {
    const data = elementData(element);
    if (!data) return { reason: `there are no data of ${element}` };
    constituents.push({ element, data, fraction: amount / total });
  }
  return constituents;
}
