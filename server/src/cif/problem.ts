/** A stretch of text: UTF-16 offsets, `end` exclusive. */
export interface TextRange {
  readonly start: number;
  readonly end: number;
}

/** A `hint` is a proposal: editors show it by a few dots, and not in their lists of problems. */
export type Severity = "error" | "warning" | "information" | "hint";

/** What is wrong or worth knowing about a file, with its place in the text where it has one. */
export interface Problem {
  readonly code: string;
  readonly severity: Severity;
  readonly message: string;
  readonly range?: TextRange;
  /** Whether it marks something that has a newer form: editors strike it through. */
  readonly isDeprecation?: true;
  /** What the place would say if all else in the file is right. */
  readonly instead?: string;
}

/** Orders problems by where they begin. */
export function byPlace(first: Problem, second: Problem): number {
  return (first.range?.start ?? 0) - (second.range?.start ?? 0);
}
