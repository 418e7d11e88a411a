import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import { parseCif } from "../../../server/src/cif/parser";
import { writeCif } from "../../../server/src/crystal/writeCif";
import { CrystalFeatures } from "../../../server/src/learning/crystalFeatures";
import { predictSuperionic, type SuperionicModel } from "../../../server/src/learning/superionicModel";
import { annotateDocument } from "../../../server/src/screening/annotate";
import { loadModel } from "../../../server/src/screening/modelFiles";
import { withEverySite } from "../../../server/src/crystal/symmetry/everySite";
import { exampleStructure } from "../../support/examples";

const cubic = `_cell_length_a 4
_cell_length_b 4
_cell_length_c 4
_cell_angle_alpha 90
_cell_angle_beta 90
_cell_angle_gamma 90
_symmetry_space_group_name_H-M 'P 1'
loop_
_symmetry_equiv_pos_as_xyz
x,y,z
loop_
_atom_site_label
_atom_site_fract_x
_atom_site_fract_y
_atom_site_fract_z
`;

describe("annotateDocument, with the shipped model", () => {
  let model: SuperionicModel;
  beforeAll(async () => {
    model = await loadModel("server/models");
  });

  const annotate = (text: string) => annotateDocument(parseCif(text), model);

  it("gives each structure a probability with its deviation and its nearest measured compound", () => {
    const [block] = annotate(readFileSync("examples/Li10GeP2S12.cif", "utf8"));
    const { pSi, deviation, dTraining, nearest } = block?.annotation ?? {};
    expect(pSi).toBeGreaterThan(0.5);
    expect(pSi).toBeLessThanOrEqual(1);
    expect(deviation).toBeGreaterThanOrEqual(0);
    expect(dTraining).toBeGreaterThanOrEqual(0);
    expect(nearest?.conductivity).toBeGreaterThan(1e-4);
  });

  it("says why there is no probability without lithium", () => {
    const [block] = annotate(`data_NaCl\n${cubic}Na1 0 0 0\nCl1 0.5 0.5 0.5\n`);
    expect(block?.annotation).toMatchObject({ formula: "NaCl", pSi: null, nearest: null });
    expect(block?.problems.at(-1)).toMatchObject({ code: "no-lithium", range: { start: 0, end: 9 } });
  });

  it("tells the band gap, with lithium or without: wide in salts, none in a metal", () => {
    const gapOf = (edge: number, ...sites: string[]) => {
      const cell = cubic
        .replaceAll(" 4\n", ` ${edge}\n`)
        .replace("P 1", "F m -3 m")
        .replace(/loop_\n_symm.*\nx,y,z\n/, "");
      return annotate(`data_x\n${cell}${sites.join("\n")}\n`)[0]?.annotation?.bandGap;
    };
    // Measured: NaCl 8.5 eV, LiF 13.6 eV; density-functional theory gives 5.0 and 8.7.
    expect(gapOf(5.64, "Na1 0 0 0", "Cl1 0.5 0.5 0.5")).toBeGreaterThan(3);
    expect(gapOf(4.03, "Li1 0 0 0", "F1 0.5 0.5 0.5")).toBeGreaterThan(5);
    expect(gapOf(3.61, "Cu1 0 0 0")).toBe(0);
    expect(gapOf(5, "Cm1 0 0 0")).toBeNull();
  });

  it("says why there is no probability for an element that the parent never saw", () => {
    const [block] = annotate(`data_x\n${cubic}Li1 0 0 0\nCm1 0.5 0.5 0.5\n`);
    expect(block?.annotation?.pSi).toBeNull();
    expect(block?.problems.at(-1)?.message).toMatch(/Cm/);
  });

  it("keeps the neighbours of a block that has no structure", () => {
    const blocks = annotate(`data_a\n_cell_length_a 4\ndata_LiH\n${cubic}Li1 0 0 0\nH1 0.5 0.5 0.5\n`);
    expect(blocks.map(({ annotation }) => annotation?.formula)).toContain("LiH");
  });

  for (const name of ["Li6PS5Cl", "Li7La3Zr2O12", "Li3N"])
    it(`sees the same ${name} with and without symmetry, and after writing and reading it`, () => {
      const structure = exampleStructure(name);
      const crystals = [structure, withEverySite(structure)].map(
        (described) => new CrystalFeatures(described, model.megnet),
      );
      const predictions = predictSuperionic(model, crystals);
      const written = annotate(writeCif(structure, { code: name }))[0]?.annotation;
      const [first, second] = predictions.map((each) => (each.kind === "prediction" ? each : undefined));
      expect(first?.pSi).toBeDefined();
      expect(second?.pSi).toBeCloseTo(first?.pSi ?? NaN, 6);
      expect(second?.nearest.distance).toBeCloseTo(first?.nearest.distance ?? NaN, 6);
      expect(written?.pSi).toBeCloseTo(first?.pSi ?? NaN, 6);
    });
});
