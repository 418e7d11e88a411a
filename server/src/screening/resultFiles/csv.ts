import Papa from "papaparse";
import type { ScreeningHeader } from "../../protocol/screening";
import type { ResultEncoder, ResultRow } from "./encoder";
import { flatColumns } from "./flatColumns";

/** A comment line, `# {"superion": ...}`, with the header; the names of the columns; a line a row (RFC 4180, UTF-8). */
export class CsvEncoder implements ResultEncoder {
  begin(header: ScreeningHeader): string {
    const names = flatColumns.map(({ name }) => name);
    return `# ${JSON.stringify({ superion: header })}\n${Papa.unparse([names], { newline: "\n" })}\n`;
  }

  rows(rows: readonly ResultRow[]): string {
    if (rows.length === 0) return "";
    const cells = rows.map((row) => flatColumns.map(({ cell }) => cell(row)));
    return `${Papa.unparse(cells, { newline: "\n" })}\n`;
  }

  end(): string {
    return "";
  }
}
