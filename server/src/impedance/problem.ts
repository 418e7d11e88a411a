export type Severity = "error" | "warning" | "information";

/** What is wrong or worth knowing about a file, with its place where it has one. */
export interface ImpedanceProblem {
  readonly code: string;
  /** What an `error` speaks of is not read. */
  readonly severity: Severity;
  readonly message: string;
  /** From 1; `null` for the file as a whole and in binary files. */
  readonly line: number | null;
  /** From 1; `null` where the line as a whole is meant. */
  readonly column: number | null;
}
