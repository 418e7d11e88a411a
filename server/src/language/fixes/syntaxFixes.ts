import type { CifDocument, CifValue, Column, Loop } from "../../cif/document";
import type { TextRange } from "../../cif/problem";
import { rowAt, rowRange } from "../../cif/rowRange";
import type { SourceText } from "../../cif/sourceText";
import {
  insertion,
  lineEnd,
  startsLine,
  wholeLines,
  type Finding,
  type FixMakers,
  type QuickFix,
} from "./quickFix";

/** How the text that cannot be read is mended. */
export const syntaxFixes: FixMakers = {
  "bare-value-must-be-quoted": quoteValue,
  "content-before-data-block": beginBlock,
  "duplicate-tag": deleteItem,
  "loop-value-count": fillRow,
  "loop-without-values": unknownRow,
  "missing-closing-delimiter": closeContainer,
  "missing-value": unknownValue,
  "missing-whitespace": ({ range }) => [fix("Put a blank between the values", range.start, " ")],
  "reserved-word": mendReservedWord,
  "save-frame-not-closed": closeFrame,
  "table-missing-key": quoteKey,
  "unexpected-value": joinValues,
  "unterminated-quoted-string": closeQuote,
  "unterminated-text-field": closeTextField,
};

function fix(title: string, at: number, text: string): QuickFix {
  return { title, edits: [insertion(at, text)], isPreferred: true };
}

/** A text of its own lines. */
function linesAt(cif: CifDocument, at: number, text: string): string {
  const end = lineEnd(cif);
  const endsThere = at < cif.text.length && /[\r\n]/.test(cif.text.charAt(at));
  return `${startsLine(cif, at) ? "" : end}${text}${endsThere ? "" : end}`;
}

/** Where a file has no data block, one for what begins as the items of one. */
function beginBlock({ cif, range }: Finding): QuickFix[] {
  const hasHeader = cif.blocks.some(({ headerRange }) => headerRange.end > headerRange.start);
  const isCif = /^(?:_\w|loop_)/i.test(cif.text.slice(range.start, range.start + 5));
  if (hasHeader || !isCif) return [];
  return [fix("Begin a data block", range.start, `data_structure${lineEnd(cif)}`)];
}

/** An item that stands in the block already; unasked only where it says the same. */
function deleteItem({ cif, place }: Finding): QuickFix[] {
  if (place?.kind !== "tag" || place.column.loop) return [];
  const { column, block } = place;
  const value = column.value(0);
  const edits = [
    {
      range: wholeLines(cif, { start: column.tagRange.start, end: (value?.range ?? column.tagRange).end }),
      text: "",
    },
  ];
  const written = (one: CifValue | undefined) => one && cif.text.slice(one.range.start, one.range.end);
  const isSame = written(block.find(column.tag)?.value(0)) === written(value);
  const title = `Delete this ${cif.text.slice(column.tagRange.start, column.tagRange.end)}`;
  return [isSame ? { title, edits, isPreferred: true } : { title, edits }];
}

/** Of an item, or behind the colon of a key in a table. */
function unknownValue({ cif, range }: Finding): QuickFix[] {
  const isKey = cif.text.charAt(range.end) === ":";
  return [fix("Write ? for an unknown value", range.end + (isKey ? 1 : 0), isKey ? "?" : " ?")];
}

/** `data_ Li3N` is meant without the blank; as values these words need quotes. */
function mendReservedWord(finding: Finding): QuickFix[] {
  const { cif, range, place } = finding;
  const blank = /^[ \t]+(?=[^\s#])/.exec(cif.text.slice(range.end, range.end + 80));
  const isHeader = /^data_$/i.test(cif.text.slice(range.start, range.end));
  if (isHeader && blank) {
    const edits = [{ range: { start: range.end, end: range.end + blank[0].length }, text: "" }];
    return [{ title: "Put the name behind data_", edits, isPreferred: true }];
  }
  return place?.kind === "value" ? quoteValue(finding) : [];
}

/** The diagnostic marks what follows the frame; of the last of the file, its own header. */
function closeFrame({ cif, range }: Finding): QuickFix[] {
  const frames = cif.blocks.flatMap((block) => block.frames);
  const isFollowed = frames.some(({ range: { end } }) => end === range.start);
  const at = isFollowed ? range.start : (frames.at(-1)?.range.end ?? range.start);
  const text = isFollowed
    ? `${startsLine(cif, at) ? "" : " "}save_${lineEnd(cif)}`
    : linesAt(cif, at, "save_");
  return [fix("Close the save frame", at, text)];
}

/** Of the outermost list or table: where an inner one ends its author knows. */
function closeContainer({ cif, range, place }: Finding): QuickFix[] {
  if (place?.kind !== "value" || place.range.start !== range.start) return [];
  const mark = cif.text.charAt(range.start) === "[" ? "]" : "}";
  return [fix(`Close it with ${mark}`, place.range.end, mark)];
}

/** `{a:1}` */
function quoteKey({ cif, range }: Finding): QuickFix[] {
  const [, key] = /^([^\s:'"]+):/.exec(cif.text.slice(range.start, range.end)) ?? [];
  if (key === undefined) return [];
  const edits = [{ range: { start: range.start, end: range.start + key.length }, text: `'${key}'` }];
  return [{ title: "Put the key in quotes", edits, isPreferred: true }];
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
  return [
    fix("Add a row of unknown values", range.end, `${lineEnd(cif)}${loop.columns.map(() => "?").join(" ")}`),
  ];
}

function closeQuote({ cif, range }: Finding): QuickFix[] {
  const quote = cif.text.charAt(range.start);
  return quote === "'" || quote === '"' ? [fix(`Close the quote with ${quote}`, range.end, quote)] : [];
}

/** The diagnostic marks the first line; the text goes on to the next data name or the end of the file. */
function closeTextField({ cif, range, place }: Finding): QuickFix[] {
  if (place?.kind !== "value") return [];
  const { end } = place.range;
  const quotes = cif.text.slice(range.start, range.start + 3);
  return quotes === "'''" || quotes === '"""'
    ? [fix(`Close the text with ${quotes}`, end, quotes)]
    : [fix("Close the text with a semicolon", end, linesAt(cif, end, ";"))];
}

/** Of a single item: the words that follow its value on the line are a part of it. `loop` lacks its underscore. */
function joinValues({ cif, range }: Finding): QuickFix[] {
  if (/^loop(?:\s|$)/i.test(cif.text.slice(range.start, range.start + 5)))
    return [fix("Write loop_", range.start + 4, "_")];
  const item = cif.blocks
    .flatMap((block) => [block, ...block.frames])
    .flatMap(({ columns }) => columns)
    .filter(({ loop, tagRange }) => !loop && tagRange.end <= range.start)
    .reduce(
      (last: Column | undefined, one) => (last && last.tagRange.end > one.tagRange.end ? last : one),
      undefined,
    );
  const start = item?.value(0)?.range.start;
  if (start === undefined) return [];
  return quoted(cif.text, { start, end: range.end }, "Put the whole value in quotes");
}
