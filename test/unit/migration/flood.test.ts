import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { EnergyMap } from "../../../server/src/migration/energyMap";
import { flood, type Pass } from "../../../server/src/migration/flood";
import type { GridShape } from "../../../server/src/migration/grid";
import { unwatched } from "../../../server/src/migration/watch";

function mapOf(shape: GridShape, values: readonly number[]): EnergyMap {
  return { shape, values: Float32Array.from(values), minimum: Math.min(...values) };
}

/** A map of small whole numbers, so that many are equal. */
const maps = fc
  .tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 4 }))
  .chain((shape) =>
    fc
      .array(fc.integer({ min: 0, max: 12 }), { minLength: 64, maxLength: 64 })
      .map((values) => mapOf(shape, values.slice(0, shape[0] * shape[1] * shape[2]))),
  );

/** How many directions one can go on in below a threshold: walks through the points, and notes how far apart images of one are. */
function dimensionsBelow({ shape: [na, nb, nc], values }: EnergyMap, threshold: number): number {
  const inside = (i: number, n: number) => ((i % n) + n) % n;
  const energy = (x: number, y: number, z: number) =>
    values[(inside(x, na) * nb + inside(y, nb)) * nc + inside(z, nc)] ?? Infinity;
  const far = 2;
  let most = 0;
  for (let start = 0; start < values.length; start++) {
    const first = [Math.floor(start / nc / nb), Math.floor(start / nc) % nb, start % nc] as const;
    if (energy(...first) > threshold) continue;
    const reached = new Map([[first.join(" "), first]]);
    const ways: number[][] = [];
    for (const [x, y, z] of reached.values()) {
      const cells = [x - first[0], y - first[1], z - first[2]].map(
        (step, axis) => step / ([na, nb, nc][axis] ?? 1),
      );
      if (cells.every(Number.isInteger)) ways.push(cells);
      for (let i = x - 1; i <= x + 1; i++)
        for (let j = y - 1; j <= y + 1; j++)
          for (let k = z - 1; k <= z + 1; k++) {
            const isFar = [i / na, j / nb, k / nc].some((cell) => cell < -far || cell > far + 1);
            if (!isFar && energy(i, j, k) <= threshold) reached.set([i, j, k].join(" "), [i, j, k]);
          }
    }
    most = Math.max(most, rankOf(ways));
  }
  return most;
}

/** How many directions one can go on in from basin to basin over passes up to an energy. */
function dimensionsOver(passes: readonly Pass[], energy: number): number {
  const open = passes.filter((pass) => pass.energy <= energy);
  const starts = new Set(open.map(({ from }) => from));
  const ranks = [...starts].map((start) => {
    const cellsOf = new Map([[start, [0, 0, 0]]]);
    const ways: number[][] = [];
    for (const [basin, here] of cellsOf)
      for (const { from, to, cells } of open)
        for (const [one, other, sign] of [
          [from, to, 1],
          [to, from, -1],
        ] as const) {
          if (one !== basin) continue;
          const there = here.map((cell, axis) => cell + sign * (cells[axis] ?? 0));
          const known = cellsOf.get(other);
          if (known) ways.push(there.map((cell, axis) => cell - (known[axis] ?? 0)));
          else cellsOf.set(other, there);
        }
    return rankOf(ways);
  });
  return Math.max(0, ...ranks);
}

function rankOf(vectors: readonly number[][]): number {
  const rows = vectors.map((vector) => [...vector]);
  let rank = 0;
  for (let column = 0; column < 3; column++) {
    const pivot = rows.findIndex((row, i) => i >= rank && Math.abs(row[column] ?? 0) > 1e-9);
    if (pivot < 0) continue;
    [rows[rank], rows[pivot]] = [rows[pivot] ?? [], rows[rank] ?? []];
    const top = rows[rank] ?? [];
    for (let i = rank + 1; i < rows.length; i++) {
      const factor = (rows[i]?.[column] ?? 0) / (top[column] ?? 1);
      rows[i] = (rows[i] ?? []).map((entry, k) => entry - factor * (top[k] ?? 0));
    }
    rank++;
  }
  return rank;
}

describe("flood", () => {
  it("finds the same thresholds as a walk through all points at each energy", () => {
    fc.assert(
      fc.property(maps, (map) => {
        const { thresholds } = flood(map, Infinity, unwatched) ?? { thresholds: [] };
        const energies = [...new Set(map.values)].sort((one, other) => one - other);
        const expected = [1, 2, 3].map((dimensions) =>
          energies.find((energy) => dimensionsBelow(map, energy) >= dimensions),
        );
        expect(thresholds).toEqual(expected);
      }),
      { numRuns: 12 },
    );
  });

  it("has thresholds that its joining passes alone explain", () => {
    fc.assert(
      fc.property(maps, (map) => {
        const flooding = flood(map, Infinity, unwatched);
        if (!flooding) throw new Error("It was stopped.");
        const joining = flooding.passes.filter(({ joins }) => joins);
        flooding.thresholds.forEach((threshold = Infinity, k) => {
          expect(dimensionsOver(joining, threshold)).toBeGreaterThan(k);
          expect(dimensionsOver(joining, threshold - 1)).toBeLessThanOrEqual(k);
        });
      }),
    );
  });

  it("goes no further than it must", () => {
    const channel = mapOf([2, 1, 1], [0, 5]);
    expect(flood(channel, 4, unwatched)?.thresholds).toEqual([0, 0, undefined]);
    expect(flood(channel, 5, unwatched)?.thresholds).toEqual([0, 0, 5]);
  });

  it("knows a way on a diagonal, which leads on in one dimension alone", () => {
    const size = 4;
    const values = Array.from({ length: size ** 3 }, (_, point) => {
      const [x, y, z] = [Math.floor(point / 16), Math.floor(point / 4) % 4, point % 4];
      return x === y && y === z ? 1 : 9;
    });
    expect(flood(mapOf([size, size, size], values), 8, unwatched)?.thresholds).toEqual([
      1,
      undefined,
      undefined,
    ]);
  });

  it("stops when it is told to", () => {
    expect(flood(mapOf([1, 1, 1], [0]), 1, () => false)).toBeUndefined();
  });
});
