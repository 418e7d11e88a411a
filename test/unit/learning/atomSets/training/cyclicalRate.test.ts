import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { triangular2 } from "../../../../../server/src/learning/atomSets/training/cyclicalRate";

const rate = { initial: 0.1, maximum: 0.9, halfCycle: 4 };

describe("triangular2", () => {
  it("climbs to the maximum and falls back, then half as high, then a quarter", () => {
    const steps = [0, 2, 4, 6, 8, 12, 16, 20, 24];
    const expected = [0.1, 0.5, 0.9, 0.5, 0.1, 0.5, 0.1, 0.3, 0.1];
    steps.forEach((step, i) => {
      expect(triangular2(rate, step)).toBeCloseTo(expected[i] ?? NaN, 12);
    });
  });

  it("rises above the initial rate half as far a cycle later", () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 100, noNaN: true }), (step) => {
        const [now, later] = [triangular2(rate, step), triangular2(rate, step + 8)];
        expect(later - rate.initial).toBeCloseTo((now - rate.initial) / 2, 9);
      }),
    );
  });
});
