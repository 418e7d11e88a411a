import type { ScreeningHeader } from "../../protocol/screening";
import type { ResultEncoder, ResultRow } from "./encoder";

/** A line `{"superion": ...}` with the header, then a line a row. */
export class NdjsonEncoder implements ResultEncoder {
  begin(header: ScreeningHeader): string {
    return `${JSON.stringify({ superion: header })}\n`;
  }

  rows(rows: readonly ResultRow[]): string {
    return rows.map((row) => `${JSON.stringify(row)}\n`).join("");
  }

  end(): string {
    return "";
  }
}

/** One array of the rows. */
export class JsonEncoder implements ResultEncoder {
  private count = 0;

  begin(): string {
    return "[";
  }

  rows(rows: readonly ResultRow[]): string {
    return rows.map((row) => `${this.count++ > 0 ? "," : ""}\n${JSON.stringify(row)}`).join("");
  }

  end(): string {
    return this.count > 0 ? "\n]\n" : "]\n";
  }
}
