import { readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { readNameTable } from "../../../../server/src/cif/dictionary/compactNames";
import { dottedName, knownNames, plainName } from "../../../../server/src/cif/dictionary/dictionary";
import { parseCif } from "../../../../server/src/cif/parser";
import { hasShared, readSharedText, sharedPath } from "../../../support/shared";

describe("the names that ship", () => {
  const all = knownNames().definitions();

  it("are those of the core dictionary and of powder, modulated, magnetic, program and database names", () => {
    expect(all.length).toBeGreaterThan(2300);
    const starts = ["_pd_", "_shelx_", "_cod_", "_icsd_", "_oxford_", "_journal_", "_olex2_", "_iucr_"];
    for (const start of starts) expect(all.some(({ name }) => name.startsWith(start))).toBe(true);
  });

  it("each have a sentence of their own that is filled in", () => {
    const bad = all.filter(
      ({ description }) =>
        description.length < 10 || /[{}]|undefined|\s$/.test(description) || !/[.⟩]$/.test(description),
    );
    expect(bad.map(({ name }) => name)).toEqual([]);
  });

  it("have ranges from small to large, on numbers only", () => {
    for (const { name, minimum = -Infinity, maximum = Infinity, type } of all) {
      expect(minimum, name).toBeLessThan(maximum);
      if (minimum > -Infinity || maximum < Infinity) expect(["num", "int"], name).toContain(type);
    }
  });

  it("have enumerations without repetition, each value with its meaning", () => {
    for (const { name, values } of all) {
      expect(new Set(values.map(({ value }) => value)).size, name).toBe(values.length);
      for (const { value, meaning } of values) expect(value && meaning, name).not.toBe("");
    }
  });

  it("point to newer names and aliases that exist, and are never out of date themselves", () => {
    for (const { name, aliases, replacedBy } of all) {
      for (const alias of aliases) expect(knownNames().find(alias), name).toBeDefined();
      if (replacedBy) expect(knownNames().find(replacedBy)?.replacedBy, name).toBeUndefined();
    }
  });

  it("have keys that are names of the same table", () => {
    for (const { name, category } of all)
      for (const key of category.keys) expect(knownNames().find(key), name).toBeDefined();
  });
});

describe("a look-up", () => {
  it("compares without case, and takes the point of newer dictionaries for an underscore", () => {
    expect(knownNames().find("_CELL.length_A")?.name).toBe("_cell_length_a");
    expect(plainName("_space_group_symop.operation_xyz")).toBe("_space_group_symop_operation_xyz");
  });

  it("finds the newer name of an older one, with the same meaning", () => {
    expect(knownNames().find("_symmetry_equiv_pos_as_xyz")).toMatchObject({
      replacedBy: "_space_group_symop_operation_xyz",
      type: "operation",
    });
    expect(knownNames().find("_space_group_symop_operation_xyz")?.aliases).toContain(
      "_symmetry_equiv_pos_as_xyz",
    );
  });

  it("knows standard uncertainties of whatever is a number, and of nothing else", () => {
    expect(knownNames().find("_cell.length_a_su")).toMatchObject({ unit: "Å", minimum: 0, type: "num" });
    expect(knownNames().find("_atom_site_U_iso_or_equiv_esd")?.unit).toBe("Å²");
    expect(knownNames().find("_atom_site_label_su")).toBeUndefined();
    expect(knownNames().find("_my_own_name")).toBeUndefined();
  });

  it("gives units, ranges and enumerations as the dictionaries have them", () => {
    expect(knownNames().find("_cell_angle_beta")).toMatchObject({ unit: "°", minimum: 0, maximum: 180 });
    expect(knownNames().find("_exptl_absorpt_coefficient_mu")?.unit).toBe("mm⁻¹");
    expect(
      knownNames()
        .find("_space_group_crystal_system")
        ?.values.map(({ value }) => value),
    ).toContain("cubic");
    expect(knownNames().find("_atom_site_aniso_U_12")).toMatchObject({
      description: "Component 12 of the anisotropic displacement tensor U of the site.",
      category: { name: "atom_site_aniso", placement: "loop", keys: ["_atom_site_aniso_label"] },
    });
  });
});

describe("the dotted form of a name", () => {
  it("has the point behind the category", () => {
    const find = (name: string) => {
      const definition = knownNames().find(name);
      return definition && dottedName(definition);
    };
    expect(find("_cell_length_a")).toBe("_cell.length_a");
    expect(find("_atom_site_aniso_U_11")).toBe("_atom_site_aniso.U_11");
    expect(find("_geom_angle")).toBeUndefined();
  });
});

describe("a table of names", () => {
  it("makes a name of each part in braces, and fills what is said of it", () => {
    const { entries } = readNameTable(
      "[a] loop key=_a_1\n_a_{1-2}_{x,y} | num | K | 0: | Part {} of {2:length,width}{, twice}, {2}.\n",
    );
    expect(entries.map(({ define }) => define().description)).toEqual([
      "Part 1 of length, x.",
      "Part 1 of width, y.",
      "Part 2 of length twice, x.",
      "Part 2 of width twice, y.",
    ]);
    expect(entries[0]?.define()).toMatchObject({ name: "_a_1_x", minimum: 0, maximum: undefined, unit: "K" });
  });

  it.each(["[a] nowhere\n", "[a] loop\n_a | colour | | | text\n", "[a] loop\n_a | num\n"])(
    "is refused where it is not in the notation: %j",
    (text) => {
      expect(() => readNameTable(text).entries.map(({ define }) => define())).toThrow();
    },
  );
});

describe.skipIf(!hasShared)("of the names in files that people wrote", () => {
  it.each([
    ["obelix/cifs", 1],
    ["corpus/cif-crystal", 0.98],
  ])("in %s, a share of at least %d is known", (folder, share) => {
    const tags = readdirSync(sharedPath(folder))
      .filter((name) => name.endsWith(".cif"))
      .flatMap((name) => parseCif(readSharedText(folder, name)).blocks)
      .flatMap(({ columns }) => columns.map(({ tag }) => tag));
    const unknown = tags.filter((tag) => !knownNames().find(tag));
    console.log(`${folder}: ${tags.length - unknown.length} of ${tags.length} names are known`);
    expect(1 - unknown.length / tags.length).toBeGreaterThanOrEqual(share);
  });
});
