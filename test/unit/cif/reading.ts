import type { Block, CifDocument, CifValue } from "../../../server/src/cif/document";
import { parseCif } from "../../../server/src/cif/parser";

/** What a value says, in a form that is easy to write down: text, or an array or object for lists and tables. */
export type Plain = string | null | undefined | readonly Plain[] | { readonly [key: string]: Plain };

/** `?` is null, `.` is undefined, all else its text. */
export function plain(value: CifValue | undefined): Plain {
  switch (value?.kind) {
    case "bare":
    case "quoted":
    case "text":
      return value.text;
    case "list":
      return value.items.map(plain);
    case "table":
      return Object.fromEntries(value.entries.map((entry) => [entry.key, plain(entry.value)]));
    case "unknown":
      return null;
    case "inapplicable":
    case undefined:
      return undefined;
  }
}

/** The values of a data name in the first block, row by row. */
export function valuesOf(document: CifDocument, tag: string): Plain[] {
  const column = firstBlock(document).find(tag);
  return Array.from({ length: column?.rows ?? 0 }, (_, row) => plain(column?.value(row)));
}

export function firstBlock({ blocks: [block] }: CifDocument): Block {
  if (!block) throw new Error("no block");
  return block;
}

/** Code and text of each problem: what the squiggle would lie under. */
export function problemsOf({ text, problems }: CifDocument): [code: string, under: string][] {
  return problems.map(({ code, range }) => [code, text.slice(range?.start ?? 0, range?.end ?? 0)]);
}

export function codesOf({ problems }: CifDocument): string[] {
  return problems.map(({ code }) => code);
}

/** A document of one block with these lines. */
export function block(...lines: string[]): CifDocument {
  return parseCif(["data_x", ...lines, ""].join("\n"));
}

/** The same in CIF 2.0. */
export function block2(...lines: string[]): CifDocument {
  return parseCif(["#\\#CIF_2.0", "data_x", ...lines, ""].join("\n"));
}
