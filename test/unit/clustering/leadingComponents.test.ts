import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { featureMatrix } from "../../../server/src/clustering/featureMatrix";
import { leadingComponents } from "../../../server/src/clustering/leadingComponents";
import { principalComponents } from "../../../server/src/clustering/principalComponents";
import { Random } from "../../../server/src/learning/random";

function leading(rows: readonly (readonly number[])[], wanted: number): number[][] {
  const random = new Random(1);
  const { count, scores } = leadingComponents(featureMatrix(rows), wanted, () => random.uniform());
  return rows.map((_, row) => [...scores.subarray(row * count, (row + 1) * count)]);
}

/** Directions of falling variance, off the origin. */
function ellipsoid(rows: number, columns: number): number[][] {
  const random = new Random(7);
  return Array.from({ length: rows }, () =>
    Array.from({ length: columns }, (_, j) => 5 + (random.uniform() - 0.5) * 0.8 ** j),
  );
}

describe("leading principal components", () => {
  it.each([
    [200, 40],
    [30, 90],
    [12, 3],
  ])("are those of a whole decomposition, %i rows by %i columns", (rows, columns) => {
    const points = ellipsoid(rows, columns);
    const expected = principalComponents(points, 2);
    for (const [i, row] of leading(points, 2).entries())
      for (const [k, score] of row.entries()) expect(score).toBeCloseTo(expected[i]?.[k] ?? NaN, 4);
  });

  it("hold as much of the variance as those of a whole decomposition, whatever the rows", () => {
    const value = fc.integer({ min: -9, max: 9 });
    fc.assert(
      fc.property(
        fc.array(fc.tuple(value, value, value, value), { minLength: 3, maxLength: 20 }),
        (points) => {
          const held = (scores: readonly (readonly number[])[]) =>
            scores.flat().reduce((sum, score) => sum + score * score, 0);
          expect(held(leading(points, 2))).toBeCloseTo(held(principalComponents(points, 2)), 5);
        },
      ),
    );
  });

  it("are nothing where all rows are equal, and as many as there can be", () => {
    expect(
      leading(
        [
          [1, 2],
          [1, 2],
          [1, 2],
        ],
        5,
      ),
    ).toEqual([
      [0, 0],
      [0, 0],
      [0, 0],
    ]);
    expect(leading([[1], [2], [3]], 2).map((row) => row.length)).toEqual([1, 1, 1]);
  });
});
