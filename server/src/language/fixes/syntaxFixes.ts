import type { CifDocument, Loop } from "../../cif/document";
import type { TextRange } from "../../cif/problem";
import { rowAt, rowRange } from "../../cif/rowRange";
import { insertion, type Finding, type FixMakers, type QuickFix } from "./quickFix";
import type { SourceText } from "../../cif/sourceText";

/** How the text that cannot be read is mended. */
export const syntaxFixes: FixMakers = {
  "bare-value-must-be-quoted": quoteValue,
  "loop-value-count": fillRow,
  "loop-without-values": unknownRow,
  "missing-value": ({ range }) => [fix("Write ? for an unknown value", range.end, " ?")],
  "missing-whitespace": ({ range }) => [fix("Put a blank between the values", range.start, " ")],
  "save-frame-not-closed": ({ range, cif }) => [
    fix("Close the save frame", range.start, `save_\n${startsLine(cif.text, range.start) ? "" : " "}`),
  ],
  "unexpected-value": joinValues,
  "unterminated-quoted-string": closeQuote,
  "unterminated-text-field": closeTextField,
};

function fix(title: string, at: number, text: string): QuickFix {
  return { title, edits: [insertion(at, text)], isPreferred: true };
}

function startsLine(text: SourceText, at: number): boolean {
  return at === 0 || /[\r\n]/.test(text.charAt(at - 1));
}

function quoteValue({ cif, range }: Finding): QuickFix[] {
  return quoted(cif.text, range, "Put the value in quotes");
}

/** With the first quote that the value does not have itself; none where it goes over lines. */
function quoted(text: SourceText, range: TextRange, title: string): QuickFix[] {
  const value = text.slice(range.start, range.end);
  const quote = ["'", '"'].find((mark) => !value.includes(mark));
  if (quote === undefined || /[\r\n]/.test(value)) return [];
  return [{ title, edits: [{ range, text: `${quote}${value}${quote}` }], isPreferred: true }];
}

/** A row that lacks values gets as many `?` at its end: whether they are missing there its author knows. */
function fillRow({ cif, range }: Finding): QuickFix[] {
  const loop = allLoops(cif).find((one) => one.range.start < range.start && range.end <= one.range.end);
  if (!loop) return [];
  const row = rowAt(loop, range.start);
  const missing = loop.columns.filter((column) => !column.value(row)).length;
  const end = rowRange(loop, row)?.end;
  if (missing === 0 || end !== range.end) return [];
  const title = `Fill the row with ${missing === 1 ? "?" : `${missing} ?`}`;
  return [{ title, edits: [insertion(end, " ?".repeat(missing))] }];
}

function allLoops({ blocks }: CifDocument): Loop[] {
  return blocks.flatMap(({ loops, frames }) => [...loops, ...frames.flatMap((frame) => frame.loops)]);
}

function unknownRow({ cif, range }: Finding): QuickFix[] {
  const loop = allLoops(cif).find((one) => one.range.start === range.start);
  if (!loop) return [];
  return [fix("Add a row of unknown values", range.end, `\n${loop.columns.map(() => "?").join(" ")}`)];
}

function closeQuote({ cif, range }: Finding): QuickFix[] {
  const quote = cif.text.charAt(range.start);
  return quote === "'" || quote === '"' ? [fix(`Close the quote with ${quote}`, range.end, quote)] : [];
}

/** The diagnostic marks the first line; the text goes on to the next data name or the end of the file. */
function closeTextField({ cif, place }: Finding): QuickFix[] {
  if (place?.kind !== "value") return [];
  const { end } = place.range;
  return [fix("Close the text with a semicolon", end, `${startsLine(cif.text, end) ? "" : "\n"};\n`)];
}

/** Of a single item: the words that follow its value on the line are a part of it. */
function joinValues({ cif, range }: Finding): QuickFix[] {
  const item = cif.blocks
    .flatMap(({ columns }) => columns)
    .findLast(({ loop, tagRange }) => !loop && tagRange.end <= range.start);
  const start = item?.value(0)?.range.start;
  if (start === undefined) return [];
  return quoted(cif.text, { start, end: range.end }, "Put the whole value in quotes");
}
