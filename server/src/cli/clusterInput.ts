import type { ClusterData } from "../clustering/clusterAnalysis";
import type { PlacedProblem } from "./report";

/** A problem with the file that it is of. */
export interface FiledProblem extends PlacedProblem {
  readonly file: string;
}

/** What names a row in the answer: a line of a table, or a data block of a file. */
export interface RowName {
  /** For people. */
  readonly name: string;
  readonly line?: number;
  readonly file?: string;
  readonly block?: string;
  readonly formula?: string;
}

/** What is to be clustered, where it came from, and what was met on the way. */
export interface ClusterInput extends ClusterData {
  readonly file: string;
  readonly rows: readonly RowName[];
  readonly problems: readonly FiledProblem[];
}

/** Writes problems to standard error; an error sets the exit code. */
export function tellProblems(problems: readonly FiledProblem[]): void {
  for (const { file, line, column, severity, message, code } of problems) {
    if (severity === "error") process.exitCode = 1;
    const place = [file, line, column].filter((part) => part !== null).join(":");
    if (severity !== "information") process.stderr.write(`${place}: ${severity}: ${message} [${code}]\n`);
  }
}
