import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { elements } from "../../../server/src/crystal/elements";
import { similarElement } from "../../../server/src/graph/similarElement";
import type { ParentModel } from "../../../server/src/graph/parentModel";
import { RandomWeights } from "../../support/models";
import { occupant } from "../../support/structures";

const random = new RandomWeights().parent();
const width = 2;

/** A parent that knows these embeddings, and zeros for all other elements up to bromine. */
function parentWith(embeddings: Readonly<Record<string, readonly [number, number]>>): ParentModel {
  const known = 36;
  const values = new Float64Array(known * width);
  for (const { symbol, atomicNumber } of elements)
    values.set(embeddings[symbol] ?? [], atomicNumber < known ? width * atomicNumber : 0);
  return { ...random, embedding: { elements: known, width, values } };
}

const parent = parentWith({ Li: [1, 0], Na: [0.8, 0.6], Mg: [0, 2], O: [-1, 0.1], F: [0.001, 0.002] });
const like = (embedding: readonly [number, number], ...occupants: string[]) =>
  similarElement(parent, Float64Array.from(embedding), occupants.map(occupant));

describe("the element that a site looks like", () => {
  it("has the nearest embedding by direction, whatever the lengths", () => {
    // At 45 degrees; Na is at 36.87, Mg at 90, Li at 0 degrees: cos(45 - 36.8699) = 0.98995.
    expect(like([7, 7], "Li 0.5", "Mg 0.5")).toEqual({
      symbol: "Na",
      cosine: expect.closeTo(0.7 * Math.SQRT2, 12) as number,
    });
    expect(like([0.1, 10], "Li 0.5", "Na 0.5")?.symbol).toBe("Mg");
  });

  it("is not the one element that the site holds, but the next", () => {
    expect(like([1, 0], "Li")).toEqual({ symbol: "Na", cosine: expect.closeTo(0.8, 12) as number });
    expect(like([0.7, 0], "Li 0.7")?.symbol).toBe("Na");
    expect(like([1, 0], "Li+ 0.5", "Li 0.5")?.symbol).toBe("Na");
  });

  it("may be one of several that share the site", () => {
    expect(like([0.9, 0.1], "Li 0.9", "Mg 0.1")?.symbol).toBe("Li");
  });

  it("is not one that the parent has never met, with its short embedding", () => {
    // F points there exactly.
    expect(like([1, 2], "Li 0.5", "Na 0.5")?.symbol).not.toBe("F");
  });

  it("may lie in an opposite direction where nothing is nearer", () => {
    const two = parentWith({ Li: [1, 0], O: [-1, 0.1] });
    const nearest = similarElement(two, Float64Array.of(1, 0), [occupant("Li")]);
    expect(nearest).toEqual({ symbol: "O", cosine: expect.closeTo(-1 / Math.hypot(1, 0.1), 12) as number });
  });

  it("is none for a site without embedding, and none where the parent knows no other", () => {
    expect(like([0, 0], "Li")).toBeUndefined();
    const lithiumAlone = parentWith({ Li: [1, 0] });
    expect(similarElement(lithiumAlone, Float64Array.of(1, 0), [occupant("Li")])).toBeUndefined();
  });

  it("is an element itself for its own embedding, on a site that it shares", () => {
    const { values, width: numbers, elements: known } = random.embedding;
    const met = elements.filter(({ atomicNumber }) => {
      const row = values.subarray(numbers * atomicNumber, numbers * (atomicNumber + 1));
      return atomicNumber < known && Math.hypot(...row) > 0.3;
    });
    expect(met.length).toBeGreaterThan(80);
    fc.assert(
      fc.property(fc.constantFrom(...met), fc.double({ min: 0.1, max: 5, noNaN: true }), (element, scale) => {
        const { atomicNumber, symbol } = element;
        const row = values.subarray(numbers * atomicNumber, numbers * (atomicNumber + 1));
        const site = [occupant(`${symbol} 0.5`), occupant(symbol === "Li" ? "Na 0.5" : "Li 0.5")];
        const nearest = similarElement(
          random,
          row.map((value) => scale * value),
          site,
        );
        expect(nearest).toEqual({ symbol, cosine: expect.closeTo(1, 12) as number });
      }),
    );
  });
});
