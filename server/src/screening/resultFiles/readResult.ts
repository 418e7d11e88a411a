import { existsSync } from "node:fs";
import type { ScreeningHeader } from "../../protocol/screening";
import { isRecord } from "../isRecord";
import { journalEntries, rowsOfEntry, wholeLines } from "../journal";
import { RowFile } from "../rowFile";
import type { ScreenedRow } from "../screenedRow";
import type { ScreeningList } from "../screeningList";
import type { ResultRow } from "./encoder";

export type ResultReading =
  | { readonly kind: "read"; readonly header: ScreeningHeader; readonly file: RowFile }
  | { readonly kind: "refused"; readonly reason: string };

/**
 * Adds the rows of a finished list (NDJSON) to `list`, in their order.
 *
 * @throws Error where the file cannot be read.
 */
export async function readResult(path: string, list: ScreeningList): Promise<ResultReading> {
  if (!/\.(?:ndjson|jsonl)$/i.test(path) || !existsSync(path))
    return { kind: "refused", reason: `${path} is no list of a screening in NDJSON.` };
  let header: ScreeningHeader | undefined;
  const file = new RowFile(path, rowsOfLine);
  for await (const { text, offset, length } of wholeLines(path)) {
    const line: unknown = JSON.parse(text);
    if (!header) {
      header = headerOf(line);
      if (!header) break;
      continue;
    }
    for (const row of rowsOfLine(line)) list.add(row, row.row.file, file, { offset, length, part: 0 });
  }
  if (header) return { kind: "read", header, file };
  file.close();
  return { kind: "refused", reason: `${path} does not begin with the header of a screening.` };
}

/** Adds what a screening had done before it was broken off, from its journal. */
export async function readJournal(path: string, list: ScreeningList): Promise<RowFile> {
  const file = new RowFile(path, rowsOfEntry);
  for await (const [{ rows }, { file: source, offset, length }] of journalEntries(path))
    rows.forEach((row, part) => {
      list.add(row, source, file, { offset, length, part });
    });
  return file;
}

/** The header that a text of JSON is, `{"superion": ...}` or what it holds; nothing for another text. */
export function headerOfText(text: string): ScreeningHeader | undefined {
  try {
    const parsed: unknown = JSON.parse(text);
    return isHeader(parsed) ? parsed : headerOf(parsed);
  } catch {
    return undefined;
  }
}

function headerOf(line: unknown): ScreeningHeader | undefined {
  const header = isRecord(line) ? line["superion"] : undefined;
  return isHeader(header) ? header : undefined;
}

function isHeader(value: unknown): value is ScreeningHeader {
  return isRecord(value) && isRecord(value["model"]) && isRecord(value["settings"]) && "version" in value;
}

export function rowsOfLine(line: unknown): readonly ScreenedRow[] {
  if (!isResultRow(line)) return [];
  const { crystal = null, bucket = null, ...row } = line;
  return [{ row, crystal, bucket, identifiers: [] }];
}

function isResultRow(line: unknown): line is ResultRow {
  return isRecord(line) && typeof line["file"] === "string" && isRecord(line["filters"]);
}
