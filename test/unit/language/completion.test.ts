import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { CompletionItemKind, type CompletionList } from "vscode-languageserver/node";
import { knownNames } from "../../../server/src/cif/dictionary/dictionary";
import { readDictionary } from "../../../server/src/cif/dictionary/readDictionary";
import { parseCif } from "../../../server/src/cif/parser";
import { completionAt } from "../../../server/src/language/completion";
import { DocumentText } from "../../../server/src/language/documentText";
import type { OpenDocument } from "../../../server/src/language/documents";
import { snippets } from "../../../server/src/language/snippets";

function open(content: string): OpenDocument {
  const text = DocumentText.create("file:///x.cif", "cif", 1, content);
  return { uri: text.uri, version: 1, text, length: content.length, cif: parseCif(content) };
}

/** What is offered at the `|` of a text. */
function complete(marked: string, takesSnippets = true, names = knownNames()): CompletionList {
  return completionAt(open(marked.replace("|", "")), marked.indexOf("|"), names, takesSnippets);
}

/** In the order in which an editor shows them. */
function labels(marked: string): string[] {
  return complete(marked)
    .items.toSorted((a, b) => ((a.sortText ?? a.label) < (b.sortText ?? b.label) ? -1 : 1))
    .map(({ label }) => label);
}

describe("completion of names", () => {
  it("offers what begins so, and not what the block has already in any notation or under another name", () => {
    const offered = labels("data_x\n_cell.length_b 5\n_symmetry_Int_Tables_number 1\n_cell_len|\n");
    expect(offered).toContain("_cell.length_a");
    expect(offered).not.toContain("_cell.length_b");
    expect(labels("data_x\n_symmetry_Int_Tables_number 1\n_space_group_IT|\n")).not.toContain(
      "_space_group_IT_number",
    );
    expect(labels("data_x\n_cell_length_b 5\ndata_y\n_cell_len|\n")).toContain("_cell_length_b");
  });

  it("offers a name of a user's DDLm dictionary in the notation of the block", () => {
    const { definitions } = readDictionary(
      "data_OWN\nsave_pore\n_definition.id '_pore.size'\n_alias.definition_id '_pore_size'\nsave_\n",
    );
    const names = knownNames().with(definitions);
    const offered = (marked: string) => complete(marked, false, names).items.map(({ label }) => label);
    expect(offered("data_x\n_cell_length_a 5\n_pore_s|\n")).toContain("_pore_size");
    expect(offered("data_x\n_cell.length_a 5\n_pore_s|\n")).toContain("_pore.size");
  });

  it("offers the name that is being written, too", () => {
    expect(labels("data_x\n_cell_length_a|\n")).toContain("_cell_length_a");
  });

  it("offers no names out of date, and those with a point where the block has such", () => {
    expect(labels("data_x\n_symm|\n").filter((label) => label.startsWith("_symmetry"))).toEqual([]);
    expect(labels("data_x\n_chem_comp|\n")).not.toContain("_chem_comp.id");
    expect(labels("data_x\n_chem_comp.|\n")).toContain("_chem_comp.id");
    expect(labels("data_x\n_cell.length_a 5\n_cell.an|\n")).toContain("_cell.angle_alpha");
    expect(labels("data_x\n_cell_length_a 5\n_cell_an|\n")).toContain("_cell_angle_alpha");
  });

  it("offers in the head of a loop its category first, and no names that stand alone", () => {
    const offered = labels("data_x\nloop_\n_geom_bond_atom_site_label_1\n_|\n");
    expect(offered[0]).toMatch(/^_geom_bond_/);
    expect(offered).not.toContain("_geom_bond_atom_site_label_1");
    expect(offered).not.toContain("_cell_length_a");
    expect(labels("data_x\nloop_\n|\n")[0]).toBe("_atom_site_label");
  });

  it("offers in a loop names of its category alone, as long as some of them are meant", () => {
    const head = "data_x\nloop_\n_atom_site_label\n";
    expect(labels(`${head}_|\n`).every((label) => label.startsWith("_atom_site_"))).toBe(true);
    expect(labels(`${head}_|\n`)[0]).toBe("_atom_site_type_symbol");
    expect(labels(`${head}_geom_bond_d|\n`)).toContain("_geom_bond_distance");
  });

  it("offers names that begin with what is typed alone, as long as there are some", () => {
    expect(labels("data_x\n_cell_|\n").every((label) => label.startsWith("_cell_"))).toBe(true);
    expect(labels("data_x\n_cell_|\n").slice(0, 4)).toEqual([
      "_cell_length_a",
      "_cell_length_b",
      "_cell_length_c",
      "_cell_angle_alpha",
    ]);
    expect(labels("data_x\n_cell_length_b 5\n_cell_len|\n")).toEqual(["_cell_length_a", "_cell_length_c"]);
  });

  it("finds by a name out of date the newer one", () => {
    const { items } = complete("data_x\n_symmetry_Int|\n");
    expect(items).toMatchObject([
      {
        label: "_space_group_IT_number",
        filterText: "_symmetry_Int_Tables_number",
        detail: "space_group, formerly _symmetry_Int_Tables_number",
      },
    ]);
  });

  it("offers none for the letters that begin a row of a loop", () => {
    const row = "data_x\nloop_\n_atom_site_label\n_atom_site_type_symbol\nLi1 Li\n";
    expect(labels(`${row}O|\n`).filter((label) => label.startsWith("_"))).toEqual([]);
  });

  it("offers none before the first data block", () => {
    expect(labels("|")).toEqual(["data_ structure"]);
    expect(labels("d|")).toEqual(["data_ structure"]);
  });

  it("replaces the whole word, also behind the caret", () => {
    const [first] = complete("data_x\n_cell_le|ngth\n").items;
    expect(first?.textEdit).toMatchObject({
      range: { start: { line: 1, character: 0 }, end: { line: 1, character: 12 } },
    });
  });

  it("finds a name by letters from its parts", () => {
    expect(labels("data_x\n_atfrx|\n")[0]).toBe("_atom_site_fract_x");
  });

  it("says that there are more than it offers, or that other letters find others", () => {
    expect(complete("data_x\n_|\n").isIncomplete).toBe(true);
    expect(complete("data_x\n_cell_length|\n").isIncomplete).toBe(true);
    expect(complete("data_x\n_atfrx|\n").isIncomplete).toBe(false);
  });
});

describe("completion of values", () => {
  it("offers the words of an enumeration behind their name, with what they mean", () => {
    const { items } = complete("data_x\n_space_group_crystal_system |\n");
    expect(items).toHaveLength(7);
    expect(items[0]).toMatchObject({ label: "triclinic", kind: CompletionItemKind.EnumMember });
    expect(labels("data_x\n_space_group_crystal_system cu|\n")).toContain("cubic");
  });

  it("offers symbols of elements, and the codes of settings, in full", () => {
    const { items } = complete("data_x\n_diffrn_source_target |\n");
    expect(items).toHaveLength(103);
    expect(items[0]).toMatchObject({ label: "H" });
    expect(items[0]?.detail).toBeUndefined();
    expect(labels("data_x\n_space_group_IT_coordinate_system_code |\n")).toEqual(
      expect.arrayContaining(["b1", "-c3", "1abc", "2cab", "h", "r"]),
    );
  });

  it("offers a value of a name out of date that the newer one has no longer", () => {
    expect(labels("data_x\n_symmetry_cell_setting |\n")).toContain("rhombohedral");
    expect(labels("data_x\n_space_group_crystal_system |\n")).not.toContain("rhombohedral");
  });

  it("knows the column that the next value of a loop belongs to", () => {
    const head = "data_x\nloop_\n_atom_site_label\n_atom_site_adp_type\n_atom_site_calc_flag\n";
    expect(labels(`${head}Li1 |`)).toContain("Uani");
    expect(labels(`${head}Li1 Uani |`)).toContain("calc");
    expect(labels(`${head}Li1 Uani d\nO1 Ui|so d\n`)).toContain("Uiso");
    expect(labels(`${head}Li1 | Uani d\n`)).toContain("Uani");
  });

  it("offers the labels of sites where one is asked for", () => {
    const sites = "data_x\nloop_\n_atom_site_label\nLi1\nO1\n";
    expect(labels(`${sites}loop_\n_geom_bond_atom_site_label_1\n_geom_bond_distance\n|\n`)).toEqual(
      expect.arrayContaining(["Li1", "O1"]),
    );
  });

  it("offers the species of the structure for a site", () => {
    const species = "data_x\nloop_\n_atom_type_symbol\nLi1+\nO2-\n";
    expect(labels(`${species}loop_\n_atom_site_label\n_atom_site_type_symbol\nLi1 |\n`)).toEqual([
      "Li1+",
      "O2-",
    ]);
  });

  it("offers words and labels inside quotes, to replace what stands between them", () => {
    const name = "data_x\n_space_group_crystal_system";
    for (const quoted of ["'cu|'", '"|"', "'|"]) expect(labels(`${name} ${quoted}\n`)).toContain("cubic");
    const { items } = complete(`${name} 'cu|bi'\n`);
    expect(items[0]?.textEdit).toMatchObject({
      range: { start: { line: 1, character: 29 }, end: { line: 1, character: 33 } },
    });
    const loop = "loop_\n_geom_bond_atom_site_label_1\n_geom_bond_distance\n";
    expect(labels(`data_x\nloop_\n_atom_site_label\nLi1\nC1'\n${loop}'|' 1.5\n`)).toEqual(["Li1"]);
  });

  it("offers nothing where the dictionary lists nothing", () => {
    expect(labels("data_x\n_cell_length_a |\n")).toEqual([]);
  });

  it.each(["data_x\n# _cell|\n", "data_x\n_x 'a |b'\n", "data_x\n_x\n;text |\n;\n", 'data_x\n_x "_ce|\n'])(
    "offers nothing inside comments, quotes and texts: %j",
    (marked) => {
      expect(labels(marked)).toEqual([]);
    },
  );
});

describe("snippets", () => {
  it("begin a structure in an empty file, and loops in a data block", () => {
    expect(labels("|")).toContain("data_ structure");
    expect(labels("|")).not.toContain("loop_ sites");
    expect(labels("data_x\n|")).toContain("loop_ sites");
  });

  it("are for the start of a line, and for editors that take them", () => {
    expect(labels("data_x\n_cell_length_a 5 lo|\n").filter((label) => label.startsWith("loop_"))).toEqual([]);
    expect(complete("|", false).items.filter(({ kind }) => kind === CompletionItemKind.Snippet)).toEqual([]);
  });

  it("let who types loop_ or data_ in full go on with Enter", () => {
    for (const typed of ["lo", "loop_", "data_"]) {
      const { items } = complete(`data_x\n${typed}|\n`);
      expect(items.every(({ kind }) => kind === CompletionItemKind.Snippet)).toBe(true);
      expect(items.some(({ filterText }) => filterText?.includes("_"))).toBe(false);
    }
  });

  it.each(snippets.map(({ label, text }) => [label, text]))("%s is a CIF without problems", (_, text) => {
    const filled = text.replace(/\$\{\d+:([^}]*)\}/g, "$1").replace("$0", "");
    const { problems, blocks } = parseCif(filled.startsWith("data_") ? filled : `data_x\n${filled}`);
    expect(problems).toEqual([]);
    for (const { tag } of blocks.flatMap(({ columns }) => columns)) {
      expect(knownNames().find(tag), tag).toBeDefined();
      expect(knownNames().find(tag)?.replacedBy, tag).toBeUndefined();
    }
  });
});

describe("completion anywhere", () => {
  it.each([
    "data_x\nloop_\n_atom_site_label\nloop_\n_atom|\n",
    "data_x\nloop_\n_atom_site_label\n|\ndata_y\n",
    "data_x\nsave_f\n_cell_length_a 5\n_ce|",
    "data_x\nsave_f\nsave_g\n_ce|\n",
  ])("answers in the middle of typing: %j", (marked) => {
    expect(labels(marked).length).toBeGreaterThan(0);
  });

  it("replaces a word around the caret on one line, for any text", () => {
    const words = fc.constantFrom(
      "data_a",
      "loop_",
      "_cell_length_a",
      "_atom",
      "5",
      "'a",
      ";",
      "\n;",
      "#",
      "save_",
      "?",
    );
    const blanks = fc.constantFrom(" ", "\n", "\t", "\r\n");
    fc.assert(
      fc.property(fc.array(fc.oneof(words, blanks), { maxLength: 40 }), fc.nat(200), (parts, at) => {
        const document = open(parts.join(""));
        const offset = Math.min(at, document.length);
        for (const { textEdit } of completionAt(document, offset, knownNames(), true).items) {
          if (!textEdit || !("range" in textEdit)) throw new Error("no place");
          const { start, end } = textEdit.range;
          expect(start.line).toBe(end.line);
          expect(document.text.offsetAt(start)).toBeLessThanOrEqual(offset);
          expect(document.text.offsetAt(end)).toBeGreaterThanOrEqual(offset);
        }
      }),
    );
  });
});
