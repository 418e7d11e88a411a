import { describe, expect, it } from "vitest";
import { principalComponents } from "../../../server/src/clustering/principalComponents";
import { nearestRows } from "../../../server/src/clustering/nearestRows";
import { umap, umapOfNeighbours } from "../../../server/src/clustering/umap";
import { Random } from "../../../server/src/learning/random";
import { hasShared, readSharedText } from "../../support/shared";

/** Distances on a line between heaps of ten points. */
function heaps(centres: readonly number[]): Float64Array {
  const random = new Random(5);
  const places = centres.flatMap((centre) => Array.from({ length: 10 }, () => centre + random.uniform()));
  return Float64Array.from(places.flatMap((x) => places.map((y) => Math.abs(x - y))));
}

describe("umap", () => {
  const project = (distances: Float64Array, seed: number) => {
    const random = new Random(seed);
    return umap(distances, { neighbours: 5, spread: 5, random: () => random.uniform() });
  };

  it("gives the same projection for the same seed, and another for another", () => {
    const distances = heaps([0, 50, 100]);
    expect(project(distances, 3)).toEqual(project(distances, 3));
    expect(project(distances, 3)).not.toEqual(project(distances, 4));
  });

  it("keeps heaps together and apart from each other", () => {
    const points = project(heaps([0, 50, 100]), 3);
    const distance = (i: number, j: number) =>
      Math.hypot(...(points[i] ?? []).map((x, k) => x - (points[j]?.[k] ?? 0)));
    const pairs = points.flatMap((_, i) => points.slice(0, i).map((_, j) => ({ i, j })));
    const isSame = ({ i, j }: { i: number; j: number }) => Math.floor(i / 10) === Math.floor(j / 10);
    const mean = (some: readonly { i: number; j: number }[]) =>
      some.reduce((sum, { i, j }) => sum + distance(i, j), 0) / some.length;
    expect(mean(pairs.filter((pair) => !isSame(pair)))).toBeGreaterThan(2 * mean(pairs.filter(isSame)));
  });

  it("is the same from the nearest points alone", () => {
    const random = new Random(5);
    const places = Float64Array.from({ length: 40 }, () => random.uniform());
    const distances = Float64Array.from([...places].flatMap((x) => [...places].map((y) => Math.abs(x - y))));
    const generator = (seed: number) => {
      const numbers = new Random(seed);
      return () => numbers.uniform();
    };
    const near = nearestRows(places, 1, 15);
    expect(umapOfNeighbours(near, { random: generator(3) })).toEqual(
      umap(distances, { random: generator(3) }),
    );
  });

  it("takes fewer points than neighbours", () => {
    expect(project(Float64Array.of(0, 1, 2, 1, 0, 1, 2, 1, 0), 1)).toHaveLength(3);
    expect(project(Float64Array.of(0), 1)).toEqual([[0, 0]]);
  });
});

interface Reference {
  readonly pca_5: { readonly scores_of_first_10_rows: readonly (readonly number[])[] };
}

describe("principalComponents", () => {
  it.skipIf(!hasShared)("are those of scikit-learn, but for the sign", () => {
    const [, ...lines] = readSharedText("reference/clustering/synthetic.csv").trim().split("\n");
    const rows = lines.map((line) => line.split(",").slice(0, 30).map(Number));
    const { pca_5 } = JSON.parse(readSharedText("reference/clustering/synthetic.json")) as Reference;
    const scores = principalComponents(rows, 5);
    for (const [i, row] of pca_5.scores_of_first_10_rows.entries())
      for (const [k, score] of row.entries())
        expect(Math.abs(scores[i]?.[k] ?? NaN)).toBeCloseTo(Math.abs(score), 6);
  });

  it("are the places along a line, for points on it", () => {
    const points = [-1, 0, 1].map((t) => [3 * t + 5, 4 * t - 2]);
    const along = principalComponents(points, 1).map(([x]) => x);
    expect(along).toEqual([-5, 0, 5].map((x) => expect.closeTo(x, 10) as number));
  });

  it("are not more than the rows have", () => {
    expect(principalComponents([[1], [2]], 3)[0]).toHaveLength(1);
    expect(principalComponents([], 2)).toEqual([]);
  });
});
