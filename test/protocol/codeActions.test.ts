import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { CodeAction } from "vscode-languageserver/node";
import { TextDocument } from "vscode-languageserver-textdocument";
import { rockSalt } from "../support/rockSalt";
import { LanguageClient } from "./support/languageClient";

describe("quick fixes", () => {
  let client: LanguageClient;
  beforeAll(async () => {
    client = await LanguageClient.start();
  });
  afterAll(() => client.stop());

  /** The actions for the first diagnostic of a code. */
  async function actionsFor(text: string, code: string): Promise<{ uri: string; actions: CodeAction[] }> {
    const uri = await client.open(text);
    const found = await client.diagnostics(uri, (all) => all.some((one) => one.code === code));
    const diagnostic = found.find((one) => one.code === code);
    if (!diagnostic) throw new Error(`no ${code}`);
    return { uri, actions: await client.actions(uri, diagnostic) };
  }

  function applied(text: string, uri: string, action: CodeAction | undefined): string {
    return TextDocument.applyEdits(
      TextDocument.create(uri, "cif", 1, text),
      action?.edit?.changes?.[uri] ?? [],
    );
  }

  it.each([
    ["unterminated-quoted-string", rockSalt().replace("-3 m'", "-3 m"), rockSalt()],
    [
      "unterminated-text-field",
      `data_x\n_publ_section_comment\n;one\ntwo\n`,
      `data_x\n_publ_section_comment\n;one\ntwo\n;\n`,
    ],
    ["missing-value", "data_x\n_cell_length_a\n", "data_x\n_cell_length_a ?\n"],
    [
      "loop-value-count",
      rockSalt(["Li1 Li 0 0 0 1", "Cl1 Cl 0.5 0.5"]),
      rockSalt(["Li1 Li 0 0 0 1", "Cl1 Cl 0.5 0.5 ? ?"]),
    ],
    [
      "loop-without-values",
      "data_x\nloop_\n_cell_length_a\n_cell_length_b\n",
      "data_x\nloop_\n_cell_length_a\n_cell_length_b\n? ?\n",
    ],
    [
      "loop-without-values",
      "data_x\r\nloop_\r\n_cell_length_a\r\n_cell_length_b\r\n",
      "data_x\r\nloop_\r\n_cell_length_a\r\n_cell_length_b\r\n? ?\r\n",
    ],
    [
      "unexpected-value",
      "data_x\n_chemical_name_common lithium iron phosphate\n",
      "data_x\n_chemical_name_common 'lithium iron phosphate'\n",
    ],
    [
      "bare-value-must-be-quoted",
      "data_x\n_chemical_name_common [LiCl]\n",
      "data_x\n_chemical_name_common '[LiCl]'\n",
    ],
    [
      "unterminated-text-field",
      "data_x\r\n_publ_section_comment\r\n;one\r\n_cell_length_a 1\r\n",
      "data_x\r\n_publ_section_comment\r\n;one\r\n;\r\n_cell_length_a 1\r\n",
    ],
    [
      "unterminated-text-field",
      "#\\#CIF_2.0\ndata_x\n_publ_section_comment '''one\n_cell_length_a 1\n",
      "#\\#CIF_2.0\ndata_x\n_publ_section_comment '''one'''\n_cell_length_a 1\n",
    ],
    ["missing-value", "#\\#CIF_2.0\ndata_x\n_a {'b':}\n", "#\\#CIF_2.0\ndata_x\n_a {'b':?}\n"],
    [
      "missing-closing-delimiter",
      "#\\#CIF_2.0\ndata_x\n_a [1 2\n_b 3\n",
      "#\\#CIF_2.0\ndata_x\n_a [1 2]\n_b 3\n",
    ],
    ["table-missing-key", "#\\#CIF_2.0\ndata_x\n_a {b:1}\n", "#\\#CIF_2.0\ndata_x\n_a {'b':1}\n"],
    ["reserved-word", "data_ Li3N\n_cell_length_a 1\n", "data_Li3N\n_cell_length_a 1\n"],
    ["reserved-word", "data_x\n_a global_\n", "data_x\n_a 'global_'\n"],
    ["content-before-data-block", "# top\n_cell_length_a 1\n", "# top\ndata_structure\n_cell_length_a 1\n"],
    ["duplicate-tag", "data_x\n_a 1\n_b 2\n_a 1\n_c 3\n", "data_x\n_a 1\n_b 2\n_c 3\n"],
    ["unexpected-value", "data_x\n_a 1\nloop\n_b\n1\n", "data_x\n_a 1\nloop_\n_b\n1\n"],
    [
      "save-frame-not-closed",
      "data_x\nsave_f\n_cell_length_a 1\n",
      "data_x\nsave_f\n_cell_length_a 1\nsave_\n",
    ],
    [
      "save-frame-not-closed",
      "data_x\nsave_f\n_cell_length_a 1\ndata_y\n_cell_length_a 1\n",
      "data_x\nsave_f\n_cell_length_a 1\nsave_\ndata_y\n_cell_length_a 1\n",
    ],
  ])("mend %s", async (code, broken, mended) => {
    const { uri, actions } = await actionsFor(broken, code);
    expect(actions[0]?.kind).toBe("quickfix");
    expect(applied(broken, uri, actions[0])).toBe(mended);
    const after = await client.open(mended);
    const left = await client.diagnostics(after);
    expect(left.map((one) => one.code)).not.toContain(code);
  });

  it.each([
    ["name-out-of-date", "_symmetry_cell_setting cubic", "_space_group_crystal_system cubic"],
    ["value-case", "_space_group_crystal_system Cubic", "_space_group_crystal_system cubic"],
    ["value-not-listed", "_space_group_crystal_system monoclinc", "_space_group_crystal_system monoclinic"],
    [
      "value-not-a-number",
      "_cell_measurement_temperature '293(2) K'",
      "_cell_measurement_temperature 293(2)",
    ],
    ["value-not-a-number", "_cell_measurement_temperature '20 C'", "_cell_measurement_temperature 293.15"],
    [
      "value-not-a-number",
      "_cell_measurement_temperature '-173(2)°C'",
      "_cell_measurement_temperature 100(2)",
    ],
    ["value-not-a-number", "_diffrn_radiation_wavelength '0.154 nm'", "_diffrn_radiation_wavelength 1.54"],
    ["value-not-a-number", "_cell_measurement_temperature 293,5", "_cell_measurement_temperature 293.5"],
    ["value-not-a-number", "_exptl_crystal_density_meas 'not measured'", "_exptl_crystal_density_meas ?"],
    ["value-malformed", "_audit_creation_date 2024/5/3", "_audit_creation_date 2024-05-03"],
    ["value-malformed", "_audit_creation_date '3 May 2024'", "_audit_creation_date 2024-05-03"],
    ["value-malformed", "_audit_creation_date 31.5.2024", "_audit_creation_date 2024-05-31"],
    ["value-malformed", "_audit_creation_date 'Fri May 31 12:00:00 2024'", "_audit_creation_date 2024-05-31"],
    ["value-malformed", "_geom_bond_site_symmetry_2 2.655", "_geom_bond_site_symmetry_2 2_655"],
    ["value-out-of-range", "_cell_measurement_temperature -20", "_cell_measurement_temperature 253.15"],
  ])("bring names and values to the dictionary's: %s, %s", async (code, broken, mended) => {
    const { uri, actions } = await actionsFor(`data_x\n${broken}\n`, code);
    expect(applied(`data_x\n${broken}\n`, uri, actions[0])).toBe(`data_x\n${mended}\n`);
  });

  it("add the labels that a loop of sites lacks, made of their elements", async () => {
    const loop = "data_x\nloop_\n_atom_site_type_symbol\n_atom_site_fract_x\nLi1+ 0\nO2- 0.5\nLi1+ 0.25\n";
    const { uri, actions } = await actionsFor(loop, "loop-key-missing");
    expect(applied(loop, uri, actions[0])).toBe(
      "data_x\nloop_\n_atom_site_label\n_atom_site_type_symbol\n_atom_site_fract_x\n" +
        "Li1 Li1+ 0\nO1 O2- 0.5\nLi2 Li1+ 0.25\n",
    );
  });

  const half = "Cl1 Cl 0.5 0.5 0.5 1";
  const filled = rockSalt(["Li1 Li 0 0 0 1", half]);

  it.each([
    ["cell-not-a-number", rockSalt().replace("_b 5.14", "_b 5,14"), rockSalt()],
    ["cell-not-a-number", rockSalt().replace("_b 5.14", "_b '5.14 A'"), rockSalt()],
    ["coordinate-as-fraction", rockSalt(["Li1 Li 0 0 0 1", "Cl1 Cl 1/2 0.5 0.5 1"]), filled],
    ["coordinate-not-a-number", rockSalt(["Li1 Li 0 0 0 1", "Cl1 Cl 0,5 0.5 0.5 1"]), filled],
    ["duplicate-site", rockSalt(["Li1 Li 0 0 0 1", half, half]), filled],
    ["occupancy-above-one", rockSalt(["Li1 Li 0 0 0 1.2", half]), filled],
    [
      "occupancy-above-one",
      rockSalt(["Li1 Li 0 0 0 0.7", "Na1 Na 0 0 0 0.5", half]),
      rockSalt(["Li1 Li 0 0 0 0.5833", "Na1 Na 0 0 0 0.4167", half]),
    ],
    ["cell-volume-contradiction", `${rockSalt()}_cell_volume 153\n`, `${rockSalt()}_cell_volume 135.80\n`],
    [
      "formula-units-contradiction",
      `${rockSalt()}_chemical_formula_sum 'Cl Li'\n_cell_formula_units_Z 8\n`,
      `${rockSalt()}_chemical_formula_sum 'Cl Li'\n_cell_formula_units_Z 4\n`,
    ],
    [
      "density-contradiction",
      `${rockSalt()}_exptl_crystal_density_diffrn 3.1\n`,
      `${rockSalt()}_exptl_crystal_density_diffrn 2.073\n`,
    ],
    ["space-group-contradiction", rockSalt().replace("IT_number 225", "IT_number 224"), rockSalt()],
    [
      "symmetry-operation-malformed",
      rockSalt().replace("loop_", "loop_\n_space_group_symop_operation_xyz\n'x, y, z'\n-x, -y, -z\nloop_"),
      rockSalt().replace("loop_", "loop_\n_space_group_symop_operation_xyz\n'x, y, z'\n'-x, -y, -z'\nloop_"),
    ],
  ])("mend what makes no crystal, or another one: %s", async (code, broken, mended) => {
    const { uri, actions } = await actionsFor(broken, code);
    expect(applied(broken, uri, actions[0])).toBe(mended);
  });

  it("leave to their author which of two that contradict each other is wrong", async () => {
    const { actions } = await actionsFor(`${rockSalt()}_cell_volume 153\n`, "cell-volume-contradiction");
    expect(actions[0]?.isPreferred).toBeUndefined();
  });

  it("suggest names for one that is unknown, where the settings ask for these", async () => {
    await client.configure({ diagnostics: { severity: { "name-unknown": "hint" } } });
    const text = "data_x\n_cell_lenght_a 5\n";
    const { uri, actions } = await actionsFor(text, "name-unknown");
    expect(actions.map(({ title }) => title)).toContain("Rename to _cell_length_a");
    expect(applied(text, uri, actions[0])).toBe("data_x\n_cell_length_a 5\n");
    await client.configure(null);
  });

  it("leave a name out of date alone whose newer name is there too", async () => {
    const both = "data_x\n_symmetry_cell_setting cubic\n_space_group_crystal_system cubic\n";
    expect((await actionsFor(both, "name-out-of-date")).actions).toEqual([]);
  });

  it("delete an item that stands twice only where one asks, if the two differ", async () => {
    for (const values of [
      ["1", "2"],
      ["[1 2]", "[1 3]"],
      ["?", "."],
    ]) {
      const items = values.map((value) => `_a ${value}\n`).join("");
      const { actions } = await actionsFor(`#\\#CIF_2.0\ndata_x\n${items}`, "duplicate-tag");
      expect(actions[0]?.isPreferred).toBeUndefined();
    }
  });

  it("leave a date alone that may mean two days", async () => {
    const text = "data_x\n_audit_creation_date 03/05/2024\n";
    expect((await actionsFor(text, "value-malformed")).actions).toEqual([]);
  });

  it("carry their diagnostic with the link to its page", async () => {
    const { actions } = await actionsFor("data_x\n_cell_length_a\n", "missing-value");
    expect(actions[0]?.diagnostics?.[0]?.codeDescription?.href).toMatch(/diagnostics\.md#missing-value$/);
  });

  it("come all at once where the editor asks to fix all", async () => {
    const text = "data_x\n_cell_length_a\n_cell_length_b\n";
    const uri = await client.open(text);
    const [first] = await client.diagnostics(uri, (all) => all.length > 1);
    if (!first) throw new Error("no diagnostic");
    const [action] = await client.actions(uri, first, ["source.fixAll"]);
    expect(action?.kind).toBe("source.fixAll.superion");
    expect(applied(text, uri, action)).toBe("data_x\n_cell_length_a ?\n_cell_length_b ?\n");
  });

  it("fill a row in the text only where one asks: which value is missing its author knows", async () => {
    const text = rockSalt(["Li1 Li 0 0 0 1", "Cl1 Cl 0.5 0.5"]);
    const { uri, actions } = await actionsFor(text, "loop-value-count");
    expect(actions[0]?.isPreferred).toBeUndefined();
    const [diagnostic] = actions[0]?.diagnostics ?? [];
    expect(diagnostic && (await client.actions(uri, diagnostic, ["source.fixAll"]))).toEqual([]);
  });

  it("are none for a place without a known problem", async () => {
    const uri = await client.open(rockSalt());
    const range = { start: { line: 1, character: 0 }, end: { line: 1, character: 5 } };
    expect(await client.actions(uri, { range, message: "other", code: "missing-value" })).toEqual([]);
    expect(
      await client.actions(uri, { range, message: "other", source: "superion", code: "constructor" }),
    ).toEqual([]);
  });
});
