import { InvalidArgumentError, type Command } from "commander";
import { formatOfPath, type ResultFormat } from "../screening/resultFiles/resultFormat";

/** The form of a list that `--out` names; one that holds no list ends the command as wrong usage. */
export function listFormat(out: string, command: Command): Exclude<ResultFormat, "json"> {
  const format = formatOfPath(out);
  if (!format || format === "json") command.error("error: --out ends in .ndjson, .csv or .parquet");
  return format;
}

export function wholeNumber(text: string): number {
  if (/^[1-9]\d*$/.test(text)) return Number(text);
  throw new InvalidArgumentError("A whole number above 0 is needed.");
}
