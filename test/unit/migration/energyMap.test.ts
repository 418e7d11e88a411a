import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { complementaryError } from "../../../server/src/crystal/ewald/complementaryError";
import type { Structure } from "../../../server/src/crystal/structure";
import { energyMap } from "../../../server/src/migration/energyMap";
import { EnergyField } from "../../../server/src/migration/energyField";
import { gridShape, pointCount, pointPosition, type GridShape } from "../../../server/src/migration/grid";
import { unwatched } from "../../../server/src/migration/watch";
import { exampleStructure } from "../../support/examples";
import { antifluorite, frameworkFor, telluride } from "../../support/migration";
import { p1Structure } from "../../support/structures";
import { withEverySite } from "../../../server/src/crystal/symmetry/everySite";

function valuesOf(structure: Structure, shape: GridShape): Float32Array {
  const map = energyMap(frameworkFor(structure), shape, unwatched);
  if (!map) throw new Error("It was stopped.");
  return map.values;
}

/** Of the points that a mobile ion can reach. */
function largestDifference(some: ArrayLike<number>, others: ArrayLike<number>): number {
  return Array.from(some).reduce(
    (most, value, i) => (value < 20 ? Math.max(most, Math.abs(value - (others[i] ?? NaN))) : most),
    0,
  );
}

/** Two sites that sulfur shares with chlorine, phosphorus with germanium, and one with some lithium. */
const disordered = p1Structure(
  [
    { species: ["S2- 0.7", "Cl- 0.3"], position: [0, 0, 0] },
    { species: ["P5+ 0.6", "Ge4+ 0.2"], position: [0.5, 0.45, 0.1] },
    { species: ["Li+ 0.8", "Zn2+ 0.2"], position: [0.1, 0.5, 0.6] },
  ],
  { a: 5.3, b: 4.7, c: 6.1, alpha: 81, beta: 97, gamma: 104 },
);

/** The sum over all atoms within 10 angstrom, as it is written in the paper; parameters of Li1+ by hand. */
function fullSum(place: readonly [number, number, number]): number {
  const { lattice, orbits } = disordered;
  const anions = new Map([
    ["S", { depth: 1.04027, distance: 2.40971, b: 0.653 }],
    ["Cl", { depth: 0.49302, distance: 2.39647, b: 0.634 }],
  ]);
  const cations = new Map([
    ["P", { charge: 5, shell: 3, radius: 1.1 }],
    ["Ge", { charge: 4, shell: 4, radius: 1.22 }],
    ["Zn", { charge: 2, shell: 4, radius: 1.21 }],
  ]);
  const negative = (0.7 * 2 + 0.3) / Math.sqrt(3);
  const positive = (0.6 * 5) / Math.sqrt(3) + (0.2 * 4) / 2 + 0.8 / Math.SQRT2 + (0.2 * 2) / 2;
  let energy = 0;
  for (const { position, occupants } of orbits)
    for (let i = -4; i <= 4; i++)
      for (let j = -4; j <= 4; j++)
        for (let k = -4; k <= 4; k++) {
          const distance = lattice.length([
            place[0] - position[0] + i,
            place[1] - position[1] + j,
            place[2] - position[2] + k,
          ]);
          if (distance > 10) continue;
          for (const { element, occupancy } of occupants) {
            const [anion, cation] = [anions.get(element), cations.get(element)];
            if (anion) {
              const e = Math.exp((anion.distance - distance) / anion.b);
              energy += (occupancy * anion.depth * ((e - 1) ** 2 - 1)) / 2;
            }
            if (cation) {
              const { charge, shell, radius } = cation;
              const screened = complementaryError(distance / (0.74 * (1.31 + radius))) / distance;
              const repulsion = ((14.4 * negative) / positive) * (charge / Math.sqrt(2 * shell)) * screened;
              energy += occupancy * (distance < radius ? 300 * 14.4 : repulsion);
            }
          }
        }
  return energy;
}

describe("energyMap", () => {
  const shape: GridShape = [7, 6, 9];
  const expected = Array.from({ length: pointCount(shape) }, (_, point) =>
    fullSum(pointPosition(shape, point)),
  );

  it("is the full sum over a disordered framework, each species by its occupancy", () => {
    expect(expected.filter((energy) => energy < 20).length).toBeGreaterThan(100);
    expect(largestDifference(expected, valuesOf(disordered, shape))).toBeLessThan(1e-5);
  });

  it("is the same between the points, with the slopes of the sum", () => {
    const field = new EnergyField(frameworkFor(disordered));
    const { lattice } = disordered;
    const place = [0.13, 0.81, 0.37] as const;
    const { energy, gradient } = field.at(lattice.cartesian(place));
    expect(energy).toBeCloseTo(fullSum(place), 6);
    const step = 1e-3;
    const [x, y, z] = lattice.cartesian(place);
    const beside = [
      lattice.fractional([x + step, y, z]),
      lattice.fractional([x, y + step, z]),
      lattice.fractional([x, y, z + step]),
    ];
    const before = [
      lattice.fractional([x - step, y, z]),
      lattice.fractional([x, y - step, z]),
      lattice.fractional([x, y, z - step]),
    ];
    beside.forEach((there, axis) => {
      const slope = (fullSum(there) - fullSum(before[axis] ?? there)) / (2 * step);
      expect(gradient[axis]).toBeCloseTo(slope, 3);
    });
  });

  it.each(["Li10GeP2S12", "Li3N", "Li3BS3", "LiTi2(PO4)3"])(
    "of %s is the same with its symmetry and from every atom of the cell",
    (name) => {
      const structure = exampleStructure(name);
      const shape = gridShape(structure.lattice, structure.operations, 0.5);
      const all = valuesOf(withEverySite(structure), shape);
      expect(largestDifference(all, valuesOf(structure, shape))).toBeLessThan(2e-3);
    },
  );

  it("uses what symmetry a grid leaves", () => {
    const structure = exampleStructure("Li10GeP2S12");
    const all = valuesOf(withEverySite(structure), [17, 18, 23]);
    expect(largestDifference(all, valuesOf(structure, [17, 18, 23]))).toBeLessThan(2e-3);
  });

  it("moves with the origin of the cell", () => {
    const { orbits, ...rest } = disordered;
    const shift = [3 / 7, 1 / 6, 5 / 9] as const;
    const moved = p1Structure(
      orbits.map(({ position, occupants }) => ({
        position: [position[0] + shift[0], position[1] + shift[1], position[2] + shift[2]] as const,
        species: occupants.map(
          ({ element, oxidationState = 0, occupancy }) =>
            `${element}${Math.abs(oxidationState)}${oxidationState < 0 ? "-" : "+"} ${occupancy}`,
        ),
      })),
      rest.lattice.parameters,
    );
    const values = valuesOf(disordered, shape);
    const there = valuesOf(moved, shape);
    fc.assert(
      fc.property(fc.nat(6), fc.nat(5), fc.nat(8), (i, j, k) => {
        const here = values[(i * 6 + j) * 9 + k] ?? NaN;
        const image = there[(((i + 3) % 7) * 6 + ((j + 1) % 6)) * 9 + ((k + 5) % 9)] ?? NaN;
        expect(Math.abs(here - image)).toBeLessThan(1e-4 * Math.max(1, Math.abs(here)));
      }),
    );
  });

  it("has only the energies of the cell in a cell of several", () => {
    const single = antifluorite();
    const double = p1Structure(
      single.orbits.flatMap(({ position: [x, y, z], occupants }) =>
        [0, 1].map((cell) => ({
          position: [(x + cell) / 2, y, z] as const,
          species: [occupants[0]?.element === "Li" ? "Li+" : "Te2-"],
        })),
      ),
      { a: 2 * telluride, b: telluride, c: telluride },
    );
    const values = valuesOf(single, [8, 8, 8]);
    const twice = valuesOf(double, [16, 8, 8]);
    expect(largestDifference(values, twice.subarray(0, 512))).toBeLessThan(1e-5);
    expect(largestDifference(values, twice.subarray(512))).toBeLessThan(1e-5);
  });

  it("stops when it is told to", () => {
    expect(energyMap(frameworkFor(disordered), shape, () => false)).toBeUndefined();
  });
});
