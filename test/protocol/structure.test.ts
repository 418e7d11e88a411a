import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  structureMethod,
  type StructureParams,
  type StructurePicture,
} from "../../server/src/protocol/structure";
import { exampleText } from "../support/examples";
import { rockSalt } from "../support/rockSalt";
import { LanguageClient } from "./support/languageClient";

describe("the picture of a structure", () => {
  let client: LanguageClient;
  beforeAll(async () => {
    client = await LanguageClient.start();
  });
  afterAll(() => client.stop());

  const picture = async (params: StructureParams): Promise<StructurePicture> => {
    const result = await client.request(structureMethod, params);
    if (result.kind === "refused") throw new Error(result.reason);
    return result.picture;
  };
  const mixed = rockSalt(["Li1 Li1+ 0 0 0 0.8", "Na1 Na1+ 0 0 0 0.1", "Cl1 Cl1- 0.5 0.5 0.5 1"], "mixed");

  it("tells the cell, its sites with the lines of their rows, its atoms and bonds", async () => {
    const uri = await client.open(`${rockSalt()}\n${mixed}`);
    const { block, blocks, formula, lattice, sites, atoms, bonds, omission } = await picture({
      uri,
      as: "CAMN",
    });
    expect({ block, blocks, formula, omission }).toEqual({
      block: "LiCl",
      blocks: ["LiCl", "mixed"],
      formula: "LiCl",
      omission: null,
    });
    expect(lattice.vectors.map((vector) => Math.hypot(...vector))).toEqual([5.14, 5.14, 5.14]);
    const rows = rockSalt().split("\n");
    for (const { label, lines } of sites)
      expect(lines.map(({ first, last }) => [rows[first], rows[last]])).toEqual([
        [expect.stringMatching(`^${label} `), expect.stringMatching(`^${label} `)],
      ]);
    expect(atoms).toHaveLength(14 + 13);
    expect(bonds).toHaveLength(54);
  });

  it("keeps who shares a site, and gives it the lines of all its rows", async () => {
    const uri = await client.open(mixed);
    const [lithium] = (await picture({ uri, as: "CAMN" })).sites;
    expect(lithium?.occupants).toEqual([
      { element: "Li", occupancy: 0.8, oxidationState: 1 },
      { element: "Na", occupancy: 0.1, oxidationState: 1 },
    ]);
    expect(lithium?.lines).toHaveLength(2);
  });

  it("of a simplified structure has the bonds of the structure, as far as their atoms are kept", async () => {
    const uri = await client.open(mixed);
    const [all, simplified, anions] = [
      await picture({ uri, as: "CAMN" }),
      await picture({ uri, as: "CAMNS" }),
      await picture({ uri, as: "a" }),
    ];
    expect(simplified.bonds).toEqual(all.bonds);
    expect(simplified.sites.map(({ occupants }) => occupants.map(({ element }) => element))).toEqual([
      ["Li", "Al"],
      ["S"],
    ]);
    expect(anions.sites).toHaveLength(1);
    expect(anions.atoms).toHaveLength(13);
    expect(anions.bonds).toEqual([]);
  });

  it("is scaled with the structure to 40 cubic angstrom an anion", async () => {
    const uri = await client.open(rockSalt());
    const { lattice, atoms } = await picture({ uri, as: "camn-40" });
    expect(lattice.parameters[0]).toBeCloseTo(Math.cbrt(160), 10);
    const reach = Math.max(...atoms.map(({ position }) => position[0]));
    expect(reach).toBeCloseTo(Math.cbrt(160), 10);
  });

  it("has polyhedra, and ellipsoids where the file gives displacements", async () => {
    const uri = await client.open(exampleText("LiFePO4"));
    const { polyhedra, atoms } = await picture({ uri, as: "CAMN" });
    expect(new Set(polyhedra.map(({ corners }) => corners.length))).toEqual(new Set([4, 6]));
    expect(atoms.every(({ ellipsoid }) => ellipsoid === null)).toBe(true);
    const anisotropic = `${rockSalt()}
loop_
_atom_site_aniso_label
_atom_site_aniso_U_11
_atom_site_aniso_U_22
_atom_site_aniso_U_33
_atom_site_aniso_U_12
_atom_site_aniso_U_13
_atom_site_aniso_U_23
Cl1 0.01 0.01 0.01 0 0 0
`;
    const drawn = await picture({ uri: await client.open(anisotropic), as: "CAMN" });
    const lengths = drawn.atoms.flatMap(({ ellipsoid }) =>
      ellipsoid ? [Math.hypot(...ellipsoid.slice(0, 3))] : [],
    );
    expect(lengths).toHaveLength(13);
    for (const length of lengths) expect(length).toBeCloseTo(0.15382, 8);
  });

  it("leaves atoms out where the cell has too many of them to be seen", async () => {
    const rows = Array.from({ length: 15 }, (_, i) => `Li${i} Li 0.0${i + 10} 0.13 0.2 0.1`);
    const uri = await client.open(rockSalt(rows, "many", "60"));
    const { omission, sites, atoms } = await picture({ uri, as: "CAMN" });
    expect(omission).toMatch(/more than the 2000 that are drawn/);
    expect(sites).toHaveLength(15);
    expect(atoms).toEqual([]);
  });

  it("is refused in words where there is none", async () => {
    const request = (params: StructureParams) => client.request(structureMethod, params);
    const empty = await client.open("data_x\n_cell_length_a 3\n");
    expect(await request({ uri: empty, as: "CAMN" })).toMatchObject({ kind: "refused" });
    expect(await request({ uri: "file:///nowhere.cif", as: "CAMN" })).toEqual({
      kind: "refused",
      reason: "The file is not open in the editor.",
    });
  });
});
