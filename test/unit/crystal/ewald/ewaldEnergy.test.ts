import { readdirSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseCif } from "../../../../server/src/cif/parser";
import { ewaldEnergy } from "../../../../server/src/crystal/ewald/ewaldEnergy";
import { coulombConstant, ewaldSum, splitting } from "../../../../server/src/crystal/ewald/ewaldSum";
import { readStructures } from "../../../../server/src/crystal/reading/readStructure";
import { siteCount, type Structure } from "../../../../server/src/crystal/structure";
import { hasShared, readSharedText, sharedPath } from "../../../support/shared";
import { p1Structure, type Site } from "../../../support/structures";
import { cubic } from "../cifText";

function energyOf(structure: Structure): number {
  const result = ewaldEnergy(structure);
  if (!result.ok) throw new Error(result.reason);
  return result.energy;
}

describe("the electrostatic energy of a crystal", () => {
  // Madelung constants to the shortest distance of unlike ions: E = -M z^2 ke^2 / d for a pair of ions.
  it.each([
    ["rock salt", cubic(4, "F m -3 m", "Na Na+ 0 0 0 1", "Cl Cl- 0.5 0 0 1"), 4, 2, 1.747564594633182],
    [
      "caesium chloride",
      cubic(4, "P m -3 m", "Cs Cs+ 0 0 0 1", "Cl Cl- 0.5 0.5 0.5 1"),
      1,
      2 * Math.sqrt(3),
      1.7626747731,
    ],
    [
      "zinc blende",
      cubic(4, "F -4 3 m", "Cu Cu+ 0 0 0 1", "Cl Cl- 0.25 0.25 0.25 1"),
      4,
      Math.sqrt(3),
      1.6380550534,
    ],
  ])("gives the Madelung constant of %s", (_, structure, pairs, distance, madelung) => {
    const constant = (-energyOf(structure) * distance) / (pairs * coulombConstant);
    expect(Math.abs(constant / madelung - 1)).toBeLessThan(1e-10);
  });

  it("gives that of a charge in a uniform background on a simple cubic lattice", () => {
    const lone = p1Structure([{ species: ["Li+"] }], { a: 3, b: 3, c: 3 });
    expect(Math.abs((-energyOf(lone) * 2 * 3) / coulombConstant / 2.837297479480619 - 1)).toBeLessThan(1e-10);
  });

  const skewed = { a: 4, b: 7, c: 23, alpha: 40, beta: 65, gamma: 80 };
  const ions: readonly Site[] = [
    { species: ["Li+"], position: [0.1, 0.2, 0.3] },
    { species: ["P5+"], position: [0.6, 0.1, 0.05] },
    { species: ["S2-"], position: [0.3, 0.8, 0.45] },
    { species: ["O2-"], position: [0.8, 0.5, 0.75] },
  ];

  it("does not depend on how the sum is divided between real and reciprocal space", () => {
    const structure = p1Structure(ions, skewed);
    const charges = Float64Array.of(1, 5, -2, -2);
    const [first = 0, ...others] = [0.2, 0.35, 0.6].map(
      (alpha) => ewaldSum(structure, charges, splitting(alpha)) ?? NaN,
    );
    for (const other of others) expect(Math.abs(other / first - 1)).toBeLessThan(1e-10);
  });

  it("does not depend on the origin", () => {
    fc.assert(
      fc.property(
        fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true })),
        ([u, v]) => {
          const moved = ions.map(({ species, position: [x, y, z] = [0, 0, 0] }) => ({
            species,
            position: [x + u, y + v, z - u] as const,
          }));
          const ratio = energyOf(p1Structure(moved, skewed)) / energyOf(p1Structure(ions, skewed));
          expect(Math.abs(ratio - 1)).toBeLessThan(1e-10);
        },
      ),
      { numRuns: 10 },
    );
  });

  it("doubles with the cell", () => {
    const doubled = ions.flatMap(({ species, position: [x, y, z] = [0, 0, 0] }) =>
      [0, 1].map((shift) => ({ species, position: [(x + shift) / 2, y, z] as const })),
    );
    const ratio = energyOf(p1Structure(doubled, { ...skewed, a: 8 })) / energyOf(p1Structure(ions, skewed));
    // The net charge of the cell keeps its density, so that the background does not matter.
    expect(Math.abs(ratio / 2 - 1)).toBeLessThan(1e-10);
  });

  it("falls with the length of the cell as Coulomb's law says", () => {
    const structure = p1Structure(ions);
    const larger = { ...structure, lattice: structure.lattice.scaled(2) };
    expect(Math.abs((energyOf(larger) * 2) / energyOf(structure) - 1)).toBeLessThan(1e-10);
  });

  it("is refused in words where it means nothing", () => {
    const disordered = ewaldEnergy(p1Structure([{ species: ["Li+ 0.5"] }]));
    expect(disordered).toMatchObject({ ok: false, reason: expect.stringContaining("order") as unknown });
    expect(ewaldEnergy(p1Structure([{ species: ["Li"] }]))).toMatchObject({
      ok: false,
      reason: expect.stringContaining("oxidation state") as unknown,
    });
  });
});

interface Reference {
  readonly id: string;
  readonly cif: string;
  readonly ewald?: { readonly oxidation: Readonly<Record<string, number>>; readonly total_eV: number };
}

describe.skipIf(!hasShared)("the electrostatic energy of measured electrolytes, beside pymatgen", () => {
  const folder = ["reference", "crystal", "obelix"];
  const references = (hasShared ? readdirSync(sharedPath(...folder)) : [])
    .filter((name) => /^\w{3}\.json$/.test(name))
    .map((name) => JSON.parse(readSharedText(...folder, name)) as Reference)
    .flatMap((reference) => (reference.ewald ? [{ ...reference, ewald: reference.ewald }] : []));

  it.each(references)("agrees on $id", ({ cif, ewald }) => {
    const structure = readStructures(parseCif(readSharedText(cif)))[0]?.structure;
    if (!structure) throw new Error("the file holds no structure");
    expect(siteCount(structure)).toBeGreaterThan(0);
    for (const { element, oxidationState } of structure.orbits.flatMap(({ occupants }) => occupants))
      expect(oxidationState).toBe(ewald.oxidation[element]);
    expect(Math.abs(energyOf(structure) / ewald.total_eV - 1)).toBeLessThan(1e-6);
  });
});
