import { CsvEncoder } from "./csv";
import type { ResultEncoder } from "./encoder";
import { JsonEncoder, NdjsonEncoder } from "./json";
import { ParquetEncoder } from "./parquet";

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
