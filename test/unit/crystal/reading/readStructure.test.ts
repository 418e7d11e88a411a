import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseCif } from "../../../../server/src/cif/parser";
import { operationsOfHallSymbol } from "../../../../server/src/crystal/symmetry/hallSymbol";
import type { Lattice, Vector3 } from "../../../../server/src/crystal/lattice";
import { readStructures } from "../../../../server/src/crystal/reading/readStructure";
import { siteCount, type Structure, type SymmetryOperation } from "../../../../server/src/crystal/structure";
import { cell, cifText, operators, orbitsOf, read, readParts, structureOf } from "../cifText";

/** A triplet as text, with its translation shifted by whole lattice vectors. */
function triplet({ rotation, translation }: SymmetryOperation, shift: readonly number[] = [0, 0, 0]): string {
  return [0, 1, 2]
    .map((i) => {
      const terms = ["x", "y", "z"].map((axis, j) => {
        const factor = rotation[3 * i + j] ?? 0;
        return factor === 0 ? "" : `${factor > 0 ? "+" : "-"}${axis}`;
      });
      const constant = Math.round((translation[i] ?? 0) * 24) + 24 * (shift[i] ?? 0);
      return `${terms.join("")}${constant < 0 ? "-" : "+"}${Math.abs(constant)}/24`;
    })
    .join(",");
}

function operationsOf(hallSymbol: string): SymmetryOperation[] {
  const operations = operationsOfHallSymbol(hallSymbol);
  if (!operations) throw new Error(`${hallSymbol} was refused`);
  return operations;
}

function distance(lattice: Lattice, from: Vector3, to: ArrayLike<number>): number {
  const difference = from.map((coordinate, k) => coordinate - (to[k] ?? 0)).map((d) => d - Math.round(d));
  const [x = 0, y = 0, z = 0] = difference;
  return lattice.length([x, y, z]);
}

/** All sites of the cell, as text to compare. */
function sitesOf({ orbits }: Structure): string[] {
  const at = (coordinate: number) => (Math.round(coordinate * 1e5) % 1e5).toString();
  return orbits
    .flatMap(({ images, occupants }) => {
      const species = occupants
        .map(({ element, occupancy }) => `${element}${occupancy.toFixed(4)}`)
        .sort()
        .join("+");
      return Array.from({ length: images.length / 3 }, (_, k) => {
        const position = [...images.subarray(3 * k, 3 * k + 3)].map(at).join(" ");
        return `${species} ${position}`;
      });
    })
    .sort();
}

describe("the symmetry of a structure", () => {
  const sites = ["Li1 Li 0.1 0.2 0.3 1"];

  it("comes from operators, then Hall symbol, then Hermann-Mauguin symbol, then number", () => {
    const number = "_space_group_IT_number 225";
    const symbol = `_symmetry_space_group_name_H-M 'P m -3 m'\n${number}`;
    const hall = `_symmetry_space_group_name_Hall '-P 2 2'\n${symbol}`;
    const all = `${operators("x,y,z", "-x,-y,-z")}\n${hall}`;
    const sources = [all, hall, symbol, number, ""].map((symmetry) => {
      const { symmetrySource, operations } = structureOf({ symmetry, sites });
      return `${symmetrySource} ${operations.length}`;
    });
    expect(sources).toEqual([
      "file-operators 2",
      "hall-symbol 8",
      "hm-symbol 48",
      "number 192",
      "assumed-p1 1",
    ]);
  });

  it.each([
    ["loop_ _symmetry_equiv_pos_site_id _symmetry_equiv_pos_as_xyz 1 x,y,z 2 -x,-y,-z", 2],
    ["_symmetry_equiv_pos_as_xyz 'x, y, z'", 1],
    ["loop_ _symmetry_equiv_pos_as_xyz '1 x,y,z' '2 -x,-y,-z'", 2],
    ["loop_ _space_group_symop.operation_xyz x,y,z -x,-y,-z", 2],
    [
      "loop_ _space_group_symop_magn_operation.xyz x,y,z,+1 -x,-y,-z,-1 loop_ _space_group_symop_magn_centering.xyz x,y,z,+1 x+1/2,y+1/2,z,-1",
      4,
    ],
    ["loop_ _symmetry_equiv_pos_as_xyz x,y,z -x,-y,-z x,y,z -x,-y,-z+1", 2],
  ])("is read from %s", (symmetry, count) => {
    expect(structureOf({ symmetry, sites }).operations).toHaveLength(count);
  });

  it("is refused where an operator cannot be read, with its place", () => {
    const { structure, told } = readParts({ symmetry: operators("x,y,z", "-x,-y,-q") });
    expect(structure).toBeUndefined();
    expect(told).toEqual(["symmetry-operation-malformed: '-x,-y,-q'"]);
  });

  it("is refused where there are more operators than any crystal has", () => {
    const many = Array.from({ length: 500 }, (_, k) => `x+${k}/500,y,z`);
    expect(readParts({ symmetry: operators(...many) }).told[0]).toContain("symmetry-operations-too-many");
  });

  it("warns of a space group that the operators contradict", () => {
    const symmetry = `_symmetry_space_group_name_H-M 'P n m a'\n${operators("x,y,z")}`;
    const { structure, told } = readParts({ symmetry, sites });
    expect(structure?.operations).toHaveLength(1);
    expect(told).toEqual(["space-group-contradiction: 'P n m a'"]);
  });

  it("warns of a number or symbol that the symmetry in use contradicts", () => {
    const symbol = "_symmetry_space_group_name_H-M 'P n m a'\n_space_group_IT_number 57";
    expect(readParts({ symmetry: symbol, sites }).told).toEqual(["space-group-contradiction: 57"]);
    const hall = "_space_group_name_Hall '-P 2 2'\n_symmetry_space_group_name_H-M 'P m -3 m'";
    expect(readParts({ symmetry: hall, sites }).told).toEqual(["space-group-contradiction: 'P m -3 m'"]);
  });

  it("does not take fewer centrings of a primitive cell for a contradiction", () => {
    const symmetry = `_symmetry_space_group_name_H-M 'F m -3 m'\n${operators(...operationsOf("-P 3* 2").map((o) => triplet(o)))}`;
    const { told } = readParts({ cell: cell(4, 4, 4, 60, 60, 60), symmetry, sites: ["Li1 Li 0 0 0 1"] });
    expect(told).toEqual(["space-group-contradiction: 'F m -3 m'"]);
    const full = `_symmetry_space_group_name_H-M 'R -3 m'\n${operators(...operationsOf("-P 3* 2").map((o) => triplet(o)))}`;
    expect(
      readParts({ cell: cell(4, 4, 4, 60, 60, 60), symmetry: full, sites: ["Li1 Li 0 0 0 1"] }).told,
    ).toEqual([]);
  });

  it("warns of operators that are no group, and uses them as they stand", () => {
    const { structure, told } = readParts({ symmetry: operators("x,y,z", "-y,x,z"), sites });
    expect(structure && siteCount(structure)).toBe(2);
    expect(told[0]).toContain("symmetry-operations-incomplete");
  });

  it("is P 1, with a warning, where the symbol is unknown or does not go with the cell", () => {
    const unknown = readParts({ symmetry: "_symmetry_space_group_name_H-M 'Q 77 zz'", sites });
    expect(unknown.told).toEqual(["space-group-unknown: 'Q 77 zz'", "symmetry-assumed-p1: 'Q 77 zz'"]);
    const primitive = readParts({
      cell: cell(3.84, 3.84, 3.84, 60, 60, 60),
      symmetry: "_symmetry_space_group_name_H-M 'F d -3 m'",
      sites: ["Si1 Si 0 0 0 1", "Si2 Si 0.25 0.25 0.25 1"],
    });
    expect(primitive.structure?.symmetrySource).toBe("assumed-p1");
    expect(primitive.structure && siteCount(primitive.structure)).toBe(2);
    expect(primitive.told).toContain("space-group-does-not-fit-cell: 'F d -3 m'");
  });

  const spinel = (shift: number, ...names: readonly string[]) =>
    names.map((name) => {
      const x = ({ Li: 0.125, Mn: 0.5, O: 0.2632 }[name] ?? 0) + shift;
      return `${name}1 ${name} ${x} ${x} ${x} 1`;
    });
  const openOrigin = {
    cell: cell(8.2, 8.2, 8.2, 90, 90, 90),
    symmetry: "_symmetry_space_group_name_H-M 'F d -3 m'",
  };

  it.each([0, 0.125])("takes the origin that fits the formula, and tells that it chose: %d", (shift) => {
    const more = "_chemical_formula_sum 'Li Mn2 O4'";
    const { structure, told } = readParts({ ...openOrigin, more, sites: spinel(shift, "Li", "Mn", "O") });
    expect(structure && orbitsOf(structure)).toEqual(["Li1 8: Li 1", "Mn1 16: Mn 1", "O1 32: O 1"]);
    expect(told).toEqual(["origin-choice-open: 'F d -3 m'"]);
  });

  it("takes the origin on whose special positions the sites lie where there is no formula", () => {
    // x 1/8 1/8 has 48 sites with the inversion centre as origin, x 0 0 with the other choice; 96 or 192 else.
    const [first, second] = [0.05, 0.3].map((x) => {
      const sites = [`O1 O ${x} ${x === 0.05 ? 0.125 : 0} ${x === 0.05 ? 0.125 : 0} 1`];
      const { structure } = readParts({ ...openOrigin, sites });
      return structure && siteCount(structure);
    });
    expect([first, second]).toEqual([48, 48]);
  });

  it("is that of the average structure where the structure is modulated", () => {
    const symmetry =
      "_cell_modulation_dimension 1\nloop_ _space_group_symop_ssg_operation_algebraic x1,x2,x3,x4 -x1,-x2,-x3,-x4";
    const { structure, told } = readParts({ symmetry, sites });
    expect(structure && siteCount(structure)).toBe(2);
    expect(told[0]).toBe("modulated-structure: _cell_modulation_dimension");
  });
});

describe("orbits", () => {
  const hexagonal = cell(3, 3, 5, 90, 90, 120);
  const hcp = operators(...operationsOf("-P 6c 2c").map((operation) => triplet(operation)));

  it.each(["0.333 0.667", "0.3333 0.6667", "0.33333 0.66667", "1/3 2/3", "-0.6667 -0.3333"])(
    "take %s as the special position that it rounds",
    (xy) => {
      const { structure } = readParts({ cell: hexagonal, symmetry: hcp, sites: [`Mg1 Mg ${xy} 0.25 1`] });
      const [orbit] = structure?.orbits ?? [];
      expect(orbit?.multiplicity).toBe(2);
      expect(orbit?.position.map((coordinate) => coordinate.toFixed(9))).toEqual([
        "0.333333333",
        "0.666666667",
        "0.250000000",
      ]);
    },
  );

  it("take 0.333 as a third in a large cell too", () => {
    const symmetry = operators(...operationsOf("-P 6c 2c").map((operation) => triplet(operation)));
    const large = structureOf({
      cell: cell(40, 40, 50, 90, 90, 120),
      symmetry,
      sites: ["Mg1 Mg 0.333 0.667 0.25 1"],
    });
    expect(siteCount(large)).toBe(2);
  });

  it("keep split sites apart that lie closer than an atom is wide", () => {
    const symmetry = operators("x,y,z", "-x,y,z");
    // 0.036 and 0.015 angstrom from its own image.
    expect(orbitsOf(structureOf({ symmetry, sites: ["Li1 Li 0.0036 0.5 0.5 0.5"] }))).toEqual([
      "Li1 2: Li 0.5",
    ]);
    expect(orbitsOf(structureOf({ symmetry, sites: ["Li1 Li 0.0015 0.5 0.5 0.5"] }))).toEqual([
      "Li1 1: Li 0.5",
    ]);
    const rows = ["Li1 Li 0.5 0.5 0.5 0.5", "Li2 Li 0.504 0.5 0.5 0.5"];
    expect(orbitsOf(structureOf({ sites: rows }))).toEqual(["Li1 1: Li 0.5", "Li2 1: Li 0.5"]);
  });

  it("put the representative first, in the cell, as the row says", () => {
    const [orbit] = structureOf({
      symmetry: operators("-x,-y,-z", "x,y,z"),
      sites: ["Li1 Li -0.1 1.2 2.3 1"],
    }).orbits;
    expect(orbit?.position.map((coordinate) => coordinate.toFixed(6))).toEqual([
      "0.900000",
      "0.200000",
      "0.300000",
    ]);
    expect([...(orbit?.images ?? [])].slice(0, 3)).toEqual(orbit?.position);
  });

  it("remember their rows in the text", () => {
    const text = cifText({ sites: ["Ge1 Ge 0 0 0 0.5", "P1 P 0 0 0 0.5", "S1 S 0.5 0 0 1"] });
    const { structure } = read(text);
    const rows = structure?.orbits.map((orbit) => orbit.rows.map(({ start, end }) => text.slice(start, end)));
    expect(rows).toEqual([["Ge1 Ge 0 0 0 0.5", "P1 P 0 0 0 0.5"], ["S1 S 0.5 0 0 1"]]);
  });

  const space = fc.constantFrom(
    "P 1",
    "-P 1",
    "-P 2ybc",
    "-P 2ac 2n",
    '-R 3 2"',
    "-P 6c 2c",
    "-I 4 2",
    "-F 4 2 3",
    "-I 4bd 2c 3",
  );
  const cellFor = (hall: string) =>
    /R|6/.test(hall) ? cell(7, 7, 9, 90, 90, 120) : cell(8, 8, 8, 90, 90, 90);
  const coordinate = fc.oneof(
    fc.constantFrom(0, 0.25, 0.5, 0.125, 1 / 3),
    fc.double({ min: 0, max: 1, noNaN: true }),
  );
  const position = fc.tuple(coordinate, coordinate, coordinate);
  const row = (label: string, [x, y, z]: readonly number[]) =>
    `${label} Li ${(x ?? 0).toFixed(9)} ${(y ?? 0).toFixed(9)} ${(z ?? 0).toFixed(9)} 1`;

  it("have as many sites as the operations over the site symmetry, all of them distinct", () => {
    fc.assert(
      fc.property(space, position, (hall, xyz) => {
        const operations = operationsOf(hall);
        const symmetry = operators(...operations.map((operation) => triplet(operation)));
        const { lattice, orbits } = structureOf({ cell: cellFor(hall), symmetry, sites: [row("Li1", xyz)] });
        const [orbit] = orbits;
        expect(operations.length % (orbit?.multiplicity ?? NaN)).toBe(0);
        const [first, ...others] = Array.from({ length: orbit?.multiplicity ?? 0 }, (_, k) =>
          orbit?.images.subarray(3 * k, 3 * k + 3),
        );
        expect(first?.every((value) => value >= 0 && value < 1)).toBe(true);
        for (const other of others)
          expect(distance(lattice, orbit?.position ?? [0, 0, 0], other ?? [])).toBeGreaterThan(0.019);
      }),
    );
  });

  it("do not depend on lattice vectors added to operators or sites", () => {
    const shift = fc.tuple(
      fc.integer({ min: -3, max: 3 }),
      fc.integer({ min: -3, max: 3 }),
      fc.integer({ min: -3, max: 3 }),
    );
    fc.assert(
      fc.property(space, position, shift, (hall, xyz, by) => {
        const operations = operationsOf(hall);
        const plain = structureOf({
          cell: cellFor(hall),
          symmetry: operators(...operations.map((operation) => triplet(operation))),
          sites: [row("Li1", xyz)],
        });
        const shifted = structureOf({
          cell: cellFor(hall),
          symmetry: operators(...operations.map((operation) => triplet(operation, by))),
          sites: [
            row(
              "Li1",
              xyz.map((x, k) => x + (by[k] ?? 0)),
            ),
          ],
        });
        expect(sitesOf(shifted)).toEqual(sitesOf(plain));
      }),
    );
  });

  it("are the same when a file lists every site of the cell beside its symmetry", () => {
    fc.assert(
      fc.property(space, position, (hall, xyz) => {
        const symmetry = `_space_group_name_Hall '${hall}'`;
        const plain = structureOf({ cell: cellFor(hall), symmetry, sites: [row("Li1", xyz)] });
        const images = plain.orbits.flatMap(({ images: all, multiplicity }) =>
          Array.from({ length: multiplicity }, (_, k) =>
            row(`Li${k + 1}`, [...all.subarray(3 * k, 3 * k + 3)]),
          ),
        );
        const full = structureOf({ cell: cellFor(hall), symmetry, sites: images });
        expect(siteCount(full)).toBe(siteCount(plain));
        expect(full.orbits).toHaveLength(1);
        expect(full.orbits[0]?.occupants).toEqual(plain.orbits[0]?.occupants);
      }),
      { numRuns: 40 },
    );
  });

  it("are warned about where the declared multiplicity is wrong, but not where it counts site symmetry", () => {
    const columns = "label type_symbol fract_x fract_y fract_z site_symmetry_multiplicity";
    const symmetry = operators("x,y,z", "-x,-y,-z");
    expect(readParts({ symmetry, columns, sites: ["Li1 Li 0.1 0.2 0.3 24"] }).told).toEqual([
      "multiplicity-wrong: 24",
    ]);
    for (const sites of [["Li1 Li 0.1 0.2 0.3 2"], ["Li1 Li 0.1 0.2 0.3 1"], ["Li1 Li 0 0 0 2"]])
      expect(readParts({ symmetry, columns, sites }).told).toEqual([]);
  });
});

describe("the occupants of a site", () => {
  const orbits = (...sites: string[]) => orbitsOf(structureOf({ sites }));

  it("are the rows that share its position", () => {
    expect(orbits("Ge1 Ge 0 0 0 0.5", "P1 P 1 0 -1 0.5")).toEqual(["Ge1 1: Ge 0.5, P 0.5"]);
    expect(orbits("Fe1 Fe 0 0 0 0.5", "Fe2 Fe 0 0 0 0.25")).toEqual(["Fe1 1: Fe 0.75"]);
  });

  it("meet also where rows give different images of the site", () => {
    const symmetry = operators("x,y,z", "-x,-y,-z");
    const sites = ["Li1 Li 0.1 0.2 0.3 0.5", "Na1 Na -0.1 -0.2 -0.3 0.5", "Li2 Li 0.9 0.8 0.7 0.5"];
    const { structure, told } = readParts({ symmetry, sites });
    expect(structure && orbitsOf(structure)).toEqual(["Li1 2: Li 0.5, Na 0.5"]);
    expect(told).toEqual(["duplicate-site: Li2 Li 0.9 0.8 0.7 0.5"]);
  });

  it("have occupancy 1 where the file gives none, and are left out at 0", () => {
    expect(orbits("Li1 Li 0 0 0 ?", "O1 O .5 0 0 .", "H1 H 0.25 0 0 0", "Cl1 Cl 0 .5 0 0.5(2)")).toEqual([
      "Li1 1: Li 1",
      "O1 1: O 1",
      "Cl1 1: Cl 0.5",
    ]);
    const columns = "label type_symbol fract_x fract_y fract_z";
    expect(orbitsOf(structureOf({ columns, sites: ["Li1 Li 0 0 0"] }))).toEqual(["Li1 1: Li 1"]);
  });

  it("keep what is written above 1, and it is told", () => {
    const { structure, problems, told } = readParts({ sites: ["Co1 Co 0 0 0 0.778", "Al1 Al 0 0 0 0.778"] });
    expect(structure && orbitsOf(structure)).toEqual(["Co1 1: Co 0.778, Al 0.778"]);
    expect(told).toEqual(["occupancy-above-one: Co1 Co 0 0 0 0.778"]);
    expect(problems[0]?.message).toBe("Site Co1 is more than full: Co 0.778 + Al 0.778 = 1.556.");
    expect(readParts({ sites: ["Li1 Li 0 0 0 1.5"] }).told[0]).toContain("occupancy-above-one");
    expect(readParts({ sites: ["A1 Fe 0 0 0 .334", "B1 Co 0 0 0 .334", "C1 Ni 0 0 0 .334"] }).told).toEqual(
      [],
    );
  });

  it("are told where the occupancy is no occupancy", () => {
    expect(readParts({ sites: ["Li1 Li 0 0 0 x"] }).told).toEqual(["occupancy-not-a-number: x"]);
    expect(readParts({ sites: ["Li1 Li 0 0 0 -0.5", "O1 O 0 0 .5 1"] }).told).toEqual([
      "occupancy-below-zero: -0.5",
    ]);
  });

  it("share a row where the type symbol mixes them", () => {
    expect(orbits("M1 '0.8Nb + 0.2Zr' 0 0 0 1", "M2 '0.967(4)Mg + 0.033(4)Fe' .5 0 0 0.5")).toEqual([
      "M1 1: Nb 0.8, Zr 0.2",
      "M2 1: Mg 0.4835, Fe 0.0165",
    ]);
  });
});

describe("oxidation states", () => {
  const statesOf = ({ orbits, oxidation: { method } }: Structure) => [
    method,
    ...orbits.map(({ occupants: [first] }) => first?.oxidationState),
  ];

  it("come from the type symbols or from the atom-type loop", () => {
    expect(statesOf(structureOf({ sites: ["Li1 Li1+ 0 0 0 1", "S1 S2- .5 0 0 1"] }))).toEqual([
      "file",
      1,
      -2,
    ]);
    const more = "loop_ _atom_type_symbol _atom_type_oxidation_number Fe 2 O -2";
    expect(statesOf(structureOf({ more, sites: ["Fe1 Fe 0 0 0 1", "O1 O .5 0 0 1"] }))).toEqual([
      "file",
      2,
      -2,
    ]);
  });

  it("are sought where the file gives only zeros", () => {
    expect(statesOf(structureOf({ sites: ["Li1 Li0+ 0 0 0 1", "Cl1 Cl0+ .5 .5 .5 1"] }))).toEqual([
      "composition",
      1,
      -1,
    ]);
  });
});

describe("a file that gives no structure", () => {
  const refused: [string, string, string][] = [
    ["without a cell", cifText({ cell: "" }), "cell-missing: data_test"],
    [
      "with an unknown edge",
      cifText({ cell: cell(5, 5, 5, 90, 90, 90).replace("_b 5", "_b ?") }),
      "cell-missing: ?",
    ],
    [
      "with an unknown angle",
      cifText({ cell: cell(5, 5, 5, 90, 90, 90).replace("beta 90", "beta ?") }),
      "cell-missing: ?",
    ],
    [
      "with text for an edge",
      cifText({ cell: cell(5, 5, 5, 90, 90, 90).replace("_a 5", "_a five") }),
      "cell-not-a-number: five",
    ],
    ["with NaN for an edge", cifText({ cell: cell(5, NaN, 5, 90, 90, 90) }), "cell-not-a-number: NaN"],
    ["with a zero edge", cifText({ cell: cell(0, 5, 5, 90, 90, 90) }), "cell-impossible: 0"],
    [
      "with an edge of nearly nothing",
      cifText({ cell: cell(5, 5, 1e-300, 90, 90, 90) }),
      "cell-impossible: 1e-300",
    ],
    ["with a flat cell", cifText({ cell: cell(5, 5, 5, 0.001, 90, 90) }), "cell-impossible: 0.001"],
    ["with impossible angles", cifText({ cell: cell(5, 5, 5, 150, 150, 150) }), "cell-impossible: 150"],
    ["without atom sites", cifText({ sites: [] }), "no-atom-sites: data_test"],
    ["with unknown coordinates only", cifText({ sites: ["Li1 Li ? ? ? 1"] }), "no-atom-sites: data_test"],
    ["of dummy atoms only", cifText({ sites: ["Cg1 Cg 0 0 0 1"] }), "no-atom-sites: data_test"],
    [
      "of reflections only",
      "data_hkl loop_ _refln_index_h _refln_index_k 1 2 3 4",
      "no-atom-sites: data_hkl",
    ],
  ];

  it.each(refused)("%s says so, with its place", (_, text, expected) => {
    const { structure, problems, told } = read(text);
    expect(structure).toBeUndefined();
    expect(problems.some(({ severity }) => severity === "error")).toBe(true);
    expect(told).toContain(expected);
  });

  it("with a part of the cell names the other edges, once", () => {
    const { problems } = read(cifText({ cell: "_cell_length_b 5" }));
    expect(problems.map(({ message }) => message)).toEqual([
      "The unit cell is incomplete: no _cell_length_a and no _cell_length_c.",
    ]);
  });

  it("has no entry where there is no data block", () => {
    expect(readStructures(parseCif("# nothing\n"))).toEqual([]);
  });
});

describe("rows of the atom-site loop", () => {
  it("are left out, and told, where they have no position or no element", () => {
    const sites = [
      "Li1 Li 0 0 0 1",
      "H1 H ? ? ? 1",
      "H2 H . . . 1",
      "Cg1 Cg .25 0 0 1",
      "O1 O 1e9 0 0 1",
      "O2 O NaN 0 0 1",
    ];
    const { structure, told } = readParts({ sites });
    expect(structure?.orbits).toHaveLength(1);
    expect(told).toEqual([
      "site-without-coordinates: ?",
      "site-without-coordinates: H2 H . . . 1",
      "unknown-element: Cg1 Cg .25 0 0 1",
      "coordinate-not-a-number: 1e9",
      "coordinate-not-a-number: NaN",
    ]);
  });

  it("are dummies where the calculation flag says so", () => {
    const columns = "label type_symbol fract_x fract_y fract_z calc_flag";
    const { structure, told } = readParts({ columns, sites: ["Li1 Li 0 0 0 d", "H9 H .25 0 0 dum"] });
    expect(structure?.orbits).toHaveLength(1);
    expect(told).toEqual(["dummy-site: H9 H .25 0 0 dum"]);
  });

  it("are left out, and told where they stand, when their row is too short", () => {
    const { structure, told } = readParts({ sites: ["Li1 Li 0 0 0 1", "Li2 Li 0.25"] });
    expect(structure?.orbits).toHaveLength(1);
    expect(told).toContain("site-without-coordinates: Li2 Li 0.25");
  });

  it("may write 0 as a dot, as old ICSD files do, where the multiplicity agrees", () => {
    const columns = "label type_symbol site_symmetry_multiplicity fract_x fract_y fract_z";
    const symmetry = operators("x,y,z", "-x,-y,-z");
    const { structure, told } = readParts({
      symmetry,
      columns,
      sites: ["Mn1 Mn 1 . . .", "F1 F 2 . . .", "O1 O 1 .5 . ."],
    });
    expect(structure && orbitsOf(structure)).toEqual(["Mn1 1: Mn 1", "O1 1: O 1"]);
    expect(told.map((text) => text.split(":")[0])).toEqual([
      "coordinate-dot-as-zero",
      "site-without-coordinates",
      "coordinate-dot-as-zero",
    ]);
  });

  it("may be Cartesian", () => {
    const columns = "label type_symbol Cartn_x Cartn_y Cartn_z";
    const parts = {
      cell: cell(10, 10, 20, 90, 90, 120),
      columns,
      sites: ["Li1 Li -2.5 4.330127018922193 10"],
    };
    expect(structureOf(parts).orbits[0]?.position.map((x) => Number(x.toFixed(5)))).toEqual([0, 0.5, 0.5]);
    // b along y.
    const matrix = [0.1 / Math.sin(Math.PI / 3), 0, 0, 0.05 / Math.sin(Math.PI / 3), 0.1, 0, 0, 0, 0.05];
    const more = matrix
      .map((entry, k) => `_atom_sites_fract_tran_matrix_${Math.floor(k / 3) + 1}${(k % 3) + 1} ${entry}`)
      .join("\n");
    const [orbit] = structureOf({ ...parts, more, sites: ["Li1 Li 1 1 1"] }).orbits;
    expect(orbit?.position.map((x) => Number(x.toFixed(9)))).toEqual([0.115470054, 0.157735027, 0.05]);
  });

  it("take their elements from the labels where no type symbols are given", () => {
    const columns = "label fract_x fract_y fract_z";
    const sites = [
      "LI1A 0 0 0",
      "CL(1) .1 0 0",
      "Ow3 .2 0 0",
      "O-H(1) .3 0 0",
      "Wat .4 0 0",
      "CA1 .5 0 0",
      "HO2 .6 0 0",
      "Dw1 .7 0 0",
    ];
    const { structure } = readParts({ columns, sites, more: "_chemical_formula_sum 'Li Cl O3 Ca H2'" });
    expect(structure?.orbits.map(({ occupants: [first] }) => first?.isotope ?? first?.element)).toEqual([
      "Li",
      "Cl",
      "O",
      "O",
      "O",
      "Ca",
      "H",
      "D",
    ]);
    const { told } = readParts({ columns, sites: ["CA1 .5 0 0"] });
    expect(told).toEqual(["label-ambiguous: CA1 .5 0 0"]);
  });
});

describe("reading", () => {
  const whole = cifText({
    symmetry: `${operators("x,y,z", "-x,-y,-z")}\n_symmetry_space_group_name_H-M 'P -1'`,
    sites: ["Li1 Li+ 0.1 0.2 0.3 0.5", "Na1 Na+ 0.1 0.2 0.3 0.5", "Cl1 Cl- 0.5 0.5 0.5 1"],
  });
  const scraps = [
    "?",
    ".",
    "NaN",
    "1e308",
    "-1",
    "'",
    "\n;\n",
    "loop_",
    "data_x",
    "x,y,z",
    "1e-9",
    "",
    "_cell_length_a",
    "(",
  ];

  it("never throws, and says why where it finds no structure, whatever is cut out of or put into a file", () => {
    const edit = fc.tuple(fc.nat(whole.length), fc.nat(30), fc.constantFrom(...scraps));
    fc.assert(
      fc.property(fc.array(edit, { minLength: 1, maxLength: 4 }), (edits) => {
        const text = edits.reduce(
          (now, [at, cut, put]) => now.slice(0, at) + put + now.slice(at + cut),
          whole,
        );
        for (const { structure, problems } of readStructures(parseCif(text))) {
          if (!structure) expect(problems.some(({ severity }) => severity === "error")).toBe(true);
          for (const { range } of problems) {
            expect(range?.start).toBeGreaterThanOrEqual(0);
            expect(range?.end).toBeLessThanOrEqual(text.length);
          }
          for (const { images, multiplicity } of structure?.orbits ?? []) {
            expect(images).toHaveLength(3 * multiplicity);
            expect(images.every((coordinate) => coordinate >= 0 && coordinate < 1)).toBe(true);
          }
        }
      }),
      { numRuns: 500 },
    );
  });
});

describe("a document", () => {
  const atoms = cifText({}).replace("data_test", "data_atoms");

  it("gives an entry for each block that lists sites", () => {
    const text = `data_global\n_journal_year 2020\n${atoms}${atoms.replace("data_atoms", "data_second")}`;
    expect(readStructures(parseCif(text)).map(({ block }) => block.code)).toEqual(["atoms", "second"]);
  });

  it("gives an entry for a block with a cell only where none lists sites", () => {
    const powder = cifText({ sites: [] }).replace("data_test", "data_powder");
    expect(readStructures(parseCif(`${powder}${atoms}`)).map(({ block }) => block.code)).toEqual(["atoms"]);
    expect(readStructures(parseCif(powder)).map(({ structure }) => structure)).toEqual([undefined]);
  });

  it("with a protein is answered at once", () => {
    const rows = Array.from({ length: 15_000 }, (_, i) => {
      const at = (step: number) => ((i * step) % 97).toFixed(3);
      return `ATOM ${i} C CA ${at(0.617)} ${at(1.213)} ${at(2.719)} 1.00`;
    });
    const columns = "group_PDB id type_symbol label_atom_id Cartn_x Cartn_y Cartn_z occupancy";
    const text = [
      "data_protein",
      cell(97, 97, 97, 90, 90, 90).replaceAll("_cell_", "_cell."),
      "_symmetry.space_group_name_H-M 'P 21 21 21'",
      "loop_",
      ...columns.split(" ").map((name) => `_atom_site.${name}`),
      ...rows,
      "",
    ].join("\n");
    const [entry] = readStructures(parseCif(text));
    expect(entry?.problems.map(({ code }) => code)).toContain("too-many-sites");
  });
});
