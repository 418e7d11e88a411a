import { describe, expect, it } from "vitest";
import { useSuperion } from "../../support/superion";
import { cell, cifText } from "../crystal/cifText";

const { run, file } = useSuperion();
const match = (...args: string[]) => run(["match", ...args]);
const json = (...args: string[]): unknown => JSON.parse(match(...args, "--json").stdout);

const rockSalt = (edge: number, cation: string, anion: string, origin = 0) =>
  cifText({
    cell: cell(edge, edge, edge, 90, 90, 90),
    symmetry: "_symmetry_space_group_name_H-M 'F m -3 m'",
    sites: [`C ${cation} ${origin} 0 0 1`, `A ${anion} ${0.5 - origin} 0 0 1`],
  });
/** Two cells of rock salt along c, without symmetry, in another order. */
const supercell = (edge: number, cation: string, anion: string) =>
  cifText({
    cell: cell(edge, edge, 2 * edge, 90, 90, 90),
    sites: [0, 1].flatMap((k) =>
      [
        [0.5, 0, 0],
        [0, 0.5, 0],
        [0, 0, 0.5],
        [0.5, 0.5, 0.5],
      ].flatMap(([x = 0, y = 0, z = 0], n) => [
        `A${k}${n} ${anion} ${x} ${y} ${(z + k) / 2} 1`,
        `C${k}${n} ${cation} ${x} ${y} ${((z + 0.5) % 1) / 2 + k / 2} 1`,
      ]),
    ),
  });

describe("superion match", () => {
  it("puts one crystal into one group, whatever its cell and origin, and tells how well it lies on the first", () => {
    const one = file("one.cif", rockSalt(5, "Li", "F"));
    const two = file("two.cif", supercell(5, "Li", "F"));
    const three = file("three.cif", rockSalt(5, "Li", "F", 0.5));
    const other = file("other.cif", rockSalt(5, "Li", "Cl"));
    const zero = expect.closeTo(0, 6) as number;
    expect(json(one, other, two, three)).toMatchObject([
      {
        file: one,
        problems: [],
        structures: [{ block: "test", formula: "LiF", group: 1, rms: null, largest: null }],
      },
      { file: other, structures: [{ formula: "LiCl", group: 2, rms: null, sameAs: [] }] },
      { file: two, structures: [{ group: 1, rms: zero, largest: zero }] },
      {
        file: three,
        structures: [{ group: 1, sameAs: [one, two].map((path) => ({ file: path, block: "test" })) }],
      },
    ]);
  });

  it("prints the groups of more than one, and counts crystals", () => {
    const same = [file("a.cif", rockSalt(5, "Li", "F")), file("b.cif", supercell(5, "Li", "F"))] as const;
    const { status, stdout, stderr } = match(...same, file("c.cif", rockSalt(5, "Na", "F")));
    const [summary, heading, ...rows] = stdout.trimEnd().split("\n");
    expect(summary).toBe("3 structures, 2 different crystals");
    expect(heading?.split(/\s+/)).toEqual(["group", "file", "block", "compound", "rms", "largest"]);
    expect(rows.map((row) => row.split(/\s+/))).toEqual([
      ["1", same[0], "test", "LiF", "-", "-"],
      ["1", same[1], "test", "LiF", "0.000", "0.000"],
    ]);
    expect([status, stderr]).toEqual([0, ""]);
  });

  it("says no more than the counts where all differ", () => {
    const { stdout } = match("examples/LiCl.cif", "examples/Li2O.cif");
    expect(stdout).toBe("2 structures, 2 different crystals\n");
  });

  it("compares the blocks of one file, and a file given twice", () => {
    const both = file(
      "both.cif",
      rockSalt(5, "Li", "F") + rockSalt(5, "Li", "F", 0.5).replace("data_test", "data_moved"),
    );
    expect(json(both)).toMatchObject([
      {
        structures: [
          { block: "test", sameAs: [{ block: "moved" }] },
          { block: "moved", sameAs: [{ block: "test" }] },
        ],
      },
    ]);
    const path = file("twice.cif", rockSalt(5, "Li", "F"));
    const alone = { block: "test", group: 1, sameAs: [{ file: path, block: "test" }] };
    expect(json(path, path)).toMatchObject([{ structures: [alone] }, { structures: [alone] }]);
  });

  it("prints one line a file with --ndjson", () => {
    const lines = match("examples/LiCl.cif", "examples/Li2O.cif", "--ndjson").stdout.trimEnd().split("\n");
    expect(lines.map((line): unknown => JSON.parse(line))).toMatchObject([
      { file: "examples/LiCl.cif", structures: [{ group: 1 }] },
      { file: "examples/Li2O.cif", structures: [{ group: 2 }] },
    ]);
  });
});

describe("the options of superion match", () => {
  const groups = (...args: string[]) =>
    (
      JSON.parse(match(...args, "--json").stdout) as readonly { structures: readonly { group: number }[] }[]
    ).map(({ structures }) => structures.map(({ group }) => group));

  it("tell crystals of other volume apart with --no-scale alone", () => {
    const files = [file("small.cif", rockSalt(4, "Li", "F")), file("large.cif", rockSalt(6, "Li", "F"))];
    expect(groups(...files)).toEqual([[1], [1]]);
    expect(groups(...files, "--no-scale")).toEqual([[1], [2]]);
  });

  it("let occupancies count, or differ by a tolerance, or not count", () => {
    const occupied = (occupancy: number) =>
      rockSalt(5, "Li", "F").replace("C Li 0 0 0 1", `C Li 0 0 0 ${occupancy}`);
    const files = [file("half.cif", occupied(0.5)), file("more.cif", occupied(0.6))];
    expect(groups(...files)).toEqual([[1], [2]]);
    expect(groups(...files, "--occupancy-tolerance", "0.15")).toEqual([[1], [1]]);
    expect(groups(...files, "--elements-only")).toEqual([[1], [1]]);
  });

  it.each([
    ["--length-tolerance", cell(5, 5, 5.6, 90, 90, 90), "0.05"],
    ["--angle-tolerance", cell(5, 5, 5, 90, 90, 93), "1"],
  ])("draw the line of %s nearer", (option, changed, tolerance) => {
    const sites = ["C Li 0 0 0 1", "A F 0.5 0.5 0.5 1"];
    const files = [
      file("plain.cif", cifText({ sites })),
      file("changed.cif", cifText({ cell: changed, sites })),
    ];
    expect(groups(...files)).toEqual([[1], [1]]);
    expect(groups(...files, option, tolerance)).toEqual([[1], [2]]);
  });

  it("draw the line of --site-tolerance nearer", () => {
    const moved = (x: number) => cifText({ sites: ["C Li 0 0 0 1", `A F ${x} 0.5 0.5 1`] });
    const files = [file("centre.cif", moved(0.5)), file("off.cif", moved(0.6))];
    expect(groups(...files)).toEqual([[1], [1]]);
    expect(groups(...files, "--site-tolerance", "0.01")).toEqual([[1], [2]]);
  });

  it.each([
    [[]],
    [["--nonsense", "examples/LiCl.cif"]],
    [["--length-tolerance", "0", "examples/LiCl.cif"]],
    [["--site-tolerance", "wide", "examples/LiCl.cif"]],
    [["--angle-tolerance", "-1", "examples/LiCl.cif"]],
  ])("exit 2 for wrong usage: %j", (args) => {
    const { status, stdout, stderr } = match(...args);
    expect([status, stdout]).toEqual([2, ""]);
    expect(stderr).toContain("error: ");
  });
});

describe("superion match on files that it cannot use", () => {
  it("answers for the others, tells the fault on standard error, and exits 1", () => {
    const { status, stdout, stderr } = match("absent.cif", "examples/LiCl.cif", "--json");
    expect(JSON.parse(stdout)).toMatchObject([
      { file: "absent.cif", structures: [], problems: [{ code: "unreadable-file" }] },
      { file: "examples/LiCl.cif", structures: [{ group: 1 }], problems: [] },
    ]);
    expect(status).toBe(1);
    expect(stderr).toMatch(/^absent\.cif: error: .*\[unreadable-file\]\n$/);
  });

  it(
    "warns of a structure that has too many sites to be compared, with its place",
    { timeout: 120_000 },
    () => {
      // A simple cubic lattice of which one atom has moved.
      const sites = Array.from({ length: 16 ** 3 }, (_, i) => {
        const [x, y, z] = [i % 16, Math.floor(i / 16) % 16, Math.floor(i / 256)].map((step) => step / 16);
        return `Li${i} Li ${(x ?? 0) + (i === 2000 ? 0.01 : 0)} ${y ?? 0} ${z ?? 0} 1`;
      });
      const path = file("large.cif", cifText({ cell: cell(40, 40, 40, 90, 90, 90), sites }));
      const { status, stdout, stderr } = match(path, "examples/LiCl.cif");
      expect([status, stdout]).toEqual([0, "2 structures, 2 different crystals\n"]);
      expect(stderr).toContain(`${path}:1:1: warning: The structure was not compared with all others`);
    },
  );

  it("refuses a block without a cell, with its place", () => {
    const path = file("cellless.cif", "data_x\n_chemical_name_common nothing\n");
    const { status, stdout, stderr } = match(path);
    expect([status, stdout]).toEqual([1, "0 structures, 0 different crystals\n"]);
    expect(stderr).toContain(`${path}:1:1: error: `);
  });
});
