import { existsSync, readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseCif } from "../../../server/src/cif/parser";
import { readStructures } from "../../../server/src/crystal/reading/readStructure";
import { simplifications, simplify } from "../../../server/src/crystal/simplification";
import type { Occupant, Structure } from "../../../server/src/crystal/structure";
import { operationTriplet, writeCif } from "../../../server/src/crystal/writeCif";
import { p1Structure } from "../../support/structures";

function readBack(text: string): Structure {
  const document = parseCif(text);
  const [read] = readStructures(document);
  expect([...document.problems, ...(read?.problems ?? [])]).toEqual([]);
  if (!read?.structure) throw new Error(`Nothing was read from ${text}`);
  return read.structure;
}

/** What a file tells of a structure: where its rows stood and how its symmetry was given are of the text it came from. */
const told = ({ lattice, operations, orbits }: Structure) => ({
  lattice: lattice.parameters,
  operations,
  orbits: orbits.map(({ label, position, multiplicity, occupants, images }) => ({
    label,
    position,
    multiplicity,
    occupants,
    images,
  })),
});

type Told = ReturnType<typeof told>["orbits"][number];
const contents = ({ label, multiplicity, occupants }: Told) => ({ label, multiplicity, occupants });

const mixed = p1Structure(
  [
    { species: ["Li1+ 0.3333333333333333"], position: [0.1, 0.2, 1 / 3] },
    { species: ["Ge4+ 0.5", "P5+ 0.25"], position: [0.5, 0.5, 0.1 + 0.2] },
    { species: ["S2-"], position: [0, 0, 0] },
  ],
  { a: 8.71771, b: 9.1, c: 12.63452, alpha: 90.1, beta: 101.5, gamma: 120 },
);

describe("writeCif", () => {
  it("writes what reads back as the same structure, to the last digit", () => {
    expect(told(readBack(writeCif(mixed, { code: "mixed" })))).toEqual(told(mixed));
  });

  it("names charges in the atom-type loop, and leaves them out where none are known", () => {
    const text = writeCif(mixed, { code: "mixed" });
    expect(text).toMatch(/^_atom_type_oxidation_number\nLi1\+ 1\nGe4\+ 4\nP5\+ +5\nS2- +-2$/m);
    expect(writeCif(p1Structure([{ species: ["Li"] }]), { code: "metal" })).not.toContain("_atom_type");
    expect(readBack(text).oxidation.method).toBe("file");
  });

  it("keeps deuterium and tritium apart from hydrogen", () => {
    const heavy = p1Structure([{ species: ["H1+ 0.5"] }, { species: ["S2-"], position: [0.5, 0.5, 0.5] }]);
    const [site, sulphide] = heavy.orbits;
    const isotopes = (["D", "T"] as const).map((isotope): Occupant => ({
      element: "H",
      occupancy: 0.25,
      oxidationState: 1,
      isotope,
    }));
    if (!site || !sulphide) throw new Error("The structure has two sites.");
    const orbits = [{ ...site, occupants: [...site.occupants, ...isotopes] }, sulphide];
    const text = writeCif({ ...heavy, orbits }, { code: "heavy" });
    expect(readBack(text).orbits[0]?.occupants).toEqual(orbits[0]?.occupants);
  });

  it("notes vacancies", () => {
    const text = writeCif(mixed, { code: "mixed" });
    expect(text).toContain("# X1 is vacant by 0.6667.\n# X2 is vacant by 0.25.\n");
    expect(text).not.toContain("X3 is vacant");
  });

  it("puts a comment on top, each line as a comment", () => {
    const text = writeCif(mixed, { code: "two words", comment: "CAMNS of Li.cif\n\nby Superion" });
    expect(text.startsWith("# CAMNS of Li.cif\n#\n# by Superion\ndata_two_words\n")).toBe(true);
  });

  it("gives every row a label of its own", () => {
    const twins = p1Structure([
      { species: ["Li", "Na"] },
      { species: ["K", "Na"], position: [0.5, 0.5, 0.5] },
    ]);
    const orbits = twins.orbits.map((orbit) => ({ ...orbit, label: "M1" }));
    const text = writeCif({ ...twins, orbits }, { code: "twins" });
    const labels = [...text.matchAll(/^(\S+) +(?:Li|Na|K) .*$/gm)].map(([, label]) => label);
    expect(labels).toEqual(["M1", "Na1", "M1_2", "Na1_2"]);
  });

  const ascii = fc.stringMatching(/^[!-~]([ -~]*[!-~])?$/).map((text) => text.replace(/ +/g, " "));

  it("quotes labels that CIF would misread", () => {
    const read = (label: string) => {
      const orbits = mixed.orbits.map((orbit) => (orbit.label === "X3" ? { ...orbit, label } : orbit));
      return parseCif(writeCif({ ...mixed, orbits }, { code: "quoted" }));
    };
    fc.assert(
      fc.property(
        fc.oneof(ascii, fc.constantFrom("_O1", "O'1' x", "data_1", "#1", "?", ".", `a' b" c`)),
        (label) => {
          const document = read(label);
          expect(document.problems).toEqual([]);
          const written = document.blocks[0]?.find("_atom_site_label")?.value(3);
          expect(written && "text" in written ? written.text : undefined).toBe(label);
        },
      ),
    );
  });

  it("writes a structure without sites as a cell", () => {
    const document = parseCif(writeCif(p1Structure([]), { code: "empty" }));
    expect(document.problems).toEqual([]);
    expect(document.blocks[0]?.find("_cell_length_a")?.value(0)).toMatchObject({ text: "5" });
  });

  const digits = fc.integer({ min: 1e13, max: 99e13 }).map((fraction) => fraction / 1e15);
  const edge = fc.double({ min: 4, max: 20, noNaN: true });

  it("loses no digit of any number", () => {
    fc.assert(
      fc.property(edge, edge, edge, digits, digits, digits, (a, b, c, x, y, z) => {
        const structure = p1Structure([{ species: ["Li1+"], position: [x, y, z] }], { a, b, c });
        const read = readBack(writeCif(structure, { code: "random" }));
        expect(read.lattice.parameters).toEqual(structure.lattice.parameters);
        expect(read.orbits[0]?.position).toEqual([x, y, z]);
      }),
    );
  });
});

describe("operationTriplet", () => {
  it.each([
    [[1, 0, 0, 0, 1, 0, 0, 0, 1], [0, 0, 0], "x,y,z"],
    [[0, -1, 0, 1, -1, 0, 0, 0, -1], [1 / 3, 2 / 3, 0.5], "-y+1/3,x-y+2/3,-z+1/2"],
    [[0, 0, 1, 1, 0, 0, 0, 1, 0], [0.123, -0.25, 0], "z+0.123,x-1/4,y"],
  ] as const)("of %j %j is %s", (rotation, translation, triplet) => {
    expect(operationTriplet({ rotation, translation })).toBe(triplet);
  });
});

const obelix = "../shared/obelix/cifs";

describe.skipIf(!existsSync(obelix))("writeCif on measured lithium conductors", () => {
  const files = existsSync(obelix) ? readdirSync(obelix).filter((_, index) => index % 16 === 0) : [];
  it.each(files)("%s reads back the same, as it is and simplified", (file) => {
    const structure = readStructures(parseCif(readFileSync(`${obelix}/${file}`, "utf8")))[0]?.structure;
    if (!structure) throw new Error("OBELiX has a structure in every file.");
    for (const name of simplifications) {
      const simplified = simplify(structure, name);
      const read = told(
        readStructures(parseCif(writeCif(simplified, { code: file })))[0]?.structure ?? simplified,
      );
      const written = told(simplified);
      expect({ ...read, orbits: [] }).toEqual({ ...written, orbits: [] });
      expect(read.orbits.map(contents)).toEqual(written.orbits.map(contents));
      // A reader may put a site right on its axis, which moves the last digit.
      read.orbits.forEach(({ images }, index) => {
        const moved = images.map(
          (coordinate, axis) => coordinate - (written.orbits[index]?.images[axis] ?? NaN),
        );
        expect(Math.max(...moved.map(Math.abs))).toBeLessThan(1e-12);
      });
    }
  });
});
