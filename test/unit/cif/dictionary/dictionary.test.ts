import { readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { readNameTable } from "../../../../server/src/cif/dictionary/compactNames";
import {
  dottedName,
  knownNames,
  nameTables,
  plainName,
} from "../../../../server/src/cif/dictionary/dictionary";
import { parseCif } from "../../../../server/src/cif/parser";
import { hasShared, readSharedText, sharedPath } from "../../../support/shared";

const units = [
  ...["Å", "Å²", "Å³", "Å⁻¹", "Å⁻²", "nm", "mm", "mm⁻¹", "fm", "°", "rad", "mrad", "cycles", "%"],
  ...["µs", "s", "min", "° min⁻¹", "K", "K min⁻¹", "kPa", "GPa", "kV", "kW", "mA", "eV", "MGy"],
  ...["e", "e Å⁻³", "e Å⁻¹", "μB", "Da", "Mg m⁻³", "m² kg⁻¹", "Å³ Da⁻¹"],
];

describe("the names that ship", () => {
  const all = knownNames().definitions();

  it("are those of the core dictionary and of powder, modulated, magnetic, program and database names", () => {
    expect(all.length).toBeGreaterThan(2700);
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

  it("are each defined once", () => {
    const names = nameTables
      .map(readNameTable)
      .flatMap(({ entries, otherNames }) => [...entries, ...otherNames]);
    const plain = names.map(({ name }) => plainName(name));
    expect(plain.filter((name, index) => plain.indexOf(name) !== index)).toEqual([]);
    expect(all).toHaveLength(plain.length);
  });

  it("have units that are written in one way, on numbers only", () => {
    for (const { name, unit, type } of all) {
      if (unit === undefined) continue;
      expect(units, name).toContain(unit);
      expect(["num", "int", "list"], name).toContain(type);
    }
  });

  it("have ranges from small to large, on numbers only", () => {
    for (const { name, minimum = -Infinity, maximum = Infinity, type } of all) {
      expect(minimum, name).toBeLessThan(maximum);
      if (minimum > -Infinity || maximum < Infinity) expect(["num", "int"], name).toContain(type);
    }
  });

  it("have enumerations without repetition, in whatever case, each value with its meaning or none", () => {
    for (const { name, values, type } of all) {
      expect(new Set(values.map(({ value }) => value.toLowerCase())).size, name).toBe(values.length);
      if (values.length > 0) expect(["code", "text"], name).toContain(type);
      for (const { value } of values) expect(value, name).not.toBe("");
      expect(new Set(values.map(({ meaning }) => meaning === "")).size, name).toBeLessThan(2);
    }
  });

  it("point to newer names and aliases that exist, and are never out of date themselves", () => {
    for (const { name, aliases, sameAs, replacedBy } of all) {
      for (const alias of aliases) expect(knownNames().find(alias)?.aliases, name).toContain(name);
      const target = sameAs ?? replacedBy;
      if (target) expect(knownNames().find(target)?.aliases, name).toContain(name);
      if (replacedBy) expect(knownNames().find(replacedBy)?.replacedBy, name).toBeUndefined();
    }
  });

  it("have keys that are names of the same category, in loops only", () => {
    for (const { name, category } of all) {
      for (const key of category.keys) expect(knownNames().find(key)?.category, name).toBe(category);
      if (category.placement === "single") expect(category.keys, name).toEqual([]);
    }
  });

  it("list the elements of a symmetric tensor once each", () => {
    const values = knownNames()
      .find("_atom_site_anharmonic_ADP_tens_elem")
      ?.values.map(({ value }) => value);
    expect(values).toHaveLength(10 + 15 + 21 + 28);
    expect(values).toEqual(expect.arrayContaining(["C111", "C123", "D2233", "E13333", "F123333"]));
  });

  it("may be a value of an older name that the newer one has no longer", () => {
    const words = (name: string) =>
      knownNames()
        .find(name)
        ?.values.map(({ value }) => value);
    expect(words("_symmetry_cell_setting")).toContain("rhombohedral");
    expect(words("_space_group_crystal_system")).not.toContain("rhombohedral");
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
