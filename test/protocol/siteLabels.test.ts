import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  DefinitionRequest,
  DocumentHighlightKind,
  DocumentHighlightRequest,
  LinkedEditingRangeRequest,
  PrepareRenameRequest,
  ReferencesRequest,
  RenameRequest,
  type Location,
  type Position,
  type Range,
} from "vscode-languageserver/node";
import { TextDocument } from "vscode-languageserver-textdocument";
import { caret, positionOf } from "./support/caret";
import { LanguageClient } from "./support/languageClient";

const text = `data_one
loop_
_space_group_symop_operation_xyz
'x, y, z'
'-x, -y, -z'
loop_
_atom_site_label
_atom_site_type_symbol
_atom_site_fract_x
Li1 Li 0
'O1' O 0.25
O10 O 0.5
loop_
_atom_site_aniso_label
_atom_site_aniso_U_11
O1 0.01
loop_
_geom_bond_atom_site_label_1
_geom_bond_atom_site_label_2
_geom_bond_distance
_geom_bond_site_symmetry_2
Li1 O1 2.0 .
Li1 O1 2.1 2_655
Li1 O10 2.1 2
data_two
loop_
_atom_site_label
O1
`;

describe("labels of sites and numbers of symmetry operations", () => {
  let client: LanguageClient;
  let uri: string;
  beforeAll(async () => {
    client = await LanguageClient.start();
    uri = await client.open(text);
  });
  afterAll(() => client.stop());

  const at = (position: Position) => ({ textDocument: { uri }, position });
  const bond = positionOf(text, "Li1 O1 2.0", 5);

  /** What stands at some places, with the number of its line. */
  function written(ranges: readonly Range[]): [number, string][] {
    const lines = text.split("\n");
    return ranges.map(({ start, end }) => [
      start.line,
      (lines[start.line] ?? "").slice(start.character, end.character),
    ]);
  }

  it("lead from a bond to the row of the site, also from behind the last character", async () => {
    for (const position of [bond, { ...bond, character: bond.character + 1 }]) {
      const found = (await client.connection.sendRequest(DefinitionRequest.type, at(position))) as Location[];
      expect(written(found.map(({ range }) => range))).toEqual([[10, "O1"]]);
    }
  });

  it("lead from a symmetry code to its operation", async () => {
    const position = positionOf(text, "2_655");
    const found = (await client.connection.sendRequest(DefinitionRequest.type, at(position))) as Location[];
    expect(written(found.map(({ range }) => range))).toEqual([[4, "-x, -y, -z"]]);
  });

  it("are found wherever the block names them, and nowhere else", async () => {
    const references = (includeDeclaration: boolean, position = bond) =>
      client.connection.sendRequest(ReferencesRequest.type, {
        ...at(position),
        context: { includeDeclaration },
      });
    const all = [
      [10, "O1"],
      [15, "O1"],
      [21, "O1"],
      [22, "O1"],
    ];
    expect(written((await references(true))?.map(({ range }) => range) ?? [])).toEqual(all);
    expect(written((await references(false))?.map(({ range }) => range) ?? [])).toEqual(all.slice(1));
    const codes = await references(false, positionOf(text, "-x, -y"));
    expect(written(codes?.map(({ range }) => range) ?? [])).toEqual([
      [22, "2"],
      [23, "2"],
    ]);
  });

  it("are marked, the definition as what is written", async () => {
    const marks = (await client.connection.sendRequest(DocumentHighlightRequest.type, at(bond))) ?? [];
    expect(marks.map(({ kind }) => kind)).toEqual([
      DocumentHighlightKind.Write,
      ...Array<DocumentHighlightKind>(3).fill(DocumentHighlightKind.Read),
    ]);
  });

  it("are renamed everywhere in the block, inside their quotes", async () => {
    expect(await client.connection.sendRequest(PrepareRenameRequest.type, at(bond))).toEqual({
      range: { start: { line: 21, character: 4 }, end: { line: 21, character: 6 } },
      placeholder: "O1",
    });
    const edit = await client.connection.sendRequest(RenameRequest.type, { ...at(bond), newName: "O1a" });
    const edits = edit?.changes?.[uri] ?? [];
    expect(edits.map(({ newText }) => newText)).toEqual(["O1a", "O1a", "O1a", "O1a"]);
    expect(written(edits.map(({ range }) => range))).toEqual([
      [10, "O1"],
      [15, "O1"],
      [21, "O1"],
      [22, "O1"],
    ]);
  });

  it("may have primes, which no quotes then stand around", async () => {
    const sites = "data_x\nloop_\n_atom_site_label\n_atom_site_type_symbol\nC1' C\n'C2' C\n";
    const bonds = 'loop_\n_geom_bond_atom_site_label_1\n_geom_bond_atom_site_label_2\nC1\' "C2"\n';
    const renamed = async (from: string, to: string) => {
      const other = await client.open(sites + bonds);
      const position = positionOf(sites + bonds, from, 1);
      const params = { textDocument: { uri: other }, position, newName: to };
      const edit = await client.connection.sendRequest(RenameRequest.type, params);
      const document = TextDocument.create(other, "cif", 1, sites + bonds);
      return TextDocument.applyEdits(document, edit?.changes?.[other] ?? []);
    };
    expect(await renamed("C1'", "C9'")).toBe((sites + bonds).replaceAll("C1'", "C9'"));
    expect(await renamed("C2", "C2''")).toBe((sites + bonds).replace("'C2'", "C2''").replace('"C2"', "C2''"));
  });

  it.each([
    ["Li1", /another site Li1/],
    ["O 1", /no blanks/],
    ["_O1", /cannot begin with _/],
    ["loop_", /meaning of its own/],
    ["", /at least one character/],
    ["Ö1", /ASCII/],
    ["O[1]", /no brackets/],
  ])("are not renamed to %j, with a sentence that says why", async (newName, reason) => {
    await expect(client.connection.sendRequest(RenameRequest.type, { ...at(bond), newName })).rejects.toThrow(
      reason,
    );
  });

  it("alone are renamed: a number is refused with a sentence", async () => {
    await expect(
      client.connection.sendRequest(PrepareRenameRequest.type, at(positionOf(text, "0.01"))),
    ).rejects.toThrow(/Labels of atom sites can be renamed/);
  });

  it("are edited together; numbers are not", async () => {
    const linked = await client.connection.sendRequest(LinkedEditingRangeRequest.type, at(bond));
    expect(written(linked?.ranges ?? [])).toHaveLength(4);
    expect(
      await client.connection.sendRequest(LinkedEditingRangeRequest.type, at(positionOf(text, "2.0"))),
    ).toBeNull();
  });

  it("are edited together with their primes, unless one stands in quotes", async () => {
    const patternOf = async (label: string) => {
      const sites = `data_x\nloop_\n_atom_site_label\nC1'\nloop_\n_atom_site_aniso_label\n${label}\n`;
      const linked = await client.connection.sendRequest(LinkedEditingRangeRequest.type, {
        textDocument: { uri: await client.open(sites) },
        position: positionOf(sites, "C1'"),
      });
      return new RegExp(`^${linked?.wordPattern}$`);
    };
    expect("C1'").toMatch(await patternOf("C1'"));
    expect("C1'").not.toMatch(await patternOf('"C1\'"'));
  });

  it("are found by the numbers that a list of operations gives", async () => {
    const { text: marked, position } = caret(
      "data_x\nloop_\n_symmetry_equiv_pos_site_id\n_symmetry_equiv_pos_as_xyz\n7 x,y,z\n8 -x,-y,-z\n" +
        "loop_\n_geom_bond_atom_site_label_1\n_geom_bond_site_symmetry_2\nLi1 |8_555\n",
    );
    const other = await client.open(marked);
    const found = (await client.connection.sendRequest(DefinitionRequest.type, {
      textDocument: { uri: other },
      position,
    })) as Location[];
    expect(found.map(({ range }) => range.start)).toEqual([{ line: 5, character: 2 }]);
    const places = await client.connection.sendRequest(ReferencesRequest.type, {
      textDocument: { uri: other },
      position: positionOf(marked, "8 -x"),
      context: { includeDeclaration: false },
    });
    expect(places?.map(({ range }) => range.start)).toEqual([{ line: 9, character: 4 }]);
  });

  it("are not renamed in more places than an editor can take, with a sentence that says what to do", async () => {
    const bonds = "loop_\n_geom_bond_atom_site_label_1\n_geom_bond_distance\n";
    const other = await client.open(`data_x\n${bonds}${"Li1 2.0\n".repeat(20_001)}`);
    const asked = { textDocument: { uri: other }, position: { line: 4, character: 1 }, newName: "Na1" };
    await expect(client.connection.sendRequest(RenameRequest.type, asked)).rejects.toThrow(
      /^Li1 stands in more than 20000 places of data_x: use the editor's search and replace\.$/,
    );
  });
});
