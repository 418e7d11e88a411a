import { readdirSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decodeCif } from "../../../../server/src/cif/decode";
import { checkNames } from "../../../../server/src/cif/dictionary/checkNames";
import { knownNames } from "../../../../server/src/cif/dictionary/dictionary";
import { editDistance, similarWords } from "../../../../server/src/cif/dictionary/spelling";
import { parseCif } from "../../../../server/src/cif/parser";
import type { Problem } from "../../../../server/src/cif/problem";
import { hasShared, readSharedBytes, sharedPath } from "../../../support/shared";

function check(text: string): Problem[] {
  return checkNames(parseCif(text), knownNames(), () => true);
}

/** The code and marked text of each problem. */
function marked(text: string): string[] {
  return check(text).map(({ code, range }) => `${code}: ${text.slice(range?.start, range?.end)}`);
}

describe("the dictionary's check", () => {
  it("finds nothing in names and values as the dictionary has them", () => {
    const text = `data_x
_cell_formula_units_Z 4
_cell_measurement_temperature 293(2)
_space_group_crystal_system cubic
_audit_creation_date 2024-05-31
_diffrn_ambient_temperature ?
_exptl_absorpt_correction_type .
loop_ _atom_site_label _atom_site_adp_type Li1 Uani O1 Uiso
loop_ _geom_bond_atom_site_label_1 _geom_bond_atom_site_label_2 _geom_bond_site_symmetry_2 Li1 O1 . Li1 O1 3_565
`;
    expect(check(text)).toEqual([]);
  });

  it("strikes out what has a newer name, and says whether that is there too", () => {
    const [problem] = check("data_x\n_symmetry_cell_setting cubic\n");
    expect(problem).toMatchObject({ code: "name-out-of-date", severity: "hint", isDeprecation: true });
    expect(problem?.message).toBe(
      "_symmetry_cell_setting is out of date: its newer name is _space_group_crystal_system.",
    );
    const both = check("data_x\n_symmetry_cell_setting cubic\n_space_group_crystal_system cubic\n");
    expect(both[0]?.message).toContain("the block has _space_group_crystal_system too");
  });

  it("strikes out nothing that only mmCIF goes on with, written with a point", () => {
    expect(check("data_x\n_symmetry.Int_Tables_number 1\n_refine.ls_R_factor_obs 0.2\n")).toEqual([]);
  });

  it("asks whether a similar name is meant where one is unknown, if that is wanted", () => {
    const text = "data_x\n_cell_lenght_a 5\n";
    expect(check(text)[0]?.message).toBe("_cell_lenght_a is in no dictionary. Is _cell_length_a meant?");
    expect(checkNames(parseCif(text), knownNames(), (code) => code !== "name-unknown")).toEqual([]);
  });

  it.each([
    ["value-not-a-number", "_diffrn_ambient_temperature 293K", "293K"],
    ["value-not-whole", "_cell_measurement_reflns_used 12.5", "12.5"],
    ["value-out-of-range", "_cell_measurement_temperature -20", "-20"],
    ["value-out-of-range", "_space_group_IT_number 231", "231"],
    ["value-not-listed", "_space_group_crystal_system spherical", "spherical"],
    ["value-case", "_space_group_crystal_system Cubic", "Cubic"],
    ["value-malformed", "_audit_creation_date 'June 2024'", "'June 2024'"],
    ["value-malformed", "_geom_bond_site_symmetry_1 x,y,z", "x,y,z"],
  ])("tells %s at the value of %s", (code, item, value) => {
    expect(marked(`data_x\n${item}\n`)).toEqual([`${code}: ${value}`]);
  });

  it("lets a number miss its range by its uncertainty", () => {
    expect(marked("data_x\n_refine_ls_R_factor_gt -0.001(1)\n")).toEqual([]);
    expect(marked("data_x\n_refine_ls_R_factor_gt -0.1(1)\n")).toEqual([]);
    expect(marked("data_x\n_refine_ls_R_factor_gt -0.4(1)\n")).toEqual(["value-out-of-range: -0.4(1)"]);
  });

  it("takes a listed word with details behind it, and texts of several lines, as they are", () => {
    expect(marked("data_x\n_refine_ls_weighting_scheme 'calc w=1/s'\n")).toEqual([]);
    expect(marked("data_x\n_exptl_absorpt_correction_type\n;by hand\n;\n")).toEqual([]);
  });

  it("misses the key of a loop, and names that are alone in one, once there are several rows", () => {
    expect(marked("data_x\nloop_\n_atom_site_fract_x\n_atom_site_fract_y\n0 0\n1 1\n")).toEqual([
      "loop-key-missing: _atom_site_fract_x",
    ]);
    expect(marked("data_x\nloop_\n_atom_site_fract_x\n_atom_site_fract_y\n0 0\n")).toEqual([]);
    expect(marked("data_x\nloop_\n_cell_volume\n10\n11\n")).toEqual(["name-in-loop: _cell_volume"]);
  });

  it("looks into save frames", () => {
    expect(marked("data_x\nsave_f\n_cell_volume big\nsave_\n")).toEqual(["value-not-a-number: big"]);
  });

  it("marks places in the text, in order, for any names and values", () => {
    const names = fc.constantFrom(
      "_cell_volume",
      "_symmetry_cell_setting",
      "_atom_site_label",
      "_x",
      "loop_",
    );
    const values = fc.constantFrom("1", "Cubic", "'a b'", "?", "-3(4)", "\n;\ntext\n;\n", "save_f", "save_");
    fc.assert(
      fc.property(fc.array(fc.oneof(names, values), { maxLength: 30 }), (words) => {
        const text = `data_x\n${words.join(" ")}`;
        const places = check(text).map(({ range }) => range?.start ?? -1);
        expect(places).toEqual(places.toSorted((a, b) => a - b));
        for (const place of places) expect(place).toBeGreaterThan(0);
      }),
    );
  });
});

describe.skipIf(!hasShared)("on files that are valid", () => {
  const folders = ["corpus/cif-syntax/valid", "corpus/cif-crystal", "obelix/cifs"];
  /** Right all the same: ratios of axes below 1, in files that test numbers of all kinds. */
  const rightlyWarned = ["ciftest2-c2ctest0.cif", "ciftest2-c2ctest1.cif"];

  it.each(folders)("in %s, no warning is wrong", (folder) => {
    const warned = readdirSync(sharedPath(folder))
      .filter((name) => name.endsWith(".cif"))
      .filter((name) => {
        const { text } = decodeCif(new Uint8Array(readSharedBytes(folder, name)));
        return check(text).some(({ severity }) => severity === "warning" || severity === "error");
      });
    expect(warned.filter((name) => !rightlyWarned.includes(name))).toEqual([]);
  });
});

describe("the spelling", () => {
  it("finds the nearest words first, and none that are far", () => {
    expect(similarWords("monoclinc", ["triclinic", "monoclinic"])).toEqual(["monoclinic"]);
    expect(similarWords("_cell_lenght_b", ["_cell_length_a", "_cell_length_b"])[0]).toBe("_cell_length_b");
    expect(similarWords("abc", ["xyz", "abd"])).toEqual([]);
  });

  it("counts letters to add, drop and change", () => {
    const word = fc.string({ unit: fc.constantFrom("a", "b"), maxLength: 6 });
    fc.assert(
      fc.property(word, word, word, (a, b, c) => {
        const distance = (one: string, other: string) => editDistance(one, other, 99);
        expect(distance(a, a)).toBe(0);
        expect(distance(a, b)).toBe(distance(b, a));
        expect(distance(a, c)).toBeLessThanOrEqual(distance(a, b) + distance(b, c));
        expect(distance(a, a + b)).toBe(b.length);
      }),
    );
    expect(editDistance("kitten", "sitting", 5)).toBe(3);
    expect(editDistance("kitten", "sitting", 1)).toBe(2);
  });
});
