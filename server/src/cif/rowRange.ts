import type { CifValue, Column, Loop } from "./document";
import type { TextRange } from "./problem";
import { overlap } from "./textRange";

/** From the first to the last value of a row of a loop, also of one that lacks values; `undefined` where it has none. */
export function rowRange({ columns }: Loop, row: number): TextRange | undefined {
  const first = firstValue(columns, row, 1);
  const last = firstValue(columns, row, -1);
  return first && last && { start: first.range.start, end: last.range.end };
}

/** Of the values in a row the first, or the last where `step` is -1. */
function firstValue(columns: readonly Column[], row: number, step: 1 | -1): CifValue | undefined {
  for (let at = step > 0 ? 0 : columns.length - 1; at >= 0 && at < columns.length; at += step) {
    const value = columns[at]?.value(row);
    if (value) return value;
  }
  return undefined;
}

/** The last row that begins at an offset or before it, found by halving; -1 where none does. */
export function rowAt({ columns: [first], rows }: Loop, offset: number): number {
  let [low, high] = [0, rows];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((first?.value(middle)?.range.start ?? Infinity) <= offset) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** The rows of a column that may stand within a range of the text: from `first` up to `end`. */
export function rowsWithin({ loop, rows }: Column, range: TextRange): { first: number; end: number } {
  if (!loop) return { first: 0, end: rows };
  if (!overlap(loop.range, range)) return { first: 0, end: 0 };
  return { first: Math.max(0, rowAt(loop, range.start)), end: rowAt(loop, range.end) + 1 };
}
