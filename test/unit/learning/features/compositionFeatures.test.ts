import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { contentOfAmounts } from "../../../../server/src/learning/features/cellContent";
import { cellFeatures } from "../../../../server/src/learning/features/cellFeatures";
import {
  compositionFeatures,
  propertyOf,
} from "../../../../server/src/learning/features/compositionFeatures";
import { elementProperties, ionicRadius } from "../../../../server/src/learning/features/elementProperties";

const argyrodite = new Map([
  ["Li", 24],
  ["P", 4],
  ["S", 20],
  ["Cl", 4],
]);

describe("the features of a composition", () => {
  const features = compositionFeatures(contentOfAmounts(argyrodite, 960));

  it("are those of Li6PS5Cl by hand", () => {
    expect(features.get("fraction of Li")).toBeCloseTo(6 / 13, 12);
    expect(features.get("Li per anion")).toBeCloseTo(1, 12);
    expect(features.get("framework cations per anion")).toBeCloseTo(1 / 6, 12);
    expect(features.get("number of elements")).toBe(4);
    expect(features.get("share of the commonest anion")).toBeCloseTo(5 / 6, 12);
    expect(features.get("mean charge of framework cations")).toBe(5);
    expect(features.get("mean electronegativity of anions")).toBeCloseTo((5 * 2.58 + 3.16) / 6, 12);
    expect(features.get("most ionic radius (Å) of anions")).toBe(1.84);
    expect(features.get("mixing entropy of anions")).toBeCloseTo(
      -(5 / 6) * Math.log(5 / 6) - Math.log(1 / 6) / 6,
      12,
    );
  });

  it("of the room in the cell too", () => {
    const cell = cellFeatures(contentOfAmounts(argyrodite, 960));
    expect(cell.get("volume per Li (Å³)")).toBe(40);
    expect(cell.get("volume per anion (Å³)")).toBe(40);
    const grams = 24 * 6.94 + 4 * 30.974 + 20 * 32.06 + 4 * 35.45;
    expect(cell.get("density (g/cm³)")).toBeCloseTo((grams / 960) * 1.66053907, 6);
  });

  it("stay in a supercell", () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 9 }), (cells) => {
        const large = contentOfAmounts(new Map([...argyrodite].map(([e, n]) => [e, n * cells])), 960 * cells);
        for (const [name, value] of [...compositionFeatures(large), ...cellFeatures(large)])
          expect(value, name).toBeCloseTo(
            features.get(name) ?? cellFeatures(contentOfAmounts(argyrodite, 960)).get(name) ?? NaN,
            9,
          );
      }),
    );
  });

  it("name the property that they tell of", () => {
    expect(propertyOf("spread of electronegativity of anions")).toBe("electronegativity of anions");
    expect(propertyOf("mean occupancy of Li sites by Li")).toBe("mean occupancy of Li sites by Li");
  });
});

describe("facts about elements", () => {
  it("place them in the periodic table", () => {
    const place = (symbol: string) => {
      const { group, period } = elementProperties(symbol) ?? {};
      return [group, period];
    };
    expect(place("H")).toEqual([1, 1]);
    expect(place("Li")).toEqual([1, 2]);
    expect(place("Cl")).toEqual([17, 3]);
    expect(place("Ti")).toEqual([4, 4]);
    expect(place("La")).toEqual([3, 6]);
    expect(place("Er")).toEqual([3, 6]);
    expect(place("Hf")).toEqual([4, 6]);
    expect(place("Bi")).toEqual([15, 6]);
  });

  it("take the radius of the nearest charge of the same sign", () => {
    expect(ionicRadius("Li", 1)).toBe(0.76);
    expect(ionicRadius("S", -2)).toBe(1.84);
    expect(ionicRadius("S", 6)).toBe(0.29);
    expect(ionicRadius("Ti", 3.9)).toBe(0.605);
    expect(ionicRadius("H", -1)).toBeUndefined();
  });
});
