import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Lattice, type LatticeParameters, type Vector3 } from "../../../server/src/crystal/lattice";
import { findNeighbours, isOverfull } from "../../../server/src/crystal/neighbours";
import { dot } from "../../../server/src/crystal/vector";
import { p1Structure } from "../../support/structures";

const cubic = (a: number): LatticeParameters => ({ a, b: a, c: a, alpha: 90, beta: 90, gamma: 90 });

/** Distances to every image within the cutoff, by looking at far too many of them. */
function bruteForce(
  parameters: LatticeParameters,
  positions: readonly Vector3[],
  cutoff: number,
): number[][] {
  const lattice = Lattice.fromParameters(parameters);
  const reach = 5;
  const shifts = Array.from({ length: 2 * reach + 1 }, (_, i) => i - reach);
  return positions.map((from) =>
    positions
      .flatMap((to) =>
        shifts.flatMap((i) =>
          shifts.flatMap((j) =>
            shifts.map(
              (k) => lattice?.length([to[0] - from[0] + i, to[1] - from[1] + j, to[2] - from[2] + k]) ?? NaN,
            ),
          ),
        ),
      )
      .filter((distance) => distance > 1e-8 && distance <= cutoff)
      .sort((a, b) => a - b),
  );
}

function distancesWithin(positions: readonly Vector3[], cell: LatticeParameters): number[] {
  const structure = p1Structure(
    positions.map((position) => ({ position, species: ["Li"] })),
    cell,
  );
  return Array.from(findNeighbours(structure, 5).distances).sort((a, b) => a - b);
}

const wrapped = (coordinate: number) => coordinate - Math.floor(coordinate);

function parametersOf(vectors: readonly Vector3[]): LatticeParameters {
  const [a, b, c] = vectors.map((vector) => Math.hypot(...vector));
  const angle = (i: number, j: number) => {
    const [one = [0, 0, 0], other = [0, 0, 0]] = [vectors[i], vectors[j]];
    return (Math.acos(dot(one, other) / (Math.hypot(...one) * Math.hypot(...other))) * 180) / Math.PI;
  };
  return { a: a ?? 0, b: b ?? 0, c: c ?? 0, alpha: angle(1, 2), beta: angle(0, 2), gamma: angle(0, 1) };
}

describe("findNeighbours", () => {
  it("finds the shells of a primitive cubic lattice: 6, 12, 8, 6", () => {
    const structure = p1Structure([{ species: ["Li"], position: [0.3, 0.4, 0.9] }], cubic(2));
    const within = (cutoff: number) => findNeighbours(structure, cutoff).counts[0];
    expect([2, 2.9, 3.5, 4].map(within)).toEqual([6, 18, 26, 32]);
  });

  it("counts a neighbour at exactly the cutoff", () => {
    const structure = p1Structure([{ species: ["Li"] }], cubic(5));
    expect(findNeighbours(structure, 5).counts[0]).toBe(6);
  });

  it("agrees with brute force for skewed, flat and tiny cells", () => {
    const edge = fc.double({ min: 2.5, max: 8, noNaN: true });
    const angle = fc.double({ min: 62, max: 118, noNaN: true });
    const coordinate = fc.double({ min: 0, max: 0.999, noNaN: true });
    const cell = fc.record({ a: edge, b: edge, c: edge, alpha: angle, beta: angle, gamma: angle });
    const sites = fc.array(fc.tuple(coordinate, coordinate, coordinate), { minLength: 1, maxLength: 3 });
    fc.assert(
      fc.property(
        cell,
        sites,
        fc.double({ min: 1, max: 4, noNaN: true }),
        (parameters, positions, cutoff) => {
          const lattice = Lattice.fromParameters(parameters);
          fc.pre(lattice !== undefined && lattice.volume > 0.5 * parameters.a * parameters.b * parameters.c);
          const expected = bruteForce(parameters, positions, cutoff);
          const gap = (distance: number) => Math.abs(distance - cutoff);
          fc.pre(
            bruteForce(parameters, positions, cutoff + 0.001)
              .flat()
              .every((d) => gap(d) > 1e-6),
          );
          const structure = p1Structure(
            positions.map((position) => ({ position, species: ["Li"] })),
            parameters,
          );
          const { offsets, distances } = findNeighbours(structure, cutoff);
          expected.forEach((row, i) => {
            const found = Array.from(distances.slice(offsets[i], offsets[i + 1])).sort((a, b) => a - b);
            expect(found.length).toBe(row.length);
            found.forEach((distance, k) => {
              expect(distance).toBeCloseTo(row[k] ?? NaN, 9);
            });
          });
        },
      ),
      { numRuns: 40 },
    );
  });

  it("finds the same in a cell that is far from reduced", () => {
    const edge = 3.7;
    const positions: Vector3[] = [
      [0.12, 0.31, 0.77],
      [0.58, 0.93, 0.05],
      [0.41, 0.26, 0.44],
    ];
    const expected = distancesWithin(positions, cubic(edge));
    const steps = fc.integer({ min: -40, max: 40 });
    fc.assert(
      fc.property(steps, steps, steps, (k, l, m) => {
        const skewed = positions.map(([x, y, z]): Vector3 => {
          const v = y - m * z;
          return [wrapped(x - k * v - l * z), wrapped(v), z];
        });
        const vectors: Vector3[] = [
          [edge, 0, 0],
          [k * edge, edge, 0],
          [l * edge, m * edge, edge],
        ];
        const found = distancesWithin(skewed, parametersOf(vectors));
        expect(found.length).toBe(expected.length);
        found.forEach((distance, i) => {
          expect(distance).toBeCloseTo(expected[i] ?? NaN, 6);
        });
      }),
      { numRuns: 50 },
    );
  });

  it("refuses a cell that is too full, so that nobody waits for it", () => {
    const structure = p1Structure([{ species: ["Li"] }], cubic(0.1));
    expect(isOverfull(structure, 5)).toBe(true);
    expect(() => findNeighbours(structure, 5)).toThrow(RangeError);
  });

  it("refuses a heap of sites, however large the cell around it", () => {
    const heap = (size: number) =>
      p1Structure(
        Array.from({ length: 4000 }, (_, i) => ({
          species: ["Li"],
          position: [(i % 20) * size, (Math.floor(i / 20) % 20) * size, Math.floor(i / 400) * size] as const,
        })),
        cubic(1000),
      );
    expect(isOverfull(heap(1e-4), 5)).toBe(true);
    expect(isOverfull(heap(3e-3), 5)).toBe(false);
  });
});
