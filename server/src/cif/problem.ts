/** A stretch of text: UTF-16 offsets, `end` exclusive. */
export interface TextRange {
  readonly start: number;
  readonly end: number;
}

export type Severity = "error" | "warning" | "information";

/** What is wrong or worth knowing about a file, with its place in the text where it has one. */
export interface Problem {
  readonly code: string;
  readonly severity: Severity;
  readonly message: string;
  readonly range?: TextRange;
}

/** Orders problems by where they begin. */
export function byPlace(first: Problem, second: Problem): number {
  return (first.range?.start ?? 0) - (second.range?.start ?? 0);
}
