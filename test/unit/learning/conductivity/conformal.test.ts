import { describe, expect, it } from "vitest";
import { calibrated, fitShift } from "../../../../server/src/learning/conductivity/calibration";
import { conformalWidth } from "../../../../server/src/learning/conductivity/conformal";
import { normalCumulative } from "../../../../server/src/learning/conductivity/normal";
import { Random } from "../../../../server/src/learning/random";

const random = new Random(11);

describe("conformal intervals", () => {
  it("hold the wanted share of new values, also where the deviations are wrong", () => {
    // The truth is three times as wide as the predictions say, and skew.
    const draw = () => {
      const deviation = 0.5 + random.uniform();
      const value = 3 * deviation * (random.chance(0.3) ? 2 : -0.5) * random.uniform();
      return { prediction: { mean: 0, deviation }, value };
    };
    const seen = Array.from({ length: 400 }, draw);
    const width = conformalWidth(
      seen.map(({ prediction }) => prediction),
      seen.map(({ value }) => value),
      0.8,
    );
    const fresh = Array.from({ length: 20_000 }, draw);
    const held = fresh.filter(
      ({ prediction, value }) => Math.abs(value) <= width * prediction.deviation,
    ).length;
    // Coverage over draws of 400 values has a standard deviation of 0.02 (a beta distribution).
    expect(held / fresh.length).toBeGreaterThan(0.74);
    expect(held / fresh.length).toBeLessThan(0.86);
  });

  it("take the quantile of split conformal prediction", () => {
    const predictions = Array.from({ length: 9 }, () => ({ mean: 0, deviation: 2 }));
    const values = [2, -4, 6, -8, 10, -12, 14, -16, 18];
    expect(conformalWidth(predictions, values, 0.8)).toBe(8);
    expect(conformalWidth(predictions, values, 0.95)).toBe(Infinity);
  });
});

describe("calibration", () => {
  it("finds how far probabilities are too high or too low", () => {
    const probabilities = Array.from({ length: 5000 }, () => random.uniform());
    const logit = (p: number) => Math.log(p / (1 - p));
    const labels = probabilities.map((p) => random.chance(1 / (1 + Math.exp(-logit(p) - 0.7))));
    expect(fitShift(probabilities, labels)).toBeCloseTo(0.7, 1);
  });

  it("leaves probabilities alone without labels, and keeps their order", () => {
    expect(fitShift([], [])).toBe(0);
    expect(calibrated(0.3, 0)).toBeCloseTo(0.3, 12);
    const changed = [0, 0.1, 0.5, 0.9, 1].map((p) => calibrated(p, 0.3));
    expect(changed).toEqual([...changed].sort((a, b) => a - b));
    expect(changed.every((p) => p > 0 && p < 1)).toBe(true);
  });
});

describe("the normal distribution", () => {
  it("has the values of the tables, to all their digits", () => {
    for (const [x, probability] of [
      [0, 0.5],
      [1.959963984540054, 0.975],
      [-1.2815515655446004, 0.1],
      [-5, 2.866515718791939e-7],
    ] as const)
      expect(Math.abs(normalCumulative(x) / probability - 1)).toBeLessThan(1e-12);
  });
});
