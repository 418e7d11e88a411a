import { describe, expect, it } from "vitest";
import { assignOxidationStates } from "../../../../server/src/crystal/oxidation/assignOxidationStates";
import type { Vector3 } from "../../../../server/src/crystal/lattice";
import type { Structure } from "../../../../server/src/crystal/structure";
import { exampleStructure } from "../../../support/examples";
import { cellCharge, ofComposition, p1Structure, type Site } from "../../../support/structures";
import { cell, structureOf } from "../cifText";

describe("assignOxidationStates", () => {
  it("puts one state on all occupants of an element, and says how it was found", () => {
    const structure = assignOxidationStates(
      p1Structure([{ species: ["Li 0.5"] }, { species: ["Li 0.5", "Na 1"] }, { species: ["O"] }]),
    );
    expect(structure.oxidation.method).toBe("composition");
    const states = structure.orbits.flatMap(({ occupants }) =>
      occupants.map(({ element, oxidationState }) => [element, oxidationState]),
    );
    expect(states).toEqual([
      ["Li", 1],
      ["Li", 1],
      ["Na", 1],
      ["O", -2],
    ]);
    expect(cellCharge(structure)).toBe(0);
  });

  it("changes nothing else", () => {
    const structure = ofComposition("Li3PS4");
    const assigned = assignOxidationStates(structure);
    expect(assigned.lattice).toBe(structure.lattice);
    assigned.orbits.forEach((orbit, index) => {
      expect({ ...orbit, occupants: [] }).toEqual({ ...structure.orbits[index], occupants: [] });
      expect(orbit.occupants.map(({ occupancy }) => occupancy)).toEqual(
        structure.orbits[index]?.occupants.map(({ occupancy }) => occupancy),
      );
    });
  });

  it("takes deuterium for hydrogen", () => {
    const [, deuterium] = assignOxidationStates(ofComposition("LiD")).orbits;
    expect(deuterium?.occupants[0]).toMatchObject({ element: "D", oxidationState: -1 });
  });

  it("balances what it knows beside an element that no table has", () => {
    const [lithium, unknown] = assignOxidationStates(ofComposition("Li2XqO")).orbits;
    expect(lithium?.occupants[0]?.oxidationState).toBe(1);
    expect(unknown?.occupants[0]?.oxidationState).toBeUndefined();
  });

  it("says none for a structure without known elements", () => {
    expect(assignOxidationStates(p1Structure([])).oxidation.method).toBe("none");
    expect(assignOxidationStates(ofComposition("Xq")).oxidation.method).toBe("none");
  });
});

const statesByLabel = ({ orbits }: Structure) =>
  Object.fromEntries(orbits.map(({ label, occupants }) => [label, occupants[0]?.oxidationState]));

/** Four, or three, atoms around a point of a cubic cell of 12 angstrom. */
function around(species: string, [x, y, z]: Vector3, distance: number, corners: readonly Vector3[]): Site[] {
  return corners.map(([u, v, w]) => {
    const step = distance / Math.hypot(u, v, w) / 12;
    return { species: [species], position: [x + u * step, y + v * step, z + w * step] };
  });
}
const tetrahedron: readonly Vector3[] = [
  [1, 1, 1],
  [1, -1, -1],
  [-1, 1, -1],
  [-1, -1, 1],
];
const triangle: readonly Vector3[] = [
  [1, 0, 0],
  [-0.5, 0.866, 0],
  [-0.5, -0.866, 0],
];

describe("the surroundings decide where a composition cannot", () => {
  it("tells the sulfur of a sulfate from that of a sulfide", () => {
    const sulfate: Vector3 = [0.2, 0.2, 0.2];
    const sulfide: Vector3 = [0.7, 0.7, 0.7];
    const { orbits } = assignOxidationStates(
      p1Structure(
        [
          { species: ["S"], position: sulfate },
          ...around("O", sulfate, 1.48, tetrahedron),
          { species: ["S"], position: sulfide },
          ...around("Li", sulfide, 2.45, tetrahedron),
        ],
        { a: 12, b: 12, c: 12 },
      ),
    );
    expect(orbits.map(({ occupants }) => occupants[0]?.oxidationState)).toEqual([
      6, -2, -2, -2, -2, -2, 1, 1, 1, 1,
    ]);
  });

  it("tells the two nitrogens of ammonium nitrate apart", () => {
    const ammonium: Vector3 = [0.2, 0.2, 0.2];
    const nitrate: Vector3 = [0.7, 0.7, 0.7];
    const { orbits } = assignOxidationStates(
      p1Structure(
        [
          { species: ["N"], position: ammonium },
          ...around("H", ammonium, 1.03, tetrahedron),
          { species: ["N"], position: nitrate },
          ...around("O", nitrate, 1.24, triangle),
        ],
        { a: 12, b: 12, c: 12 },
      ),
    );
    expect(orbits.map(({ occupants }) => occupants[0]?.oxidationState)).toEqual([
      -3, 1, 1, 1, 1, 5, -2, -2, -2,
    ]);
  });

  it("finds both valences of lead in red lead, Pb3O4", () => {
    // Minium, P 42/m b c: Gavarri and Weigel, J. Solid State Chem. 13, 252 (1975).
    const minium = structureOf({
      cell: cell(8.811, 8.811, 6.563, 90, 90, 90),
      symmetry: "_symmetry_space_group_name_H-M 'P 42/m b c'",
      sites: [
        "Pb1 Pb 0 0.5 0.25 1",
        "Pb2 Pb 0.139 0.163 0 1",
        "O1 O 0.672 0.172 0.25 1",
        "O2 O 0.114 0.614 0 1",
      ],
    });
    expect(statesByLabel(minium)).toEqual({ Pb1: 4, Pb2: 2, O1: -2, O2: -2 });
    expect(cellCharge(minium)).toBeCloseTo(0, 10);
  });

  it("keeps the mean where the bonds of mixed valence are alike", () => {
    const spinel = structureOf({
      cell: cell(8.2476, 8.2476, 8.2476, 90, 90, 90),
      symmetry: "_symmetry_space_group_name_H-M 'F d -3 m :2'",
      sites: ["Li1 Li 0.125 0.125 0.125 1", "Mn1 Mn 0.5 0.5 0.5 1", "O1 O 0.2632 0.2632 0.2632 1"],
    });
    expect(statesByLabel(spinel)).toEqual({ Li1: 1, Mn1: 3.5, O1: -2 });
  });
});

describe("how far the states can be trusted", () => {
  it.each(["LiFePO4", "Li3PS4", "Li3PO4", "LiCl", "Li2O"])(
    "is far in %s, whose bond lengths bear them out",
    (name) => {
      expect(exampleStructure(name).oxidation).toEqual({ method: "bond-valence", confidence: "high" });
    },
  );

  it("is less where the charges balance but the bonds do not agree", () => {
    const { oxidation } = assignOxidationStates(
      p1Structure([{ species: ["Li"] }, { species: ["Cl"], position: [0.5, 0.5, 0.5] }], {
        a: 9,
        b: 9,
        c: 9,
      }),
    );
    expect(oxidation).toEqual({ method: "composition", confidence: "medium" });
  });

  it("is little where nothing balances", () => {
    const { oxidation } = assignOxidationStates(
      p1Structure([{ species: ["Li 0.2"] }, { species: ["O"], position: [0.5, 0.5, 0.5] }], {
        a: 9,
        b: 9,
        c: 9,
      }),
    );
    expect(oxidation).toEqual({ method: "composition", confidence: "low" });
  });

  it("is far in an alloy, whose atoms are neutral", () => {
    const { oxidation, orbits } = assignOxidationStates(ofComposition("LiAg"));
    expect(oxidation).toEqual({ method: "composition", confidence: "high" });
    expect(orbits.map(({ occupants }) => occupants[0]?.oxidationState)).toEqual([0, 0]);
  });
});

describe("states that the user gives", () => {
  const stated = (structure: Structure, states: Record<string, number>) =>
    assignOxidationStates(structure, new Map(Object.entries(states)));

  it("stand, by element, and the others balance around them", () => {
    const structure = stated(ofComposition("LiFePO4"), { Fe: 3, P: 4 });
    expect(statesByLabel(structure)).toEqual({ Li: 1, Fe: 3, P: 4, O: -2 });
    expect(structure.oxidation).toEqual({ method: "user", confidence: "high" });
  });

  it("stand for one site, before those of its element", () => {
    const sites: Site[] = [
      { species: ["Fe"] },
      { species: ["Fe"], position: [0.5, 0.5, 0.5] },
      { species: ["O"], position: [0.5, 0, 0] },
    ];
    expect(statesByLabel(stated(p1Structure(sites), { Fe: 3, X2: 2 }))).toEqual({ X1: 3, X2: 2, X3: -2 });
  });

  it("change nothing where they name what is not there", () => {
    const structure = ofComposition("Li2O");
    expect(stated(structure, { Fe: 3 })).toEqual(assignOxidationStates(structure));
  });
});
