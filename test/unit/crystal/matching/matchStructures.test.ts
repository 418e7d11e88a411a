import { readdirSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseCif } from "../../../../server/src/cif/parser";
import { Lattice, latticeParameters, type Vector3 } from "../../../../server/src/crystal/lattice";
import { duplicateGroups } from "../../../../server/src/crystal/matching/duplicateGroups";
import { matchCells, matchStructures } from "../../../../server/src/crystal/matching/matchStructures";
import { reducedCell } from "../../../../server/src/crystal/matching/reducedCell";
import { readStructures } from "../../../../server/src/crystal/reading/readStructure";
import type { Structure } from "../../../../server/src/crystal/structure";
import { hasShared, readSharedText, sharedPath } from "../../../support/shared";
import { p1Structure, type Site } from "../../../support/structures";

interface PlacedSite extends Site {
  readonly position: Vector3;
}

const cellParameters = { a: 5.1, b: 6.3, c: 7.7, alpha: 80, beta: 95, gamma: 103 };
const crystal: readonly PlacedSite[] = [
  { species: ["P"], position: [0.1, 0.1, 0.2] },
  { species: ["S"], position: [0.35, 0.15, 0.3] },
  { species: ["S"], position: [0.02, 0.4, 0.3] },
  { species: ["S 0.8", "Cl 0.2"], position: [0.9, 0.9, 0.35] },
  { species: ["Li 0.5"], position: [0.5, 0.6, 0.7] },
  { species: ["Li"], position: [0.55, 0.1, 0.85] },
];
const original = p1Structure(crystal, cellParameters);

const moved = (sites: readonly PlacedSite[], move: (position: Vector3) => Vector3) =>
  sites.map(({ species, position }) => ({ species, position: move(position) }));
const matches = (other: Structure, options = {}) => matchStructures(original, other, options).matches;

const fraction = fc.double({ min: 0, max: 1, noNaN: true });

describe("a structure matches itself", () => {
  it("with another origin, in another order, slightly distorted", () => {
    const change = fc.record({
      shift: fc.tuple(fraction, fraction, fraction),
      order: fc.shuffledSubarray([...crystal.keys()], { minLength: crystal.length }),
      noise: fc.array(fc.double({ min: -0.01, max: 0.01, noNaN: true }), { minLength: 18, maxLength: 18 }),
    });
    fc.assert(
      fc.property(change, ({ shift, order, noise }) => {
        const sites = order.map((index, k): PlacedSite => {
          const { species, position } = crystal[index] ?? { species: [], position: [0, 0, 0] };
          const at = (axis: 0 | 1 | 2) => position[axis] + shift[axis] + (noise[3 * k + axis] ?? 0);
          return { species, position: [at(0), at(1), at(2)] };
        });
        expect(matches(p1Structure(sites, cellParameters))).toBe(true);
      }),
      { numRuns: 30 },
    );
  });

  it("on other axes, exactly", () => {
    // a' = a + b, b' = b, c' = c - a: the same lattice.
    const lattice = original.lattice;
    const rows = [
      [1, 1, 0],
      [0, 1, 0],
      [-1, 0, 1],
    ] as const;
    const vectors = rows.map((row) => lattice.cartesian(row)) as [Vector3, Vector3, Vector3];
    const sites = moved(crystal, ([x, y, z]) => [x + z, y - x - z, z]);
    const match = matchStructures(original, p1Structure(sites, latticeParameters(vectors)));
    expect(match.matches && match.largest).toBeLessThan(1e-9);
  });

  it("as a supercell", () => {
    const sites = crystal.flatMap(({ species, position: [x, y, z] }) =>
      [0, 1, 2].map((k): PlacedSite => ({ species, position: [x, y, (z + k) / 3] })),
    );
    expect(matches(p1Structure(sites, { ...cellParameters, c: 3 * cellParameters.c }))).toBe(true);
  });

  it("as its mirror image", () => {
    expect(
      matches(
        p1Structure(
          moved(crystal, ([x, y, z]) => [-x, -y, -z]),
          cellParameters,
        ),
      ),
    ).toBe(true);
  });

  it("swollen, unless the volume is to count", () => {
    const swollen = { ...original, lattice: original.lattice.scaled(1.3) };
    expect(matches(swollen)).toBe(true);
    expect(matches(swollen, { scaleVolume: false })).toBe(false);
  });

  it("whichever of the two is named first", () => {
    const other = p1Structure(
      moved(crystal, ([x, y, z]) => [x + 0.01 * y, y, z]),
      { ...cellParameters, a: 5.2 },
    );
    expect(matchStructures(other, original)).toEqual(matchStructures(original, other));
  });
});

describe("a structure does not match one", () => {
  const reasonFor = (other: Structure, options = {}) => {
    const match = matchStructures(original, other, options);
    return match.matches ? "" : match.reason;
  };

  it("with another element on a site, or with another occupancy", () => {
    const replaced = crystal.map((site, k) => (k === 0 ? { ...site, species: ["As"] } : site));
    expect(reasonFor(p1Structure(replaced, cellParameters))).toContain("different elements");
    const fuller = crystal.map((site, k) => (k === 4 ? { ...site, species: ["Li 0.6"] } : site));
    expect(reasonFor(p1Structure(fuller, cellParameters))).toContain("occupancies");
    expect(matches(p1Structure(fuller, cellParameters), { elementsOnly: true })).toBe(true);
  });

  it("with an atom more", () => {
    const more = [...crystal, { species: ["Li"], position: [0.2, 0.7, 0.5] as Vector3 }];
    expect(reasonFor(p1Structure(more, cellParameters))).toContain("numbers of sites");
  });

  it("in which an atom sits elsewhere", () => {
    const elsewhere = crystal.map((site, k) =>
      k === 5 ? { ...site, position: [0.1, 0.6, 0.1] as Vector3 } : site,
    );
    expect(reasonFor(p1Structure(elsewhere, cellParameters))).toContain("lie elsewhere");
  });

  it("with another lattice", () => {
    expect(reasonFor(p1Structure(crystal, { ...cellParameters, a: 14 }))).toContain("lattices");
  });
});

describe("duplicateGroups", () => {
  it("puts together what matches, in order, and leaves alone what cannot be read", () => {
    const other = p1Structure([{ species: ["Li"] }]);
    const shifted = p1Structure(
      moved(crystal, ([x, y, z]) => [x + 0.3, y, z]),
      cellParameters,
    );
    const groups = duplicateGroups([original, other, undefined, shifted]);
    expect(groups.map(({ first, others }) => [first, others.map(({ index }) => index)])).toEqual([
      [0, [3]],
      [1, []],
      [2, []],
    ]);
  });
});

describe("structures of too many sites", () => {
  /** A simple cubic lattice of which one atom has moved: 4096 atoms repeat nearly, and no cell is smaller. */
  const large = () =>
    p1Structure(
      Array.from({ length: 16 ** 3 }, (_, i): PlacedSite => {
        const position = [i % 16, Math.floor(i / 16) % 16, Math.floor(i / 256)] as const;
        const [x, y, z] = position.map((step) => step / 16);
        return { species: ["Li"], position: [(x ?? 0) + (i === 2000 ? 0.01 : 0), y ?? 0, z ?? 0] };
      }),
      { a: 40, b: 40, c: 40 },
    );

  it("stand as groups of their own, in doubt, and put no others in doubt", () => {
    const small = p1Structure([{ species: ["Li"] }]);
    expect(duplicateGroups([large(), small])).toEqual([
      { first: 0, others: [], doubt: "a cell has too many sites" },
      { first: 1, others: [], doubt: undefined },
    ]);
    expect(matchCells(undefined, undefined)).toMatchObject({ matches: false, certain: false });
    expect(matchStructures(original, small)).toMatchObject({ matches: false, certain: true });
  });
});

interface Pair {
  readonly a: string;
  readonly b: string;
  readonly fit: boolean;
}

describe.skipIf(!hasShared)("matching measured electrolytes, beside pymatgen", () => {
  const structure = (id: string): Structure => {
    const read = readStructures(parseCif(readSharedText("obelix", "cifs", `${id}.cif`)))[0]?.structure;
    if (!read) throw new Error(`${id} holds no structure`);
    return read;
  };
  const reference = hasShared
    ? (JSON.parse(readSharedText("reference", "crystal", "duplicates.json")) as {
        readonly pairs_tested: readonly Pair[];
      })
    : { pairs_tested: [] };
  const isMisjudged = ({ a, b }: Pair) => a === "019" && b === "qno";

  it.each(reference.pairs_tested.filter((pair) => !isMisjudged(pair)))(
    "agrees on $a and $b",
    ({ a, b, fit }) => {
      expect(matchStructures(structure(a), structure(b)).matches).toBe(fit);
    },
  );

  it("finds 019 and qno the same, of which pymatgen reduces only one to its primitive cell", () => {
    const [first, second] = [structure("019"), structure("qno")];
    expect(first.lattice.parameters).toEqual(second.lattice.parameters);
    // Both are R-centred with 144 sites in the hexagonal cell.
    expect([first, second].map((one) => reducedCell(one)?.positions.length)).toEqual([48, 48]);
    expect(matchStructures(first, second).matches).toBe(true);
  });

  it("finds every duplicate that pymatgen finds among all of them", () => {
    const ids = readdirSync(sharedPath("obelix", "cifs")).map((name) => name.replace(".cif", ""));
    const groups = duplicateGroups(ids.map(structure));
    const found = groups.flatMap(({ first, others }) =>
      others.map(({ index }) => `${ids[first] ?? ""} ${ids[index] ?? ""}`),
    );
    const expected = reference.pairs_tested.filter(({ fit }) => fit).map(({ a, b }) => `${a} ${b}`);
    expect(found).toEqual(expect.arrayContaining(expected));
  });
});

describe("the reduced cell", () => {
  it("has the shortest lattice vectors, whatever cell is given", () => {
    const oblique = Lattice.fromParameters({
      a: 4,
      b: 4,
      c: 4 * Math.sqrt(3),
      alpha: 90,
      beta: (Math.acos(1 / Math.sqrt(3)) * 180) / Math.PI,
      gamma: 90,
    });
    const reduced = oblique && reducedCell({ ...p1Structure([{ species: ["Li"] }]), lattice: oblique });
    const { a, b, c } = reduced?.lattice.parameters ?? { a: 0, b: 0, c: 0 };
    for (const edge of [a, b, c].slice(0, 2)) expect(edge).toBeCloseTo(4, 10);
    expect((reduced?.lattice.volume ?? 0) / (oblique?.volume ?? 1)).toBeCloseTo(1, 10);
    expect(c).toBeLessThanOrEqual(4 * Math.sqrt(3));
  });
});
