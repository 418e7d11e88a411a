import { describe, expect, it } from "vitest";
import { coulombConstant } from "../../../server/src/crystal/ewald/ewaldSum";
import { useSuperion } from "../../support/superion";
import { cell, cifText } from "../crystal/cifText";

const { run, file } = useSuperion();
const structure = (...args: string[]) => run(["structure", ...args]);
const json = (...args: string[]): unknown => JSON.parse(structure(...args, "--json").stdout);

const near = (value: number, digits = 9) => expect.closeTo(value, digits) as number;

/** Half the cell edge of rock salt, angstrom. */
const d = 2.5;
const lithiumChloride = () =>
  file(
    "LiCl.cif",
    cifText({
      cell: cell(2 * d, 2 * d, 2 * d, 90, 90, 90),
      symmetry: "_symmetry_space_group_name_H-M 'F m -3 m'",
      sites: ["Li1 Li+ 0 0 0 1", "Cl1 Cl- 0.5 0.5 0.5 1"],
    }),
  );
const disordered = () => file("half.cif", cifText({ sites: ["Li1 Li+ 0 0 0 0.5", "F1 F- 0.5 0.5 0.5 1"] }));

// What follows is counted by hand for rock salt.
const energy = (-4 * 1.747564594633182 * coulombConstant) / d;
const valence = Math.exp((1.91 - d) / 0.37);

describe("superion structure", () => {
  it("tells none of what is not asked for", () => {
    const { status, stdout, stderr } = structure(lithiumChloride(), "--json");
    expect([status, stderr]).toEqual([0, ""]);
    const names = [
      "ewaldEnergy",
      "globalInstability",
      "shortestDistances",
      "cell",
      "neighbours",
      "coordination",
    ];
    for (const name of [...names, "bondValenceSum"]) expect(stdout).not.toContain(`"${name}"`);
    expect(JSON.parse(stdout)).toMatchObject([
      { structures: [{ formula: "LiCl", spaceGroup: { number: 225 }, sites: 8, orbits: [{}, {}] }] },
    ]);
  });

  it("--ewald: the energy of the formal charges, by Madelung's constant", () => {
    expect(json(lithiumChloride(), "--ewald")).toMatchObject([
      { structures: [{ ewaldEnergy: near(energy, 6) }] },
    ]);
    expect(structure(lithiumChloride(), "--ewald").stdout).toContain(
      `\n  Ewald energy ${energy.toFixed(4)} eV a cell\n`,
    );
  });

  it("--ewald: none, and why, for a disordered structure", () => {
    const { status, stdout, stderr } = structure(disordered(), "--ewald", "--json");
    expect(JSON.parse(stdout)).toMatchObject([
      {
        structures: [{ ewaldEnergy: null }],
        problems: [{ code: "charge-unbalanced" }, { code: "ewald-energy-undefined", severity: "warning" }],
      },
    ]);
    expect(stderr).toMatch(/half\.cif:1:1: warning: .*superion order.*\[ewald-energy-undefined\]$/m);
    expect(status).toBe(0);
    expect(structure(disordered(), "--ewald").stdout).not.toContain("Ewald energy");
  });

  it("--bonds: six bonds, their sum, and the global instability", () => {
    const bonds = (orbit: number) => [{ orbit, distance: near(d), count: 6, valence: near(valence) }];
    expect(json(lithiumChloride(), "--bonds")).toMatchObject([
      {
        structures: [
          {
            globalInstability: near(Math.abs(6 * valence - 1)),
            orbits: [
              {
                label: "Li1",
                coordination: { number: 6, bonds: bonds(1) },
                bondValenceSum: near(6 * valence),
              },
              {
                label: "Cl1",
                coordination: { number: 6, bonds: bonds(0) },
                bondValenceSum: near(-6 * valence),
              },
            ],
          },
        ],
      },
    ]);
    const { stdout } = structure(lithiumChloride(), "--bonds");
    expect(stdout).toContain(
      `\n  global instability index ${Math.abs(6 * valence - 1).toFixed(3)} valence units\n`,
    );
    const [, , , , heading = "", lithium = ""] = stdout.split("\n");
    expect(heading).toMatch(/occupants +bond valence sum +coordination +bonds \(angstrom\)$/);
    expect(lithium.split(/ {2,}/).slice(-4)).toEqual([
      "Li1+",
      (6 * valence).toFixed(2),
      "6.0",
      "6 x Cl1 2.500",
    ]);
  });

  it("--bonds: null where there is no bond valence sum", () => {
    const copper = file(
      "copper.cif",
      cifText({
        cell: cell(3.61496, 3.61496, 3.61496, 90, 90, 90),
        symmetry: "_symmetry_space_group_name_H-M 'F m -3 m'",
        sites: ["Cu1 Cu 0 0 0 1"],
      }),
    );
    expect(json(copper, "--bonds")).toMatchObject([
      { structures: [{ globalInstability: null, orbits: [{ bondValenceSum: null }] }] },
    ]);
    // a / sqrt 2.
    expect(structure(copper, "--bonds").stdout).toMatch(/\nCu1 .* Cu +- +12\.0 +12 x Cu1 2\.556\n/);
  });

  it("--distances: the shortest between each pair of elements", () => {
    const like = near(d * Math.SQRT2);
    expect(json(lithiumChloride(), "--distances")).toMatchObject([
      {
        structures: [
          {
            shortestDistances: [
              { elements: ["Cl", "Li"], distance: near(d), together: near(d) },
              { elements: expect.arrayContaining(["Li", "Li"]) as string[], distance: like, together: like },
              { elements: expect.arrayContaining(["Cl", "Cl"]) as string[], distance: like, together: like },
            ],
          },
        ],
      },
    ]);
    expect(structure(lithiumChloride(), "--distances").stdout).toMatch(
      /\nelements +shortest \(angstrom\) +between sites filled together\nCl-Li +2\.5000 +2\.5000\n/,
    );
  });

  it.each([
    ["2.4", [0, 0]],
    ["2.6", [6, 6]],
    ["3.6", [18, 18]],
    ["4.4", [26, 26]],
  ])("--neighbours %s: sites within the radius, 6 + 12 + 8 shell by shell", (radius, counts) => {
    expect(json(lithiumChloride(), "--neighbours", radius)).toMatchObject([
      { structures: [{ orbits: counts.map((neighbours) => ({ neighbours })) }] },
    ]);
  });

  it("--neighbours: in a column of its own", () => {
    const { stdout } = structure(lithiumChloride(), "--neighbours", "3.6");
    expect(stdout).toMatch(/ occupants +neighbours\nLi1 .* 18\nCl1 .* 18\n/);
  });

  it("--cell: every site of the cell with its orbit", () => {
    const sites = (orbit: number, ...positions: number[][]) =>
      positions.map((position) => ({ position, orbit }));
    const [{ structures } = { structures: [] }] = json(lithiumChloride(), "--cell") as readonly {
      readonly structures: readonly { readonly cell: unknown }[];
    }[];
    const expected = [
      ...sites(0, [0, 0, 0], [0, 0.5, 0.5], [0.5, 0, 0.5], [0.5, 0.5, 0]),
      ...sites(1, [0.5, 0.5, 0.5], [0.5, 0, 0], [0, 0.5, 0], [0, 0, 0.5]),
    ];
    expect(structures[0]?.cell).toHaveLength(8);
    expect(structures[0]?.cell).toEqual(expect.arrayContaining(expected));
    expect(structure(lithiumChloride(), "--cell").stdout).toMatch(
      /\nsite +x +y +z\nLi1 +0\.000000 +0\.000000/,
    );
  });

  it("answers all of them together, a line a file with --ndjson", () => {
    const options = ["--ewald", "--bonds", "--distances", "--cell", "--neighbours", "3", "--ndjson"];
    const lines = structure("examples/LiCl.cif", "examples/Li3N.cif", ...options)
      .stdout.trimEnd()
      .split("\n");
    const parsed = lines.map((line): unknown => JSON.parse(line));
    const asked = {
      ewaldEnergy: expect.any(Number) as number,
      globalInstability: expect.any(Number) as number,
      shortestDistances: expect.any(Array) as unknown[],
      cell: expect.any(Array) as unknown[],
    };
    expect(parsed).toMatchObject([
      { file: "examples/LiCl.cif", structures: [asked] },
      { file: "examples/Li3N.cif", structures: [asked] },
    ]);
  });

  it.each([
    [[]],
    [["--neighbours", "0", "examples/LiCl.cif"]],
    [["--neighbours", "21", "examples/LiCl.cif"]],
    [["--neighbours", "near", "examples/LiCl.cif"]],
    [["--bond", "examples/LiCl.cif"]],
  ])("exits 2 for wrong usage: %j", (args) => {
    const { status, stdout, stderr } = structure(...args);
    expect([status, stdout]).toEqual([2, ""]);
    expect(stderr).toContain("error: ");
  });

  it("answers for the others where a file is refused, and exits 1", () => {
    const cellless = file("cellless.cif", "data_x\n_chemical_name_common nothing\n");
    const { status, stdout, stderr } = structure(
      "absent.cif",
      cellless,
      lithiumChloride(),
      "--bonds",
      "--json",
    );
    expect(JSON.parse(stdout)).toMatchObject([
      { file: "absent.cif", structures: [], problems: [{ code: "unreadable-file" }] },
      {
        file: cellless,
        structures: [],
        problems: [
          { code: "cell-missing", line: 1 },
          { code: "no-atom-sites", line: 1 },
        ],
      },
      { structures: [{ formula: "LiCl" }], problems: [] },
    ]);
    expect(stderr).toMatch(/^absent\.cif: error: .*\n.*cellless\.cif:1:1: error: /);
    expect(status).toBe(1);
  });

  it("reads what order prints", () => {
    const { stdout } = run(["order", disordered(), "--cells", "1,1,2"]);
    const again = run(["structure", "-", "--ewald", "--json"], stdout);
    const told = /Ewald energy (\S+) eV/.exec(stdout)?.[1];
    expect(JSON.parse(again.stdout)).toMatchObject([
      { file: "-", structures: [{ ordered: true, ewaldEnergy: near(Number(told), 4) }] },
    ]);
  });

  it("--in standard, --in primitive, --in p1: the crystal in that cell", () => {
    const counted = (cellName: string) => {
      const [answer] = JSON.parse(structure(lithiumChloride(), "--in", cellName, "--json").stdout) as [
        { structures: [{ sites: number; orbits: { multiplicity: number }[] }] },
      ];
      const [{ sites, orbits }] = answer.structures;
      return [sites, orbits.length];
    };
    expect(["written", "standard", "primitive", "p1"].map(counted)).toEqual([
      [8, 2],
      [8, 2],
      [2, 2],
      [8, 8],
    ]);
  });

  it("--cif: the structure as CIF, also inside the JSON", () => {
    const { stdout } = structure(lithiumChloride(), "--in", "primitive", "--cif");
    const again = structure(file("primitive.cif", stdout), "--json").stdout;
    expect(JSON.parse(again)).toMatchObject([{ structures: [{ sites: 2, spaceGroup: { number: 225 } }] }]);
    expect(json(lithiumChloride(), "--in", "primitive", "--cif")).toMatchObject([
      { structures: [{ cif: stdout }] },
    ]);
  });

  it("--oxidation: states that go before those of the file", () => {
    const magnetic = file("FeS.cif", cifText({ sites: ["Fe1 Fe 0 0 0 1", "S1 S 0.5 0.5 0.5 1"] }));
    expect(json(magnetic, "--oxidation", "Fe=2, S1=-2")).toMatchObject([
      {
        structures: [
          {
            oxidation: { method: "user" },
            orbits: [{ occupants: [{ oxidation: 2 }] }, { occupants: [{ oxidation: -2 }] }],
          },
        ],
      },
    ]);
  });

  it("refuses oxidation states that cannot be read, and cells that it does not know", () => {
    const wrong = structure(lithiumChloride(), "--oxidation", "Li=much");
    expect([wrong.status, wrong.stdout]).toEqual([2, ""]);
    expect(wrong.stderr).toContain('"Li=much" gives no oxidation state');
    expect(structure(lithiumChloride(), "--in", "orthogonal").status).toBe(2);
  });
});
