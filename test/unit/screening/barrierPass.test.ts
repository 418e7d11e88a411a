import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { BarrierPass, type BarrierMeans } from "../../../server/src/screening/barrierPass";
import type { JournalBarrier } from "../../../server/src/screening/journal";
import { RowFile } from "../../../server/src/screening/rowFile";
import { rowWithoutStructure, type ScreenedRow } from "../../../server/src/screening/screenedRow";
import { ScreeningList } from "../../../server/src/screening/screeningList";
import { hashOf } from "../../../server/src/screening/sources/hashedBlock";
import { sourceBlocks } from "../../../server/src/screening/sources/sourceBlocks";

const folder = mkdtempSync(join(tmpdir(), "superion-barriers-"));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const limits = { timeLimitSeconds: 30, memoryLimitMegabytes: 2048 };
const screened: ScreenedRow = {
  row: rowWithoutStructure("x", "", { model: "m", simplification: "s" }),
  ...{ crystal: null, bucket: null, identifiers: [] },
};

/** A list of the blocks of a file, one row each. */
async function listOf(name: string, ...texts: string[]) {
  const path = join(folder, name);
  writeFileSync(path, texts.join(""));
  const rowPath = join(folder, `${name}.rows`);
  writeFileSync(rowPath, "{}");
  const rows = new RowFile(rowPath, () => [screened]);
  const list = new ScreeningList();
  const pieces: { hash: string; part: number }[] = [];
  for await (const source of sourceBlocks([path]))
    if (source.kind === "block") {
      pieces.push({ hash: hashOf(source), part: 0 });
      list.add(screened, path, rows, { offset: 0, length: 2, part: 0 });
    }
  return { path, list, pieces, rows };
}

/** The energy of a block is the number in its name. */
function means(signal = new AbortController().signal) {
  const kept: JournalBarrier[] = [];
  const told: number[] = [];
  const asked: string[] = [];
  const given: BarrierMeans = {
    signal,
    pool: {
      free: () => Promise.resolve(),
      barrier: ({ bytes }) => {
        const name = /data_(\S+)/.exec(Buffer.from(bytes).toString())?.[1] ?? "";
        asked.push(name);
        if (signal.aborted) return Promise.resolve(undefined);
        const isGivenUp = name === "slow";
        const barrier = isGivenUp
          ? { activationEnergy: null, reason: "slow" }
          : { activationEnergy: Number(name), reason: null };
        return Promise.resolve({ barrier, isGivenUp });
      },
    },
    keep: (barrier) => {
      kept.push(barrier);
      return Promise.resolve();
    },
    tell: ({ done }) => {
      told.push(done);
    },
  };
  return { given, kept, told, asked };
}

const energies = (list: ScreeningList) => [...list.slice("barrier", 0)];

describe("the barriers of the best rows", () => {
  it("are those of their blocks, each of which is computed once", async () => {
    const { list, pieces, rows } = await listOf("twins.cif", "data_1\n", "data_2\n", "data_1\n", "data_3\n");
    const { given, kept, told, asked } = means();
    await new BarrierPass(list, pieces, limits).compute([0, 1, 2], given);
    expect(asked).toEqual(["1", "2"]);
    expect(energies(list)).toEqual([1, 2, 1, NaN]);
    expect(kept.map(({ barrierOf }) => barrierOf)).toEqual([pieces[0]?.hash, pieces[1]?.hash]);
    expect(told).toEqual([0, 1, 2]);
    rows.close();
  });

  it("are taken from an earlier run, but for what was given up with lower limits", async () => {
    const { list, pieces, rows } = await listOf("again.cif", "data_1\n", "data_slow\n");
    const first = means();
    await new BarrierPass(list, pieces, limits).compute([0, 1], first.given);
    const missing = (timeLimitSeconds: number) => {
      const pass = new BarrierPass(list, pieces, { ...limits, timeLimitSeconds });
      first.kept.forEach((line) => {
        pass.remember(line);
      });
      return pass.missing([0, 1]);
    };
    expect(missing(30)).toEqual([]);
    expect(missing(60)).toEqual([1]);
    rows.close();
  });

  it("that were done before a cancellation stay, and nothing is said of the others", async () => {
    const { list, pieces, rows } = await listOf("cancelled.cif", "data_1\n", "data_2\n", "data_3\n");
    const abort = new AbortController();
    const { given } = means(abort.signal);
    const keep = () => {
      abort.abort();
      return Promise.resolve();
    };
    await new BarrierPass(list, pieces, limits).compute([0, 1, 2], { ...given, keep });
    const values = energies(list);
    expect(values[0]).toBe(1);
    expect(values[2]).toBeNaN();
    expect(list.row(2).barrier).toBeUndefined();
    rows.close();
  });

  it("of a block that has changed since are none, with the reason", async () => {
    const { path, list, pieces, rows } = await listOf("changed.cif", "data_1\n", "data_2\n");
    writeFileSync(path, "data_1\ndata_5\n");
    await new BarrierPass(list, pieces, limits).compute([0, 1], means().given);
    expect(energies(list)).toEqual([1, NaN]);
    expect(list.row(1).barrier?.reason).toMatch(/cannot be read again/);
    rows.close();
  });

  it("cannot be lost unseen: a journal that takes no more ends the pass", async () => {
    const { list, pieces, rows } = await listOf("full.cif", "data_1\n", "data_2\n");
    const keep = () => Promise.reject(new Error("The disk is full."));
    const pass = new BarrierPass(list, pieces, limits);
    await expect(pass.compute([0, 1], { ...means().given, keep })).rejects.toThrow("The disk is full.");
    rows.close();
  });
});
