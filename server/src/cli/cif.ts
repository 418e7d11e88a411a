import type { Command } from "commander";
import { encodeCif } from "../cif/decode";
import type { Block, CifDocument, CifValue, Column } from "../cif/document";
import { printCif } from "../cif/print";
import { forEachCif } from "./inputs";
import { table } from "./table";

interface CifOptions {
  readonly json?: boolean;
  readonly ndjson?: boolean;
  readonly print?: boolean;
}

/** `superion cif`: what a CIF says, block by block, and what is wrong with its syntax. */
export function registerCif(program: Command): void {
  program
    .command("cif")
    .description("read the syntax of CIF files: their blocks, data names and values, and what is wrong where")
    .argument("<file...>", "CIF files, folders of them, or - for standard input")
    .option("--json", "print one JSON array with an element a file")
    .option("--ndjson", "print one line of JSON a file")
    .option("--print", "write each file back from its syntax tree, byte for byte")
    .action(async (files: string[], options: CifOptions) => {
      await forEachCif(files, options, (document, { file, encoding }) => ({
        fields: () => ({ version: document.version, blocks: document.blocks.map(blockFields) }),
        readable: () => (options.print ? encodeCif(printCif(document), encoding) : summary(file, document)),
      }));
    });
}

function summary(file: string, { version, blocks }: CifDocument): string {
  const rows = blocks.flatMap((block) => [
    summaryRow(block.code, block),
    ...block.frames.map((frame) => summaryRow(`  save_${frame.code}`, frame)),
  ]);
  return `${file}: CIF ${version}\n${table([["block", "data names", "loops", "values"], ...rows])}`;
}

function summaryRow(code: string, { columns, loops }: Block): string[] {
  const values = columns.reduce((sum, column) => sum + column.rows, 0);
  return [code, columns.length, loops.length, values].map(String);
}

interface BlockFields {
  readonly code: string;
  readonly values: Record<string, JsonValue[]>;
  readonly loops: string[][];
  readonly frames: BlockFields[];
}

function blockFields({ code, columns, loops, frames }: Block): BlockFields {
  const values = new Map<string, JsonValue[]>();
  for (const column of columns) if (!values.has(column.tag)) values.set(column.tag, columnValues(column));
  return {
    code,
    values: Object.fromEntries(values),
    loops: loops.map((loop) => loop.columns.map((column) => column.tag)),
    frames: frames.map(blockFields).sort(byCode),
  };
}

/** The order of save frames has no meaning: sorted, they compare. */
function byCode(first: BlockFields, second: BlockFields): number {
  const [one, other] = [first.code.toLowerCase(), second.code.toLowerCase()];
  return one < other ? -1 : one > other ? 1 : 0;
}

/** Without the values that a row lacks. */
function columnValues(column: Column): JsonValue[] {
  const values: JsonValue[] = [];
  for (let row = 0; row < column.rows; row++) {
    const value = column.value(row);
    if (value) values.push(jsonValue(value));
  }
  return values;
}

/** A value as `["b", text]` bare, `["q", text]` quoted, `["?"]`, `["."]`, `["L", values]` or `["T", { key: value }]`. */
type JsonValue =
  | readonly ["b" | "q", string]
  | readonly ["?" | "."]
  | readonly ["L", readonly JsonValue[]]
  | readonly ["T", Readonly<Record<string, JsonValue>>];

function jsonValue(value: CifValue): JsonValue {
  switch (value.kind) {
    case "bare":
      return ["b", value.text];
    case "quoted":
    case "text":
      return ["q", value.text];
    case "unknown":
      return ["?"];
    case "inapplicable":
      return ["."];
    case "list":
      return ["L", value.items.map(jsonValue)];
    case "table":
      return ["T", Object.fromEntries(value.entries.map((entry) => [entry.key, jsonValue(entry.value)]))];
  }
}
