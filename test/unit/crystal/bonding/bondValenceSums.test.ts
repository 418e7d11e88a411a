import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bondValenceSums } from "../../../../server/src/crystal/bonding/bondValenceSums";
import { coordinations } from "../../../../server/src/crystal/bonding/coordination";
import type { Structure } from "../../../../server/src/crystal/structure";
import { withEverySite } from "../../../../server/src/crystal/symmetry/everySite";
import { exampleStructure } from "../../../support/examples";
import { p1Structure, type Site } from "../../../support/structures";
import { cell, operators, rockSalt, structureOf } from "../cifText";

/** By label. */
function sumsOf(structure: Structure): Record<string, number | undefined> {
  const { sums } = bondValenceSums(structure);
  return Object.fromEntries(structure.orbits.map(({ label }, i) => [label, sums[i]]));
}

const instability = (structure: Structure) => bondValenceSums(structure).globalInstability;

/** All bond valence of a cell that ends at cations, or at anions. */
function totals(structure: Structure): { readonly positive: number; readonly negative: number } {
  const { occupantSums } = bondValenceSums(structure);
  let [positive, negative] = [0, 0];
  structure.orbits.forEach(({ multiplicity, occupants }, i) => {
    occupants.forEach(({ occupancy, oxidationState = 0 }, k) => {
      const valence = multiplicity * occupancy * (occupantSums[i]?.[k] ?? 0);
      if (oxidationState > 0) positive += valence;
      else negative += valence;
    });
  });
  return { positive, negative };
}

describe("the bond valence sum", () => {
  // Cell edges: Wyckoff, Crystal Structures, vol. 1 (1963); r0: Brown and Altermatt (1985), Brese and O'Keeffe (1991).
  it.each([
    ["LiF", "Li+", "F-", 4.0173, 1.36],
    ["NaCl", "Na+", "Cl-", 5.64056, 2.15],
    ["MgO", "Mg2+", "O2-", 4.2112, 1.693],
  ])("of %s is that of six bonds of half the cell edge", (_, cation, anion, edge, r0) => {
    const { A, B } = sumsOf(rockSalt(edge, cation, anion));
    const six = 6 * Math.exp((r0 - edge / 2) / 0.37);
    expect(A).toBeCloseTo(six, 10);
    expect(B).toBeCloseTo(-six, 10);
  });

  it("of quartz is that of its four known Si-O bonds, and of little more", () => {
    // Levien, Prewitt, Weidner, Am. Mineral. 65, 920 (1980): two bonds of 1.605 and two of 1.614 angstrom.
    const quartz = structureOf({
      cell: cell(4.916, 4.916, 5.4054, 90, 90, 120),
      symmetry: operators(
        ...["x,y,z", "-y,x-y,z+2/3", "-x+y,-x,z+1/3", "x-y,-y,-z", "y,x,-z+2/3", "-x,-x+y,-z+1/3"],
      ),
      sites: ["Si Si4+ 0.4697 0 0 1", "O O2- 0.4135 0.2669 0.1191 1"],
    });
    const four = 2 * Math.exp((1.624 - 1.605) / 0.37) + 2 * Math.exp((1.624 - 1.614) / 0.37);
    const [silicon] = coordinations(quartz);
    const nearest = silicon?.bonds.reduce((sum, { count, valence }) => sum + count * valence, 0) ?? NaN;
    // The lengths are known to half of 0.001 angstrom: (0.0005 / 0.37) 4.16 valence units.
    expect(Math.abs(nearest - four)).toBeLessThan(0.006);
    const { Si = NaN, O } = sumsOf(quartz);
    expect(Si).toBeGreaterThan(nearest);
    expect(O).toBeCloseTo(-Si / 2, 10);
    expect(instability(quartz)).toBeLessThan(0.2);
  });

  it.each(["Li3PS4", "Li3PO4", "LiFePO4", "Li2O", "LiCl"])(
    "of %s is within the instability of a stable crystal of the oxidation states",
    (name) => {
      // Salinas-Sanchez et al., J. Solid State Chem. 100, 201 (1992): above 0.2 none is stable at room temperature.
      expect(instability(exampleStructure(name))).toBeLessThan(0.2);
    },
  );

  it("falls by the factor exp(-stretch/b) where all bonds stretch alike", () => {
    // Within these factors the next Li-F distance, sqrt 3 times as long, is a bond of less than 0.01 valence units.
    const edge = 4.0173;
    const original = rockSalt(edge, "Li+", "F-");
    fc.assert(
      fc.property(fc.double({ min: 0.9, max: 1.5, noNaN: true }), (factor) => {
        const stretched = { ...original, lattice: original.lattice.scaled(factor) };
        const expected = (sumsOf(original)["A"] ?? NaN) * Math.exp((-(factor - 1) * edge) / 2 / 0.37);
        expect((sumsOf(stretched)["A"] ?? NaN) / expected).toBeCloseTo(1, 10);
      }),
    );
  });

  it("is undefined for neutral atoms, and where nothing is known of a bond", () => {
    const neutral = p1Structure([{ species: ["Li"] }, { species: ["Li"], position: [0.5, 0.5, 0.5] }]);
    expect(bondValenceSums(neutral)).toMatchObject({ sums: [undefined, undefined] });
    expect(instability(neutral)).toBeUndefined();
    const xenon = p1Structure([
      { species: ["Xe2+"] },
      { species: ["F-"], position: [0.4, 0, 0] },
      { species: ["Li+"], position: [0, 0.4, 0] },
    ]);
    const { sums } = bondValenceSums(xenon);
    expect(sums[0]).toBeUndefined();
    expect(sums[2]).toBeGreaterThan(0);
    expect(instability(xenon)).toBeUndefined();
  });
});

describe("bond valence sums are the same", () => {
  it.each(["Li10GeP2S12", "Li7La3Zr2O12", "LiFePO4"])("for %s with and without its symmetry", (name) => {
    const structure = exampleStructure(name);
    const { sums, globalInstability } = bondValenceSums(structure);
    const spread = bondValenceSums(withEverySite(structure));
    const expected = structure.orbits.flatMap(({ multiplicity }, i) =>
      Array.from({ length: multiplicity }, () => sums[i] ?? NaN),
    );
    expect(spread.sums.length).toBe(expected.length);
    spread.sums.forEach((sum, k) => {
      expect(sum).toBeCloseTo(expected[k] ?? NaN, 9);
    });
    expect(spread.globalInstability).toBeCloseTo(globalInstability ?? NaN, 9);
  });

  it("in another setting of the space group: P 2/c as P 2/n, c' = -a - c", () => {
    const [a, c, beta] = [6, 7, (100 * Math.PI) / 180];
    const newC = Math.sqrt(a * a + c * c + 2 * a * c * Math.cos(beta));
    const newBeta = (Math.acos(-(a + c * Math.cos(beta)) / newC) * 180) / Math.PI;
    const atoms: readonly (readonly [string, number, number, number])[] = [
      ["Li Li+", 0.1, 0.2, 0.15],
      ["S S2-", 0.35, 0.3, 0.3],
      ["P P5+", 0.62, 0.1, 0.4],
    ];
    // x a + y b + z c = (x - z) a + y b - z c'.
    const first = structureOf({
      cell: cell(a, 5, c, 90, 100, 90),
      symmetry: operators("x,y,z", "-x,y,-z+1/2", "-x,-y,-z", "x,-y,z+1/2"),
      sites: atoms.map(([name, x, y, z]) => `${name} ${x} ${y} ${z} 1`),
    });
    const second = structureOf({
      cell: cell(a, 5, newC, 90, newBeta, 90),
      symmetry: operators("x,y,z", "-x+1/2,y,-z+1/2", "-x,-y,-z", "x+1/2,-y,z+1/2"),
      sites: atoms.map(([name, x, y, z]) => `${name} ${x - z} ${y} ${-z} 1`),
    });
    expect(second.lattice.volume).toBeCloseTo(first.lattice.volume, 8);
    const sums = sumsOf(first);
    for (const [label, sum] of Object.entries(sumsOf(second))) expect(sum).toBeCloseTo(sums[label] ?? NaN, 8);
  });

  it("in a supercell", () => {
    const sites = [
      { species: ["Li+ 0.5"], position: [0.1, 0.2, 0.3] as const },
      { species: ["P5+"], position: [0.6, 0.1, 0.05] as const },
      { species: ["S2- 0.8", "Cl- 0.2"], position: [0.3, 0.7, 0.45] as const },
    ];
    const doubled = sites.flatMap(({ species, position: [x, y, z] }) =>
      [0, 1].map((k): Site => ({ species, position: [x, (y + k) / 2, z] })),
    );
    const { sums } = bondValenceSums(p1Structure(sites));
    const twice = bondValenceSums(p1Structure(doubled, { b: 10 })).sums;
    twice.forEach((sum, k) => {
      expect(sum).toBeCloseTo(sums[k >> 1] ?? NaN, 10);
    });
  });
});

const states = ["Li+", "Na+", "Mg2+", "P5+", "O2-", "S2-", "Cl-"] as const;
const fraction = fc.double({ min: 0, max: 1, noNaN: true });
const anySite = fc.record({
  species: fc.array(
    fc
      .tuple(fc.constantFrom(...states), fc.constantFrom(0.25, 0.5, 1))
      .map(([species, occupancy]) => `${species} ${occupancy}`),
    { minLength: 1, maxLength: 2 },
  ),
  position: fc.tuple(fraction, fraction, fraction),
});
/** Sites anywhere, full or not, alone or with others, split sites among them. */
const anyCrystal = fc
  .array(anySite, { minLength: 2, maxLength: 6 })
  .map((sites) => p1Structure(sites, { a: 5, b: 6, c: 7, alpha: 75, beta: 100, gamma: 110 }));

describe("every bond has two ends", () => {
  it("so that the valences of cations and anions add up to zero, each weighed by its atoms", () => {
    fc.assert(
      fc.property(anyCrystal, (structure) => {
        const { positive, negative } = totals(structure);
        expect(positive).toBeGreaterThanOrEqual(0);
        expect(Math.abs(positive + negative)).toBeLessThanOrEqual(1e-9 * positive);
      }),
    );
  });

  it.each(["Li10GeP2S12", "Li6PS5Cl", "Li7La3Zr2O12", "Li0.5La0.5TiO3", "Li3PS4"])("in %s too", (name) => {
    const { positive, negative } = totals(exampleStructure(name));
    expect(positive).toBeGreaterThan(0);
    expect(-negative / positive).toBeCloseTo(1, 10);
  });
});
