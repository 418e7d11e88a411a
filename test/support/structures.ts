import { Lattice, type LatticeParameters, type Vector3 } from "../../server/src/crystal/lattice";
import type { Occupant, Structure } from "../../server/src/crystal/structure";

/** Species as a test writes them: `Li`, `Li 0.25`, `S2-`, `Fe3+ 0.5`. */
export function occupant(text: string): Occupant {
  const [, element = "", charge, sign, occupancy = "1"] =
    /^([A-Z][a-z]?)(?:([\d.]*)([+-]))?(?: (.*))?$/.exec(text) ?? [];
  const oxidationState =
    sign === undefined ? undefined : Number(`${sign}${charge === "" ? "1" : (charge ?? "")}`);
  return { element, occupancy: Number(occupancy), oxidationState: oxidationState };
}

export interface Site {
  readonly species: readonly string[];
  readonly position?: Vector3;
}

/** A structure in P1 where every site is an orbit of its own, on a cubic cell of 5 angstrom if not told otherwise. */
export function p1Structure(sites: readonly Site[], cell: Partial<LatticeParameters> = {}): Structure {
  const lattice = Lattice.fromParameters({ a: 5, b: 5, c: 5, alpha: 90, beta: 90, gamma: 90, ...cell });
  if (!lattice) throw new Error("The test asks for a cell without volume.");
  return {
    lattice,
    operations: [{ rotation: [1, 0, 0, 0, 1, 0, 0, 0, 1], translation: [0, 0, 0] }],
    symmetrySource: "file-operators",
    oxidation: { method: "none", confidence: undefined },
    orbits: sites.map(({ species, position = [0, 0, 0] }, index) => ({
      label: `X${index + 1}`,
      position,
      multiplicity: 1,
      occupants: species.map(occupant),
      images: Float64Array.from(position, (coordinate) => coordinate - Math.floor(coordinate)),
      rows: [],
    })),
  };
}

/** The points of a face-centred lattice in its cubic cell. */
export const faceCentred: readonly Vector3[] = [
  [0, 0, 0],
  [0.5, 0.5, 0],
  [0.5, 0, 0.5],
  [0, 0.5, 0.5],
];

/** A structure with these atoms, `Li3N`: geometry without meaning, one orbit an element with the amount as multiplicity. */
export function ofComposition(formula: string): Structure {
  const amounts = [...formula.matchAll(/([A-Z][a-z]?)([\d.]*)/g)].map(
    ([, element = "", amount = ""]) => [element, amount === "" ? 1 : Number(amount)] as const,
  );
  const structure = p1Structure([]);
  const orbits = amounts.map(([element, amount]) => {
    const multiplicity = Math.max(1, Math.ceil(amount));
    return {
      label: element,
      position: [0, 0, 0] as const,
      multiplicity,
      occupants: [{ element, occupancy: amount / multiplicity, oxidationState: undefined }],
      images: new Float64Array(3 * multiplicity),
      rows: [],
    };
  });
  return { ...structure, orbits };
}

/** Total formal charge of the unit cell; species without a state count as neutral. */
export function cellCharge({ orbits }: Structure): number {
  let charge = 0;
  for (const { multiplicity, occupants } of orbits)
    for (const { occupancy, oxidationState = 0 } of occupants)
      charge += multiplicity * occupancy * oxidationState;
  return charge;
}
