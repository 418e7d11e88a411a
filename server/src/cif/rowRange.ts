import type { Column, Loop } from "./document";
import type { TextRange } from "./problem";
import { overlap } from "./textRange";

/** From the first to the last value of a row of a loop, also of one that lacks values; `undefined` where it has none. */
export function rowRange({ columns }: Loop, row: number): TextRange | undefined {
  const first = firstPlace(columns, row, 1);
  const last = firstPlace(columns, row, -1);
  return first && last && { start: first.start, end: last.end };
}

/** Of the values in a row the first, or the last where `step` is -1. */
function firstPlace(columns: readonly Column[], row: number, step: 1 | -1): TextRange | undefined {
  for (let at = step > 0 ? 0 : columns.length - 1; at >= 0 && at < columns.length; at += step) {
    const range = columns[at]?.range(row);
    if (range) return range;
  }
  return undefined;
}

/** The last row that begins at an offset or before it, found by halving; -1 where none does. */
export function rowAt({ columns: [first], rows }: Loop, offset: number): number {
  let [low, high] = [0, rows];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((first?.range(middle)?.start ?? Infinity) <= offset) low = middle + 1;
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
