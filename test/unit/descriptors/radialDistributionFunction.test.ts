import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { binOf } from "../../../server/src/descriptors/radialDistributionFunction";

describe("the bin of a distance", () => {
  it("has the distance between its borders, also where rounding moved it", () => {
    const width = fc.constantFrom(0.01, 0.1, 0.25, 0.5);
    fc.assert(
      fc.property(fc.double({ min: 0, max: 30, noNaN: true }), width, (distance, width) => {
        const bin = binOf(distance, width);
        expect(bin * width).toBeLessThanOrEqual(distance + 1e-10);
        expect((bin + 1) * width).toBeGreaterThan(distance - 1e-10);
      }),
    );
  });

  it("is the farther on a border, as numpy.arange rounds it", () => {
    expect([0.1, 2.5, 3, 4, 10].map((distance) => binOf(distance, 0.1))).toEqual([1, 25, 30, 40, 100]);
    expect([0.3, 4.1].map((distance) => binOf(distance, 0.1))).toEqual([2, 40]);
    expect(binOf(2.5 - 1e-12, 0.1)).toBe(25);
  });
});
