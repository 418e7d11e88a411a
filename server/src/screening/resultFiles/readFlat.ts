import { mkdtempSync, rmSync } from "node:fs";
import { open, type FileHandle } from "node:fs/promises";
import { tmpdir } from "node:os";
import { extname, join } from "node:path";
import type { ScreeningHeader, ScreeningRow } from "../../protocol/screening";
import { RowFile } from "../rowFile";
import type { ScreeningList } from "../screeningList";
import { flatColumns } from "./flatColumns";
import { flatRow } from "./flatRow";
import { openCsv, openParquet, type FlatTable } from "./flatTable";
import { headerOfText, rowsOfLine } from "./readResult";

export type FlatReading =
  | {
      readonly kind: "read";
      /** Nothing where the file does not say what made it. */
      readonly header: ScreeningHeader | undefined;
      /** Holds the rows while the list is open. */
      readonly file: RowFile;
      /** What cannot be shown, in words. */
      readonly notices: readonly string[];
    }
  | { readonly kind: "refused"; readonly reason: string };

/** Without these a table is no list of a screening. */
const needed = ["file", "block", "formula", "pSi"];
/** What only some screenings have, and what says more of another column. */
const spared = new Set([
  ...["eHull", "tableGap", "tableHull", "tableGapPass", "barrier", "barrierReason"],
  ...["caution", "rank", "seconds"],
]);

/** Adds the rows of a list in CSV or Parquet to `list`, in their order: also of one that another program wrote anew. */
export async function readFlatResult(path: string, list: ScreeningList): Promise<FlatReading> {
  try {
    const table = await (/\.csv$/i.test(path) ? openCsv(path) : openParquet(path));
    const absent = needed.filter((name) => !table.columns.includes(name));
    if (absent.length > 0)
      return { kind: "refused", reason: `${path} is no list of a screening: it has no ${namesOf(absent)}.` };
    const header = headerOfText(table.header ?? "");
    const file = await addRows(table, header, list);
    return { kind: "read", header, file, notices: noticesOf(table, header) };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { kind: "refused", reason: `${path} cannot be read as ${extname(path).slice(1)}: ${reason}` };
  }
}

function noticesOf({ columns }: FlatTable, header: ScreeningHeader | undefined): string[] {
  const absent = flatColumns
    .map(({ name }) => name)
    .filter((name) => !columns.includes(name) && !spared.has(name));
  return [
    ...(absent.length > 0 ? [`The file has no ${namesOf(absent)}: what they say is not shown.`] : []),
    ...(header
      ? []
      : ["The file does not say which model and settings made it: no list can be saved from it."]),
  ];
}

function namesOf(columns: readonly string[]): string {
  return `${columns.length === 1 ? "column" : "columns"} ${columns.join(", ")}`;
}

const chunkLength = 1000;

/** Rows are read here and there later on: they go to a file of lines in the meantime, which ends with the list. */
async function addRows(
  table: FlatTable,
  header: ScreeningHeader | undefined,
  list: ScreeningList,
): Promise<RowFile> {
  const folder = mkdtempSync(join(tmpdir(), "superion-list-"));
  const path = join(folder, "rows.ndjson");
  const lines = await open(path, "w");
  const file = new RowFile(path, rowsOfLine, () => {
    rmSync(folder, { recursive: true, force: true });
  });
  try {
    const hasTable = header ? header.settings.table !== null : table.columns.includes("tableHull");
    const writer = new LineWriter(lines);
    for await (const cells of table.rows) {
      const row = flatRow(cells, hasTable);
      const place = await writer.add(row);
      list.add({ row, crystal: null, bucket: null, identifiers: [] }, row.file, file, { ...place, part: 0 });
    }
    await writer.flush();
    return file;
  } catch (error) {
    file.close();
    throw error;
  } finally {
    await lines.close();
  }
}

class LineWriter {
  private end = 0;
  private pending: Buffer[] = [];

  constructor(private readonly handle: FileHandle) {}

  async add(row: ScreeningRow): Promise<{ readonly offset: number; readonly length: number }> {
    const line = Buffer.from(`${JSON.stringify(row)}\n`);
    const place = { offset: this.end, length: line.length - 1 };
    this.end += line.length;
    if (this.pending.push(line) >= chunkLength) await this.flush();
    return place;
  }

  async flush(): Promise<void> {
    await this.handle.writeFile(Buffer.concat(this.pending));
    this.pending = [];
  }
}
