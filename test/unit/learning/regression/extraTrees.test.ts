import { describe, expect, it } from "vitest";
import { Random } from "../../../../server/src/learning/random";
import { ExtraTrees } from "../../../../server/src/learning/regression/extraTrees";

const random = new Random(5);
const rows = Array.from({ length: 80 }, () => Float64Array.from({ length: 4 }, () => random.uniform()));
const targets = rows.map(([x = 0, y = 0]) => (x > 0.5 ? 2 : -1) + y);
const options = { trees: 40, leastLeaf: 1, columnShare: 0.5 };

describe("extremely randomised trees", () => {
  const trees = ExtraTrees.fit(rows, targets, options, new Random(1));

  it("give the same for the same seed, and others for another", () => {
    const same = ExtraTrees.fit(rows, targets, options, new Random(1));
    const other = ExtraTrees.fit(rows, targets, options, new Random(2));
    expect(same.state).toEqual(trees.state);
    expect(other.state).not.toEqual(trees.state);
  });

  it("repeat their samples where leaves hold one", () => {
    rows.forEach((row, i) => {
      const { mean, deviation } = trees.predict(row);
      expect(mean).toBeCloseTo(targets[i] ?? NaN, 5);
      expect(deviation).toBeLessThan(1e-3);
    });
  });

  it("follow what they have not seen, three times closer than the mean does, within the range of the targets", () => {
    const truth = ([x = 0, y = 0]: Float64Array) => (x > 0.5 ? 2 : -1) + y;
    const centre = targets.reduce((sum, y) => sum + y, 0) / targets.length;
    let [error, errorOfMean] = [0, 0];
    for (let i = 0; i < 200; i++) {
      const row = Float64Array.from({ length: 4 }, () => random.uniform());
      const { mean } = trees.predict(row);
      expect(mean).toBeGreaterThanOrEqual(Math.min(...targets));
      expect(mean).toBeLessThanOrEqual(Math.max(...targets));
      error += Math.abs(mean - truth(row));
      errorOfMean += Math.abs(centre - truth(row));
    }
    expect(error).toBeLessThan(errorOfMean / 3);
  });

  it("keep at least the wanted number of samples in a leaf", () => {
    const { columns, numbers } = ExtraTrees.fit(
      rows,
      targets.map((_, i) => i),
      { trees: 1, leastLeaf: 40, columnShare: 1 },
      new Random(1),
    ).state;
    const leaves = [...numbers].filter((_, node) => columns[node] === -1);
    expect(leaves.length).toBeLessThanOrEqual(2);
    expect(leaves.reduce((sum, x) => sum + x, 0) / leaves.length).toBeCloseTo(39.5, 5);
  });
});
