import { isLineEnd } from "./characterCodes";
import type { ProblemList } from "./problemList";
import type { SourceText } from "./sourceText";
import { TokenKind, type Stretches } from "./tokenTable";

/** The values of a loop as they stand in the text. */
export interface LoopParts {
  /** Data names. */
  readonly width: number;
  /** The first token of the values, and the one after them. */
  readonly first: number;
  readonly end: number;
  /** The first token of each value where lists make some longer than one token; else every token is a value. */
  readonly starts: readonly number[] | undefined;
}

/** Which token begins the value in a row and column of a loop; -1 where none does. */
export type Cells = (row: number, column: number) => number;

export interface Layout {
  readonly rows: number;
  readonly cells: Cells;
}

/** Arranges the values of a loop in rows and columns, also where the numbers do not fit. */
export function layOut(parts: LoopParts, text: SourceText, tokens: Stretches, problems: ProblemList): Layout {
  const { width } = parts;
  const count = parts.starts?.length ?? parts.end - parts.first;
  const tokenOf = valueTokens(parts);
  if (count % width !== 0) {
    const lines = valuesByLine(parts, text, tokens);
    if (lines) return rowByLine(lines, count, width, tokenOf, tokens, problems);
    reportLastRow(parts, count, tokenOf, tokens, problems);
  } else if (!parts.starts && !startsLines(parts, tokens)) {
    const lines = valuesByLine(parts, text, tokens);
    if (lines) warnOfShiftedRows(lines, count, width, tokenOf, tokens, problems);
  }
  const cells: Cells = (row, column) => {
    const index = row * width + column;
    return index < count ? tokenOf(index) : -1;
  };
  return { rows: Math.ceil(count / width), cells };
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}

function valueTokens({ starts, first }: LoopParts): (index: number) => number {
  return starts ? (index) => starts[index] ?? -1 : (index) => first + index;
}

/** Whether every row of a loop whose values are one token each begins a line. */
function startsLines({ first, end, width }: LoopParts, tokens: Stretches): boolean {
  return tokens.everyBeginsLine(first + width, width, end);
}

/** The values are enough in all, but a line that holds a whole row takes values of two: one line lacks what another has too many. */
function warnOfShiftedRows(
  firsts: Int32Array,
  count: number,
  width: number,
  tokenOf: (index: number) => number,
  tokens: Stretches,
  problems: ProblemList,
): void {
  const found = (line: number) => (firsts[line + 1] ?? count) - (firsts[line] ?? count);
  const isShifted = firsts.some((first, line) => first % width !== 0 && found(line) === width);
  const line = firsts.findIndex((_, index) => found(index) !== width);
  const first = firsts[line];
  if (!isShifted || first === undefined) return;
  problems.warning(
    "loop-value-count",
    `This row has ${counted(found(line), "value")}, but its loop has ${counted(width, "data name")}: ` +
      "the values after it move to other columns.",
    tokens.start(tokenOf(first)),
    tokens.end(tokenOf(first + found(line) - 1)),
  );
}

function reportLastRow(
  { width, end }: LoopParts,
  count: number,
  tokenOf: (index: number) => number,
  tokens: Stretches,
  problems: ProblemList,
): void {
  const over = count % width;
  const missing = width - over;
  problems.error(
    "loop-value-count",
    `This loop has ${counted(width, "data name")} and ${counted(count, "value")}: ` +
      `${missing} ${missing === 1 ? "is" : "are"} missing, or ${over} too many. ` +
      "A value that contains blanks must be put in quotes.",
    tokens.start(tokenOf(count - over)),
    tokens.end(end - 1),
  );
}

/**
 * The index of the first value of each line, if the loop is written one row a line and only some lines do not fit; then
 * the fault can be told to the line, and the rows after it stay right.
 */
function valuesByLine(
  { width, starts, first, end }: LoopParts,
  text: SourceText,
  tokens: Stretches,
): Int32Array | undefined {
  if (starts || holdLineEnds(first, end, text, tokens)) return undefined;
  const firsts = tokens.lineStarts(first, end);
  const isWhole = (line: number) => (firsts[line + 1] ?? end - first) - (firsts[line] ?? 0) === width;
  let fitting = 0;
  for (let line = 0; line < firsts.length; line++) if (isWhole(line)) fitting++;
  return fitting >= firsts.length / 2 ? firsts : undefined;
}

/** Whether some value has several lines: only texts can. */
function holdLineEnds(first: number, end: number, text: SourceText, tokens: Stretches): boolean {
  for (
    let at = tokens.endOfValues(first, TokenKind.tripleQuoted);
    at < end;
    at = tokens.endOfValues(at + 1, TokenKind.tripleQuoted)
  )
    if (hasLineEnd(text, tokens.start(at), tokens.end(at))) return true;
  return false;
}

function hasLineEnd(text: SourceText, start: number, end: number): boolean {
  for (let at = start; at < end; at++) if (isLineEnd(text.charCodeAt(at))) return true;
  return false;
}

function rowByLine(
  firsts: Int32Array,
  count: number,
  width: number,
  tokenOf: (index: number) => number,
  tokens: Stretches,
  problems: ProblemList,
): Layout {
  const endOfRow = (row: number) => firsts[row + 1] ?? count;
  for (let row = 0; row < firsts.length; row++) {
    const first = firsts[row] ?? 0;
    const found = endOfRow(row) - first;
    if (found !== width)
      problems.error(
        "loop-value-count",
        `This row has ${counted(found, "value")}, but its loop has ${counted(width, "data name")}. ` +
          (found < width
            ? "Write ? for an unknown value."
            : "A value that contains blanks must be put in quotes."),
        tokens.start(tokenOf(first)),
        tokens.end(tokenOf(endOfRow(row) - 1)),
      );
  }
  const cells: Cells = (row, column) => {
    const index = (firsts[row] ?? count) + column;
    return index < endOfRow(row) ? tokenOf(index) : -1;
  };
  return { rows: firsts.length, cells };
}
