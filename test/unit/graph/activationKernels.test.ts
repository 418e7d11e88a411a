import { describe, expect, it } from "vitest";
import { activated } from "../../support/activated";

describe("softplus2", () => {
  it("goes through the origin and is log(1 + exp x) - log 2, far from zero too", () => {
    expect(activated("softplus2", [0])).toEqual([0]);
    const places = Array.from({ length: 12_001 }, (_, i) => (i - 6000) * 0.0073);
    activated("softplus2", places).forEach((value, i) => {
      const x = places[i] ?? NaN;
      const expected = Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x))) - Math.LN2;
      expect(value).toBeCloseTo(expected, 12);
    });
    const [low, high, none] = activated("softplus2", [-800, 1e6, NaN]);
    expect(low).toBeCloseTo(-Math.LN2, 9);
    expect(high).toBeCloseTo(1e6 - Math.LN2, 9);
    expect(none).toBeNaN();
  });
});

describe("relu", () => {
  it("gives the larger one of a number and 0", () => {
    expect(activated("relu", [-2, -0.5, 0, 0.5, 3])).toEqual([0, 0, 0, 0.5, 3]);
  });
});
