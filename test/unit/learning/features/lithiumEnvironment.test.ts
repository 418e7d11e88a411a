import { describe, expect, it } from "vitest";
import { withEverySite } from "../../../../server/src/crystal/symmetry/everySite";
import { describeStructure } from "../../../../server/src/learning/features/describeStructure";
import { lithiumEnvironment } from "../../../../server/src/learning/features/lithiumEnvironment";
import { exampleStructure } from "../../../support/examples";
import { p1Structure } from "../../../support/structures";

describe("the environment of lithium", () => {
  it("is that of the antifluorite lattice in Li2O", () => {
    const structure = exampleStructure("Li2O");
    const { a } = structure.lattice.parameters;
    const features = lithiumEnvironment(structure);
    expect(features.get("shortest Li-Li distance (Å)")).toBeCloseTo(a / 2, 9);
    expect(features.get("shortest Li-anion distance (Å)")).toBeCloseTo((a * Math.sqrt(3)) / 4, 9);
    // 6 at a / 2, 12 at a / sqrt 2, and 8 at a sqrt 3 / 2 where the cell is small enough.
    expect(features.get("Li neighbours of Li within 4 Å")).toBe((a * Math.sqrt(3)) / 2 < 4 ? 26 : 18);
    expect(features.get("framework neighbours of an anion within 3 Å")).toBe(0);
    expect(features.get("mean electronegativity difference of framework bonds")).toBeNaN();
  });

  it("looks at the bonds of the framework and what surrounds its anions", () => {
    // A perovskite: O has two Ti at 2 Å and eight O at 2 sqrt 2 Å, where Li has twelve O.
    const features = lithiumEnvironment(
      p1Structure(
        [
          { species: ["Ti4+"], position: [0, 0, 0] },
          { species: ["O2-"], position: [0.5, 0, 0] },
          { species: ["O2-"], position: [0, 0.5, 0] },
          { species: ["O2-"], position: [0, 0, 0.5] },
          { species: ["Li+"], position: [0.5, 0.5, 0.5] },
        ],
        { a: 4, b: 4, c: 4 },
      ),
    );
    expect(features.get("mean electronegativity difference of framework bonds")).toBeCloseTo(3.44 - 1.54, 9);
    expect(features.get("framework neighbours of an anion within 3 Å")).toBeCloseTo(2 + 8, 9);
    expect(features.get("shortest Li-anion distance (Å)")).toBeCloseTo(Math.sqrt(8), 9);
    expect(features.get("shortest Li-Li distance (Å)")).toBeCloseTo(4, 9);
  });

  it("counts by occupancy, and does not take the parts of a split site for neighbours", () => {
    const structure = p1Structure(
      [
        { species: ["Li+ 0.5"], position: [0, 0, 0] },
        { species: ["Li+ 0.5"], position: [0.1, 0, 0] },
        { species: ["O2- 0.5"], position: [0.5, 0.5, 0.5] },
      ],
      { a: 6, b: 6, c: 6 },
    );
    const features = lithiumEnvironment(structure);
    expect(features.get("shortest Li-Li distance (Å)")).toBeCloseTo(5.4, 9);
    expect(features.get("Li neighbours of Li within 4 Å")).toBe(0);
  });

  it("is unknown without lithium", () => {
    const features = lithiumEnvironment(
      p1Structure([{ species: ["Mg2+"] }, { species: ["O2-"], position: [0.5, 0, 0] }]),
    );
    expect(features.get("shortest Li-Li distance (Å)")).toBeNaN();
  });

  it.each(["Li6PS5Cl", "Li7La3Zr2O12", "Li0.5La0.5TiO3", "Li10GeP2S12", "Li3N"])(
    "and the composition are those of the full cell in %s",
    (name) => {
      const structure = exampleStructure(name);
      const features = describeStructure(structure);
      for (const [feature, value] of describeStructure(withEverySite(structure))) {
        const expected = features.get(feature) ?? NaN;
        if (Number.isNaN(expected)) expect(value, feature).toBeNaN();
        else expect(value, feature).toBeCloseTo(expected, 6);
      }
    },
  );
});
