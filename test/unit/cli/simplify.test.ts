import { describe, expect, it } from "vitest";
import { parseCif } from "../../../server/src/cif/parser";
import { readStructures } from "../../../server/src/crystal/reading/readStructure";
import { composition } from "../../../server/src/crystal/structure";
import { useSuperion } from "../../support/superion";

const { run } = useSuperion();
const simplify = (...args: string[]) => run(["simplify", ...args]);

describe("superion simplify", () => {
  it("prints the simplified structure as a CIF that reads back", () => {
    const { status, stdout } = simplify("examples/Li10GeP2S12.cif", "--as", "CAMNS");
    expect(status).toBe(0);
    expect(stdout).toMatch(
      /^# CAMNS of examples\/Li10GeP2S12.cif, simplified by Superion.\ndata_Li10GeP2S12\n/,
    );
    const structure = readStructures(parseCif(stdout))[0]?.structure;
    const atoms = Object.fromEntries(structure ? composition(structure) : []);
    expect(Object.keys(atoms)).toEqual(["Li", "Al", "S"]);
    expect(atoms["Li"]).toBeCloseTo(20.2, 9);
    expect(atoms["Al"]).toBeCloseTo(6, 9);
    expect(atoms["S"]).toBe(24);
  });

  it("prints JSON with every site of the cell", () => {
    const { status, stdout } = simplify("examples/LiCl.cif", "examples/Li2O.cif", "--as", "can-40", "--json");
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject([
      {
        file: "examples/LiCl.cif",
        problems: [],
        structures: [
          {
            block: "LiCl",
            composition: { S: 4 },
            spaceGroup: { number: 225 },
            orbits: [{ label: "Cl1", multiplicity: 4, occupants: [{ element: "S", occupancy: 1 }] }],
            cell: Array.from({ length: 4 }, () => ({ orbit: 0 })),
          },
        ],
      },
      { file: "examples/Li2O.cif", structures: [{ composition: { S: 4 } }] },
    ]);
  });

  it("refuses a name that it does not know, and names those that it does", () => {
    const { status, stderr } = simplify("examples/LiCl.cif", "--as", "Camn");
    expect(status).not.toBe(0);
    expect(stderr).toMatch(/camn, can, am, a, .*CAMNS, CANS/);
  });

  it("answers an empty list for a file without a structure", () => {
    const { status, stdout } = simplify("examples/README.md", "--as", "CAN", "--json");
    expect(JSON.parse(stdout)).toMatchObject([{ file: "examples/README.md", structures: [] }]);
    expect(status).toBe(1);
  });
});
