import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseCif } from "../../../../server/src/cif/parser";
import { readStructures } from "../../../../server/src/crystal/reading/readStructure";
import { drawnCell, positionOf, type DrawnCell } from "../../../../server/src/crystal/scene/drawnCell";
import type { Structure } from "../../../../server/src/crystal/structure";
import { exampleStructure } from "../../../support/examples";
import { rockSalt } from "../../../support/rockSalt";
import { p1Structure } from "../../../support/structures";

function structureOf(text: string): Structure {
  const structure = readStructures(parseCif(text))[0]?.structure;
  if (!structure) throw new Error("The test asks for a structure.");
  return structure;
}

/** Angstrom, of each bond. */
const bondLengths = ({ bonds, atoms }: DrawnCell, { lattice, orbits }: Structure) =>
  bonds.map((pair) => {
    const [one, other] = pair.map((index) => {
      const atom = atoms[index];
      if (!atom) throw new Error(`There is no atom ${index}.`);
      return lattice.cartesian(positionOf(atom, orbits));
    });
    return Math.hypot(...[0, 1, 2].map((axis) => (one?.[axis] ?? 0) - (other?.[axis] ?? 0)));
  });

describe("the atoms of a drawn cell", () => {
  const structure = structureOf(rockSalt());
  const { atoms } = drawnCell(structure);
  const positionsOf = (label: string) =>
    atoms
      .filter(({ orbit }) => structure.orbits[orbit]?.label === label)
      .map((atom) => positionOf(atom, structure.orbits).join(" "));

  it("stand on every corner and on both of opposite faces", () => {
    expect(positionsOf("Li1")).toHaveLength(8 + 6);
    for (const corner of ["0 0 0", "1 0 0", "0 1 0", "1 1 1"]) expect(positionsOf("Li1")).toContain(corner);
    for (const face of ["0.5 0.5 0", "0.5 0.5 1"]) expect(positionsOf("Li1")).toContain(face);
  });

  it("stand on every edge", () => {
    expect(positionsOf("Cl1")).toHaveLength(12 + 1);
    expect(positionsOf("Cl1")).toContain("0.5 1 1");
  });

  it("are also on the opposite face when they lie a rounding error beside one", () => {
    const beside = p1Structure([{ species: ["Li+"], position: [-1e-6, 0.5, 0.5] }]);
    expect(drawnCell(beside).atoms.map(({ cell }) => cell[0])).toEqual([-1, 0]);
  });

  it("lie in the cell or on its faces, wherever they are, unless they complete a polyhedron", () => {
    const coordinate = fc.double({ min: -2, max: 2, noNaN: true });
    fc.assert(
      fc.property(fc.tuple(coordinate, coordinate, coordinate), (position) => {
        const one = p1Structure([{ species: ["Li+"], position }]);
        for (const atom of drawnCell(one).atoms)
          for (const x of positionOf(atom, one.orbits)) expect(Math.abs(x - 0.5)).toBeLessThan(0.511);
      }),
    );
  });
});

describe("the bonds of a drawn cell", () => {
  it("of rock salt are its edges' halves, each once", () => {
    const structure = structureOf(rockSalt());
    const cell = drawnCell(structure);
    // 2 x 2 x 2 cubes have 54 edges.
    expect(cell.bonds).toHaveLength(54);
    for (const length of bondLengths(cell, structure)) expect(length).toBeCloseTo(2.57, 8);
    const keys = cell.bonds.map((pair) => pair.toSorted((one, other) => one - other).join(" "));
    expect(new Set(keys).size).toBe(54);
  });

  it.each(["Li10GeP2S12", "Li7La3Zr2O12", "LiFePO4"])(
    "of %s are no longer than those that its sites have",
    (name) => {
      const structure = exampleStructure(name);
      const cell = drawnCell(structure);
      expect(cell.bonds.length).toBeGreaterThan(50);
      for (const length of bondLengths(cell, structure)) expect(length).toBeLessThan(3.5);
    },
  );
});

describe("the polyhedra of a drawn cell", () => {
  it.each([
    ["LiFePO4", { Fe: 6, P: 4 }],
    ["Li7La3Zr2O12", { Zr: 6 }],
    ["LiTi2(PO4)3", { Ti: 6, P: 4 }],
  ])("of %s have the corners that its cations are known for", (name, expected) => {
    const structure = exampleStructure(name);
    const { polyhedra, atoms } = drawnCell(structure);
    const found: Record<string, number> = {};
    for (const { centre, corners } of polyhedra) {
      const element = structure.orbits[atoms[centre]?.orbit ?? -1]?.occupants[0]?.element ?? "";
      expect(found[element] ?? corners.length, element).toBe(corners.length);
      found[element] = corners.length;
    }
    expect(found).toEqual(expected);
  });

  it("are completed by atoms outside of the cell, which are bonded to their centre", () => {
    const { polyhedra, bonds } = drawnCell(exampleStructure("LiFePO4"));
    const bonded = new Set(bonds.flatMap(([one, other]) => [`${one} ${other}`, `${other} ${one}`]));
    for (const { centre, corners } of polyhedra)
      for (const corner of corners) expect(bonded).toContain(`${centre} ${corner}`);
  });

  it("are left out where the anions lie in a plane, as about boron in Li3BS3", () => {
    expect(drawnCell(exampleStructure("Li3BS3")).polyhedra).toEqual([]);
  });

  it("have no centre of one charge: lithium moves", () => {
    expect(drawnCell(exampleStructure("Li2O")).polyhedra).toEqual([]);
  });
});
