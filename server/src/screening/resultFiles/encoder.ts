import type { ScreeningHeader, ScreeningRow } from "../../protocol/screening";
import { CsvEncoder } from "./csv";
import { JsonEncoder, NdjsonEncoder } from "./json";
import { ParquetEncoder } from "./parquet";

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

export const resultFormats = ["ndjson", "csv", "parquet", "json"] as const;
export type ResultFormat = (typeof resultFormats)[number];

export function encoderOf(format: ResultFormat): ResultEncoder {
  switch (format) {
    case "ndjson":
      return new NdjsonEncoder();
    case "csv":
      return new CsvEncoder();
    case "parquet":
      return new ParquetEncoder();
    case "json":
      return new JsonEncoder();
  }
}

/** The form that the ending of a path asks for. */
export function formatOfPath(path: string): ResultFormat | undefined {
  const ending = /\.([^./\\]+)$/.exec(path)?.[1]?.toLowerCase();
  return ending === "jsonl" ? "ndjson" : resultFormats.find((format) => format === ending);
}
