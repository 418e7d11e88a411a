// How long each feature keeps the server's main thread at a time, on long files: the aim is below 50 ms everywhere.
import {
  CodeActionRequest,
  CodeLensRequest,
  CompletionRequest,
  DefinitionRequest,
  DocumentFormattingRequest,
  DocumentHighlightRequest,
  DocumentLinkRequest,
  DocumentRangeFormattingRequest,
  DocumentSymbolRequest,
  FoldingRangeRequest,
  HoverRequest,
  InlayHintRequest,
  LinkedEditingRangeRequest,
  PrepareRenameRequest,
  ReferencesRequest,
  RenameRequest,
  SelectionRangeRequest,
  SemanticTokensDeltaRequest,
  SemanticTokensRangeRequest,
  SemanticTokensRequest,
  type Position,
  type ProtocolRequestType,
} from "vscode-languageserver/node";
import { positionOf } from "../protocol/support/caret";
import { capableEditor, LanguageClient } from "../protocol/support/languageClient";
import { rockSalt } from "../support/rockSalt";
import { longestBlock } from "./mainThread";

const runs = 5;
/** Milliseconds. */
const aim = 50;
/** Lines that an editor shows. */
const inSight = 60;

interface LongFile {
  readonly name: string;
  readonly text: string;
  /** A site label, or else a value, in the middle of the file. */
  readonly at: Position;
}

function rows(count: number, row: (index: number) => string): string {
  return Array.from({ length: count }, (_, index) => `${row(index)}\n`).join("");
}

/** Many sites with few labels, so that each label stands in many places. */
function manySites(): LongFile {
  const site = (index: number) =>
    `Li${index % 1000} Li ${(index / 1e5).toFixed(5)} 0.25 ${((index * 7) % 997) / 1000} 1`;
  const bonds = "loop_\n_geom_bond_atom_site_label_1\n_geom_bond_atom_site_label_2\n_geom_bond_distance\n";
  const text =
    rockSalt(rows(100_000, site).trimEnd().split("\n")) +
    bonds +
    rows(100_000, (index) => `Li${index % 1000} Li1 ${(2 + index / 1e5).toFixed(4)}`);
  return { name: "100 000 sites and bonds", text, at: positionOf(text, "\nLi1 Li 0.50001", 2) };
}

function reflections(): LongFile {
  const names = ["index_h", "index_k", "index_l", "F_squared_calc", "F_squared_meas", "F_squared_sigma"];
  const row = (index: number) =>
    [20, 13, 7].map((most) => String(index % most).padStart(4)).join(" ") +
    [0.37, 0.36, 0.01].map((step) => ((index * step) % 1000).toFixed(2).padStart(12)).join(" ");
  const head = `${rockSalt()}loop_\n${names.map((name) => `_refln_${name}\n`).join("")}`;
  const text = head + rows(Math.floor((1e7 - head.length) / (row(0).length + 1)), row);
  return { name: "10 MB of reflections", text, at: { line: 90_000, character: 20 } };
}

function manyBlocks(): LongFile {
  const block = (index: number) =>
    rockSalt(undefined, `salt${index}`) + "_journal_paper_doi 10.1000/182\n_cod_database_code 1000041\n";
  const text = rows(8000, block);
  return { name: "8000 data blocks", text, at: positionOf(text, "data_salt4000", 6) };
}

/** More problems than are told. */
function manyFaults(): LongFile {
  const faults =
    "_cell_lenght_a 5\n_a 'open\n_b [x\n_symmetry_Int_Tables_number 300\n_chemical_absolute_configuration RM\n";
  const text = rows(2000, (index) => `data_fault${index}\n${faults}`);
  return { name: "10 000 faults", text, at: positionOf(text, "data_fault1000", 6) };
}

type Act = (client: LanguageClient, uri: string, file: LongFile) => Promise<unknown>;

function ask<Params, Result>(
  { method }: Pick<ProtocolRequestType<Params, Result, never, void, unknown>, "method">,
  more: (file: LongFile) => object = () => ({}),
): Act {
  return async (client, uri, file) =>
    client.connection.sendRequest(method, { textDocument: { uri }, ...more(file) });
}

/** What stands there may have no name. */
function orRefused(act: Act): Act {
  return async (...asked) => act(...asked).catch((error: unknown) => error);
}

const atPlace = ({ at }: LongFile) => ({ position: at });
const inSightOf = ({ at: { line } }: LongFile) => ({
  range: {
    start: { line: line - inSight / 2, character: 0 },
    end: { line: line + inSight / 2, character: 0 },
  },
});
const all = ({ text }: LongFile) => ({
  range: { start: { line: 0, character: 0 }, end: { line: text.length, character: 0 } },
});
const options = { tabSize: 2, insertSpaces: true };

let previousResultId = "";

const features: Record<string, Act> = {
  hover: ask(HoverRequest.type, atPlace),
  completion: ask(CompletionRequest.type, atPlace),
  definition: ask(DefinitionRequest.type, atPlace),
  references: ask(ReferencesRequest.type, (file) => ({
    ...atPlace(file),
    context: { includeDeclaration: true },
  })),
  highlights: ask(DocumentHighlightRequest.type, atPlace),
  "linked editing": ask(LinkedEditingRangeRequest.type, atPlace),
  "prepare rename": orRefused(ask(PrepareRenameRequest.type, atPlace)),
  rename: orRefused(ask(RenameRequest.type, (file) => ({ ...atPlace(file), newName: "Na77" }))),
  "selection ranges": ask(SelectionRangeRequest.type, ({ at }) => ({ positions: [at] })),
  folding: ask(FoldingRangeRequest.type),
  outline: ask(DocumentSymbolRequest.type),
  "semantic tokens": async (client, uri) => {
    const tokens = await client.connection.sendRequest(SemanticTokensRequest.type, { textDocument: { uri } });
    previousResultId = tokens?.resultId ?? "";
  },
  "semantic tokens, changes": ask(SemanticTokensDeltaRequest.type, () => ({ previousResultId })),
  "semantic tokens in sight": ask(SemanticTokensRangeRequest.type, inSightOf),
  "semantic tokens, all by range": ask(SemanticTokensRangeRequest.type, all),
  "inlay hints in sight": ask(InlayHintRequest.type, inSightOf),
  "inlay hints, all by range": ask(InlayHintRequest.type, all),
  "code lenses": ask(CodeLensRequest.type),
  links: ask(DocumentLinkRequest.type),
  formatting: ask(DocumentFormattingRequest.type, () => ({ options })),
  "formatting in sight": ask(DocumentRangeFormattingRequest.type, (file) => ({
    ...inSightOf(file),
    options,
  })),
  "quick fixes": async (client, uri, file) => {
    const diagnostics = client.published.get(uri)?.diagnostics ?? [];
    await ask(CodeActionRequest.type, () => ({ ...all(file), context: { diagnostics } }))(client, uri, file);
  },
  "fix all": ask(CodeActionRequest.type, (file) => ({
    ...all(file),
    context: { diagnostics: [], only: ["source.fixAll"] },
  })),
  "a keystroke, to diagnostics": async (client, uri, { at }) => {
    const start = { line: at.line, character: 0 };
    await client.change(uri, [{ range: { start, end: start }, text: " " }]);
    await client.diagnostics(uri);
  },
  "a keystroke in its first line": async (client, uri) => {
    const start = { line: 0, character: 0 };
    await client.change(uri, [{ range: { start, end: start }, text: "\n" }]);
    await client.folds(uri);
  },
  "a hundred edits at once": async (client, uri, { at }) => {
    const edits = Array.from({ length: 100 }, (_, index) => {
      const start = { line: at.line - index, character: 0 };
      return { range: { start, end: start }, text: " " };
    });
    await client.change(uri, edits);
    await client.folds(uri);
  },
};

async function measure(file: LongFile): Promise<Record<string, string>> {
  const client = await LanguageClient.start({ ...capableEditor }, { inlayHints: { columnNames: true } });
  await client.modelStatus();
  const cells: Record<string, string> = {};
  let uri = "";
  cells["opening, to diagnostics"] = cell([
    await longestBlock(client, async () => {
      uri = await client.open(file.text);
      await client.diagnostics(uri);
    }),
  ]);
  await client.lensTexts(uri);
  for (const [name, act] of Object.entries(features)) {
    const milliseconds: number[] = [];
    for (let run = 0; run < runs; run++)
      milliseconds.push(await longestBlock(client, () => act(client, uri, file)));
    cells[name] = cell(milliseconds);
  }
  await client.stop();
  return cells;
}

function cell(milliseconds: readonly number[]): string {
  const sorted = milliseconds.toSorted((a, b) => a - b);
  const median = sorted[Math.floor(sorted.length / 2)] ?? NaN;
  const slowest = sorted.at(-1) ?? NaN;
  return `${median.toFixed(1)} (${slowest.toFixed(1)})${median <= aim ? "" : "  MISSED"}`;
}

const columns: Record<string, Record<string, string>> = {};
for (const make of [manySites, reflections, manyBlocks, manyFaults]) {
  const file = make();
  for (const [feature, text] of Object.entries(await measure(file)))
    columns[feature] = { ...columns[feature], [`${file.name} (ms)`]: text };
}
console.log("The longest time for which the main thread answers nothing else: median (slowest)");
console.table(columns);
