import type { Command } from "commander";
import { encodeCif } from "../cif/decode";
import type { Block, CifDocument } from "../cif/document";
import { printCif } from "../cif/print";
import { blockToJson } from "./cifJson";
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
        fields: () => ({ version: document.version, blocks: document.blocks.map(blockToJson) }),
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
