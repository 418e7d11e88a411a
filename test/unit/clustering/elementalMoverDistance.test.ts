import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  elementalMoverDistance,
  elementalMoverDistances,
  modifiedPettifor,
} from "../../../server/src/clustering/elementalMoverDistance";
import { elements } from "../../../server/src/crystal/elements";
import { parseFormula } from "../../../server/src/crystal/parseFormula";
import { hasShared, readSharedText } from "../../support/shared";

interface Reference {
  readonly positions_of_the_elements_used_here: Readonly<Record<string, number>>;
  readonly pairs: readonly { readonly a: string; readonly b: string; readonly elmd: number }[];
}

function of(formula: string): ReadonlyMap<string, number> {
  const parsed = parseFormula(formula);
  if (!parsed.ok) throw new Error(parsed.reason);
  return parsed.composition;
}

const compositions = fc
  .uniqueArray(
    fc.record({
      element: fc.constantFrom(...elements.map(({ symbol }) => symbol)),
      amount: fc.integer({ min: 1, max: 20 }),
    }),
    { selector: ({ element }) => element, minLength: 1, maxLength: 6 },
  )
  .map((parts) => new Map(parts.map(({ element, amount }) => [element, amount])));

describe.skipIf(!hasShared)("the published implementation", () => {
  const reference = () => JSON.parse(readSharedText("reference/elmd.json")) as Reference;

  it("has the elements where we have them", () => {
    for (const [element, place] of Object.entries(reference().positions_of_the_elements_used_here))
      expect(modifiedPettifor(element), element).toBe(place);
  });

  it("gives our distances", () => {
    for (const { a, b, elmd } of reference().pairs)
      expect(elementalMoverDistance(of(a), of(b)), `${a} ${b}`).toBeCloseTo(elmd, 9);
  });
});

describe("the modified Pettifor scale", () => {
  it("has a place of its own for every element", () => {
    const places = elements.map(({ symbol }) => modifiedPettifor(symbol));
    expect(new Set(places).size).toBe(elements.length);
    expect(places.toSorted((a = 0, b = 0) => a - b)).toEqual(elements.map((_, i) => i));
  });
});

describe("the element mover's distance", () => {
  it("is the number of steps between two elements", () => {
    expect(elementalMoverDistance(of("Cl"), of("Br"))).toBe(1);
    expect(elementalMoverDistance(of("He"), of("H"))).toBe(102);
  });

  it("is a metric of fractions", () => {
    fc.assert(
      fc.property(compositions, compositions, compositions, (a, b, c) => {
        expect(elementalMoverDistance(a, a)).toBe(0);
        expect(elementalMoverDistance(a, b)).toBeCloseTo(elementalMoverDistance(b, a), 10);
        expect(elementalMoverDistance(a, c)).toBeLessThanOrEqual(
          elementalMoverDistance(a, b) + elementalMoverDistance(b, c) + 1e-9,
        );
        const doubled = new Map([...a].map(([element, amount]) => [element, 2 * amount]));
        expect(elementalMoverDistance(doubled, b)).toBeCloseTo(elementalMoverDistance(a, b), 10);
      }),
    );
  });

  it("fills a symmetric matrix", () => {
    const rows = [of("LiCl"), of("LiBr"), of("Li2O")];
    const matrix = elementalMoverDistances(rows);
    expect(Array.from(matrix)).toEqual(
      rows.flatMap((one) => rows.map((other) => elementalMoverDistance(one, other))),
    );
  });

  it("refuses what is no composition", () => {
    expect(() => elementalMoverDistance(new Map(), of("Li"))).toThrow(RangeError);
    expect(() => elementalMoverDistance(new Map([["Xx", 1]]), of("Li"))).toThrow("Xx");
  });
});
