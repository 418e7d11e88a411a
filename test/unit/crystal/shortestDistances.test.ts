import { readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parseCif } from "../../../server/src/cif/parser";
import { readStructures } from "../../../server/src/crystal/reading/readStructure";
import { shortestDistances } from "../../../server/src/crystal/shortestDistances";
import type { Structure } from "../../../server/src/crystal/structure";
import { hasShared, readSharedText, sharedPath } from "../../support/shared";
import { p1Structure } from "../../support/structures";
import { cell, structureOf } from "./cifText";

const between = (structure: Structure, ...elements: [string, string]) =>
  shortestDistances(structure).find((one) => one.elements.join() === [...elements].sort().join());

describe("shortestDistances", () => {
  it("finds contacts of unlike and of like atoms in rock salt", () => {
    const structure = structureOf({
      cell: cell(4, 4, 4, 90, 90, 90),
      symmetry: "_symmetry_space_group_name_H-M 'F m -3 m'",
      sites: ["Li1 Li 0 0 0 1", "F1 F 0.5 0 0 1"],
    });
    expect(between(structure, "Li", "F")?.distance).toBeCloseTo(2, 12);
    expect(between(structure, "Li", "Li")?.distance).toBeCloseTo(Math.SQRT2 * 2, 12);
    expect(shortestDistances(structure)[0]?.elements).toEqual(["F", "Li"]);
  });

  it("finds an atom's own image in a cell of one", () => {
    expect(between(p1Structure([{ species: ["Li"] }], { c: 4.5 }), "Li", "Li")?.distance).toBe(4.5);
  });

  it("tells split sites, which are never filled together, from neighbours", () => {
    const split = p1Structure([
      { species: ["Li 0.5"], position: [0.1, 0, 0] },
      { species: ["Li 0.5"], position: [0, 0, 0] },
      { species: ["Li 0.7"], position: [0.5, 0, 0] },
    ]);
    const { distance, together } = between(split, "Li", "Li") ?? {};
    expect(distance).toBeCloseTo(0.5, 12);
    expect(together).toBeCloseTo(2, 12);
  });

  it("says nothing of elements that do not meet", () => {
    expect(shortestDistances(p1Structure([{ species: ["Li"] }], { a: 40, b: 40, c: 40 }))).toEqual([]);
  });
});

interface Reference {
  readonly id: string;
  readonly cif: string;
  readonly min_distance_Li_Li: number | null;
  readonly min_distance_Li_Li_when_both_can_be_occupied: number | null;
  readonly min_distance_Li_anion: number | null;
}

describe.skipIf(!hasShared)("shortestDistances beside pymatgen on measured electrolytes", () => {
  const folder = ["reference", "crystal", "obelix"];
  const files = hasShared
    ? readdirSync(sharedPath(...folder)).filter((name) => /^\w{3}\.json$/.test(name))
    : [];
  it.each(files)("agrees on %s", (name) => {
    const reference = JSON.parse(readSharedText(...folder, name)) as Reference;
    const structure = readStructures(parseCif(readSharedText(reference.cif)))[0]?.structure;
    if (!structure) throw new Error("the file holds no structure");
    const lithium = between(structure, "Li", "Li");
    const anions = ["O", "S", "Se", "Te", "F", "Cl", "Br", "I", "N"];
    const toAnions = anions.map((anion) => between(structure, "Li", anion)?.distance ?? Infinity);
    const near = (value: number | undefined, expected: number | null) => {
      if (expected === null) expect(value ?? Infinity).toBe(Infinity);
      else expect(value).toBeCloseTo(expected, 3);
    };
    near(lithium?.distance, reference.min_distance_Li_Li);
    near(lithium?.together, reference.min_distance_Li_Li_when_both_can_be_occupied);
    near(Math.min(...toAnions), reference.min_distance_Li_anion);
  });
});
