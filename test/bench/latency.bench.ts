// How long an editor waits for an answer after a keystroke, through the protocol on the built server, by size of the file.
import {
  CompletionRequest,
  SemanticTokensRangeRequest,
  type ClientCapabilities,
  type Position,
} from "vscode-languageserver/node";
import { capableEditor, LanguageClient } from "../protocol/support/languageClient";
import { rockSalt } from "../support/rockSalt";
import { mainThreadTime } from "./mainThread";

const keystrokes = 40;
/** Lines that an editor shows. */
const inSight = 60;

const requests = { full: { delta: true }, range: true };
const semanticTokens = { requests, tokenTypes: [], tokenModifiers: [], formats: [] };
const editor: ClientCapabilities = {
  ...capableEditor,
  textDocument: { ...capableEditor.textDocument, semanticTokens },
};

const names = ["index_h", "index_k", "index_l", "F_squared_calc", "F_squared_meas", "F_squared_sigma"];

/** Rock salt, and as many measured reflections as make the file so long, written as refinement programs do. */
function file(bytes: number): string {
  const head = `${rockSalt()}loop_\n${names.map((name) => `_refln_${name}\n`).join("")}_refln_observed_status\n`;
  const rows = Math.floor((bytes - head.length) / reflection(0).length);
  return rows > 10
    ? head + Array.from({ length: rows }, (_, index) => reflection(index)).join("")
    : rockSalt();
}

function reflection(index: number): string {
  const indices = [20, 13, 7].map((most) => String(index % most).padStart(4));
  const squares = [0.37, 0.36, 0.01].map((step) => ((index * step) % 1000).toFixed(2).padStart(12));
  return `${[...indices, ...squares].join("")} o\n`;
}

type Ask = (client: LanguageClient, uri: string, at: Position) => Promise<unknown>;

/** What an editor asks for, each after a keystroke of its own. */
const questions: Record<string, Ask> = {
  hover: (client, uri, at) => client.hover(uri, { line: at.line, character: 1 }),
  completion: (client, uri, position) =>
    client.connection.sendRequest(CompletionRequest.type, { textDocument: { uri }, position }),
  "semantic tokens": (client, uri, { line }) =>
    client.connection.sendRequest(SemanticTokensRangeRequest.type, {
      textDocument: { uri },
      range: {
        start: { line: Math.max(0, line - inSight / 2), character: 0 },
        end: { line: line + inSight / 2, character: 0 },
      },
    }),
};

async function measure(name: string, bytes: number): Promise<Record<string, string>[]> {
  const text = file(bytes);
  const client = await LanguageClient.start(editor);
  await client.modelStatus();
  const uri = await client.open(text);
  await client.lensTexts(uri);
  const line = Math.floor(text.split("\n").length / 2);
  const rows: Record<string, string>[] = [];
  for (const [what, ask] of Object.entries(questions)) {
    const milliseconds: number[] = [];
    const busy: number[] = [];
    for (let stroke = 0; stroke < keystrokes; stroke++) {
      const at = { line, character: 0 };
      const [began, worked] = [performance.now(), mainThreadTime(client)];
      await client.change(uri, [{ range: { start: at, end: at }, text: stroke % 2 === 0 ? "_" : "1" }]);
      await ask(client, uri, { line, character: 1 });
      milliseconds.push(performance.now() - began);
      busy.push(mainThreadTime(client) - worked);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    rows.push({ file: name, what, ...tableCells(milliseconds, busy) });
  }
  await client.stop();
  return rows;
}

function tableCells(milliseconds: number[], busy: number[]): Record<string, string> {
  return {
    "median (ms)": share(milliseconds, 0.5),
    "95th percentile (ms)": share(milliseconds, 0.95),
    "main thread: median (ms)": share(busy, 0.5),
    "95th percentile (ms) ": share(busy, 0.95),
  };
}

function share(numbers: readonly number[], part: number): string {
  const sorted = numbers.toSorted((a, b) => a - b);
  return (sorted[Math.floor(part * sorted.length)] ?? NaN).toFixed(1);
}

const sizes: [string, number][] = [
  ["1 kB", 1000],
  ["100 kB", 100_000],
  ["10 MB", 10_000_000],
];
const rows: Record<string, string>[] = [];
for (const [name, bytes] of sizes) rows.push(...(await measure(name, bytes)));
console.table(rows);
