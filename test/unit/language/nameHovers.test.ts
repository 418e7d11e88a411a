import { describe, expect, it } from "vitest";
import { knownNames, type Dictionary } from "../../../server/src/cif/dictionary/dictionary";
import { readDictionary } from "../../../server/src/cif/dictionary/readDictionary";
import { parseCif } from "../../../server/src/cif/parser";
import { elements } from "../../../server/src/crystal/elements";
import { DocumentText } from "../../../server/src/language/documentText";
import { elementColour, elementSwatch } from "../../../server/src/language/elementSwatch";
import { hoverAt } from "../../../server/src/language/hover";
import { numberText } from "../../../server/src/language/valueHover";

/** The hover at the `|` of a text, without the escapes of markdown. */
function hover(marked: string, names?: Dictionary): string | undefined {
  const content = marked.replace("|", "");
  const text = DocumentText.create("file:///x.cif", "cif", 1, content);
  const document = { uri: text.uri, version: 1, text, length: content.length, cif: parseCif(content) };
  return hoverAt(document, marked.indexOf("|"), undefined, names)?.contents.value.replace(/\\(.)/g, "$1");
}

describe("the hover on a data name", () => {
  it("tells what it means, its form and range, and its other names", () => {
    expect(hover("data_x\n_diffrn_|ambient_temperature 293\n")).toBe(
      [
        "**_diffrn_ambient_temperature**",
        "Temperature of the diffraction measurement.",
        "Number, at least 0 K.",
        "Also `_diffrn_ambient_temp`, `_diffrn.ambient_temperature`.",
      ].join("\n\n"),
    );
  });

  it("tells that Superion computes with it", () => {
    expect(hover("data_x\n_cell_|length_a 5\n")).toContain("Superion computes with it.");
    expect(hover("data_x\n_cell_|volume 5\n")).not.toContain("Superion");
  });

  it("lists what it may be, with what each word means", () => {
    expect(hover("data_x\n_atom_site_|adp_type Uani\n")).toContain("- `Uani`: anisotropic, as U\n- `Uiso`");
  });

  it("lists in one line words that say all, the first of many", () => {
    const text = hover("data_x\n_diffrn_source_|target Mo\n");
    expect(text).toContain("One of `H`, `He`, `Li`, ");
    expect(text).toContain("`Zr` and 63 more.");
  });

  it("tells other names apart from those out of date", () => {
    expect(hover("data_x\n_space_group_|crystal_system cubic\n")).toContain(
      "Also `_space_group.crystal_system`; formerly `_symmetry_cell_setting`.",
    );
    expect(hover("data_x\n_space_group_|name_Hall 'P 1'\n")).toMatch(/Also .*; formerly /);
  });

  it("tells it of names of a user's dictionary, too", () => {
    const dictionary = readDictionary(
      parseCif(
        "#\\#CIF_2.0\ndata_OWN\n_dictionary.title OWN\nsave_pore.size\n_definition.id '_pore.size'\n" +
          "loop_\n_alias.definition_id\n_alias.deprecation_date\n'_pore_size' .\n'_pore_width' 2020-01-01\n" +
          "_type.contents Real\n_units.code micrometres\n_enumeration.range 0.0:50.0\n" +
          "_description.text 'Width of a pore.'\nsave_\n",
      ),
    );
    const names = knownNames().with(dictionary.definitions);
    expect(hover("data_x\n_pore|.size 5\n", names)).toBe(
      [
        "**_pore.size**",
        "Width of a pore.",
        "Number, from 0 to 50 µm.",
        "Also `_pore_size`; formerly `_pore_width`.",
      ].join("\n\n"),
    );
    expect(hover("data_x\n_pore|_width 5\n", names)).toContain(
      "Out of date; its newer name is `_pore.size`.",
    );
  });

  it("tells the newer name of one out of date", () => {
    expect(hover("data_x\n_symmetry_|cell_setting cubic\n")).toContain(
      "Out of date; its newer name is `_space_group_crystal_system`.",
    );
  });

  it("is none for a name in no dictionary", () => {
    expect(hover("data_x\n_my_|own 5\n")).toBeUndefined();
  });
});

describe("the hover on a value", () => {
  const loop =
    "data_x\nloop_\n_atom_site_label\n_atom_site_type_symbol\n_atom_site_fract_x\n_atom_site_adp_type\n";

  it("spells its uncertainty out, and names its column and its row", () => {
    const text = hover(`${loop}Li1 Li1+ 0.12|3(4) Uani\n`);
    expect(text).toContain("**_atom_site_fract_x** of Li1");
    expect(text).toContain("0.123(4) = 0.123 ± 0.004");
  });

  it("tells what a word of an enumeration means, whatever its case", () => {
    expect(hover(`${loop}Li1 Li1+ 0.123 u|ani\n`)).toContain("`uani`: anisotropic, as U.");
  });

  it("shows the colour of an element", () => {
    const text = hover(`${loop}Li1 L|i1+ 0.123 Uani\n`);
    expect(text).toContain("lithium, element 3");
    expect(text).toContain(`![colour of Li](${elementSwatch("#cc80ff")})`);
  });

  it("shows that of the target of an X-ray tube", () => {
    expect(hover("data_x\n_diffrn_source_target M|o\n")).toContain("molybdenum, element 42");
  });

  it("tells of a distance between which sites it is", () => {
    const bonds =
      "data_x\nloop_\n_geom_bond_atom_site_label_1\n_geom_bond_atom_site_label_2\n_geom_bond_distance\n";
    const text = hover(`${bonds}Li1 O2 2.0|1(3)\n`);
    expect(text).toContain("**_geom_bond_distance** of Li1 – O2");
    expect(text).toContain("2.01(3) = 2.01 ± 0.03 Å");
  });

  it("tells the column also where no dictionary knows it", () => {
    expect(hover("data_x\nloop_\n_my_label\n_my_size\nA 1|2(3)\n")).toBe(
      "**_my_size** of A\n\n12(3) = 12 ± 3",
    );
  });

  it("tells what a question mark and a point mean", () => {
    expect(hover("data_x\n_cell_volume |?\n")).toContain("`?`: not known.");
    expect(hover("data_x\n_cell_volume |.\n")).toContain("`.`: not applicable");
    expect(hover("data_x\n_chemical_absolute_configuration |.\n")).toContain("`.`: not applicable.");
  });

  it("is none for a single value of a name in no dictionary", () => {
    expect(hover("data_x\n_my_own 5|0\n")).toBeUndefined();
  });
});

describe("a number in words", () => {
  it.each([
    ["0.123(4)", undefined, "0.123(4) = 0.123 ± 0.004"],
    ["-12.30(12)", "Å", "-12.30(12) = -12.30 ± 0.12 Å"],
    ["90.1(2)", "°", "90.1(2) = (90.1 ± 0.2)°"],
    ["120(3)", "K", "120(3) = 120 ± 3 K"],
    ["1.5e3(2)", undefined, "1.5e3(2) = 1.5e3 ± 200"],
    ["5.6", "Å", "5.6 Å"],
    ["5.6", undefined, ""],
    ["five", "Å", ""],
  ])("reads %s in %s as %s", (text, unit, words) => {
    expect(numberText(text, unit).replace(/\\(.)/g, "$1")).toBe(words);
  });
});

describe("the colour of an element", () => {
  it("is there for each element that crystals hold, and no other", () => {
    for (const { atomicNumber } of elements) expect(elementColour(atomicNumber)).toMatch(/^#[0-9a-f]{6}$/);
    expect(elementColour(0)).toBeUndefined();
    expect(elementColour(104)).toBeUndefined();
  });

  it.each([
    [1, "#ffffff"],
    [8, "#ff0d0d"],
    [16, "#ffff30"],
    [26, "#e06633"],
    [79, "#ffd123"],
    [92, "#008fff"],
  ])("is for element %d as Jmol draws it", (atomicNumber, colour) => {
    expect(elementColour(atomicNumber)).toBe(colour);
  });
});

describe("the hover on a symmetry code", () => {
  const block =
    "data_x\nloop_\n_space_group_symop_id\n_space_group_symop_operation_xyz\n1 x,y,z\n3 'x+1/2, y, z'\n" +
    "loop_\n_geom_bond_atom_site_label_1\n_geom_bond_site_symmetry_2\n";

  it("tells the operation and the cells", () => {
    expect(hover(`${block}Li1 3_6|54\n`)).toContain(
      "`3_654`: operation 3, `x+1/2, y, z`, shifted by 1 along a, −1 along c.",
    );
    expect(hover(`${block}Li1 1_5|55\n`)).toContain("`1_555`: operation 1, `x,y,z`.");
    expect(hover(`${block}Li1 |3\n`)).toContain("`3`: operation 3, `x+1/2, y, z`.");
  });

  it("tells that the block has no such operation", () => {
    expect(hover(`${block}Li1 2_6|55\n`)).toContain("operation 2, which this block does not list.");
  });

  it("is that of the name for what is no code", () => {
    expect(hover(`${block}Li1 |.\n`)).toContain("not applicable");
  });
});

describe("the hover on the header of a save frame", () => {
  it("is none: a frame holds no structure", () => {
    expect(hover("data_x\nsave_|f\n_a 1\nsave_\n")).toBeUndefined();
  });
});
