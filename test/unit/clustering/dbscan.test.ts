import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dbscan, noise } from "../../../server/src/clustering/dbscan";
import { hasShared, readSharedText } from "../../support/shared";

interface Reference {
  readonly points: readonly (readonly number[])[];
  readonly runs: readonly {
    readonly eps: number;
    readonly min_samples: number;
    readonly labels: readonly number[];
  }[];
}

describe.skipIf(!hasShared)("the clusters of scikit-learn", () => {
  it("are ours", () => {
    const { points, runs } = JSON.parse(readSharedText("reference/clustering/dbscan.json")) as Reference;
    for (const { eps, min_samples, labels } of runs)
      expect(Array.from(dbscan(points, eps, min_samples))).toEqual(labels);
  });
});

describe("dbscan", () => {
  it("tells two heaps and a point between them apart", () => {
    const points = [[0], [0.1], [0.2], [5], [10], [10.1], [10.2]];
    expect(Array.from(dbscan(points, 0.5, 3))).toEqual([0, 0, 0, noise, 1, 1, 1]);
  });

  it("counts a point at exactly epsilon, and the point itself", () => {
    expect(Array.from(dbscan([[0], [1]], 1, 2))).toEqual([0, 0]);
    expect(Array.from(dbscan([[0], [1]], 0.999, 2))).toEqual([noise, noise]);
  });

  it("gives no clusters of no points", () => {
    expect(dbscan([], 1)).toHaveLength(0);
  });

  it("finds the same core clusters in any order", () => {
    const plane = fc.array(fc.tuple(fc.integer({ min: 0, max: 12 }), fc.integer({ min: 0, max: 12 })), {
      minLength: 1,
      maxLength: 40,
    });
    fc.assert(
      fc.property(plane, (points) => {
        const forward = dbscan(points, 1.5, 4);
        const backward = dbscan(points.toReversed(), 1.5, 4).toReversed();
        const isCore = points.map(
          ([x, y]) => points.filter(([u, v]) => (x - u) ** 2 + (y - v) ** 2 <= 2.25).length >= 4,
        );
        const cores = [...points.keys()].filter((i) => isCore[i]);
        for (const i of cores)
          for (const j of cores) expect(forward[i] === forward[j]).toBe(backward[i] === backward[j]);
        expect(Array.from(forward, (c) => c === noise)).toEqual(Array.from(backward, (c) => c === noise));
      }),
    );
  });
});
