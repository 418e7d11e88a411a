import { describe, expect, it } from "vitest";
import { candidateFilters, candidates, promisingClusters } from "../../../server/src/clustering/candidates";
import { clusterCentres, clusterStatistics } from "../../../server/src/clustering/clusterStatistics";
import { featureMatrix } from "../../../server/src/clustering/featureMatrix";
import { rankRepresentations } from "../../../server/src/clustering/representationRanking";

// Three heaps on a line; the conductor is in the second.
const matrix = featureMatrix([[0], [1], [5], [6], [7], [20]]);
const assigned = Int32Array.of(0, 0, 1, 1, 1, 2);
const labels = Float64Array.of(-9, NaN, -3, -7, NaN, NaN);

describe("the statistics of clusters", () => {
  it("tell sizes, labels and where the high ones are", () => {
    const [first, second, third] = clusterStatistics(assigned, labels, -5);
    expect(first).toMatchObject({ size: 2, share: 1 / 3, labels: [-9], mean: -9, deviation: NaN, high: 0 });
    expect(second).toMatchObject({ size: 3, labels: [-7, -3], mean: -5, high: 1, highShare: 1 });
    expect(second?.deviation).toBeCloseTo(Math.sqrt(8), 12);
    expect(third).toMatchObject({ cluster: 2, size: 1, labels: [], mean: NaN, high: 0 });
  });

  it("have the means of clusters", () => {
    expect(Array.from(clusterCentres(matrix, assigned).values)).toEqual([0.5, 6, 20]);
  });
});

describe("promising clusters", () => {
  it("hold a high label, or lie nearest to one that does", () => {
    expect(promisingClusters(matrix, assigned, labels, -5)).toEqual([
      { cluster: 0, relation: "adjacent" },
      { cluster: 1, relation: "contains" },
    ]);
  });

  it("are not there without high labels, and have no neighbour when there is one cluster", () => {
    expect(promisingClusters(matrix, assigned, labels, 0)).toEqual([]);
    expect(promisingClusters(matrix, new Int32Array(6), labels, -5)).toEqual([
      { cluster: 0, relation: "contains" },
    ]);
  });
});

describe("candidates", () => {
  it("are the compounds without a label in promising clusters, with what is known of them", () => {
    const promising = promisingClusters(matrix, assigned, labels, -5);
    const unknown = { energyAboveHull: null, bandGap: null, activationEnergy: null };
    const known = { energyAboveHull: 0.07, bandGap: 0.9, activationEnergy: 0.6 };
    const found = candidates(promising, assigned, labels, [unknown, unknown, unknown, unknown, known]);
    expect(found.map(({ row, relation }) => [row, relation])).toEqual([
      [1, "adjacent"],
      [4, "contains"],
    ]);
    expect(found[0]?.filters.bandGap).toEqual({ pass: null, value: null });
    expect(found[1]?.filters).toEqual({
      energyAboveHull: { pass: true, value: 0.07 },
      bandGap: { pass: false, value: 0.9 },
      activationEnergy: { pass: false, value: 0.6 },
    });
  });

  it("pass at the limits of chapter 2", () => {
    const { energyAboveHull, bandGap, activationEnergy } = candidateFilters({
      energyAboveHull: 0.071,
      bandGap: 1,
      activationEnergy: 0.599,
    });
    expect([energyAboveHull.pass, bandGap.pass, activationEnergy.pass]).toEqual([false, true, true]);
  });
});

describe("representations", () => {
  it("rank by the mean variance over their depths, the first depth not among them", () => {
    const variances = new Map([
      ["poor", Float64Array.of(10, 9, 8)],
      ["good", Float64Array.of(100, 1, 0)],
    ]);
    const ranked = rankRepresentations(
      [...variances.keys()],
      (name) => variances.get(name) ?? new Float64Array(),
    );
    expect(ranked).toEqual([
      { representation: "good", rank: 1, mean: 0.5, values: Float64Array.of(1, 0) },
      { representation: "poor", rank: 2, mean: 8.5, values: Float64Array.of(9, 8) },
    ]);
  });
});
