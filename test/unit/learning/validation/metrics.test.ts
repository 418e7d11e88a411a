import { describe, expect, it } from "vitest";
import { averagePrecision, matthews } from "../../../../server/src/learning/validation/metrics";
import { hasShared, readSharedText } from "../../../support/shared";

interface Reference {
  readonly scores: readonly number[];
  readonly labels: readonly number[];
  readonly average_precision: number;
  readonly at: readonly { readonly threshold: number; readonly mcc: number }[];
}

describe.skipIf(!hasShared)("the scores of scikit-learn", () => {
  it("are ours", () => {
    const reference = JSON.parse(readSharedText("reference/metrics/classification.json")) as Reference;
    const labels = reference.labels.map((label) => label === 1);
    expect(averagePrecision(reference.scores, labels)).toBeCloseTo(reference.average_precision, 10);
    for (const { threshold, mcc } of reference.at)
      expect(matthews(reference.scores, labels, threshold)).toBeCloseTo(mcc, 10);
  });
});

describe("averagePrecision", () => {
  it("is 1 where all positives come first", () => {
    expect(averagePrecision([0.9, 0.8, 0.3, 0.1], [true, true, false, false])).toBe(1);
  });

  it("is the sum of recall steps times precision", () => {
    expect(averagePrecision([0.9, 0.8, 0.7, 0.6], [true, false, true, false])).toBeCloseTo(
      0.5 * 1 + 0.5 * (2 / 3),
      12,
    );
  });

  it("is the share of positives where all scores are equal", () => {
    expect(averagePrecision([0.5, 0.5, 0.5, 0.5], [true, false, false, false])).toBe(0.25);
  });
});

describe("matthews", () => {
  it("is 1 for right, -1 for inverted, 0 for constant predictions", () => {
    const labels = [true, false, true, false];
    expect(matthews([1, 0, 1, 0], labels)).toBe(1);
    expect(matthews([0, 1, 0, 1], labels)).toBe(-1);
    expect(matthews([1, 1, 1, 1], labels)).toBe(0);
  });
});
