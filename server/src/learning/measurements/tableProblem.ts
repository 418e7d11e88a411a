/** What is wrong or worth knowing about a table of measurements, with its place as a spreadsheet counts it. */
export interface TableProblem {
  readonly code: string;
  /** What an `error` speaks of is not trained on. */
  readonly severity: "error" | "warning" | "information";
  /** From 1, the header being row 1; `null` for the table as a whole. */
  readonly row: number | null;
  /** From 1; `null` where the row as a whole is meant. */
  readonly column: number | null;
  readonly message: string;
}
