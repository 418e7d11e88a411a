import { stat } from "node:fs/promises";
import type { ScreeningHeader } from "../protocol/screening";
import { readJournal, readResult } from "./resultFiles/readResult";
import type { RowFile } from "./rowFile";
import { ScreeningList } from "./screeningList";

/** A list that was read from a disk. */
export type ReadList =
  | {
      readonly kind: "read";
      readonly list: ScreeningList;
      /** Nothing for a screening that was broken off. */
      readonly header: ScreeningHeader | undefined;
      readonly file: RowFile;
    }
  | { readonly kind: "refused"; readonly reason: string };

/** Where a screening keeps its rows as they come. */
export function journalOf(output: string): string {
  return `${output}.journal`;
}

/**
 * Reads the list of a result file; what its journal holds where the screening was broken off, or the result is of a form that
 * is not read back.
 *
 * @throws Error where a file cannot be read.
 */
export async function readResultFile(output: string): Promise<ReadList> {
  const [result, journal] = await Promise.all([changed(output), changed(journalOf(output))]);
  const isReadable = /\.ndjson$/i.test(output) && result !== undefined;
  const list = new ScreeningList();
  if (isReadable && (journal === undefined || journal <= result)) {
    const reading = await readResult(output, list);
    return reading.kind === "read" ? { ...reading, list } : reading;
  }
  if (journal === undefined)
    return {
      kind: "refused",
      reason:
        result === undefined
          ? `There is no ${output}.`
          : `${output} can be read only with the file ${journalOf(output)} beside it.`,
    };
  const file = await readJournal(journalOf(output), list);
  list.setRanks(list.ranking());
  return { kind: "read", list, header: undefined, file };
}

/** Milliseconds; nothing where there is no such file. */
async function changed(path: string): Promise<number | undefined> {
  const entry = await stat(path).catch(() => undefined);
  return entry?.mtimeMs;
}
