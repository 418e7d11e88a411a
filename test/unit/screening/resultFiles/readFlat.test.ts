import fc from "fast-check";
import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Papa from "papaparse";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import type {
  FilterResult,
  ScreeningBarrier,
  ScreeningHeader,
  ScreeningRow,
} from "../../../../server/src/protocol/screening";
import { viewList } from "../../../../server/src/screening/listView";
import { readResultFile, type ReadList } from "../../../../server/src/screening/resultFile";
import { encoderOf, formatOfPath } from "../../../../server/src/screening/resultFiles/resultFormat";
import { units } from "../../../../server/src/screening/resultFiles/flatColumns";
import { encoded, writeWhole } from "../../../../server/src/screening/resultFiles/writeResult";

const folder = mkdtempSync(join(tmpdir(), "superion-flat-"));
beforeAll(() => {
  for (const name of ["TMPDIR", "TEMP"]) vi.stubEnv(name, folder);
});
afterAll(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true });
});

const header = (table: string | null): ScreeningHeader => ({
  version: "1.2.3",
  model: { name: "m", parent: "p", digest: "d" },
  settings: { timeLimitSeconds: 30, memoryLimitMegabytes: 2048, table },
  shard: null,
  units,
});

const text = fc.string({ minLength: 1, unit: "grapheme" }).map((one) => one.replace(/\r\n?/g, "\n"));
const number = fc.double({ noNaN: true, noDefaultInfinity: true }).map((one) => one + 0);
const pass = fc.option(fc.boolean());
const filter: fc.Arbitrary<FilterResult<number>> = fc.record({ pass, value: fc.option(number) });
const barrier: fc.Arbitrary<ScreeningBarrier> = fc.oneof(
  number.map((activationEnergy) => ({ activationEnergy, reason: null })),
  text.map((reason) => ({ activationEnergy: null, reason })),
);
const row = (hasTable: boolean): fc.Arbitrary<ScreeningRow> =>
  fc
    .record({
      names: fc.record({ file: text, block: text, formula: text, model: text, simplification: text }),
      numbers: fc.record({
        pSi: fc.option(number),
        deviation: fc.option(number),
        dTraining: fc.option(number),
        seconds: number,
        rank: fc.option(fc.integer({ min: 1, max: 1e6 })),
      }),
      others: fc.record({
        ordered: fc.boolean(),
        spaceGroup: fc.option(fc.record({ number: fc.integer({ min: 1, max: 230 }), symbol: text })),
        nearest: fc.option(fc.record({ id: text, formula: text, conductivity: number, doi: text })),
        conductivity: fc.option(fc.record({ value: number, interval: fc.tuple(number, number) })),
        duplicateOf: fc.option(fc.record({ file: text, block: text })),
        projection: fc.option(fc.tuple(number, number)),
        reason: fc.option(text),
        caution: fc.option(text),
      }),
      filters: fc.record({ lithium: filter, novel: filter }),
      gap: filter,
      nonmetallic: pass,
      table: fc.record({ tableHull: filter, tableGap: filter }),
      computed: fc.record({ barrier }, { requiredKeys: [] }),
    })
    .map(
      ({ names, numbers, others, filters, gap, nonmetallic, table: { tableHull, tableGap }, computed }) => ({
        ...names,
        ...computed,
        ...numbers,
        ...others,
        bandGap: gap.value,
        filters: {
          ...filters,
          bandGap: gap.pass === null ? { pass: null, value: null } : gap,
          intermetallic: { pass: nonmetallic, value: nonmetallic === null ? null : !nonmetallic },
          ...(hasTable ? { tableHull, tableGap } : {}),
        },
        ...(hasTable ? { table: { eHull: tableHull.value, bandGap: tableGap.value } } : {}),
      }),
    );

async function write(name: string, rows: readonly ScreeningRow[], table: string | null): Promise<string> {
  const path = join(folder, name);
  await writeWhole(path, encoded(encoderOf(formatOfPath(name) ?? "json"), header(table), rows));
  return path;
}

async function read(path: string): Promise<Extract<ReadList, { kind: "read" }>> {
  const reading = await readResultFile(path);
  if (reading.kind === "refused") throw new Error(reading.reason);
  return reading;
}

function rowsOf({ list }: Extract<ReadList, { kind: "read" }>): ScreeningRow[] {
  return Array.from({ length: list.count }, (_, index) => list.row(index));
}

const li3n: ScreeningRow = {
  ...{ file: "a/Li3N.cif", block: "Li3N", formula: "Li3N", model: "m", simplification: "CAMN" },
  ...{ pSi: 0.8, deviation: 0.1, dTraining: 0.2, bandGap: 1.2, seconds: 0.1, rank: 1, ordered: true },
  ...{ spaceGroup: null, nearest: null, conductivity: null, duplicateOf: null, caution: null, reason: null },
  projection: [1, 2],
  filters: {
    lithium: { pass: true, value: 0.75 },
    bandGap: { pass: true, value: 1.2 },
    intermetallic: { pass: true, value: false },
    novel: { pass: false, value: 0 },
  },
};

describe("a list that was saved", () => {
  it.each(["list.csv", "list.parquet"])("is read back from %s with all that it says", async (name) => {
    await fc.assert(
      fc.asyncProperty(
        fc
          .boolean()
          .chain((hasTable) =>
            fc.record({ hasTable: fc.constant(hasTable), rows: fc.array(row(hasTable), { maxLength: 5 }) }),
          ),
        async ({ hasTable, rows }) => {
          const path = await write(name, rows, hasTable ? "digest" : null);
          const list = await read(path);
          expect(list).toMatchObject({ header: header(hasTable ? "digest" : null), isFinished: true });
          expect(list.notices).toEqual([]);
          const ranked = rows.some(({ rank }) => rank !== null);
          const withoutRank = (one: ScreeningRow) => ({ ...one, rank: ranked ? one.rank : null });
          expect(rowsOf(list).map(withoutRank)).toEqual(rows.map(withoutRank));
          list.file.close();
        },
      ),
      { numRuns: 60 },
    );
  });

  it.each(["barriers.ndjson", "barriers.csv", "barriers.parquet"])(
    "has the barriers that were computed, to sort and filter by: %s",
    async (name) => {
      const barriers = [
        { activationEnergy: 0.5, reason: null },
        { activationEnergy: null, reason: "No lithium." },
        { activationEnergy: 0.3, reason: null },
      ];
      const rows = [
        ...barriers.map((barrier, k) => ({ ...li3n, rank: k + 1, barrier })),
        { ...li3n, rank: 4 },
      ];
      const { list, file } = await read(await write(name, rows, null));
      expect(list.hasBarriers).toBe(true);
      expect(Array.from({ length: 4 }, (_, index) => list.row(index).barrier)).toEqual([
        ...barriers,
        undefined,
      ]);
      const shown = (filter: string) =>
        viewList(list, { sort: { column: "barrier", descending: false }, filter, search: "" });
      expect(shown("")).toEqual({ kind: "view", order: Uint32Array.of(2, 0, 1, 3) });
      expect(shown("barrier<0.4")).toEqual({ kind: "view", order: Uint32Array.of(2) });
      file.close();
    },
  );

  it("without columns of barriers is read all the same", async () => {
    const path = await write("old-columns.csv", [li3n], null);
    const [comment = "", ...lines] = readFileSync(path, "utf8").trimEnd().split("\n");
    const { data } = Papa.parse<Record<string, string>>(lines.join("\n"), { header: true });
    const columns = Object.keys(data[0] ?? {}).filter((name) => !name.startsWith("barrier"));
    writeFileSync(path, `${comment}\n${Papa.unparse(data, { columns, newline: "\n" })}\n`);
    const list = await read(path);
    expect(list.notices).toEqual([]);
    expect(list.list.hasBarriers).toBe(false);
    expect(rowsOf(list)).toEqual([li3n]);
    list.file.close();
  });

  it("of many row groups is read in its order", async () => {
    const rows = Array.from({ length: 2500 }, (_, k) => ({ ...li3n, rank: k + 1, block: `b${k}` }));
    const list = await read(await write("long.parquet", rows, null));
    expect(list.list.count).toBe(2500);
    expect([0, 999, 1000, 2499].map((index) => list.list.row(index).block)).toEqual([
      "b0",
      "b999",
      "b1000",
      "b2499",
    ]);
    list.file.close();
  });

  it("leaves nothing behind when it is closed", async () => {
    const list = await read(await write("once.csv", [li3n], null));
    expect(existsSync(list.file.path)).toBe(true);
    list.file.close();
    expect(existsSync(list.file.path)).toBe(false);
  });

  it("is read from its journal where that is newer: the screening was broken off", async () => {
    const path = await write("old.csv", [li3n], null);
    writeFileSync(`${path}.journal`, '{"superionJournal":"key"}\n');
    utimesSync(path, 1, 1);
    const list = await read(path);
    expect(list).toMatchObject({ isFinished: false, header: undefined });
    expect(list.list.count).toBe(0);
    list.file.close();
  });
});

describe("a list that another program wrote anew", () => {
  const other = (name: string, content: string) => {
    const path = join(folder, name);
    writeFileSync(path, content);
    return path;
  };

  it("says what it lacks, and is ranked", async () => {
    const csv = "formula;file;block;pSi;ordered\nLiCl;a.cif;x;0.1;True\nLi3N;b.cif;y;0.9;FALSE\n";
    const list = await read(other("short.csv", `\uFEFF${csv}`));
    expect(rowsOf(list).map(({ formula, ordered, rank }) => [formula, ordered, rank])).toEqual([
      ["LiCl", true, 2],
      ["Li3N", false, 1],
    ]);
    expect(list.notices).toEqual([
      expect.stringMatching(/^The file has no columns deviation, dTraining, .*pc1, pc2/),
      expect.stringContaining("does not say which model"),
    ]);
    list.file.close();
  });

  it.each([
    ["measurements.csv", "file,conductivity\na.cif,1e-4\n", "it has no columns block, formula, pSi"],
    ["empty.csv", "", "it has no columns file, block, formula, pSi"],
    ["text.parquet", "no Parquet at all", "cannot be read as parquet"],
    ["other.xlsx", "PK", "these end in .ndjson, .csv or .parquet"],
  ])("is refused with a reason where it is none: %s", async (name, content, reason) => {
    expect(await readResultFile(other(name, content))).toEqual({
      kind: "refused",
      reason: expect.stringContaining(reason) as string,
    });
  });

  it("leaves no files behind where it is damaged", async () => {
    const path = await write("damaged.parquet", [li3n], null);
    const bytes = readFileSync(path);
    bytes.fill(255, 4, 400);
    writeFileSync(path, bytes);
    expect((await readResultFile(path)).kind).toBe("refused");
    expect(readdirSync(folder).filter((name) => name.startsWith("superion-list-"))).toEqual([]);
  });
});
