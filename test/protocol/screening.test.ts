import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { CancellationTokenSource } from "vscode-languageserver/node";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { decodeFloats } from "../../server/src/protocol/binary";
import {
  exportScreeningMethod,
  openScreeningMethod,
  screeningColumnsMethod,
  screeningMaskMethod,
  screeningPlacesMethod,
  screeningRowsAtMethod,
  screeningRowsMethod,
  screeningSourceMethod,
  startScreeningMethod,
  trainingMapMethod,
  type ScreeningRow,
  type ScreeningView,
} from "../../server/src/protocol/screening";
import { LanguageClient } from "./support/languageClient";

const examples = join(import.meta.dirname, "../../examples");
const all: ScreeningView = { sort: { column: "pSi", descending: true }, filter: "", search: "" };

describe("screening through the language server", () => {
  const folder = mkdtempSync(join(tmpdir(), "superion-screening-"));
  const output = join(folder, "list.ndjson");
  let client: LanguageClient;

  beforeAll(async () => {
    cpSync(examples, join(folder, "crystals"), { recursive: true });
    client = await LanguageClient.start();
  });
  afterAll(async () => {
    await client.stop();
    rmSync(folder, { recursive: true });
  });

  const rows = async (view: ScreeningView, id = "opened"): Promise<ScreeningRow[]> => {
    const result = await client.request(screeningRowsMethod, { id, view, from: 0, count: 100 });
    if (result.kind === "refused") throw new Error(result.reason);
    expect(result.total).toBe(result.rows.length);
    return [...result.rows];
  };

  it("ranks a folder into a file, and tells how far it is", async () => {
    const outcome = await client.request(startScreeningMethod, {
      id: "run",
      paths: [join(folder, "crystals")],
      output,
      resume: false,
      jobs: 1,
    });
    expect(outcome).toMatchObject({ kind: "finished", summary: { rows: 14, kept: 0 } });
    expect(client.screeningProgress.at(-1)).toMatchObject({ id: "run", done: 14, total: 14 });
    expect(readFileSync(output, "utf8").split("\n")[0]).toContain('"superion"');
  }, 120_000);

  it("goes on with what it has", async () => {
    const params = { id: "again", paths: [join(folder, "crystals")], output, resume: true, jobs: 1 };
    expect(await client.request(startScreeningMethod, params)).toMatchObject({
      kind: "finished",
      summary: { rows: 14, kept: 14 },
    });
  });

  it("opens the result and gives it by rank", async () => {
    expect(await client.request(openScreeningMethod, { id: "opened", file: output })).toMatchObject({
      kind: "opened",
      rows: 14,
      hasBarriers: false,
      header: { version: expect.any(String) as string },
    });
    const ranked = (await rows(all)).filter(({ pSi }) => pSi !== null);
    expect(ranked.map(({ rank }) => rank)).toEqual(ranked.map((_, place) => place + 1));
    expect(ranked[0]?.pSi).toBeGreaterThan(ranked.at(-1)?.pSi ?? 1);
  });

  it("filters, searches and chooses", async () => {
    expect((await rows({ ...all, search: "Li10ge" })).map(({ block }) => block)).toEqual(["Li10GeP2S12"]);
    const disordered = await rows({ ...all, filter: "!ordered" });
    expect(disordered.length).toBeGreaterThan(0);
    expect(disordered.every(({ ordered }) => !ordered)).toBe(true);
    const high = await rows({ ...all, within: [{ column: "pSi", from: 0.5, to: 2 }] });
    expect(high).toEqual(await rows({ ...all, filter: "pSi>=0.5" }));
    await expect(rows({ ...all, filter: "density>2" })).rejects.toThrow("density>2 is no condition");
  });

  it("tells where a row stands in a view, and the other way round", async () => {
    const view: ScreeningView = { ...all, sort: { column: "formula", descending: false } };
    const places = await client.request(screeningPlacesMethod, { id: "opened", view, indices: [0, 99] });
    expect(places).toEqual({ kind: "places", places: [expect.any(Number), null] });
    if (places.kind === "refused") throw new Error(places.reason);
    const at = await client.request(screeningRowsAtMethod, { id: "opened", indices: [0] });
    if (at.kind === "refused") throw new Error(at.reason);
    expect((await rows(view))[places.places[0] ?? -1]).toEqual(at.rows[0]);
  });

  it("gives columns to charts, the same numbers as the rows", async () => {
    const result = await client.request(screeningColumnsMethod, {
      id: "opened",
      columns: ["pSi", "ordered"],
      texts: ["file"],
      from: 2,
    });
    if (result.kind === "refused") throw new Error(result.reason);
    const [pSi = new Float32Array(), ordered] = result.columns.map(decodeFloats);
    const shown = await rows({ ...all, sort: null });
    expect([...pSi].map((value) => (Number.isNaN(value) ? null : value))).toEqual(
      shown.slice(2).map((row) => row.pSi && Math.fround(row.pSi)),
    );
    expect(ordered).toHaveLength(12);
    expect(result.texts[0]).toEqual(shown.slice(2).map(({ file }) => file));
  });

  it("tells charts which rows a view shows", async () => {
    const view = { ...all, sort: null, filter: "!ordered" };
    const result = await client.request(screeningMaskMethod, { id: "opened", view });
    if (result.kind === "refused") throw new Error(result.reason);
    const shown = [...decodeFloats(result.mask)];
    expect(shown).toHaveLength(14);
    const everything = await rows({ ...all, sort: null });
    expect(everything.filter((_, index) => shown[index] === 1)).toEqual(await rows(view));
    const wrong = { ...view, filter: "density>2" };
    expect(await client.request(screeningMaskMethod, { id: "opened", view: wrong })).toMatchObject({
      kind: "refused",
    });
  });

  it("finds the text of a row", async () => {
    const [row] = await rows({ ...all, search: "Li3PS4.cif" });
    const index = (await rows({ ...all, sort: null })).findIndex(({ file }) => file === row?.file);
    const source = await client.request(screeningSourceMethod, { id: "opened", index });
    if (source.kind !== "file") throw new Error("not a file");
    expect(readFileSync(source.path, "utf8").split("\n")[source.line]).toMatch(/^data_/);
  });

  it("maps the compounds beside those it learned from", async () => {
    const { compounds, variance } = await client.request(trainingMapMethod, null);
    expect(compounds.length).toBeGreaterThan(100);
    expect(variance[0]).toBeGreaterThan(variance[1]);
  });

  it("exports what a view shows", async () => {
    const csv = join(folder, "best.csv");
    const view: ScreeningView = { ...all, filter: "pSi>0.3" };
    const shown = await rows(view);
    expect(await client.request(exportScreeningMethod, { id: "opened", view, output: csv })).toEqual({
      kind: "written",
      rows: shown.length,
    });
    expect(readFileSync(csv, "utf8")).toContain(shown[0]?.formula);
    expect(await client.request(openScreeningMethod, { id: "csv", file: csv })).toMatchObject({
      kind: "opened",
      isFinished: true,
      notices: [],
      rows: shown.length,
    });
    expect(await rows(all, "csv")).toEqual(shown);
  });

  it("keeps what is done when it is cancelled, and goes on from there", async () => {
    const many = Array.from({ length: 200 }, (_, copy) => {
      const path = join(folder, "crystals", `copy${copy}.cif`);
      writeFileSync(path, readFileSync(join(examples, "Li3N.cif"), "utf8") + `# ${copy}\n`);
      return path;
    });
    const other = join(folder, "many.ndjson");
    const source = new CancellationTokenSource();
    const params = { id: "many", paths: many, output: other, resume: true, jobs: 1 };
    const running = client.request(startScreeningMethod, params, source.token);
    await client.until(
      () => client.screeningProgress.find(({ id, done }) => id === "many" && done > 0),
      () => "the first rows",
    );
    expect((await rows({ ...all, search: "copy0.cif" }, "many")).length).toBeLessThan(2);
    source.cancel();
    const outcome = await running;
    expect(outcome.kind).toBe("cancelled");
    expect(existsSync(other)).toBe(false);
    const opened = await client.request(openScreeningMethod, { id: "partial", file: other });
    expect(opened).toMatchObject({ kind: "opened", header: null, isFinished: false });
    const done = opened.kind === "opened" ? opened.rows : 0;
    expect(done).toBeGreaterThan(0);
    expect(await client.request(startScreeningMethod, { ...params, id: "rest" })).toMatchObject({
      kind: "finished",
      summary: { rows: 200, kept: done },
    });
  }, 60_000);

  it.each([
    ["missing.ndjson", "There is no"],
    ["crystals/Li3N.cif", "is no list of a screening"],
    ["crystals/measurements.csv", "it has no columns block, formula, pSi"],
  ])("says why it cannot open %s", async (name, reason) => {
    const result = await client.request(openScreeningMethod, { id: "x", file: join(folder, name) });
    expect(result).toMatchObject({ kind: "refused", reason: expect.stringMatching(reason) as string });
  });

  it("computes the barriers of the best rows, when it is asked to", async () => {
    const file = join(folder, "barriers.csv");
    const params = { id: "barriers", paths: [examples], output: file, resume: false, jobs: 1, barriers: 3 };
    expect(await client.request(startScreeningMethod, params)).toMatchObject({ kind: "finished" });
    const opened = await client.request(openScreeningMethod, { id: "barred", file });
    expect(opened).toMatchObject({ kind: "opened", rows: 14, hasBarriers: true, notices: [] });
    const found = await rows({ ...all, filter: "barrier<20" }, "barred");
    expect(found.map(({ rank }) => rank)).toEqual([1, 2, 3]);
  }, 120_000);

  it("answers for a list that was never opened", async () => {
    const result = await client.request(screeningRowsMethod, { id: "nobody", view: all, from: 0, count: 1 });
    expect(result).toMatchObject({ kind: "refused", reason: expect.stringContaining("not open") as string });
  });
});
