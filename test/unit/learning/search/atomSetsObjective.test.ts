import { describe, expect, it } from "vitest";
import { thesisHyperparameters } from "../../../../server/src/learning/atomSets/training/hyperparameters";
import { Random } from "../../../../server/src/learning/random";
import {
  atomSetsScore,
  atomSetsSpace,
  toHyperparameters,
} from "../../../../server/src/learning/search/atomSetsObjective";
import { randomConfiguration } from "../../../../server/src/learning/search/searchSpace";

const configuration = {
  batchSize: 32,
  dropoutInitial: 0.1,
  dropoutFinal: 0.1,
  penaltyInitial: 1e-4,
  penaltyFinal: 1e-4,
  layers: 2,
  neurons: 32,
  rateInitial: 1e-4,
  rateMaximum: 7e-3,
};

/** Sets of atoms whose first feature tells the class. */
function data(labels: readonly boolean[]) {
  const random = new Random(3);
  const features = labels.map((label) => ({
    values: Float64Array.from({ length: 4 }, (_, k) => random.normal() + (k === 0 && label ? 4 : 0)),
    width: 2,
    multiplicities: [1, 3],
  }));
  const all = [...labels.keys()];
  const splits = [0, 1].map((part) => ({
    training: all.filter((i) => i % 2 !== part),
    validation: all.filter((i) => i % 2 === part),
  }));
  return { features, superionic: labels, splits, seed: 1 };
}

describe("what a configuration of the thesis' networks is worth", () => {
  const labels = Array.from({ length: 40 }, (_, i) => i % 4 < 2);

  it("is a high average precision where the classes can be told apart, and the same each time", () => {
    const score = atomSetsScore(data(labels), configuration, 40);
    expect(score).toBeGreaterThan(0.9);
    expect(atomSetsScore(data(labels), configuration, 40)).toBe(score);
  });

  it("is none where there is nothing to find", () => {
    expect(atomSetsScore(data(labels.map(() => false)), configuration, 1)).toBeNull();
  });

  it("covers in its space every set that the thesis found best", () => {
    for (const { batchSize, dropout, penalty, layers, neurons, rate } of thesisHyperparameters) {
      const found = { batchSize, layers, neurons, rateInitial: rate.initial, rateMaximum: rate.maximum };
      const values: Record<string, number> = {
        ...found,
        dropoutInitial: dropout.initial,
        dropoutFinal: dropout.final,
        penaltyInitial: penalty.initial,
        penaltyFinal: penalty.final,
      };
      for (const parameter of atomSetsSpace)
        expect(parameter.kind === "choice" && parameter.values).toContain(values[parameter.name]);
      expect(toHyperparameters(values)).toEqual({ batchSize, dropout, penalty, layers, neurons, rate });
    }
  });

  it("can be asked of every configuration of its space", () => {
    const numbers = JSON.stringify(toHyperparameters(randomConfiguration(atomSetsSpace, new Random(1))));
    expect(numbers).not.toContain("null");
  });
});
