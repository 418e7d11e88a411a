import { afterEach, describe, expect, it } from "vitest";
import { rowWithoutStructure } from "../../../server/src/screening/screenedRow";
import { ScreeningPool } from "../../../server/src/screening/screeningPool";

const model = { model: "m", simplification: "" };

/** A thread that answers each block with its text, and does what the text says. */
const script = `
import { parentPort } from "node:worker_threads";
const row = ${JSON.stringify(rowWithoutStructure("", "", model))};
parentPort.on("message", (task) => {
  if (task.kind === "barrier") {
    if (new TextDecoder().decode(task.block.bytes).includes("hang")) for (;;);
    parentPort.postMessage({ kind: "barrier", barrier: { activationEnergy: task.part, reason: null } });
    return;
  }
  const rows = task.blocks.map(({ bytes }) => {
    const text = new TextDecoder().decode(bytes);
    if (text.includes("die")) process.exit(3);
    if (text.includes("throw")) throw new Error("a fault");
    if (text.includes("eat")) { const eaten = []; for (;;) eaten.push(new Array(1e5).fill({})); }
    if (text.includes("hang")) for (;;);
    return [{ row: { ...row, block: text }, crystal: null, bucket: null, identifiers: [] }];
  });
  parentPort.postMessage({ kind: "screened", rows });
});`;

describe("ScreeningPool", () => {
  const pools: ScreeningPool[] = [];
  afterEach(() => {
    for (const pool of pools.splice(0)) pool.dispose();
  });

  function start(timeLimitSeconds = 20, jobs = 2): ScreeningPool {
    const url = new URL(`data:text/javascript,${encodeURIComponent(script)}`);
    const limits = { timeLimitSeconds, memoryLimitMegabytes: 32 };
    const pool = new ScreeningPool(
      url,
      { modelFolder: "", model: undefined, parent: undefined },
      jobs,
      limits,
      model,
      () => undefined,
    );
    pools.push(pool);
    return pool;
  }

  const blocks = (...texts: string[]) =>
    texts.map((text) => ({ bytes: Buffer.from(text), isTooLong: false, isWholeFile: true }));
  const never = new AbortController().signal;

  it.each([
    ["die", /Given up: the worker thread ended with code 3/],
    ["throw", /Given up: a fault/],
    ["eat", /Given up: it needs too much memory/],
  ])("gives up the block that makes a thread %s, and screens its neighbours", async (what, reason) => {
    const results = await start().screen(blocks("one", `data_bad ${what}`, "two"), never);
    expect(results?.map(([first]) => first?.row.block)).toEqual(["one", "bad", "two"]);
    expect(results?.[1]?.[0]).toMatchObject({
      isGivenUp: true,
      row: { reason: expect.stringMatching(reason) as string },
    });
    expect(results?.map(([first]) => first?.isGivenUp)).toEqual([undefined, true, undefined]);
  });

  it("gives up what takes too long", async () => {
    const [[only] = []] = (await start(0.1).screen(blocks("data_slow hang"), never)) ?? [];
    expect(only?.row).toMatchObject({
      block: "slow",
      reason: "Given up: it takes more than 0.1 seconds.",
    });
  });

  it("gives up a barrier that takes too long, with the reason, and not the next", async () => {
    const pool = start(0.1);
    const [slow, quick] = blocks("hang", "one");
    if (!slow || !quick) throw new RangeError("there are two");
    expect(await pool.barrier(slow, 0, never)).toEqual({
      barrier: { activationEnergy: null, reason: "Given up: it takes more than 0.1 seconds." },
      isGivenUp: true,
    });
    expect(await pool.barrier(quick, 2, never)).toEqual({
      barrier: { activationEnergy: 2, reason: null },
      isGivenUp: false,
    });
  });

  it("keeps no more batches than its threads have use for", async () => {
    const pool = start(20, 1);
    const abort = new AbortController();
    const hanging = [1, 2].map(() => pool.screen(blocks("hang"), abort.signal));
    let isFree = false;
    const free = pool.free().then(() => (isFree = true));
    await new Promise(setImmediate);
    expect(isFree).toBe(false);
    abort.abort();
    await free;
    expect(await Promise.all(hanging)).toEqual([undefined, undefined]);
  });
});
