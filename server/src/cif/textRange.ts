import type { TextRange } from "./problem";

export function overlap(a: TextRange, b: TextRange): boolean {
  return a.start < b.end && b.start < a.end;
}

/** Whether an offset is inside a range; its end counts as outside. */
export function contains({ start, end }: TextRange, offset: number): boolean {
  return offset >= start && offset < end;
}
