import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  fitLogisticRegression,
  logisticProbability,
} from "../../../../server/src/learning/regression/logisticRegression";
import { Random } from "../../../../server/src/learning/random";

describe("logistic regression", () => {
  it("is the log odds ratio, for one feature of two values", () => {
    // Of x = 0, 1 in 4 is positive; of x = 1, 3 in 5.
    const rows = [0, 0, 0, 0, 1, 1, 1, 1, 1].map((x) => [x]);
    const labels = [true, false, false, false, true, true, true, false, false];
    const { intercept, weights } = fitLogisticRegression(rows, labels, { penalty: 0 });
    expect(intercept).toBeCloseTo(Math.log(1 / 3), 9);
    expect(weights[0]).toBeCloseTo(Math.log(3 / 2) - Math.log(1 / 3), 9);
  });

  it("is the log odds where there is no feature", () => {
    const { intercept } = fitLogisticRegression([[], [], [], []], [true, false, false, false]);
    expect(intercept).toBeCloseTo(Math.log(1 / 3), 9);
  });

  it("is where the gradient vanishes", () => {
    fc.assert(
      fc.property(fc.nat(), fc.double({ min: 0.01, max: 10, noNaN: true }), (seed, penalty) => {
        const random = new Random(seed);
        const rows = Array.from({ length: 30 }, () => [random.normal(), random.normal(), random.normal()]);
        const labels = rows.map(([x = 0]) => x + random.normal() > 0);
        const model = fitLogisticRegression(rows, labels, { penalty });
        const residuals = rows.map((row, i) => (labels[i] ? 1 : 0) - logisticProbability(model, row));
        expect(residuals.reduce((sum, r) => sum + r, 0)).toBeCloseTo(0, 7);
        for (const [k, weight] of model.weights.entries()) {
          const gradient = residuals.reduce((sum, r, i) => sum + r * (rows[i]?.[k] ?? 0), 0);
          expect(gradient - penalty * weight).toBeCloseTo(0, 7);
        }
      }),
    );
  });

  it("stays finite where a plane separates the classes", () => {
    const { weights } = fitLogisticRegression([[-1], [-2], [1], [2]], [false, false, true, true]);
    expect(Number.isFinite(weights[0])).toBe(true);
    expect(weights[0]).toBeGreaterThan(3);
  });

  it("stays finite for one class and for features that never change", () => {
    const model = fitLogisticRegression([[1], [1], [1]], [true, true, true]);
    expect(logisticProbability(model, [1])).toBeGreaterThan(0.9);
  });

  it("refuses to learn from nothing", () => {
    expect(() => fitLogisticRegression([], [])).toThrow(RangeError);
  });
});
