import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  SemanticTokensDeltaRequest,
  SemanticTokensRangeRequest,
  SemanticTokensRequest,
  SymbolKind,
  type DocumentSymbol,
} from "vscode-languageserver/node";
import { rockSalt } from "../support/rockSalt";
import { LanguageClient } from "./support/languageClient";

describe("outline, folds and tokens", () => {
  let client: LanguageClient;
  beforeAll(async () => {
    client = await LanguageClient.start();
  });
  afterAll(() => client.stop());

  const text = `${rockSalt()}_publ_section_comment
;
two
lines
;

data_second
_cell_length_a 3
`;

  it("lists blocks, loops and sites by label, nested and in order of the text", async () => {
    const symbols = (await client.symbols(await client.open(text))) as DocumentSymbol[];
    expect(symbols.map(({ name, kind }) => [name, kind])).toEqual([
      ["data_LiCl", SymbolKind.Module],
      ["data_second", SymbolKind.Module],
    ]);
    const children = symbols[0]?.children ?? [];
    const lines = children.map(({ range }) => range.start.line);
    expect(lines).toEqual([...lines].sort((a, b) => a - b));
    const sites = children.find(({ name }) => name === "_atom_site");
    expect(sites?.detail).toBe("2 rows");
    expect(sites?.children?.map(({ name, detail }) => [name, detail])).toEqual([
      ["Li1", "Li1+ 1"],
      ["Cl1", "Cl1- 1"],
    ]);
  });

  it("encloses every name in its range, as editors demand", async () => {
    const check = ({ range, selectionRange, children = [] }: DocumentSymbol): void => {
      const offset = ({ line, character }: { line: number; character: number }): number =>
        line * 1e6 + character;
      expect(offset(selectionRange.start)).toBeGreaterThanOrEqual(offset(range.start));
      expect(offset(selectionRange.end)).toBeLessThanOrEqual(offset(range.end));
      children.forEach(check);
    };
    ((await client.symbols(await client.open(text))) as DocumentSymbol[]).forEach(check);
  });

  it("is flat for an editor without trees", async () => {
    const simple = await LanguageClient.start({});
    const symbols = await simple.symbols(await simple.open(text));
    expect(symbols).toContainEqual(expect.objectContaining({ name: "Li1", containerName: "_atom_site" }));
    await simple.stop();
  });

  it("gathers items of one category", async () => {
    const symbols = (await client.symbols(await client.open(text))) as DocumentSymbol[];
    const cell = symbols[0]?.children?.find(({ name }) => name.startsWith("_cell"));
    expect(cell).toMatchObject({ name: "_cell", kind: SymbolKind.Struct, detail: "6 items" });
    expect(cell?.children?.[0]).toMatchObject({ name: "_cell_length_a", detail: "5.14" });
  });

  it("names items as they are written", async () => {
    const [block] = (await client.symbols(
      await client.open("data_x\n_cell_formula_units_Z 4\n"),
    )) as DocumentSymbol[];
    expect(block?.children?.map(({ name }) => name)).toEqual(["_cell_formula_units_Z"]);
  });

  it("folds comments of several lines, and texts in loops", async () => {
    const commented = "# one\n# two\ndata_x\n_a 1 # three\nloop_\n_b\n;\ntext\n;\n# four\n";
    expect(await client.folds(await client.open(commented))).toEqual(
      expect.arrayContaining([
        { startLine: 0, endLine: 1, kind: "comment" },
        { startLine: 6, endLine: 8 },
      ]),
    );
  });

  it("folds blocks, loops and text fields", async () => {
    const lines = text.split("\n");
    const line = (piece: string): number => lines.findIndex((candidate) => candidate.startsWith(piece));
    expect(await client.folds(await client.open(text))).toEqual(
      expect.arrayContaining([
        { startLine: 0, endLine: line("data_second") - 2 },
        { startLine: line("loop_"), endLine: line("Cl1") },
        { startLine: line(";"), endLine: line("lines") + 1 },
        { startLine: line("data_second"), endLine: line("data_second") + 1 },
      ]),
    );
  });

  it("marks headers, known names, elements, labels and numbers", async () => {
    const uri = await client.open(text);
    const legend = client.initializeResult.capabilities.semanticTokensProvider?.legend;
    const tokens = decode(await client.tokens(uri), text, legend?.tokenTypes ?? []);
    expect(tokens).toContainEqual(["data_LiCl", "namespace"]);
    expect(tokens).toContainEqual(["_cell_length_a", "property"]);
    expect(tokens).toContainEqual(["5.14", "number"]);
    expect(tokens).toContainEqual(["Li1", "variable"]);
    expect(tokens).toContainEqual(["Li1+", "type"]);
    expect(tokens).toContainEqual(["'F m -3 m'", "string"]);
  });

  it("marks what is in sight alone when asked for a range", async () => {
    const uri = await client.open(text);
    const types = client.initializeResult.capabilities.semanticTokensProvider?.legend.tokenTypes ?? [];
    const line = text.split("\n").findIndex((one) => one.startsWith("Cl1"));
    const range = { start: { line, character: 0 }, end: { line, character: 3 } };
    const tokens = await client.connection.sendRequest(SemanticTokensRangeRequest.type, {
      textDocument: { uri },
      range,
    });
    expect(decode(tokens?.data ?? [], text, types)).toEqual([["Cl1", "variable"]]);
  });

  it("tells what an edit changes of the marks", async () => {
    const uri = await client.open(text);
    const full = await client.connection.sendRequest(SemanticTokensRequest.type, { textDocument: { uri } });
    const start = { line: 0, character: 0 };
    await client.change(uri, [{ range: { start, end: start }, text: "# a comment\n" }]);
    const delta = await client.connection.sendRequest(SemanticTokensDeltaRequest.type, {
      textDocument: { uri },
      previousResultId: full?.resultId ?? "",
    });
    const edits = delta && "edits" in delta ? delta.edits : [];
    expect(edits).toEqual([{ start: 0, deleteCount: 1, data: [1] }]);
  });

  it("leaves a long file to an editor that asks for what is in sight", async () => {
    const long = `data_x\nloop_\n_a\n${"1\n".repeat(30_000)}`;
    const requests = { full: true, range: true };
    const semanticTokens = { requests, tokenTypes: [], tokenModifiers: [], formats: [] };
    const modern = await LanguageClient.start({ textDocument: { semanticTokens } });
    const uri = await modern.open(long);
    const full = await modern.connection.sendRequest(SemanticTokensRequest.type, { textDocument: { uri } });
    expect(full).toBeNull();
    await modern.stop();
    expect((await client.tokens(await client.open(long))).length).toBeGreaterThan(50_000);
  });

  it("answers nothing for an unknown document", async () => {
    const uri = "file:///nowhere.cif";
    expect(await client.symbols(uri)).toEqual([]);
    expect(await client.folds(uri)).toEqual([]);
    expect(await client.tokens(uri)).toEqual([]);
  });
});

/** The marked pieces of the text with their types. */
function decode(data: number[], text: string, types: string[]): [string, string | undefined][] {
  const lines = text.split("\n");
  const tokens: [string, string | undefined][] = [];
  let [line, character] = [0, 0];
  for (let i = 0; i < data.length; i += 5) {
    const [down = 0, right = 0, length = 0, type = 0] = data.slice(i, i + 4);
    [line, character] = [line + down, down > 0 ? right : character + right];
    tokens.push([lines[line]?.slice(character, character + length) ?? "", types[type]]);
  }
  return tokens;
}
