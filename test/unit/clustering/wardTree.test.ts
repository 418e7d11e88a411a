import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { featureMatrix, weightedUnion } from "../../../server/src/clustering/featureMatrix";
import { cutTree } from "../../../server/src/clustering/treeCut";
import { wardTree, type WardTree } from "../../../server/src/clustering/wardTree";
import { hasShared, readSharedText } from "../../support/shared";
import { readSynthetic } from "./synthetic";

interface Ties {
  readonly rows: readonly (readonly number[])[];
  readonly merge_heights_ascending_scipy: readonly number[];
}

/** Small whole numbers, so that distances tie and rows repeat. */
const gridPoints = fc.integer({ min: 1, max: 3 }).chain((width) =>
  fc.array(fc.array(fc.integer({ min: 0, max: 4 }), { minLength: width, maxLength: width }), {
    minLength: 1,
    maxLength: 12,
  }),
);

const points = fc.integer({ min: 1, max: 6 }).chain((width) =>
  fc.array(fc.array(fc.double({ min: -10, max: 10, noNaN: true }), { minLength: width, maxLength: width }), {
    minLength: 2,
    maxLength: 40,
  }),
);

const heightsOf = ({ merges }: WardTree) => merges.map(({ height }) => height);

describe.skipIf(!hasShared)("SciPy's trees", () => {
  it("are ours: heights, numbers and sizes", () => {
    const { matrix, linkage, heights } = readSynthetic();
    const { merges } = wardTree(matrix);
    for (const [i, [left, right, , size]] of linkage.entries())
      expect(merges[i]).toMatchObject({ left, right, size });
    for (const [i, height] of heights.entries()) expect(merges[i]?.height).toBeCloseTo(height, 9);
  });

  it("have our cuts", () => {
    const { matrix, cuts } = readSynthetic();
    const tree = wardTree(matrix);
    for (const [k, cut] of Object.entries(cuts)) expect(Array.from(cutTree(tree, Number(k)))).toEqual(cut);
  });

  it("have as many heights of 0 as ours, and the same variance, where rows repeat and distances tie", () => {
    const { rows, merge_heights_ascending_scipy: expected } = JSON.parse(
      readSharedText("reference/clustering/ties.json"),
    ) as Ties;
    const heights = heightsOf(wardTree(featureMatrix(rows)));
    const zeros = (values: readonly number[]) => values.filter((height) => height === 0).length;
    const variance = (values: readonly number[]) => values.reduce((sum, height) => sum + height ** 2 / 2, 0);
    expect(zeros(heights)).toBe(zeros(expected));
    expect(variance(heights)).toBeCloseTo(variance(expected), 9);
  });
});

describe("a Ward tree", () => {
  it("is that of trying all pairs at each step", () => {
    fc.assert(
      fc.property(points, (rows) => {
        const heights = heightsOf(wardTree(featureMatrix(rows)));
        const expected = heightsByTryingAll(rows);
        for (const [i, height] of heights.entries()) expect(height).toBeCloseTo(expected[i] ?? NaN, 9);
      }),
    );
  });

  it("tells rows apart that differ by a billionth of what others do", () => {
    const steps = fc.uniqueArray(fc.integer({ min: 0, max: 1000 }), { minLength: 3, maxLength: 12 });
    fc.assert(
      fc.property(steps, (places) => {
        const near = places.map((place) => [place ** 2 * 1e-6, 1]);
        const far = near.map(([x = 0, y = 0]) => [x, y + 1e6]);
        const heights = heightsOf(wardTree(featureMatrix([...near, ...far])));
        const expected = heightsByTryingAll(near);
        for (const [i, height] of expected.entries()) {
          expect(heights[2 * i]).toBeCloseTo(height, 9);
          expect(heights[2 * i + 1]).toBeCloseTo(height, 9);
        }
      }),
    );
  });

  it("takes rows that repeat and distances that tie", () => {
    fc.assert(
      fc.property(gridPoints, (rows) => {
        const tree = wardTree(featureMatrix(rows));
        expect(tree.merges).toHaveLength(rows.length - 1);
        const heights = heightsOf(tree);
        expect(heights).toEqual(heights.toSorted((a, b) => a - b));
        const distinct = new Set(rows.map((row) => row.join())).size;
        expect(heights.filter((height) => height > 0)).toHaveLength(distinct - 1);
      }),
    );
  });

  it("has merges that rise, each of clusters that were there, and one cluster of all rows in the end", () => {
    fc.assert(
      fc.property(points, (rows) => {
        const { merges } = wardTree(featureMatrix(rows));
        const used = merges.flatMap(({ left, right }) => [left, right]);
        expect(new Set(used).size).toBe(2 * (rows.length - 1));
        for (const [i, { left, right }] of merges.entries()) {
          expect(left).toBeLessThan(right);
          expect(right).toBeLessThan(rows.length + i);
        }
        expect(merges.at(-1)?.size).toBe(rows.length);
      }),
    );
  });

  it("shares out the whole variance: the squared heights above a cut and the variance within its clusters", () => {
    fc.assert(
      fc.property(points, fc.nat(), (rows, seed) => {
        const tree = wardTree(featureMatrix(rows));
        const k = 1 + (seed % rows.length);
        const above = tree.merges.slice(rows.length - k);
        const between = above.reduce((sum, { height }) => sum + height ** 2 / 2, 0);
        expect(within(rows, cutTree(tree, k)) + between).toBeCloseTo(
          within(rows, new Int32Array(rows.length)),
          7,
        );
      }),
    );
  });

  it("has the same heights in any order of rows, and wherever the origin lies", () => {
    fc.assert(
      fc.property(points, fc.double({ min: -100, max: 100, noNaN: true }), (rows, shift) => {
        const heights = heightsOf(wardTree(featureMatrix(rows)));
        const moved = rows.toReversed().map((row) => row.map((value) => value + shift));
        for (const [i, height] of heightsOf(wardTree(featureMatrix(moved))).entries())
          expect(height).toBeCloseTo(heights[i] ?? NaN, 6);
      }),
    );
  });

  it("scales with the numbers, however large or small they are", () => {
    fc.assert(
      fc.property(points, fc.constantFrom(-600, -300, 300, 600), (rows, power) => {
        const heights = heightsOf(wardTree(featureMatrix(rows)));
        const scaled = rows.map((row) => row.map((value) => value * 2 ** power));
        for (const [i, height] of heightsOf(wardTree(featureMatrix(scaled))).entries())
          expect(height / 2 ** power).toBeCloseTo(heights[i] ?? NaN, 9);
      }),
    );
  });

  it("finds clusters however long the vectors are", () => {
    const rows = Array.from({ length: 60 }, (_, i) =>
      Array.from({ length: 131 }, (_, k) => Math.sin(37 * i + k * k) + (i % 3) * 10),
    );
    const cut = cutTree(wardTree(featureMatrix(rows)), 3);
    expect(Array.from(cut)).toEqual(rows.map((_, i) => i % 3));
  });

  it("is empty for one row and for none", () => {
    expect(wardTree(featureMatrix([[1, 2]]))).toEqual({ leaves: 1, merges: [] });
    expect(wardTree(featureMatrix([]))).toEqual({ leaves: 0, merges: [] });
  });

  it("tells its progress, and stops when it is told to", () => {
    const rows = Array.from({ length: 50 }, (_, i) => [i * i]);
    const shares: number[] = [];
    wardTree(featureMatrix(rows), { onProgress: (share) => shares.push(share) });
    expect(shares).toEqual(shares.toSorted((a, b) => a - b));
    expect(shares.at(-1)).toBe(1);
    const signal = AbortSignal.abort(new Error("stopped"));
    expect(() => wardTree(featureMatrix(rows), { signal })).toThrow("stopped");
  });
});

describe("a cut", () => {
  it("numbers clusters by their first rows", () => {
    const tree = wardTree(featureMatrix([[0], [10], [0.1], [20], [10.2]]));
    expect(Array.from(cutTree(tree, 1))).toEqual([0, 0, 0, 0, 0]);
    expect(Array.from(cutTree(tree, 3))).toEqual([0, 1, 0, 2, 1]);
    expect(Array.from(cutTree(tree, 5))).toEqual([0, 1, 2, 3, 4]);
  });

  it("has as many clusters as asked for, each within one of the cut before", () => {
    fc.assert(
      fc.property(gridPoints, (rows) => {
        const tree = wardTree(featureMatrix(rows));
        for (let k = 1; k <= rows.length; k++) {
          const cut = cutTree(tree, k);
          expect(new Set(cut).size).toBe(k);
          const parents = new Set(
            cut.map((cluster, i) => 1000 * cluster + (cutTree(tree, Math.max(1, k - 1))[i] ?? 0)),
          );
          expect(parents.size).toBe(k);
        }
      }),
    );
  });

  it("into no clusters, or more than there are rows, is refused", () => {
    const tree = wardTree(featureMatrix([[0], [1]]));
    expect(() => cutTree(tree, 3)).toThrow("a tree of 2 leaves cannot be cut into 3 clusters");
    expect(() => cutTree(tree, 0)).toThrow(RangeError);
  });
});

describe("matrices", () => {
  it("of two descriptors unite, the second times the mixing ratio", () => {
    const united = weightedUnion(
      featureMatrix([[1], [2]]),
      featureMatrix([
        [10, 20],
        [30, 40],
      ]),
      0.1,
    );
    expect(united).toMatchObject({ rows: 2, columns: 3 });
    expect(Array.from(united.values)).toEqual([1, 1, 2, 2, 3, 4]);
    expect(() => weightedUnion(united, featureMatrix([[1]]), 1)).toThrow("not as many rows");
  });

  it("hold rows of one length, of finite numbers", () => {
    expect(() => featureMatrix([[1, 2], [3]])).toThrow("row 2 has 1 numbers, others have 2");
    expect(() => featureMatrix([[NaN]])).toThrow("no finite number");
  });
});

/** Sum of squared distances from cluster means. */
function within(rows: readonly (readonly number[])[], assigned: Int32Array): number {
  return [...new Set(assigned)]
    .map((cluster) => spread(rows.filter((_, i) => assigned[i] === cluster)))
    .reduce((sum, value) => sum + value, 0);
}

function spread(rows: readonly (readonly number[])[]): number {
  const [first = []] = rows;
  return first
    .map((_, k) => {
      const mean = rows.reduce((sum, row) => sum + (row[k] ?? 0), 0) / rows.length;
      return rows.reduce((sum, row) => sum + ((row[k] ?? 0) - mean) ** 2, 0);
    })
    .reduce((sum, value) => sum + value, 0);
}

/** Merges at each step the two clusters whose union adds least to the variance. */
function heightsByTryingAll(rows: readonly (readonly number[])[]): number[] {
  let clusters = rows.map((row) => [row]);
  const heights: number[] = [];
  while (clusters.length > 1) {
    const pairs = clusters.flatMap((a, i) =>
      clusters.slice(i + 1).map((b) => ({ a, b, added: spread([...a, ...b]) - spread(a) - spread(b) })),
    );
    const [first, ...others] = pairs;
    if (!first) break;
    const { a, b, added } = others.reduce((least, pair) => (pair.added < least.added ? pair : least), first);
    heights.push(Math.sqrt(2 * Math.max(0, added)));
    clusters = [...clusters.filter((cluster) => cluster !== a && cluster !== b), [...a, ...b]];
  }
  return heights;
}
