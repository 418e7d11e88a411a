import { readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseCif } from "../../../../server/src/cif/parser";
import type { Problem } from "../../../../server/src/cif/problem";
import { bondValenceSums } from "../../../../server/src/crystal/bonding/bondValenceSums";
import { coordinations } from "../../../../server/src/crystal/bonding/coordination";
import { ewaldEnergy } from "../../../../server/src/crystal/ewald/ewaldEnergy";
import { orderStructure } from "../../../../server/src/crystal/ordering/orderStructure";
import { readStructures } from "../../../../server/src/crystal/reading/readStructure";
import { shortestDistances } from "../../../../server/src/crystal/shortestDistances";
import { siteCount, type Structure } from "../../../../server/src/crystal/structure";
import { spaceGroupDetector } from "../../../../server/src/screening/spaceGroupFile";
import { cell, cifText, cubicCell, operators, read, readParts, structureOf, type CifParts } from "../cifText";

/** `code severity line:column`, both from 1, as an editor shows them. */
function placed(text: string, problems: readonly Problem[]): string[] {
  return problems.map(({ code, severity, range }) => {
    const before = range && text.slice(0, range.start).split("\n");
    return `${code} ${severity} ${before ? `${before.length}:${(before.at(-1) ?? "").length + 1}` : "nowhere"}`;
  });
}

function told(parts: CifParts): string[] {
  const text = cifText(parts);
  return placed(text, read(text).problems);
}

/** All that a hover, a lens or the command line computes of a structure. */
function analyse(structure: Structure): void {
  coordinations(structure);
  bondValenceSums(structure);
  shortestDistances(structure);
  spaceGroupDetector()(structure);
  ewaldEnergy(structure);
  orderStructure(structure, { mostPlacements: 100 });
}

function numbersOf({ lattice, operations, orbits }: Structure): number[] {
  return [
    lattice.volume,
    ...lattice.matrix,
    ...operations.flatMap(({ rotation, translation }) => [...rotation, ...translation]),
    ...orbits.flatMap(({ position, multiplicity, images, occupants }) => [
      ...position,
      multiplicity,
      ...images,
      ...occupants.flatMap(({ occupancy, oxidationState = 0 }) => [occupancy, oxidationState]),
    ]),
  ];
}

const rows = (count: number, row: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => row(index));

/** Spread over the cell by the golden ratio's kin, without two near each other (Roberts 2018). */
const spread = (index: number) =>
  [0.8191725133961645, 0.6710436067037893, 0.5497004779019703].map((step) => ((index * step) % 1).toFixed(6));

// In these files the cell begins in line 2, the operators' tag stands in line 9, and the first site in line 19.
describe("a cell", () => {
  it.each([
    ["of length 0", cell(5, 0, 5, 90, 90, 90), "cell-impossible error 3:16"],
    ["of negative length", cell(-5, 5, 5, 90, 90, 90), "cell-impossible error 2:16"],
    ["of length NaN", cell(NaN, 5, 5, 90, 90, 90), "cell-not-a-number error 2:16"],
    ["of infinite length", cell(5, 5, Infinity, 90, 90, 90), "cell-not-a-number error 4:16"],
    ["beyond all numbers", cubicCell.replace("a 5", "a 1e400"), "cell-not-a-number error 2:16"],
    ["of length 1e300", cell(1e300, 5, 5, 90, 90, 90), "cell-impossible error 2:16"],
    ["with an angle of 0", cell(5, 5, 5, 90, 0, 90), "cell-impossible error 6:18"],
    ["with an angle of 180 degrees", cell(5, 5, 5, 90, 90, 180), "cell-impossible error 7:19"],
    ["with angles that do not close", cell(5, 5, 5, 60, 60, 150), "cell-impossible error 5:19"],
    ["with angles of 360 degrees in all", cell(5, 5, 5, 120, 120, 120), "cell-impossible error 5:19"],
    ["thinner than any layer", cell(5, 5, 5, 90, 90, 0.5), "cell-impossible error 5:19"],
  ])("%s is an error at the number", (_, text, problem) => {
    const { structure } = readParts({ cell: text });
    expect(structure).toBeUndefined();
    expect(told({ cell: text })).toEqual([problem]);
  });

  it.each([
    ["a needle", cell(9999, 0.5, 0.5, 90, 90, 90)],
    ["a sheet", cell(9999, 9999, 0.5, 90, 90, 90)],
    ["as long as it may be", cell(9999, 9999, 9999, 90, 90, 90)],
    ["nearly flat", cell(10, 10, 10, 2, 2, 2)],
    ["as small as it may be", cell(0.5, 0.5, 0.5, 90, 90, 90)],
  ])("that is %s is analysed", (_, text) => {
    const structure = structureOf({
      cell: text,
      sites: rows(8, (i) => `Li${i} Li ${spread(i).join(" ")} 1`),
    });
    expect(siteCount(structure)).toBe(8);
    expect(() => {
      analyse(structure);
    }).not.toThrow();
  });
});

describe("symmetry operations", () => {
  it("more than any crystal has are an error at their list", () => {
    const symmetry = operators(...rows(1000, (i) => `x+${i}/1000,y,z`));
    expect(readParts({ symmetry }).structure).toBeUndefined();
    expect(told({ symmetry })).toEqual(["symmetry-operations-too-many error 9:1"]);
  });

  it("that form no group are a warning at their list", () => {
    const symmetry = operators(...rows(384, (i) => `${i % 2 ? "-x" : "x"}+${7 * i}/1000,y+${13 * i}/1009,z`));
    const structure = structureOf({ symmetry, sites: ["Li1 Li .1 .2 .3 .01"] });
    expect(siteCount(structure)).toBe(384);
    expect(told({ symmetry, sites: ["Li1 Li .1 .2 .3 .01"] })).toContain(
      "symmetry-operations-incomplete warning 9:1",
    );
  });

  it.each(["x,x,z", "0,y,z", "2x,y,z", "x/2,y,z", "x+1/0,y,z", "x,y", "x,y,z,w"])(
    "such as %s, which keep no volume, are an error where they stand",
    (triplet) => {
      const symmetry = operators("x,y,z", triplet);
      expect(readParts({ symmetry }).structure).toBeUndefined();
      expect(told({ symmetry })).toEqual(["symmetry-operation-malformed error 11:1"]);
    },
  );

  it.each(["x+y,y,z", "x+1000y,y,z", "y,-x,z"])("such as %s warn where they deform the cell", (triplet) => {
    const parts = { cell: cell(5, 6, 7, 90, 90, 90), symmetry: operators("x,y,z", triplet) };
    expect(told(parts)).toContain("space-group-does-not-fit-cell warning 9:1");
  });

  it("may shift by whole lattice vectors", () => {
    const sites = ["Li1 Li .1 .2 .3 1"];
    const images = (shift: string) =>
      structureOf({ symmetry: operators("x,y,z", `-x+1/2+${shift},y,z`), sites }).orbits[0]?.images;
    expect(images("1000000")).toEqual(images("0"));
  });

  it.each([9, 100, 400])("are an error where a shift of 1 with %i zeros drowns the fractions", (zeros) => {
    const symmetry = operators("x,y,z", `-x+1/2+1${"0".repeat(zeros)},y,z`);
    expect(told({ symmetry })).toEqual(["symmetry-operation-malformed error 11:1"]);
  });

  it.each(["P (", "<", "{", "P (abc", "[xyz"])("named by a text of many %j are unknown", (piece) => {
    const symmetry = `_symmetry_space_group_name_H-M '${piece.repeat(40_000)}'`;
    expect(told({ symmetry })).toEqual([
      "space-group-unknown warning 8:32",
      "symmetry-assumed-p1 warning 8:32",
    ]);
  });
});

describe("coordinates", () => {
  it.each(["NaN", "nan", "inf", "-Infinity", "1e300", "1e400", "1e9", "0x10", "1/0", "abc"])(
    "of %s are an error where they stand",
    (x) => {
      const parts = { sites: ["Li1 Li 0 0 0 1", `Li2 Li 0.5 ${x} 0 1`] };
      expect(readParts(parts).structure?.orbits.map(({ label }) => label)).toEqual(["Li1"]);
      expect(told(parts).filter((problem) => !problem.startsWith("coordinate-as-fraction"))).toEqual([
        "coordinate-not-a-number error 20:12",
      ]);
    },
  );

  it("far outside the cell are those of the image within", () => {
    const structure = structureOf({ sites: ["Li1 Li 99999.25 -99999.25 0.5 1"] });
    const [x = 0, y = 0, z = 0] = structure.orbits[0]?.position ?? [];
    expect([x, y, z].map((value) => Number(value.toFixed(9)))).toEqual([0.25, 0.75, 0.5]);
  });

  it("in Cartesian axes of another cell are read in the usual ones, with a warning at the matrix", () => {
    const cartesian = (diagonal: readonly string[]) => ({
      columns: "label type_symbol Cartn_x Cartn_y Cartn_z",
      sites: ["Li1 Li 1 2 3"],
      more: [0, 1, 2]
        .flatMap((i) =>
          [0, 1, 2].map(
            (j) => `_atom_sites_fract_tran_matrix_${i + 1}${j + 1} ${i === j ? diagonal[i] : "0"}`,
          ),
        )
        .join("\n"),
    });
    expect(told(cartesian(["0.2", "0.2", "0.2"]))).toEqual([]);
    for (const diagonal of [
      ["1e90", "1e90", "1e90"],
      ["1e-9", "0.2", "0.2"],
      ["1e400", "0.2", "0.2"],
      ["0", "0.2", "0.2"],
    ]) {
      const parts = cartesian(diagonal);
      expect(told(parts)).toEqual(["cartesian-axes-contradiction warning 11:1"]);
      expect(structureOf(parts).orbits[0]?.position.map((x) => Number(x.toFixed(9)))).toEqual([
        0.2, 0.4, 0.6,
      ]);
    }
  });
});

describe("species", () => {
  it("that fill a site sevenfold stay as written, with a warning at their row", () => {
    const parts = { sites: ["Li1 Li 0 0 0 7", "Cl1 Cl .5 .5 .5 1"] };
    expect(structureOf(parts).orbits[0]?.occupants[0]?.occupancy).toBe(7);
    expect(told(parts)).toContain("occupancy-above-one warning 19:1");
  });

  it.each(["NaN", "1e300", "1e400", "-1e300", "full"])(
    "with an occupancy of %s fill their site, with a warning at the number",
    (occupancy) => {
      const parts = { sites: [`Li1 Li 0 0 0 ${occupancy}`] };
      expect(structureOf(parts).orbits[0]?.occupants[0]?.occupancy).toBe(1);
      expect(told(parts)).toEqual(["occupancy-not-a-number warning 19:14"]);
    },
  );

  it.each(["1e300", "-1e400", "10"])("cannot have an oxidation number of %s", (state) => {
    const more = `loop_ _atom_type_symbol _atom_type_oxidation_number Li ${state}`;
    expect(told({ more })).toEqual(["oxidation-number-impossible warning 19:1"]);
    expect(structureOf({ more }).oxidation.method).not.toBe("file");
  });

  it("more than there are elements are an error of the block", () => {
    const sites = rows(9000, (i) => `Li${i} Li${i / 1000}+ 0 0 0 0.0001`);
    expect(readParts({ sites }).structure).toBeUndefined();
    expect(told({ sites })).toEqual(["too-many-species error 1:1"]);
  });

  it.each(["+0.1 ", "0.1Li +", "1", "Li ", "0.1Li(1"])("are none in a text of many %j", (piece) => {
    const sites = [`Li1 '${piece.repeat(30_000)}x' 0 0 0 1`];
    expect(told({ sites })).toEqual(["no-atom-sites error 1:1", "unknown-element warning 19:1"]);
  });
});

describe("sites", () => {
  const spreadSites = (count: number, elements = ["Li", "P", "S", "Cl"]) =>
    rows(count, (i) => {
      const element = elements[i % elements.length] ?? "";
      return `${element}${i} ${element} ${spread(i).join(" ")} 1`;
    });

  it("of ten thousand atoms in P1 are read each at its place", () => {
    const structure = structureOf({ cell: cell(60, 60, 60, 90, 90, 90), sites: spreadSites(10_000) });
    expect(structure.orbits).toHaveLength(10_000);
    const wrong = structure.orbits.filter(
      ({ label, position }, i) =>
        !label.endsWith(`${i}`) || spread(i).some((text, axis) => Number(text) !== position[axis]),
    );
    expect(wrong).toEqual([]);
    expect(() => {
      analyse(structure);
    }).not.toThrow();
  });

  it("identical, in fifty thousand rows, are an error at the first that is too many", () => {
    const sites = rows(50_000, () => "Li1 Li 0.1 0.2 0.3 1");
    expect(readParts({ sites }).structure).toBeUndefined();
    expect(told({ sites })).toEqual(["too-many-sites error 20019:1"]);
  });

  it("identical, in thousands of rows, are one, with warnings at the first hundred repetitions", () => {
    const sites = rows(15_000, () => "Li1 Li 0.1 0.2 0.3 1");
    expect(siteCount(structureOf({ sites }))).toBe(1);
    const repetitions = told({ sites }).filter((problem) => problem.startsWith("duplicate-site warning"));
    expect(repetitions).toEqual(rows(100, (i) => `duplicate-site warning ${i + 20}:1`));
  });

  it.each([
    ["in a cell too small for them", cell(5, 5, 5, 90, 90, 90), 1],
    ["heaped in a corner of a large cell", cell(1000, 1000, 1000, 90, 90, 90), 1e-3],
    ["heaped in a corner of a small cell", cell(10, 10, 10, 90, 90, 90), 1e-1],
  ])("by thousands %s are analysed as far as is possible", (_, text, part) => {
    const sites = rows(8000, (i) => {
      const position = spread(i).map((x) => (Number(x) * part).toFixed(9));
      return `${i % 2 ? "Li" : "S"}${i} ${i % 2 ? "Li" : "S"} ${position.join(" ")} 1`;
    });
    const structure = structureOf({ cell: text, sites });
    expect(ewaldEnergy(structure)).toMatchObject({ ok: false });
    expect(() => {
      analyse(structure);
    }).not.toThrow();
  });

  it.each(["F m -3 m", "F d -3 m"])("that %s makes too many are an error of the block", (group) => {
    const symmetry = `_symmetry_space_group_name_H-M '${group}'`;
    const parts = { cell: cell(60, 60, 60, 90, 90, 90), symmetry, sites: spreadSites(15_000) };
    expect(readParts(parts).structure).toBeUndefined();
    expect(told(parts)[0]).toBe("too-many-sites error 1:1");
  });
});

describe("any file", () => {
  const examples = readdirSync("examples").filter((name) => name.endsWith(".cif"));
  const words = examples.map((name) => readFileSync(`examples/${name}`, "utf8").split(/(\s+)/));
  const strange = fc.constantFrom(
    ..."NaN inf 1e300 1e-300 1e400 -1e9 0 -0 1e9 . ? ' \" ; loop_ data_x _cell_length_a 1/0 7 90 180 x,x,z 1+x,y,z".split(
      " ",
    ),
    ..."-x,-y,-z y,-x,z+1/7 Xx Li99+ 0.5Li+0.5Na P-1 Fd-3m '-P 2 2' 230 _atom_site_occupancy _atom_site_Cartn_x".split(
      " ",
    ),
  );
  const change = fc.record({ at: fc.double({ min: 0, max: 1, noNaN: true }), word: strange });

  it("gives finite numbers or none, and places all that it tells, whatever words are changed", () => {
    fc.assert(
      fc.property(
        fc.nat(words.length - 1),
        fc.array(change, { minLength: 1, maxLength: 8 }),
        (file, changes) => {
          const changed = [...(words[file] ?? [])];
          for (const { at, word } of changes) changed[2 * Math.floor((at * changed.length) / 2)] = word;
          const document = parseCif(changed.join(""));
          for (const { structure, problems } of readStructures(document)) {
            expect(problems.filter(({ range }) => range === undefined)).toEqual([]);
            if (!structure) expect(problems.some(({ severity }) => severity === "error")).toBe(true);
            else expect(numbersOf(structure).filter((number) => !Number.isFinite(number))).toEqual([]);
          }
        },
      ),
      { numRuns: 500 },
    );
  });
});
