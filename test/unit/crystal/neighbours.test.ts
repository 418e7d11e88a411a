import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Lattice, type LatticeParameters, type Vector3 } from "../../../server/src/crystal/lattice";
import { findNeighbours, isOverfull } from "../../../server/src/crystal/neighbours";
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
