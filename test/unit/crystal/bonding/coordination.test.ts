import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { coordinations } from "../../../../server/src/crystal/bonding/coordination";
import type { Structure } from "../../../../server/src/crystal/structure";
import { exampleStructure } from "../../../support/examples";
import { p1Structure, type Site } from "../../../support/structures";
import { cell, structureOf } from "../cifText";

const cubic = (edge: number, spaceGroup: string, ...sites: string[]) =>
  structureOf({
    cell: cell(edge, edge, edge, 90, 90, 90),
    symmetry: `_symmetry_space_group_name_H-M '${spaceGroup}'`,
    sites,
  });
const hexagonal = (a: number, c: number, spaceGroup: string, ...sites: string[]) =>
  structureOf({
    cell: cell(a, a, c, 90, 90, 120),
    symmetry: `_symmetry_space_group_name_H-M '${spaceGroup}'`,
    sites,
  });

/** By label. */
const numbersOf = (structure: Structure) => {
  const found = coordinations(structure);
  return Object.fromEntries(structure.orbits.map(({ label }, i) => [label, found[i]?.number]));
};

/** Bonds of a site as `count x label distance`. */
const bondsOf = (structure: Structure, label: string) =>
  coordinations(structure)[structure.orbits.findIndex((orbit) => orbit.label === label)]?.bonds.map(
    ({ orbit, count, distance }) =>
      `${count} x ${structure.orbits[orbit]?.label ?? ""} ${distance.toFixed(3)}`,
  );

// Cell edges: Wyckoff, Crystal Structures, vol. 1 and 2, 2nd ed. (1963, 1964).
describe("the coordination of ions", () => {
  it.each([
    ["rock salt", cubic(5.64056, "F m -3 m", "Na Na+ 0 0 0 1", "Cl Cl- 0.5 0 0 1"), { Na: 6, Cl: 6 }],
    ["zinc blende", cubic(5.4093, "F -4 3 m", "Zn Zn2+ 0 0 0 1", "S S2- 0.25 0.25 0.25 1"), { Zn: 4, S: 4 }],
    [
      "caesium chloride",
      cubic(4.123, "P m -3 m", "Cs Cs+ 0 0 0 1", "Cl Cl- 0.5 0.5 0.5 1"),
      { Cs: 8, Cl: 8 },
    ],
    ["fluorite", cubic(5.46295, "F m -3 m", "Ca Ca2+ 0 0 0 1", "F F- 0.25 0.25 0.25 1"), { Ca: 8, F: 4 }],
    ["antifluorite", cubic(4.619, "F m -3 m", "O O2- 0 0 0 1", "Li Li+ 0.25 0.25 0.25 1"), { O: 8, Li: 4 }],
    [
      // 6 bonds of Ti and 12 of Sr end at three O: two and four at each.
      "perovskite",
      cubic(3.905, "P m -3 m", "Sr Sr2+ 0.5 0.5 0.5 1", "Ti Ti4+ 0 0 0 1", "O O2- 0.5 0 0 1"),
      { Sr: 12, Ti: 6, O: 6 },
    ],
    [
      "spinel",
      structureOf({
        cell: cell(8.0832, 8.0832, 8.0832, 90, 90, 90),
        symmetry: "_space_group_name_H-M_alt 'F d -3 m :2'",
        sites: ["Mg Mg2+ 0.125 0.125 0.125 1", "Al Al3+ 0.5 0.5 0.5 1", "O O2- 0.2624 0.2624 0.2624 1"],
      }),
      { Mg: 4, Al: 6, O: 4 },
    ],
    [
      "rutile",
      structureOf({
        cell: cell(4.59373, 4.59373, 2.95812, 90, 90, 90),
        symmetry: "_symmetry_space_group_name_H-M 'P 42/m n m'",
        sites: ["Ti Ti4+ 0 0 0 1", "O O2- 0.3053 0.3053 0 1"],
      }),
      { Ti: 6, O: 3 },
    ],
    [
      "wurtzite",
      hexagonal(3.811, 6.234, "P 63 m c", "Zn Zn2+ 0.333333 0.666667 0 1", "S S2- 0.333333 0.666667 0.375 1"),
      { Zn: 4, S: 4 },
    ],
  ])("is that of %s", (_, structure, numbers) => {
    expect(numbersOf(structure)).toEqual(numbers);
  });

  it.each([
    ["Li3PS4", { Li1: 4, Li2: 4, P1: 4, S1: 4, S2: 4, S3: 4 }],
    ["Li3PO4", { P1: 4 }],
    ["LiFePO4", { Li1: 6, Fe1: 6, P1: 4, O1: 4, O2: 4, O3: 4 }],
    ["Li3N", { Li1: 2, Li2: 3, N1: 8 }],
    ["Li3BS3", { Li1: 4, Li2: 4, B1: 3 }],
    ["Li7La3Zr2O12", { La1: 8, Zr1: 6 }],
    ["Li3OCl", { Li1: 6, O1: 6, Cl1: 12 }],
  ])("is that of the published structure of %s", (name, numbers) => {
    expect(numbersOf(exampleStructure(name))).toMatchObject(numbers);
  });

  it("tells the bonds, nearest first", () => {
    // c/2 to the lithium between the sheets, a / sqrt 3 to that within.
    expect(bondsOf(exampleStructure("Li3N"), "N1")).toEqual(["2 x Li1 1.938", "6 x Li2 2.106"]);
  });

  it("ends where a bond has 4 % of the cation's charge, 1.191 angstrom beyond that of one valence unit", () => {
    // Li-O of 1 valence unit: 1.466 angstrom, and -0.37 ln 0.04 = 1.19097.
    const pair = (distance: number, cation = "Li+") =>
      p1Structure([{ species: [cation] }, { species: ["O2-"], position: [distance / 20, 0, 0] }], {
        a: 20,
        b: 20,
        c: 20,
      });
    const number = (structure: Structure) => numbersOf(structure)["X1"];
    expect(number(pair(2.656))).toBe(1);
    expect(number(pair(2.658))).toBe(0);
    // P5+: 1.617 - 0.37 ln 0.2 = 2.21249.
    expect(number(pair(2.212, "P5+"))).toBe(1);
    expect(number(pair(2.213, "P5+"))).toBe(0);
  });
});

describe("the coordination of non-metals of like sign", () => {
  /** An ion at each end of an edge of this length, far from all others. */
  const pair = (species: string, distance: number) =>
    numbersOf(
      p1Structure([{ species: [species] }, { species: [species], position: [distance / 20, 0, 0] }], {
        a: 20,
        b: 20,
        c: 20,
      }),
    );

  it.each([
    ["disulfide", "S-", 2.06],
    ["peroxide", "O-", 1.49],
    ["hypodiphosphate, P-P", "P4+", 2.2],
    ["hydrazine, N-N", "N2-", 1.45],
  ])("counts the bond of %s", (_, species, distance) => {
    expect(pair(species, distance)).toEqual({ X1: 1, X2: 1 });
  });

  it.each([
    ["S-S edges of a PS4 tetrahedron", "S2-", 3.35],
    ["O-O edges of a PO4 tetrahedron", "O2-", 2.5],
    ["lithium ions", "Li+", 2.0],
  ])("does not count %s", (_, species, distance) => {
    expect(pair(species, distance)).toEqual({ X1: 0, X2: 0 });
  });
});

describe("the coordination of neutral atoms", () => {
  // Cell edges in angstrom: Wyckoff, Crystal Structures, vol. 1, 2nd ed. (1963).
  it.each([
    ["Li", 3.5093],
    ["Na", 4.2906],
    ["V", 3.024],
    ["Cr", 2.8839],
    ["Fe", 2.8665],
    ["W", 3.1648],
  ])("is 8 in body-centred %s", (element, edge) => {
    expect(numbersOf(cubic(edge, "I m -3 m", `M ${element} 0 0 0 1`))).toEqual({ M: 8 });
  });

  it.each([
    ["Al", 4.04958],
    ["Cu", 3.61496],
    ["Ag", 4.0862],
    ["Pb", 4.9505],
  ])("is 12 in cubic close-packed %s", (element, edge) => {
    expect(numbersOf(cubic(edge, "F m -3 m", `M ${element} 0 0 0 1`))).toEqual({ M: 12 });
  });

  it.each([
    ["Mg", 3.2095, 5.2107],
    ["Ti", 2.95, 4.686],
    ["Zn", 2.665, 4.947],
  ])("is 12 in hexagonal close-packed %s", (element, a, c) => {
    const metal = hexagonal(a, c, "P 63/m m c", `M ${element} 0.333333 0.666667 0.25 1`);
    expect(numbersOf(metal)).toEqual({ M: 12 });
  });

  it.each([
    ["C", 3.56679],
    ["Si", 5.4307],
  ])("is 4 in diamond-like %s", (element, edge) => {
    expect(
      numbersOf(cubic(edge, "F -4 3 m", `A ${element} 0 0 0 1`, `B ${element} 0.25 0.25 0.25 1`)),
    ).toEqual({
      A: 4,
      B: 4,
    });
  });
});

describe("a coordination", () => {
  const fraction = fc.double({ min: 0, max: 1, noNaN: true });
  const site = fc.record({
    species: fc.constantFrom("Li+", "Li+ 0.5", "P5+", "S2-", "S2- 0.5", "O2-").map((species) => [species]),
    position: fc.tuple(fraction, fraction, fraction),
  });
  const crystal = fc
    .array(site, { minLength: 1, maxLength: 6 })
    .map((sites: Site[]) => p1Structure(sites, { a: 5, b: 6, c: 7, alpha: 75, beta: 100, gamma: 110 }));

  it("is mutual: two sites that are bonded are so from both ends, as often and as far", () => {
    fc.assert(
      fc.property(crystal, (structure) => {
        const found = coordinations(structure);
        found.forEach(({ bonds }, i) => {
          for (const { orbit, count, distance } of bonds) {
            const back = found[orbit]?.bonds.filter(
              (bond) => bond.orbit === i && Math.abs(bond.distance - distance) < 1e-6,
            );
            expect(back?.map((bond) => bond.count)).toEqual([count]);
          }
        });
      }),
    );
  });

  it("is the sum of the bonded sites' occupancies", () => {
    fc.assert(
      fc.property(crystal, (structure) => {
        for (const { number, bonds } of coordinations(structure)) {
          const atoms = bonds.reduce(
            (sum, { orbit, count }) =>
              sum + count * (structure.orbits[orbit]?.occupants[0]?.occupancy ?? NaN),
            0,
          );
          expect(number).toBeCloseTo(atoms, 9);
        }
      }),
    );
  });
});
