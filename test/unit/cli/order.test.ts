import { describe, expect, it } from "vitest";
import { parseCif } from "../../../server/src/cif/parser";
import { coulombConstant } from "../../../server/src/crystal/ewald/ewaldSum";
import { ewaldEnergy } from "../../../server/src/crystal/ewald/ewaldEnergy";
import { readStructures } from "../../../server/src/crystal/reading/readStructure";
import { composition } from "../../../server/src/crystal/structure";
import { useSuperion } from "../../support/superion";
import { cell, cifText } from "../crystal/cifText";

const { run, file } = useSuperion();
const order = (...args: string[]) => run(["order", ...args]);

interface OrderJson {
  readonly file: string;
  readonly orderings: readonly {
    readonly block: string;
    readonly energy: number;
    readonly complete: boolean;
    readonly considered: number;
    readonly composition: Readonly<Record<string, number>>;
    readonly ordered: boolean;
    readonly sites: number;
  }[];
  readonly problems: readonly {
    readonly code: string;
    readonly severity: string;
    readonly message: string;
  }[];
}

const json = (...args: string[]) => JSON.parse(order(...args, "--json").stdout) as readonly OrderJson[];

/** Na and Cl share a simple cubic lattice. */
const salt = () =>
  file(
    "salt.cif",
    cifText({
      cell: cell(2, 2, 2, 90, 90, 90),
      symmetry: "_symmetry_space_group_name_H-M 'P m -3 m'",
      sites: ["M1 Na+ 0 0 0 0.5", "M2 Cl- 0 0 0 0.5"],
    }),
  );
/** Of four pairs of ions 2 angstrom apart: Madelung's constant of rock salt, eV. */
const rockSaltEnergy = (-4 * 1.747564594633182 * coulombConstant) / 2;

describe("superion order", () => {
  it("finds rock salt where two ions share a simple cubic lattice", () => {
    const [{ orderings, problems } = { orderings: [], problems: [] }] = json(salt(), "--cells", "2,2,2");
    expect(problems).toEqual([]);
    expect(orderings).toMatchObject([
      {
        block: "test",
        composition: { Na: 4, Cl: 4 },
        ordered: true,
        sites: 8,
        complete: true,
        considered: 70,
      },
    ]);
    expect(orderings[0]?.energy).toBeCloseTo(rockSaltEnergy, 6);
  });

  it("prints a CIF whose structure has the energy that its comment tells", () => {
    const { status, stdout, stderr } = order(salt(), "--cells", "2,2,2");
    expect([status, stderr]).toEqual([0, ""]);
    expect(stdout).toContain("by all 70 placements: Ewald energy");
    expect(stdout).toContain("\ndata_test_ordered_1\n");
    const [{ structure } = { structure: undefined }] = readStructures(parseCif(stdout));
    expect(structure && Object.fromEntries(composition(structure))).toEqual({ Na: 4, Cl: 4 });
    const energy = structure && ewaldEnergy(structure);
    expect(energy).toMatchObject({ ok: true, energy: expect.closeTo(rockSaltEnergy, 4) as number });
    expect(/Ewald energy (\S+) eV a cell/.exec(stdout)?.[1]).toBe(rockSaltEnergy.toFixed(4));
  });

  it("tells as many orderings as are asked for, lowest energy first, each in a block of its own", () => {
    const cells = ["--cells", "2,2,1"];
    const [{ orderings } = { orderings: [] }] = json(salt(), ...cells, "--top", "5");
    // Of the six placements two are a checkerboard and four are stripes; the symmetry of the lattice makes these equal.
    expect(orderings.map(({ considered }) => considered)).toEqual([6, 6]);
    const [checkerboard, stripes] = orderings;
    expect(checkerboard?.energy).toBeLessThan(stripes?.energy ?? NaN);
    const blocks = order(salt(), ...cells, "--top", "5").stdout.match(/^data_.*$/gm);
    expect(blocks).toEqual(["data_test_ordered_1", "data_test_ordered_2"]);
    expect(json(salt(), ...cells)[0]?.orderings).toMatchObject([{ energy: checkerboard?.energy }]);
  });

  it("leaves an ordered structure as it is", () => {
    const [{ orderings } = { orderings: [] }] = json("examples/LiCl.cif");
    expect(orderings).toMatchObject([{ composition: { Li: 4, Cl: 4 }, considered: 1, complete: true }]);
  });

  it("searches where there are more placements than --placements, and says so", () => {
    const [{ orderings } = { orderings: [] }] = json(salt(), "--cells", "2,2,2", "--placements", "10");
    expect(orderings[0]?.complete).toBe(false);
    // With eight sites the search cannot miss.
    expect(orderings[0]?.energy).toBeCloseTo(rockSaltEnergy, 6);
    expect(order(salt(), "--cells", "2,2,2", "--placements", "10").stdout).toContain("by a search through ");
  });

  it("simplifies first with --as", () => {
    const [{ orderings } = { orderings: [] }] = json("examples/LiCl.cif", "--as", "CAN");
    expect(orderings).toMatchObject([{ composition: { Cl: 4 } }]);
  });

  it("warns where whole atoms leave the cell charged", () => {
    const path = file("charged.cif", cifText({ sites: ["Li1 Li+ 0.5 0 0 0.5", "O1 O2- 0 0 0 1"] }));
    const { status, stderr } = order(path);
    expect(stderr).toMatch(/warning: .*charge .*\(--cells\).*\[ordering-charged\]\n$/);
    expect(status).toBe(0);
  });

  it("answers for several files, a line each with --ndjson", () => {
    const lines = order("examples/LiCl.cif", "examples/Li2O.cif", "--ndjson").stdout.trimEnd().split("\n");
    expect(lines.map((line): unknown => JSON.parse(line))).toMatchObject([
      { file: "examples/LiCl.cif", orderings: [{ formula: "LiCl" }] },
      { file: "examples/Li2O.cif", orderings: [{ formula: "Li2O" }] },
    ]);
  });

  it.each([
    [[]],
    [["--top", "0", "examples/LiCl.cif"]],
    [["--top", "1.5", "examples/LiCl.cif"]],
    [["--cells", "2,2", "examples/LiCl.cif"]],
    [["--cells", "1,1,1,1", "examples/LiCl.cif"]],
    [["--cells", "0,1,1", "examples/LiCl.cif"]],
    [["--placements", "many", "examples/LiCl.cif"]],
    [["--as", "Camn", "examples/LiCl.cif"]],
    [["--nonsense", "examples/LiCl.cif"]],
  ])("exits 2 for wrong usage: %j", (args) => {
    const { status, stdout, stderr } = order(...args);
    expect([status, stdout]).toEqual([2, ""]);
    expect(stderr).toContain("error: ");
  });
});

describe("superion order on a structure that cannot be ordered", () => {
  it.each([
    [
      "a site that is more than full",
      ["Li1 Li+ 0 0 0 0.8", "Na1 Na+ 0 0 0 0.8", "F1 F- 0.5 0 0 1"],
      "more than full",
    ],
    [
      "sites too close to fill half of them",
      ["Li1 Li+ 0 0 0 0.9", "Li2 Li+ 0.1 0 0 0.9", "F1 F- 0.5 0.5 0.5 1", "F2 F- 0.5 0 0.5 1"],
      "angstrom apart",
    ],
  ])("says why, with the place, and exits 1: %s", (_, sites, reason) => {
    const path = file("refused.cif", cifText({ sites }));
    const { status, stdout, stderr } = order(path);
    expect([status, stdout]).toEqual([1, ""]);
    expect(stderr).toContain(`${path}:1:1: error: The structure was not ordered: `);
    expect(stderr).toContain(reason);
  });

  it("refuses a cell that is too large", () => {
    const { status, stderr } = order("examples/LiCl.cif", "--cells", "10,10,10");
    expect([status, stderr]).toEqual([1, expect.stringContaining("more than 2000 sites") as string]);
  });

  it("answers for the other files", () => {
    const [absent, chloride] = json("absent.cif", "examples/LiCl.cif");
    expect(absent).toMatchObject({ orderings: [], problems: [{ code: "unreadable-file" }] });
    expect(chloride?.orderings).toHaveLength(1);
    expect(order("absent.cif", "examples/LiCl.cif").status).toBe(1);
  });
});
