import { describe, expect, it } from "vitest";
import { bondValenceSums } from "../../../../server/src/crystal/bonding/bondValenceSums";
import { coordinations } from "../../../../server/src/crystal/bonding/coordination";
import type { Structure } from "../../../../server/src/crystal/structure";
import { exampleStructure } from "../../../support/examples";
import { p1Structure } from "../../../support/structures";
import { cell, structureOf } from "../cifText";

/** Half the cell edge of rock salt, angstrom. */
const distance = 2;
/** r0 of Brown and Altermatt (1985), b 0.37. */
const lithiumFluoride = Math.exp((1.36 - distance) / 0.37);
const sodiumFluoride = Math.exp((1.677 - distance) / 0.37);

const rockSalt = (...sites: string[]) =>
  structureOf({
    cell: cell(2 * distance, 2 * distance, 2 * distance, 90, 90, 90),
    symmetry: "_symmetry_space_group_name_H-M 'F m -3 m'",
    sites,
  });
const sumsOf = (structure: Structure) => bondValenceSums(structure).sums.map((sum) => sum ?? NaN);
const numbersOf = (structure: Structure) => coordinations(structure).map(({ number }) => number);

describe("a partly occupied site", () => {
  const half = rockSalt("Li1 Li+ 0 0 0 0.5", "F1 F- 0.5 0 0 1");

  it("counts by its occupancy as a neighbour; its own sum is that of an atom that is there", () => {
    const [lithium = NaN, fluorine = NaN] = sumsOf(half);
    expect(lithium).toBeCloseTo(6 * lithiumFluoride, 10);
    expect(fluorine).toBeCloseTo(-3 * lithiumFluoride, 10);
    expect(numbersOf(half)).toEqual([6, 3]);
  });

  it("weighs by its occupancy in the global instability", () => {
    const squares = 0.5 * (6 * lithiumFluoride - 1) ** 2 + (3 * lithiumFluoride - 1) ** 2;
    expect(bondValenceSums(half).globalInstability).toBeCloseTo(Math.sqrt(squares / 1.5), 10);
  });
});

describe("a shared site", () => {
  const shared = rockSalt("Li1 Li+ 0 0 0 0.25", "Na1 Na+ 0 0 0 0.75", "F1 F- 0.5 0 0 1");

  it("has a sum for each occupant, and their mean by occupancy", () => {
    const { occupantSums, sums } = bondValenceSums(shared);
    expect(occupantSums[0]).toEqual([
      expect.closeTo(6 * lithiumFluoride, 10),
      expect.closeTo(6 * sodiumFluoride, 10),
    ]);
    const mean = 6 * (0.25 * lithiumFluoride + 0.75 * sodiumFluoride);
    expect(sums).toEqual([expect.closeTo(mean, 10), expect.closeTo(-mean, 10)]);
  });

  it("is bonded as often as each of its occupants, with the mean valence", () => {
    const [cation, anion] = coordinations(shared);
    expect([cation?.number, anion?.number]).toEqual([expect.closeTo(6, 10), expect.closeTo(6, 10)]);
    const valence = 0.25 * lithiumFluoride + 0.75 * sodiumFluoride;
    expect(cation?.bonds).toEqual([
      {
        orbit: 1,
        distance: expect.closeTo(distance, 10) as number,
        count: 6,
        valence: expect.closeTo(valence, 10) as number,
      },
    ]);
  });

  it("has no sum where nothing is known of a bond of one occupant", () => {
    const withXenon = rockSalt("Li1 Li+ 0 0 0 0.5", "Xe1 Xe2+ 0 0 0 0.5", "F1 F- 0.5 0 0 1");
    const { occupantSums, sums, globalInstability } = bondValenceSums(withXenon);
    expect(occupantSums[0]).toEqual([expect.closeTo(6 * lithiumFluoride, 10), undefined]);
    expect([sums, globalInstability]).toEqual([[undefined, undefined], undefined]);
  });
});

describe("sites too close to be filled together", () => {
  // At 1 angstrom a Li-F bond would have 2.6 valence units, far more than lithium's charge.
  const pair = (lithium: string, fluorine: string) =>
    p1Structure([{ species: [lithium] }, { species: [fluorine], position: [0.1, 0, 0] }], {
      a: 10,
      b: 10,
      c: 10,
    });

  it.each([
    ["Li+ 0.5", "F-"],
    ["Li+", "F- 0.5"],
  ])("do not bond: %s, %s", (lithium, fluorine) => {
    const structure = pair(lithium, fluorine);
    expect(sumsOf(structure).map(Math.abs)).toEqual([0, 0]);
    expect(numbersOf(structure)).toEqual([0, 0]);
  });

  it("bond all the same where both are always filled: the file says so", () => {
    const structure = pair("Li+", "F-");
    expect(sumsOf(structure)[0]).toBeCloseTo(Math.exp(0.36 / 0.37), 10);
    expect(numbersOf(structure)).toEqual([1, 1]);
  });

  it("leave argyrodite its tetrahedra", () => {
    // Deiseroth et al., Angew. Chem. 47, 755 (2008): PS4, and lithium on split sites.
    const structure = exampleStructure("Li6PS5Cl");
    const phosphorus = structure.orbits.findIndex(({ occupants }) => occupants[0]?.element === "P");
    expect(numbersOf(structure)[phosphorus]).toBe(4);
  });
});
