import { asyncBufferFromFile, parquetMetadataAsync, parquetReadObjects, parquetSchema } from "hyparquet";
import { createReadStream } from "node:fs";
import { open } from "node:fs/promises";
import Papa from "papaparse";
import { flatColumns, type Cell } from "./flatColumns";
import type { FlatCells } from "./flatRow";

/** A file of a flat form. */
export interface FlatTable {
  /** What the file says of itself, as JSON; `undefined` where it says nothing. */
  readonly header: string | undefined;
  readonly columns: readonly string[];
  readonly rows: AsyncIterable<FlatCells>;
}

/** Bytes in which the first two lines of a CSV file end. */
const headBytes = 1 << 16;

/** @throws Error where it cannot be read. */
export async function openCsv(path: string): Promise<FlatTable> {
  const head = (await firstBytes(path)).toString("utf8").replace(/^\uFEFF/, "");
  const comment = /^#[^\n]*\n/.exec(head)?.[0] ?? "";
  const { data, meta } = Papa.parse<string[]>(head.slice(comment.length), { preview: 1 });
  return {
    header: comment === "" ? undefined : comment.slice(1),
    columns: data[0] ?? [],
    rows: csvRows(path, Buffer.byteLength(comment), meta.delimiter),
  };
}

async function firstBytes(path: string): Promise<Buffer> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(headBytes), 0, headBytes, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

async function* csvRows(path: string, start: number, delimiter: string): AsyncGenerator<FlatCells> {
  const parser = Papa.parse(Papa.NODE_STREAM_INPUT, { header: true, skipEmptyLines: true, delimiter });
  const bytes = createReadStream(path, { start });
  bytes.on("error", (error) => parser.destroy(error));
  for await (const row of bytes.pipe(parser) as AsyncIterable<Readonly<Record<string, string>>>)
    yield (column) => fromText(row[column] ?? "", column);
}

const types = new Map(flatColumns.map(({ name, type }) => [name, type]));

function fromText(text: string, column: string): Cell {
  if (text === "") return null;
  switch (types.get(column)) {
    case "DOUBLE":
    case "INT32":
      return finite(Number(text));
    case "BOOLEAN":
      return /^true$/i.test(text) ? true : /^false$/i.test(text) ? false : null;
    case "STRING":
    case undefined:
      return text;
  }
}

/** @throws Error where it cannot be read. */
export async function openParquet(path: string): Promise<FlatTable> {
  const file = await asyncBufferFromFile(path);
  const metadata = await parquetMetadataAsync(file);
  return {
    header: metadata.key_value_metadata?.find(({ key }) => key === "superion")?.value,
    columns: parquetSchema(metadata).children.map(({ element }) => element.name),
    rows: parquetRows(file, metadata),
  };
}

async function* parquetRows(
  file: Awaited<ReturnType<typeof asyncBufferFromFile>>,
  metadata: Awaited<ReturnType<typeof parquetMetadataAsync>>,
): AsyncGenerator<FlatCells> {
  let start = 0;
  for (const { num_rows } of metadata.row_groups) {
    const end = start + Number(num_rows);
    for (const row of await parquetReadObjects({ file, metadata, rowStart: start, rowEnd: end }))
      yield (column) => fromParquet(row[column]);
    start = end;
  }
}

/** Other programs write whole numbers of 64 bits. */
function fromParquet(value: unknown): Cell {
  if (typeof value === "number" || typeof value === "bigint") return finite(Number(value));
  return typeof value === "string" || typeof value === "boolean" ? value : null;
}

function finite(value: number): number | null {
  return Number.isFinite(value) ? value : null;
}
