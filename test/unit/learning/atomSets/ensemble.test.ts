import { describe, expect, it } from "vitest";
import { classify } from "../../../../server/src/learning/atomSets/atomSets";
import type { AtomFeatures } from "../../../../server/src/learning/atomSets/atomFeatures";
import { predictEnsemble, type Ensemble } from "../../../../server/src/learning/atomSets/ensemble";
import { RandomWeights } from "../../../support/models";

const width = 4;
const weights = new RandomWeights();
const model = weights.atomSets(width);

function atoms(...multiplicities: number[]): AtomFeatures {
  return { values: weights.numbers(width * multiplicities.length), width, multiplicities };
}

const ensemble: Ensemble = {
  name: "random",
  representation: "CAMNS",
  level: 1,
  standardisation: { mean: weights.numbers(width), deviation: Float64Array.of(0.5, 1, 1.5, 2) },
  members: [model, weights.atomSets(width), weights.atomSets(width)],
};

describe("AtomSets", () => {
  it("takes a row of multiplicity 3 for three equal rows", () => {
    const set = atoms(1, 3);
    const second = set.values.slice(width);
    const values = Float64Array.from([...set.values, ...second, ...second]);
    expect(classify(model, { values, width, multiplicities: [1, 1, 1, 1] })).toBeCloseTo(
      classify(model, set),
      12,
    );
  });

  it("does not mind the order of the atoms", () => {
    const { values } = atoms(2, 5);
    const swapped = Float64Array.from([...values.slice(width), ...values.slice(0, width)]);
    const forward = classify(model, { values, width, multiplicities: [2, 5] });
    expect(classify(model, { values: swapped, width, multiplicities: [5, 2] })).toBeCloseTo(forward, 12);
  });
});

describe("an ensemble", () => {
  it("gives the mean and the standard deviation of its members", () => {
    const { mean, deviation } = ensemble.standardisation;
    const set = atoms(1, 2);
    const standardised = set.values.map((x, i) => (x - (mean[i % width] ?? 0)) / (deviation[i % width] ?? 1));
    const [a = NaN, b = NaN, c = NaN] = ensemble.members.map((member) =>
      classify(member, { ...set, values: standardised }),
    );
    const [prediction] = predictEnsemble(ensemble, [set]);
    if (!prediction) throw new Error("every structure has a prediction");
    expect(prediction.pSi).toBeCloseTo((a + b + c) / 3, 12);
    expect(prediction.deviation ** 2).toBeCloseTo((a * a + b * b + c * c) / 3 - prediction.pSi ** 2, 12);
  });

  it("says of each structure the same in company as alone", () => {
    const sets = [atoms(1, 2), atoms(4), atoms(3, 3, 6, 12)];
    expect(predictEnsemble(ensemble, sets)).toEqual(sets.flatMap((set) => predictEnsemble(ensemble, [set])));
  });
});
