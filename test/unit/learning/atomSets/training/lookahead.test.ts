import { describe, expect, it } from "vitest";
import { Lookahead } from "../../../../../server/src/learning/atomSets/training/lookahead";

describe("lookahead", () => {
  it("goes back half of the way every sixth step", () => {
    const weights = Float64Array.of(0, 100);
    const lookahead = new Lookahead([weights]);
    const seen: number[] = [];
    for (let step = 0; step < 12; step++) {
      weights[0] = (weights[0] ?? NaN) + 1;
      lookahead.follow();
      seen.push(weights[0]);
    }
    expect(seen).toEqual([1, 2, 3, 4, 5, 3, 4, 5, 6, 7, 8, 6]);
    expect(weights[1]).toBe(100);
  });
});
