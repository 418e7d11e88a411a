import { describe, expect, it } from "vitest";
import { useSuperion } from "../../support/superion";

const { run, file } = useSuperion();
const describeFiles = (...args: string[]) => run(["describe", ...args]);

const strange = `data_strange
_cell_length_a 5
_cell_length_b 5
_cell_length_c 5
_cell_angle_alpha 90
_cell_angle_beta 90
_cell_angle_gamma 90
loop_
_atom_site_label
_atom_site_fract_x
_atom_site_fract_y
_atom_site_fract_z
_atom_site_occupancy
Li1 0 0 0 0.5
Cl1 0.5 0.5 0.5 1
`;

describe("superion describe", () => {
  it("prints values with their names, one element a descriptor", () => {
    const { status, stdout } = describeFiles(
      ...["examples/LiCl.cif", "--descriptor", "density,oxidation-states", "--json"],
    );
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject([
      {
        file: "examples/LiCl.cif",
        problems: [],
        structures: [
          {
            block: "LiCl",
            descriptors: {
              density: {
                values: [expect.closeTo(2.07, 1), expect.any(Number), expect.any(Number)],
                labels: ["density", "volume per atom", "packing fraction"],
              },
              "oxidation-states": { values: [-1, 1, 2, expect.closeTo(Math.SQRT2, 9)] },
            },
          },
        ],
      },
    ]);
  });

  it("gives SOAP vectors that can be compared room for every element of the simplification", () => {
    const soap = (name: string, ...more: string[]): unknown =>
      JSON.parse(
        describeFiles(`examples/${name}.cif`, "--descriptor", "soap", "--as", "can", "--json", ...more)
          .stdout,
      );
    const length = (count: number) => [
      { structures: [{ descriptors: { soap: { values: { length: count } } } }] },
    ];
    expect(soap("LiCl")).toMatchObject(length(480));
    expect(soap("Li3PS4")).toMatchObject(length(480));
    const options = JSON.stringify({ soap: { rCut: 4, nMax: 2, lMax: 2, blocks: "anion" } });
    expect(soap("LiCl", "--options", options)).toMatchObject(length(33));
  });

  it("says why a descriptor says nothing, and gives the others", () => {
    const { status, stdout, stderr } = describeFiles(
      file("strange.cif", strange),
      ...["--descriptor", "density,ewald-energy", "--json"],
    );
    expect(status).toBe(1);
    const error = "sites are partly occupied or shared: order the structure first (superion order)";
    expect(JSON.parse(stdout)).toMatchObject([
      { structures: [{ descriptors: { density: { labels: { length: 3 } }, "ewald-energy": { error } } }] },
    ]);
    expect(stderr).toMatch(/strange\.cif:1:1: error: ewald-energy: sites are partly occupied/);
  });

  it("prints a table where no JSON is asked for", () => {
    const { stdout } = describeFiles("examples/LiCl.cif", "--descriptor", "density");
    expect(stdout).toMatch(/^LiCl\ndescriptor +value of +value\n/);
    expect(stdout).toMatch(/density +packing fraction +0\.\d+/);
  });

  it.each([
    [["--descriptor", "colour"], /no descriptor colour/],
    [["--descriptor", "rdf", "--options", '{"rdf": {"cutoff": -1}}'], /options of rdf: cutoff/],
    [["--descriptor", "rdf", "--options", "cutoff=3"], /JSON object/],
    [["--descriptor", "rdf", "--options", '{"colour": {}}'], /no descriptor colour/],
    [[], /--descriptor/],
  ])("refuses %j as wrong usage", (args, message) => {
    const { status, stderr } = describeFiles("examples/LiCl.cif", ...args);
    expect(status).toBe(2);
    expect(stderr).toMatch(message);
  });
});
