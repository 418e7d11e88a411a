import { describe, expect, it } from "vitest";
import { softplus2 } from "../../../server/src/graph/softplus";

function softplus2Of(x: number): number {
  const values = Float64Array.of(x);
  softplus2(values);
  return values[0] ?? NaN;
}

describe("softplus2", () => {
  it("goes through the origin and is log(1 + exp x) - log 2, far from zero too", () => {
    expect(softplus2Of(0)).toBe(0);
    for (let x = -45; x < 45; x += 0.0073)
      expect(softplus2Of(x)).toBeCloseTo(Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x))) - Math.LN2, 12);
    expect(softplus2Of(800)).toBeCloseTo(800 - Math.LN2, 9);
    expect(softplus2Of(NaN)).toBeNaN();
  });
});
