import { describe, expect, it } from "vitest";
import {
  meanFeatures,
  TrainingIndex,
  type TrainingCompound,
} from "../../../server/src/learning/trainingIndex";
import { RandomWeights } from "../../support/models";

const weights = new RandomWeights();

function compounds(rows: readonly number[][]): TrainingCompound[] {
  return rows.map((features, i) => ({
    id: `c${i}`,
    formula: "Li",
    conductivity: 1e-5,
    doi: "10.0/0",
    features,
  }));
}

/** Correlated features of very different size. */
const rows = Array.from({ length: 40 }, () => {
  const [a = 0, b = 0] = weights.numbers(2);
  return [100 * a, 100 * a + 20 * b, b];
});

describe("d_training", () => {
  const index = new TrainingIndex(compounds(rows));

  it("is 0 for a compound that was trained on, and names it", () => {
    const nearest = index.nearest(rows[7] ?? []);
    expect(nearest.compound.id).toBe("c7");
    expect(nearest.distance).toBeCloseTo(0, 9);
  });

  it("does not hang on the units of the features", () => {
    const scaled = new TrainingIndex(compounds(rows.map((row) => row.map((x) => 7 * x))));
    const place = [30, 60, -1];
    expect(scaled.nearest(place.map((x) => 7 * x)).distance).toBeCloseTo(index.nearest(place).distance, 9);
  });

  it("counts in standard deviations of the training set along its principal directions", () => {
    const line = new TrainingIndex(compounds([[-1], [0], [1]]));
    expect(line.nearest([3]).distance).toBeCloseTo(2, 12);
  });
});

describe("meanFeatures", () => {
  it("counts every site of the cell", () => {
    const features = { values: Float64Array.of(1, 10, 4, 40), width: 2, multiplicities: [2, 1] };
    expect(Array.from(meanFeatures(features))).toEqual([2, 20]);
  });
});
