import type { MeasurementProblem } from "../protocol/training";

/** Writes a problem of a table to standard error, with row and column as line and column. */
export function tellProblem(
  data: string,
  { row, column, severity, message, code }: MeasurementProblem,
): void {
  const place = [data, row, column].filter((part) => part !== null).join(":");
  process.stderr.write(`${place}: ${severity}: ${message} [${code}]\n`);
  if (severity === "error") process.exitCode = 1;
}
