import { describe, expect, it } from "vitest";
import { shareOfStep, stepText } from "../../../../media/src/clusters/stepProgress";

describe("progress within a representation", () => {
  const steps = (["describing", "merging", "comparing"] as const).flatMap((state) =>
    [0, 1, 2].map((done) => ({ state, done, total: 2 })),
  );

  it("rises from nothing to all, whatever the step", () => {
    const shares = steps.map(shareOfStep);
    expect(shares).toEqual(shares.toSorted((a, b) => a - b));
    expect([shareOfStep(undefined), shares[0], shares.at(-1)]).toEqual([0, 0, 1]);
  });

  it("says what is done and how far, as soon as that is counted", () => {
    expect(steps.map(stepText)).toContain("Merging clusters: 1 of 2");
    expect(stepText({ state: "describing", done: 3, total: null })).toBe("Describing");
  });
});
