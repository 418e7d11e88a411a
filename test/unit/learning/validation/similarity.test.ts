import { describe, expect, it } from "vitest";
import { areSimilar, similarityCount } from "../../../../server/src/learning/validation/similarity";

const of = (amounts: Record<string, number>) => new Map(Object.entries(amounts));

describe("similar compositions", () => {
  it("differ by at most 5 % of the mean in every element's fraction", () => {
    // 0.5 against 0.525: 0.025 / 0.5125 = 4.9 %; against 0.526: 5.07 %.
    const half = of({ Li: 0.5, Cl: 0.5 });
    expect(areSimilar(half, of({ Li: 0.525, Cl: 0.475 }))).toBe(false); // Cl: 0.025 / 0.4875 = 5.1 %
    expect(areSimilar(half, of({ Li: 0.512, Cl: 0.488 }))).toBe(true);
    expect(areSimilar(of({ Li: 0.5, Cl: 0.25, Br: 0.25 }), of({ Li: 0.51, Cl: 0.245, Br: 0.245 }))).toBe(
      true,
    );
  });

  it("compare fractions, not amounts", () => {
    expect(areSimilar(of({ Li: 2, O: 1 }), of({ Li: 16, O: 8 }))).toBe(true);
  });

  it("have the same elements", () => {
    expect(areSimilar(of({ Li: 2, O: 1 }), of({ Li: 2, S: 1 }))).toBe(false);
    expect(areSimilar(of({ Li: 2, O: 1 }), of({ Li: 2, O: 1, S: 0.001 }))).toBe(false);
    expect(areSimilar(of({ Li: 2, O: 1, S: 0.001 }), of({ Li: 2, O: 1 }))).toBe(false);
  });

  it("are counted by validation compound", () => {
    const compositions = [of({ Li: 1 }), of({ Li: 2, O: 1 }), of({ Li: 4, O: 2 }), of({ Na: 1 })];
    expect(similarityCount(compositions, { training: [0, 1], validation: [2, 3] })).toEqual({
      validation: 2,
      similar: 1,
    });
  });
});
