import type { Loop } from "./document";
import type { TextRange } from "./problem";

/** From the first to the last value of a row of a loop, also of one that lacks values; `undefined` where it has none. */
export function rowRange({ columns }: Loop, row: number): TextRange | undefined {
  const first = columns.find((column) => column.value(row))?.value(row);
  const last = columns.findLast((column) => column.value(row))?.value(row);
  return first && last && { start: first.range.start, end: last.range.end };
}
