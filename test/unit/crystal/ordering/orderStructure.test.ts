import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseCif } from "../../../../server/src/cif/parser";
import { ewaldEnergy } from "../../../../server/src/crystal/ewald/ewaldEnergy";
import { orderStructure, type Ordering } from "../../../../server/src/crystal/ordering/orderStructure";
import { readStructures } from "../../../../server/src/crystal/reading/readStructure";
import { shortestDistances } from "../../../../server/src/crystal/shortestDistances";
import { composition, isOrdered, siteCount, type Structure } from "../../../../server/src/crystal/structure";
import { hasShared, readSharedText } from "../../../support/shared";
import { p1Structure, type Site } from "../../../support/structures";
import { cell, structureOf } from "../cifText";
import { exampleStructure } from "../../../support/examples";

function ordered(structure: Structure, options = {}): Ordering & { readonly ok: true } {
  const result = orderStructure(structure, options);
  if (!result.ok) throw new Error(result.reason);
  return result;
}

/** Half of the sites of a primitive cubic lattice filled by one ion, half by another. */
const saltOf = (cells: readonly [number, number, number]) =>
  ordered(p1Structure([{ species: ["Na+ 0.5", "Cl- 0.5"] }], { a: 2, b: 2, c: 2 }), {
    repeats: cells,
    most: 50,
  });

describe("ordering a disordered structure", () => {
  it("finds rock salt where two ions share a simple cubic lattice", () => {
    const [lowest] = saltOf([2, 2, 2]).orderings;
    // Four pairs of ions, 2 angstrom apart, with the Madelung constant of rock salt.
    expect(lowest?.energy).toBeCloseTo((-4 * 1.747564594633182 * 14.39964547842567) / 2, 6);
  });

  it("looks at every placement and keeps one of each set that symmetry makes equal", () => {
    const { orderings, complete, considered } = saltOf([2, 2, 1]);
    expect([complete, considered]).toEqual([true, 6]);
    // Checkerboard, and stripes along a or b, which the lattice of the test (P1) does not make equal.
    expect(orderings).toHaveLength(3);
    const energies = orderings.map(({ energy }) => energy);
    expect(energies[1]).toBeCloseTo(energies[2] ?? 0, 8);
    expect(energies[0]).toBeLessThan(energies[1] ?? 0);
  });

  it("shares atoms among all sites of the same occupancies, in whatever order they are listed", () => {
    const near: Site = { species: ["Li+ 0.5"], position: [0.5, 0.5, 0.2] };
    const far: Site = { species: ["Li+ 0.5"], position: [0.5, 0.5, 0.55] };
    const anion: Site = { species: ["Cl-"], position: [0.5, 0.5, 0] };
    for (const sites of [
      [near, far, anion],
      [far, near, anion],
    ]) {
      const { orderings, considered } = ordered(p1Structure(sites, { a: 8, b: 8, c: 10 }), { most: 2 });
      const heights = orderings.map(
        ({ structure }) => structure.orbits.find(({ label }) => label === "Li1")?.position[2],
      );
      expect([considered, heights]).toEqual([2, [0.2, 0.55]]);
    }
  });

  it("gives the energy that the ordered structure has by itself, lowest first", () => {
    const ions: readonly Site[] = [
      { species: ["Li+ 0.5"], position: [0.1, 0.2, 0.3] },
      { species: ["Li+ 0.5"], position: [0.6, 0.7, 0.2] },
      { species: ["S2- 0.5", "Cl- 0.5"], position: [0.4, 0.1, 0.8] },
      { species: ["P5+ 0.5", "Si4+ 0.5"], position: [0.9, 0.5, 0.6] },
    ];
    const { orderings } = ordered(p1Structure(ions, { gamma: 75 }), { repeats: [1, 2, 1], most: 20 });
    expect(orderings.length).toBeGreaterThan(3);
    for (const { structure, energy } of orderings) {
      const own = ewaldEnergy(structure);
      expect(own.ok && own.energy).toBeCloseTo(energy, 6);
      expect(isOrdered(structure)).toBe(true);
    }
    const energies = orderings.map(({ energy }) => energy);
    expect(energies).toEqual([...energies].sort((one, other) => one - other));
  });

  it("keeps the composition when it can be met, and else the nearest one without a charge", () => {
    const exact = structureOf({
      cell: cell(4, 4, 8, 90, 90, 90),
      symmetry: "_symmetry_space_group_name_H-M 'P m m m'",
      sites: ["Li1 Li+ 0 0 0.25 0.5", "Li2 Li+ 0.5 0.5 0.25 0.5", "O1 O2- 0.5 0 0 1"],
    });
    const [first] = ordered(exact).orderings;
    expect(first && Object.fromEntries(composition(first.structure))).toEqual({ Li: 2, O: 1 });
    // 1.3 and 0.4 atoms: 1 and 1 balance the two charges of oxygen, 1 and 0 would not.
    const refined = {
      ...exact,
      orbits: exact.orbits.map((orbit, k) => withOccupancy(orbit, [0.65, 0.2, 1][k] ?? 1)),
    };
    const result = ordered(refined);
    expect(result.netCharge).toBe(0);
  });

  it("does not fill sites together that are too close", () => {
    const split = structureOf({
      cell: cell(6, 6, 6, 90, 90, 90),
      symmetry: "_symmetry_space_group_name_H-M 'P m m m'",
      sites: ["Li1 Li+ 0.05 0 0 0.5", "O1 O2- 0.5 0.5 0 1", "Li2 Li+ 0 0.05 0.5 0.5"],
    });
    const { orderings } = ordered(split, { most: 5 });
    for (const { structure } of orderings)
      for (const { distance } of shortestDistances(structure)) expect(distance).toBeGreaterThan(1);
  });

  it("finds the lowest energy by search too, and the same one each time", () => {
    const example = exampleStructure("Li0.5La0.5TiO3");
    const all = ordered(example);
    const searched = ordered(example, { mostPlacements: 1 });
    expect([all.complete, searched.complete]).toEqual([true, false]);
    expect(searched.orderings[0]?.energy).toBeCloseTo(all.orderings[0]?.energy ?? 0, 6);
    expect(ordered(example, { mostPlacements: 1 })).toEqual(searched);
  });

  it("agrees with trying every placement one by one", () => {
    const position = fc.tuple(...[0, 1, 2].map(() => fc.integer({ min: 0, max: 3 })));
    const distinct = fc.uniqueArray(position, { minLength: 5, maxLength: 5, selector: (at) => at.join() });
    fc.assert(
      fc.property(distinct, (places) => {
        const at = (k: number) =>
          (places[k] ?? [0, 0, 0]).map((n) => n / 4 + 0.01 * k) as [number, number, number];
        const sites = (filled: number): Site[] => [
          { species: ["F-"], position: at(0) },
          ...[1, 2, 3, 4].flatMap((k) => (k === filled ? [{ species: ["Li+"], position: at(k) }] : [])),
        ];
        // One lithium on four sites of one orbit.
        const disordered = p1Structure([{ species: ["F-"], position: at(0) }], { a: 7, b: 8, c: 9 });
        const orbit = {
          label: "Li",
          position: at(1),
          multiplicity: 4,
          occupants: [{ element: "Li", occupancy: 0.25, oxidationState: 1 }],
          images: Float64Array.from([1, 2, 3, 4].flatMap(at)),
          rows: [],
        };
        const found = ordered({ ...disordered, orbits: [...disordered.orbits, orbit] }).orderings[0]?.energy;
        const each = [1, 2, 3, 4].map((k) => {
          const energy = ewaldEnergy(p1Structure(sites(k), { a: 7, b: 8, c: 9 }));
          return energy.ok ? energy.energy : NaN;
        });
        expect(found).toBeCloseTo(Math.min(...each), 6);
      }),
      { numRuns: 25 },
    );
  });

  it("says why it cannot", () => {
    const reasonFor = (...sites: Site[]) => {
      const result = orderStructure(p1Structure(sites));
      return result.ok ? "" : result.reason;
    };
    expect(reasonFor({ species: ["Li 0.5"] })).toContain("oxidation state");
    expect(reasonFor({ species: ["Li+ 0.8", "Na+ 0.8"] })).toContain("more than full");
    expect(reasonFor()).toContain("no sites");
  });
});

function withOccupancy(orbit: Structure["orbits"][number], occupancy: number): Structure["orbits"][number] {
  return { ...orbit, occupants: orbit.occupants.map((occupant) => ({ ...occupant, occupancy })) };
}

describe.skipIf(!hasShared)("ordering measured electrolytes", () => {
  // Argyrodites, garnets, LGPS and NASICON, with split lithium sites.
  it.each(["09w", "my9", "wa3", "iqt", "gz8", "9s4", "1ty"])(
    "gives %s an order in which no atoms are too close",
    (id) => {
      const structure = readStructures(parseCif(readSharedText("obelix", "cifs", `${id}.cif`)))[0]?.structure;
      if (!structure) throw new Error("the file holds no structure");
      const { orderings, netCharge } = ordered(structure);
      const [lowest] = orderings;
      expect(lowest && siteCount(lowest.structure)).toBeGreaterThan(0);
      expect(Math.abs(netCharge)).toBeLessThan(3);
      for (const { distance } of lowest ? shortestDistances(lowest.structure) : [])
        expect(distance).toBeGreaterThan(1);
    },
  );
});
