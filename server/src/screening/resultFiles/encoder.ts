import type { ScreeningHeader, ScreeningRow } from "../../protocol/screening";

/** A row as it is written; the rows of a shard carry what merging needs. */
export interface ResultRow extends ScreeningRow {
  readonly crystal?: string;
  readonly bucket?: string;
}

/** Turns a list into the bytes of a file, some rows at a time. */
export interface ResultEncoder {
  begin(header: ScreeningHeader): string | Uint8Array;
  rows(rows: readonly ResultRow[]): string | Uint8Array;
  end(): string | Uint8Array;
}
