import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  DocumentFormattingRequest,
  DocumentLinkRequest,
  DocumentRangeFormattingRequest,
  SelectionRangeRequest,
  WorkspaceSymbolRequest,
  type SelectionRange,
} from "vscode-languageserver/node";
import { TextDocument } from "vscode-languageserver-textdocument";
import { positionOf } from "./support/caret";
import { LanguageClient } from "./support/languageClient";

describe("selecting, formatting and links", () => {
  let client: LanguageClient;
  beforeAll(async () => {
    client = await LanguageClient.start();
  });
  afterAll(() => client.stop());

  it("selects from the word outwards: text, value, row, loop, block, file", async () => {
    const text = "# top\ndata_x\n_a 1\nloop_\n_b\n_c\n1 'x y'\n2 z\n";
    const uri = await client.open(text);
    const [selection] =
      (await client.connection.sendRequest(SelectionRangeRequest.type, {
        textDocument: { uri },
        positions: [positionOf(text, "x y", 1)],
      })) ?? [];
    const document = TextDocument.create(uri, "cif", 1, text);
    const steps: string[] = [];
    for (let step: SelectionRange | undefined = selection; step; step = step.parent)
      steps.push(document.getText(step.range));
    expect(steps).toEqual([
      "x y",
      "'x y'",
      "1 'x y'",
      "loop_\n_b\n_c\n1 'x y'\n2 z",
      text.slice(text.indexOf("data_x")),
      text,
    ]);
  });

  const options = { tabSize: 2, insertSpaces: true };
  const loop = "data_x\nloop_\n_a\n_b\nLi1 0.5\nO10 -10.25\n_c 1\n";

  it("aligns the columns of loops in a file or a part of it", async () => {
    const uri = await client.open(loop);
    const document = TextDocument.create(uri, "cif", 1, loop);
    const whole = await client.connection.sendRequest(DocumentFormattingRequest.type, {
      textDocument: { uri },
      options,
    });
    const aligned = loop.replace("Li1 0.5", "Li1    0.5").replace("O10 -10", "O10  -10");
    expect(TextDocument.applyEdits(document, whole ?? [])).toBe(aligned);
    const line = positionOf(loop, "O10");
    const part = await client.connection.sendRequest(DocumentRangeFormattingRequest.type, {
      textDocument: { uri },
      range: { start: line, end: { line: line.line, character: 3 } },
      options,
    });
    expect(TextDocument.applyEdits(document, part ?? [])).toBe(loop.replace("O10 -10", "O10  -10"));
  });

  it("links papers, people and entries of databases", async () => {
    const text = `data_x
_cod_database_code 1000041
_database_code_ICSD '18115'
_journal_paper_doi 10.1038/nmat3066
_publ_contact_author_id_orcid https://orcid.org/0000-0002-1825-0097
_publ_author_id_orcid 0000-0002-1825-0097
_publ_section_references
;
 see mp-696128 (doi 10.1021/cm203303y).
;
`;
    const uri = await client.open(text);
    const links = await client.connection.sendRequest(DocumentLinkRequest.type, { textDocument: { uri } });
    expect(links?.map(({ target }) => target).sort()).toEqual([
      "https://doi.org/10.1021/cm203303y",
      "https://doi.org/10.1038/nmat3066",
      "https://icsd.fiz-karlsruhe.de/linkicsd.xhtml?coll_code=18115",
      "https://materialsproject.org/materials/mp-696128",
      "https://orcid.org/0000-0002-1825-0097",
      "https://www.crystallography.net/cod/1000041.html",
    ]);
  });
});

describe("symbols of the workspace", () => {
  const folder = mkdtempSync(join(tmpdir(), "superion-symbols-"));
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  it("finds data blocks by formula and by name, in files as they are now", async () => {
    const file = join(folder, "garnets.cif");
    writeFileSync(file, "data_first\n_cell_length_a 1\ndata_LLZO\n_chemical_formula_sum 'La3 Li7 O12 Zr2'\n");
    writeFileSync(join(folder, "notes.txt"), "data_LLZO");
    const client = await LanguageClient.start(undefined, null, [
      { name: "crystals", uri: pathToFileURL(folder).href },
    ]);
    const find = async (query: string) =>
      (await client.connection.sendRequest(WorkspaceSymbolRequest.type, { query })) ?? [];
    const garnet = {
      name: "LLZO La3Li7O12Zr2",
      containerName: "garnets.cif",
      location: { uri: pathToFileURL(file).href, range: { start: { line: 2 } } },
    };
    expect(await find("li7o12")).toMatchObject([garnet]);
    expect(await find("llzo")).toMatchObject([garnet]);
    expect(await find("NaCl")).toEqual([]);
    expect((await find("")).map(({ name }) => name)).toEqual(["first", "LLZO La3Li7O12Zr2"]);
    await client.stop();
  });
});
