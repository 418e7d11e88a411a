import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { describe, expect, it } from "vitest";
import { density } from "../../../../server/src/crystal/density";
import { matchStructures } from "../../../../server/src/crystal/matching/matchStructures";
import { siteCount, type Structure } from "../../../../server/src/crystal/structure";
import { withEverySite } from "../../../../server/src/crystal/symmetry/everySite";
import { generateGroup } from "../../../../server/src/crystal/symmetry/symmetryOperation";
import { createSpaceGroupDetector } from "../../../../server/src/crystal/symmetry/spaceGroupDetection";
import {
  createCellStandardizer,
  type CellChoice,
} from "../../../../server/src/crystal/symmetry/standardCell";
import { writeCif } from "../../../../server/src/crystal/writeCif";
import { exampleStructure } from "../../../support/examples";
import { cell, read, structureOf } from "../cifText";

const fromServer = createRequire(new URL("../../../../server/package.json", import.meta.url));
const wasm = readFileSync(fromServer.resolve("@spglib/moyo-wasm/moyo_wasm_bg.wasm"));
const [standardize, detect] = [createCellStandardizer(wasm), createSpaceGroupDetector(wasm)];

function inCell(structure: Structure, choice: CellChoice): Structure {
  const result = standardize(structure, choice);
  if (!result.ok) throw new Error(result.reason);
  return result.structure;
}

const edges = ({ lattice: { parameters } }: Structure) =>
  [parameters.a, parameters.b, parameters.c, parameters.alpha, parameters.beta, parameters.gamma].map(
    (value) => Number(value.toFixed(6)),
  );

/** Rock salt in its primitive cell, without symmetry. */
const primitiveRockSalt = () => {
  const edge = 5.64 / Math.SQRT2;
  return structureOf({
    cell: cell(edge, edge, edge, 60, 60, 60),
    sites: ["Na1 Na 0.1 0.1 0.1 1", "Cl1 Cl 0.6 0.6 0.6 1"],
  });
};

describe("the standard cell", () => {
  it("of rock salt is the cube, its ions on the inversion centres", () => {
    const standard = inCell(primitiveRockSalt(), "standard");
    expect(edges(standard)).toEqual([5.64, 5.64, 5.64, 90, 90, 90]);
    expect(standard.orbits.map(({ label, multiplicity }) => `${label} ${multiplicity}`)).toEqual([
      "Na1 4",
      "Cl1 4",
    ]);
    expect(standard.operations).toHaveLength(192);
    expect(inCell(standard, "primitive").lattice.volume).toBeCloseTo(5.64 ** 3 / 4, 6);
  });

  it("of a rhombohedral crystal has hexagonal axes, and its primitive cell a third of the volume", () => {
    const structure = exampleStructure("LiTi2(PO4)3");
    const standard = inCell(structure, "standard");
    const primitive = inCell(structure, "primitive");
    expect(edges(standard).slice(3)).toEqual([90, 90, 120]);
    expect(new Set(edges(primitive).slice(0, 3)).size).toBe(1);
    expect(siteCount(standard)).toBe(3 * siteCount(primitive));
  });

  const examples = ["Li10GeP2S12", "Li7La3Zr2O12", "Li0.5La0.5TiO3", "LiFePO4", "Li3N"];
  const choices = ["standard", "primitive"] as const;

  it.each(examples.flatMap((name) => choices.map((choice) => [name, choice] as const)))(
    "of %s (%s) holds the same crystal, and says so when it is written and read",
    (name, choice) => {
      const structure = exampleStructure(name);
      const made = inCell(structure, choice);
      const again = read(writeCif(made, { code: "again" })).structure;
      for (const other of [made, again]) {
        if (!other) throw new Error("was not read back");
        expect(matchStructures(structure, other).matches).toBe(true);
        expect(density(other)).toBeCloseTo(density(structure), 6);
        expect(other.orbits.map(({ multiplicity }) => multiplicity)).toEqual(
          made.orbits.map(({ multiplicity }) => multiplicity),
        );
      }
      const [before, after] = [detect(structure), detect(made)];
      expect(after.ok && after.spaceGroup.number).toBe(before.ok && before.spaceGroup.number);
      expect(generateGroup(made.operations)).toHaveLength(made.operations.length);
    },
  );

  it("is the same for a supercell", () => {
    const [x1, x2] = [0.05, 0.55];
    const doubled = structureOf({
      cell: cell(8, 4, 4, 90, 90, 90),
      sites: [`Cs1 Cs ${x1} 0 0 1`, `Cs2 Cs ${x2} 0 0 1`, `Cl1 Cl 0.3 .5 .5 1`, `Cl2 Cl 0.8 .5 .5 1`],
    });
    const standard = inCell(doubled, "standard");
    expect([edges(standard).slice(0, 3), standard.orbits.map(({ label }) => label)]).toEqual([
      [4, 4, 4],
      ["Cs1", "Cl1"],
    ]);
  });
});

describe("every site listed by itself", () => {
  it("is the same crystal without symmetry", () => {
    const structure = exampleStructure("Li3PS4");
    const listed = withEverySite(structure);
    expect(listed.orbits).toHaveLength(siteCount(structure));
    expect(new Set(listed.orbits.map(({ label }) => label)).size).toBe(listed.orbits.length);
    expect(matchStructures(structure, listed).matches).toBe(true);
    const again = read(writeCif(listed, { code: "again" })).structure;
    expect(again?.orbits.map(({ position }) => position)).toEqual(
      listed.orbits.map(({ position }) => position),
    );
  });
});
