import { describe, expect, it } from "vitest";
import { complementaryError } from "../../../../server/src/crystal/ewald/complementaryError";

describe("complementaryError", () => {
  // Abramowitz and Stegun, tables 7.1 and 7.3.
  it.each([
    [0, 1],
    [0.5, 0.4795001221869535],
    [1, 0.15729920705028513],
    [2, 0.004677734981047266],
    [3, 2.209049699858544e-5],
    [5, 1.5374597944280349e-12],
  ])("of %d is %d", (x, expected) => {
    expect(Math.abs(complementaryError(x) / expected - 1)).toBeLessThan(1e-11);
  });

  it("passes smoothly from the series to the continued fraction", () => {
    const slope = (complementaryError(2.5 + 1e-6) - complementaryError(2.5 - 1e-6)) / 2e-6;
    expect(slope).toBeCloseTo((-2 / Math.sqrt(Math.PI)) * Math.exp(-6.25), 8);
  });
});
