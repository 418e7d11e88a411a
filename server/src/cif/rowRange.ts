import type { CifValue, Column, Loop } from "./document";
import type { TextRange } from "./problem";

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
