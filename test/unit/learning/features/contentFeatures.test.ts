import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { contentOfAmounts } from "../../../../server/src/learning/features/cellContent";
import { contentFeatures } from "../../../../server/src/learning/features/contentFeatures";

const argyrodite = new Map([
  ["Li", 24],
  ["P", 4],
  ["S", 20],
  ["Cl", 4],
]);

describe("the features of what a cell holds", () => {
  const features = contentFeatures(contentOfAmounts(argyrodite, 960));

  it("are those of Li6PS5Cl by hand", () => {
    expect([...features]).toEqual([
      ["fraction of Li", 24 / 52],
      ["fraction of P", 4 / 52],
      ["fraction of S", 20 / 52],
      ["fraction of Cl", 4 / 52],
      ["number of elements", 4],
      ["volume per Li (Å³)", 40],
      ["most electronegativity of framework cations", 2.19],
    ]);
  });

  it("count an element once, whatever its charges", () => {
    const magnetite = contentFeatures({
      species: [
        { element: "Fe", charge: 2, amount: 8 },
        { element: "Fe", charge: 3, amount: 16 },
        { element: "O", charge: -2, amount: 32 },
      ],
      volume: 592,
    });
    expect(magnetite.get("fraction of Fe")).toBeCloseTo(3 / 7, 12);
    expect(magnetite.get("number of elements")).toBe(2);
    expect(magnetite.get("most electronegativity of framework cations")).toBe(1.83);
  });

  it("take the hardest of the framework cations, and know of none in Li2O", () => {
    const hardest = (amounts: Record<string, number>) =>
      contentFeatures(contentOfAmounts(new Map(Object.entries(amounts)), 100)).get(
        "most electronegativity of framework cations",
      );
    expect(hardest({ Li: 7, La: 3, Zr: 2, O: 12 })).toBe(1.33);
    expect(hardest({ Li: 2, O: 1 })).toBeNaN();
  });

  it("stay in a supercell", () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 9 }), (cells) => {
        const large = contentOfAmounts(new Map([...argyrodite].map(([e, n]) => [e, n * cells])), 960 * cells);
        for (const [name, value] of contentFeatures(large))
          expect(value, name).toBeCloseTo(features.get(name) ?? NaN, 9);
      }),
    );
  });
});
