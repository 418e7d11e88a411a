import { parquetMetadata, parquetReadObjects } from "hyparquet";
import Papa from "papaparse";
import { describe, expect, it } from "vitest";
import type { ScreeningHeader, ScreeningRow } from "../../../../server/src/protocol/screening";
import {
  encoderOf,
  formatOfPath,
  type ResultFormat,
} from "../../../../server/src/screening/resultFiles/resultFormat";
import { flatColumns, units } from "../../../../server/src/screening/resultFiles/flatColumns";
import { encoded } from "../../../../server/src/screening/resultFiles/writeResult";
import { rowWithoutStructure } from "../../../../server/src/screening/screenedRow";

const header: ScreeningHeader = {
  version: "1.2.3",
  model: { name: "m", parent: "p", digest: "d" },
  settings: { timeLimitSeconds: 30, memoryLimitMegabytes: 2048, table: null },
  shard: null,
  units,
};
const without = rowWithoutStructure("nothing", 'no, "really"\nnone', { model: "m", simplification: "CAMN" });
const full: ScreeningRow = {
  ...without,
  file: "ä #1.cif",
  formula: "Li3N",
  pSi: 1 / 3,
  ordered: true,
  rank: 1,
  spaceGroup: { number: 191, symbol: "P 6/m m m" },
  conductivity: { value: 1e-4, interval: [1e-5, 1e-3] },
  filters: { ...without.filters, novel: { pass: false, value: 0.01 } },
  duplicateOf: { file: "a.cif", block: "b" },
  reason: null,
};
/** More than are written at once. */
const rows = Array.from({ length: 2500 }, (_, k) => (k % 2 === 0 ? { ...full, rank: k + 1 } : without));

async function written(format: ResultFormat, list: readonly ScreeningRow[]): Promise<Buffer> {
  const pieces: Buffer[] = [];
  for await (const piece of encoded(encoderOf(format), header, list)) pieces.push(Buffer.from(piece));
  return Buffer.concat(pieces);
}

/** What the flat forms hold of a row. */
const flat = (row: ScreeningRow) =>
  Object.fromEntries(flatColumns.map(({ name, cell }) => [name, cell(row)]));

describe("a list as", () => {
  it("NDJSON has its header and every row on a line", async () => {
    const [first, ...others] = (await written("ndjson", rows)).toString().trimEnd().split("\n");
    expect(JSON.parse(first ?? "")).toEqual({ superion: header });
    expect(others.map((line) => JSON.parse(line) as unknown)).toEqual(rows);
  });

  it.each([[[]], [rows]])("JSON is one array", async (list) => {
    expect(JSON.parse((await written("json", list)).toString())).toEqual(list);
  });

  it("CSV is read back by another program, past the comment with the header", async () => {
    const text = (await written("csv", rows)).toString();
    expect(JSON.parse(text.slice(2, text.indexOf("\n")))).toEqual({ superion: header });
    const { data, errors } = Papa.parse<Record<string, unknown>>(text.slice(text.indexOf("\n") + 1), {
      header: true,
      dynamicTyping: true,
      skipEmptyLines: true,
    });
    expect(errors).toEqual([]);
    const withoutEmpty = Object.entries(flat(full)).map(([name, value]) => [
      name,
      value === "" ? null : value,
    ]);
    expect(data).toHaveLength(rows.length);
    expect(data[0]).toEqual(Object.fromEntries(withoutEmpty));
    expect(data[1]?.["reason"]).toBe(without.reason);
  });

  it("Parquet is read back by another program, with types and header", async () => {
    const bytes = await written("parquet", rows);
    const file = new Uint8Array(bytes).buffer;
    const { key_value_metadata: metadata } = parquetMetadata(file);
    expect(JSON.parse(metadata?.find(({ key }) => key === "superion")?.value ?? "")).toEqual(header);
    expect(await parquetReadObjects({ file })).toEqual(rows.map(flat));
  });

  it("is a whole file also without rows", async () => {
    const file = new Uint8Array(await written("parquet", [])).buffer;
    expect(await parquetReadObjects({ file })).toEqual([]);
  });
});

it.each([
  ["a.ndjson", "ndjson"],
  ["b.c/x.JSONL", "ndjson"],
  ["x.csv", "csv"],
  ["x.parquet", "parquet"],
  ["x.txt", undefined],
  ["csv", undefined],
])("%s asks for %s", (path, format) => {
  expect(formatOfPath(path)).toBe(format);
});
