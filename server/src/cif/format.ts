import type { Block, CifDocument, Column, Loop } from "./document";
import { numberValue } from "./number";
import type { TextRange } from "./problem";
import { overlap } from "./textRange";

/** A stretch of text and what takes its place. */
export interface TextChange {
  readonly range: TextRange;
  readonly text: string;
}

/** CIF allows 2048 characters; a table with longer lines stays as it is. */
const LONGEST_LINE = 2000;

const BETWEEN_COLUMNS = "  ";

/** A line that holds a row, or a data name with its value, and nothing else but a comment at its end. */
interface Line {
  readonly start: number;
  readonly cells: readonly TextRange[];
}

/**
 * The changes that align the columns of loops, numbers at their decimal points, and the values of items below each other.
 * Only blanks within lines change. Rows of several lines, text fields and comments stay as they are.
 *
 * @param within the part of the text to be changed; it is aligned with the rest of its table.
 */
export function formatCif(document: CifDocument, within?: TextRange): TextChange[] {
  const text = document.text.toString();
  const range = within ?? { start: 0, end: text.length + 1 };
  return document.blocks.flatMap((block) => formatBlock(text, block, range)).sort(byPlace);
}

function byPlace(first: TextChange, second: TextChange): number {
  return first.range.start - second.range.start;
}

function formatBlock(text: string, block: Block, within: TextRange): TextChange[] {
  if (!overlap(block.range, within)) return [];
  return [
    ...block.frames.flatMap((frame) => formatBlock(text, frame, within)),
    ...block.loops.flatMap((loop) =>
      overlap(loop.range, within) ? align(text, rowLines(text, loop), within, true) : [],
    ),
    ...itemRuns(text, block).flatMap((lines) => align(text, lines, within, false)),
  ];
}

function rowLines(text: string, { columns, rows }: Loop): Line[] {
  const lines: Line[] = [];
  for (let row = 0; row < rows; row++) {
    const cells = columns.flatMap((column) => column.range(row) ?? []);
    const line = cells.length === columns.length ? wholeLine(text, cells) : undefined;
    if (line) lines.push(line);
  }
  return lines;
}

/** Items that follow each other line by line, unless their values are below each other already. */
function itemRuns(text: string, { columns }: Block): Line[][] {
  const runs: Line[][] = [];
  let end = -1;
  for (const column of columns) {
    const line = column.loop ? undefined : itemLine(text, column);
    if (!line) continue;
    if (line.start === end) runs.at(-1)?.push(line);
    else runs.push([line]);
    end = nextLine(text, line.cells.at(-1)?.end ?? 0);
  }
  return runs.filter((lines) => new Set(lines.map(valueColumn)).size > 1);
}

function valueColumn({ start, cells }: Line): number {
  return (cells[1]?.start ?? 0) - start;
}

function itemLine(text: string, column: Column): Line | undefined {
  const value = column.range(0);
  return value && wholeLine(text, [column.tagRange, value]);
}

function nextLine(text: string, offset: number): number {
  const end = text.indexOf("\n", offset);
  return end < 0 ? text.length : end + 1;
}

/** The line that these cells make up; `undefined` where they stand on several, or with other things. */
function wholeLine(text: string, cells: readonly TextRange[]): Line | undefined {
  const first = cells[0]?.start ?? 0;
  const last = cells.at(-1)?.end ?? 0;
  let start = first;
  while (start > 0 && isBlank(text[start - 1])) start--;
  const beginsLine = start === 0 || isLineEnd(text[start - 1]);
  const isAlone = beginsLine && /^[ \t]*(?:[ \t]#|[\r\n]|$)/.test(text.slice(last, last + 200));
  return isAlone && !/[\r\n]/.test(text.slice(first, last)) ? { start, cells } : undefined;
}

function isBlank(character: string | undefined): boolean {
  return character === " " || character === "\t";
}

function isLineEnd(character: string | undefined): boolean {
  return character === "\n" || character === "\r";
}

function align(text: string, lines: readonly Line[], within: TextRange, isLoop: boolean): TextChange[] {
  const written = lines.map(({ cells }) => cells.map(({ start, end }) => text.slice(start, end)));
  const [first] = lines;
  if (!first) return [];
  const pads = first.cells.map((_, column) =>
    columnPad(
      written.map((cells) => cells[column] ?? ""),
      isLoop,
    ),
  );
  const aligned = written.map((cells) => alignedCells(cells, pads));
  const indent = indentation(text, lines, aligned);
  const isTooLong = aligned.some((line) => indent.length + line.length > LONGEST_LINE);
  return isTooLong ? [] : changes(text, lines, (index) => indent + (aligned[index] ?? ""), within);
}

/** Brings a cell to the width of its column. */
type Pad = (cell: string) => string;

function alignedCells(cells: readonly string[], pads: readonly Pad[]): string {
  return cells
    .map((cell, column) => pads[column]?.(cell) ?? cell)
    .join(BETWEEN_COLUMNS)
    .trimEnd();
}

function columnPad(cells: readonly string[], mayBeNumbers: boolean): Pad {
  const isNumeric = mayBeNumbers && cells.every(isNumberOrPlaceholder);
  if (!isNumeric) {
    const width = longest(cells);
    return (cell) => cell.padEnd(width);
  }
  const before = longest(cells.map(beforePoint));
  const width = before + longest(cells.map((cell) => cell.slice(beforePoint(cell).length)));
  return (cell) => `${" ".repeat(before - beforePoint(cell).length)}${cell}`.padEnd(width);
}

function longest(cells: readonly string[]): number {
  return cells.reduce((length, cell) => Math.max(length, cell.length), 0);
}

function isNumberOrPlaceholder(cell: string): boolean {
  return cell === "?" || cell === "." || numberValue(cell) !== undefined;
}

function beforePoint(cell: string): string {
  return cell === "?" || cell === "." ? cell : (/^[+-]?\d*/.exec(cell)?.[0] ?? "");
}

/** The smallest of the lines; a semicolon at the start of a line would begin a text field. */
function indentation(text: string, lines: readonly Line[], aligned: readonly string[]): string {
  const indents = lines.map(({ start, cells }) => text.slice(start, cells[0]?.start));
  const indent = indents.reduce((shortest, one) => (one.length < shortest.length ? one : shortest));
  return indent === "" && aligned.some((line) => line.startsWith(";")) ? " " : indent;
}

/** One change for lines that follow each other, since long tables would have very many. */
function changes(
  text: string,
  lines: readonly Line[],
  alignedLine: (index: number) => string,
  within: TextRange,
): TextChange[] {
  const made: { range: { start: number; end: number }; parts: string[] }[] = [];
  let follows = false;
  lines.forEach(({ start, cells }, index) => {
    const range = { start, end: cells.at(-1)?.end ?? start };
    const line = alignedLine(index);
    const isChanged = overlap(range, within) && line !== text.slice(range.start, range.end);
    const last = follows ? made.at(-1) : undefined;
    if (isChanged && last) {
      last.parts.push(text.slice(last.range.end, range.start), line);
      last.range.end = range.end;
    } else if (isChanged) made.push({ range, parts: [line] });
    follows = isChanged;
  });
  return made.map(({ range, parts }) => ({ range, text: parts.join("") }));
}
