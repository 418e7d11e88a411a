import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { nearestRows } from "../../../server/src/clustering/nearestRows";

describe("nearest rows", () => {
  it("are those that all distances tell, nearest first, itself before all, equals by number", () => {
    const number = fc.integer({ min: -4, max: 4 });
    const rows = fc.array(fc.tuple(number, number), { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(rows, fc.integer({ min: 1, max: 6 }), (points, wanted) => {
        const count = Math.min(wanted, points.length);
        const { indices, distances } = nearestRows(Float64Array.from(points.flat()), 2, count);
        for (const [i, [x, y]] of points.entries()) {
          const distance = (j: number) => Math.hypot((points[j]?.[0] ?? 0) - x, (points[j]?.[1] ?? 0) - y);
          const rank = (j: number) => (j === i ? -1 : distance(j));
          const expected = [...points.keys()].sort((a, b) => rank(a) - rank(b) || a - b).slice(0, count);
          expect(indices[i]).toEqual(expected);
          for (const [k, j] of expected.entries()) expect(distances[i]?.[k]).toBeCloseTo(distance(j), 12);
        }
      }),
    );
  });
});
