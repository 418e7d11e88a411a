import { stat } from "node:fs/promises";
import type { ScreeningHeader } from "../protocol/screening";
import { formatOfPath } from "./resultFiles/resultFormat";
import { readFlatResult } from "./resultFiles/readFlat";
import { readJournal, readResult } from "./resultFiles/readResult";
import type { RowFile } from "./rowFile";
import { ScreeningList } from "./screeningList";

/** A list that was read from a disk. */
export type ReadList =
  | {
      readonly kind: "read";
      readonly list: ScreeningList;
      /** Nothing for a screening that was broken off, and where the file does not say what made it. */
      readonly header: ScreeningHeader | undefined;
      readonly isFinished: boolean;
      /** What cannot be shown, in words. */
      readonly notices: readonly string[];
      readonly file: RowFile;
    }
  | { readonly kind: "refused"; readonly reason: string };

/** Where a screening keeps its rows as they come. */
export function journalOf(output: string): string {
  return `${output}.journal`;
}

/**
 * Reads the list of a result file, or what its journal holds where the screening was broken off.
 *
 * @throws Error where a file cannot be read.
 */
export async function readResultFile(output: string): Promise<ReadList> {
  const [result, journal] = await Promise.all([changed(output), changed(journalOf(output))]);
  if (result !== undefined && (journal === undefined || journal <= result)) return readFinished(output);
  if (journal === undefined) return { kind: "refused", reason: `There is no ${output}.` };
  const list = new ScreeningList();
  const file = await readJournal(journalOf(output), list);
  list.setRanks(list.ranking());
  return { kind: "read", list, header: undefined, isFinished: false, notices: [], file };
}

async function readFinished(path: string): Promise<ReadList> {
  const list = new ScreeningList();
  const format = formatOfPath(path);
  if (format === undefined || format === "json")
    return {
      kind: "refused",
      reason: `${path} is no list of a screening: these end in .ndjson, .csv or .parquet.`,
    };
  const reading = await (format === "ndjson" ? readResult(path, list) : readFlatResult(path, list));
  if (reading.kind === "refused") return reading;
  if (list.slice("rank", 0).every(Number.isNaN)) list.setRanks(list.ranking());
  return { notices: [], ...reading, list, isFinished: true };
}

/** Milliseconds; nothing where there is no such file. */
async function changed(path: string): Promise<number | undefined> {
  const entry = await stat(path).catch(() => undefined);
  return entry?.mtimeMs;
}
