import { describe, expect, it } from "vitest";
import { thesisHyperparameters } from "../../../../server/src/learning/atomSets/training/hyperparameters";
import { atomsOf } from "../../../../server/src/learning/validation/atomSetsModel";
import { learningCurve } from "../../../../server/src/learning/validation/learningCurves";
import { saltCompound } from "./compounds";

const salts = Array.from({ length: 24 }, (_, i) =>
  saltCompound(4 + 0.1 * i, i % 2 === 0 ? "Cl" : "Br", { superionic: i >= 12 }),
);
const split = {
  training: [...salts.keys()].filter((i) => i % 3 !== 0),
  validation: [...salts.keys()].filter((i) => i % 3 === 0),
};
const options = { members: thesisHyperparameters.slice(0, 1), epochs: 60, every: 20, runs: 2, seed: 1 };

describe("a learning curve", () => {
  const curve = learningCurve(split, salts, atomsOf("CAMN", 1), options);

  it("has a point for every so many epochs, with the deviation over the runs", () => {
    expect(curve.map(({ epoch }) => epoch)).toEqual([20, 40, 60]);
    for (const { averagePrecision, mcc } of curve) {
      expect(averagePrecision.deviation).toBeGreaterThanOrEqual(0);
      expect(Math.abs(mcc.mean)).toBeLessThanOrEqual(1);
    }
  });

  it("ends far above chance, which is a half, where the features tell the class", () => {
    expect(curve.at(-1)?.averagePrecision.mean).toBeGreaterThan(0.75);
  });

  it("is the same for the same seed, and looks in between do not change it", () => {
    const looked = learningCurve(split, salts, atomsOf("CAMN", 1), { ...options, every: 10 });
    expect(looked.filter(({ epoch }) => epoch % 20 === 0)).toEqual(curve);
  });
});
