import type { Lattice } from "./lattice";
import type { Occupant, Orbit, Structure } from "./structure";

/**
 * Chapter 2's names (lower case) replace species by representatives: cations by Al, anions by S, neutral atoms by Mg;
 * Li, the mobile ion, stays. `can` and `a` drop Li, `am` and `a` keep anions only beside it, and `-40` scales the cell
 * to 40 cubic angstrom an anion. Chapter 4's names (capitals): CAMN is the structure as it is, CAN is it without Li,
 * CAMNS and CANS are chapter 2's `camn` and `can`.
 */
export const simplifications = [
  ...(["camn", "can", "am", "a", "camn-40", "can-40", "am-40", "a-40"] as const),
  ...(["CAMN", "CAN", "CAMNS", "CANS"] as const),
] as const;
export type SimplificationName = (typeof simplifications)[number];

export function isSimplificationName(name: string): name is SimplificationName {
  return simplifications.some((known) => known === name);
}

type Category = "cation" | "anion" | "mobile" | "neutral";
/** The element that stands for a category; a category that is not named is dropped. */
type Representatives = Partial<Record<Category, string>>;

const representatives = {
  camn: { cation: "Al", anion: "S", mobile: "Li", neutral: "Mg" },
  can: { cation: "Al", anion: "S", neutral: "Mg" },
  am: { anion: "S", mobile: "Li" },
  a: { anion: "S" },
} as const satisfies Record<string, Representatives>;
type Mode = keyof typeof representatives;

/** Which representatives a simplification takes; `undefined` for those that leave the species. */
const modes: Record<SimplificationName, Mode | undefined> = {
  camn: "camn",
  can: "can",
  am: "am",
  a: "a",
  "camn-40": "camn",
  "can-40": "can",
  "am-40": "am",
  "a-40": "a",
  CAMN: undefined,
  CAN: undefined,
  CAMNS: "camn",
  CANS: "can",
};

/** Cubic angstrom that an anion or a neutral atom takes in the `-40` forms. */
const volumePerAnion = 40;

/** The elements that a simplification can leave, by rising atomic number; `undefined` where any may be left. */
export function representativeElements(name: SimplificationName): readonly string[] | undefined {
  const mode = modes[name];
  if (mode === undefined) return undefined;
  const chosen: readonly string[] = Object.values(representatives[mode]);
  return ["Li", "Mg", "Al", "S"].filter((element) => chosen.includes(element));
}

/** The structure with species dropped or replaced; orbits keep their sites, and one without occupants goes. */
export function simplify(structure: Structure, name: SimplificationName): Structure {
  if (name === "CAN")
    return withOccupants(structure, ({ occupants }) => occupants.filter(({ element }) => element !== "Li"));
  const mode = modes[name];
  if (mode === undefined) return structure;
  return name.endsWith("-40") ? scaled(structure, mode) : represent(structure, mode);
}

/** Lithium is mobile whatever its charge; an unknown charge counts as none. */
function category({ element, oxidationState = 0 }: Occupant): Category {
  if (element === "Li") return "mobile";
  if (oxidationState > 0) return "cation";
  return oxidationState < 0 ? "anion" : "neutral";
}

function represent(structure: Structure, mode: Mode): Structure {
  const chosen = chosenRepresentatives(categoryAmounts(structure), mode);
  return withOccupants(structure, ({ occupants }) => {
    const kept = occupants.flatMap((occupant) => {
      const element = chosen[category(occupant)];
      return element === undefined ? [] : [{ ...occupant, element }];
    });
    return merged(kept);
  });
}

/** What stands for what in a mode, with the fallbacks for a cell of lithium alone and for one that would be empty. */
function chosenRepresentatives(amounts: Record<Category, number>, mode: Mode): Representatives {
  const chosen: Representatives = representatives[mode];
  const present = (["neutral", "mobile", "cation", "anion"] as const).filter((key) => amounts[key] > 0);
  if (present.some((key) => chosen[key] !== undefined)) return chosen;
  const [substitute] = present;
  return substitute === undefined ? chosen : { [substitute]: "S" };
}

/** Occupants of one element become one: occupancies add, and the charge is their mean. */
function merged(occupants: readonly Occupant[]): Occupant[] {
  const byElement = new Map<string, Occupant>();
  for (const occupant of occupants) {
    const present = byElement.get(occupant.element);
    byElement.set(occupant.element, present ? joined(present, occupant) : occupant);
  }
  return [...byElement.values()];
}

function joined(first: Occupant, second: Occupant): Occupant {
  const occupancy = first.occupancy + second.occupancy;
  const charge =
    first.occupancy * (first.oxidationState ?? 0) + second.occupancy * (second.oxidationState ?? 0);
  // A mean of small decimals, without the last digits of binary fractions.
  const oxidationState = occupancy > 0 ? Number((charge / occupancy).toPrecision(14)) : 0;
  return { element: first.element, occupancy, oxidationState };
}

function scaled(structure: Structure, mode: Mode): Structure {
  const { anion, neutral } = categoryAmounts(structure);
  const simplified = represent(structure, mode);
  const atoms = anion + neutral;
  return atoms > 0
    ? { ...simplified, lattice: withVolume(structure.lattice, volumePerAnion * atoms) }
    : simplified;
}

function withVolume(lattice: Lattice, volume: number): Lattice {
  return lattice.scaled(Math.cbrt(volume / lattice.volume));
}

/** Atoms of each category in the cell, by occupancy. */
function categoryAmounts(structure: Structure): Record<Category, number> {
  const amounts = { cation: 0, anion: 0, mobile: 0, neutral: 0 };
  for (const { multiplicity, occupants } of structure.orbits)
    for (const occupant of occupants) amounts[category(occupant)] += multiplicity * occupant.occupancy;
  return amounts;
}

function withOccupants(structure: Structure, occupantsOf: (orbit: Orbit) => readonly Occupant[]): Structure {
  const orbits = structure.orbits
    .map((orbit) => ({ ...orbit, occupants: occupantsOf(orbit), displacement: undefined }))
    .filter(({ occupants }) => occupants.length > 0);
  return { ...structure, orbits };
}
