import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, describe, expect, it } from "vitest";
import { JobThread, runSearch, type JobRunner } from "../../../server/src/cli/trialWorkers";
import {
  HyperparameterSearch,
  type Job,
  type JobResult,
} from "../../../server/src/learning/search/hyperparameterSearch";
import { choices } from "../../../server/src/learning/search/searchSpace";

const space = choices({ a: [1, 2, 3] });
const options = { smallest: 1, largest: 9, reduction: 3, trials: 12, seed: 1 };
const never = new AbortController().signal;
const folder = mkdtempSync(join(tmpdir(), "superion-search-"));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

/** The score is the trial's number, after a moment. */
const runner = (log: number[] = []): JobRunner => ({
  run: async ({ trial }: Job) => {
    await new Promise((resolve) => setTimeout(resolve, trial % 3));
    log.push(trial);
    return trial;
  },
  close: () => undefined,
});

describe("a search over runners", () => {
  it.each([1, 2, 5])("does every job once and ends, with %i runners", async (count) => {
    const search = new HyperparameterSearch(space, options);
    const results: JobResult[] = [];
    const runners = Array.from({ length: count }, () => runner());
    await runSearch(search, runners, never, (result) => results.push(result));
    const jobs = results.map(({ trial, rung }) => `${trial}/${rung}`);
    expect(new Set(jobs).size).toBe(jobs.length);
    expect(results.filter(({ rung }) => rung === 0)).toHaveLength(12);
    expect(search.best()).toMatchObject({ trial: 11, rung: 2 });
  });

  it("ends at once when it is aborted, and keeps what was finished", async () => {
    const controller = new AbortController();
    const search = new HyperparameterSearch(space, options);
    const results: JobResult[] = [];
    await runSearch(search, [runner()], controller.signal, (result) => {
      results.push(result);
      if (results.length === 4) controller.abort();
    });
    expect(results).toHaveLength(4);
    expect(search.results).toEqual(results);
  });
});

describe("a thread of a search", () => {
  const script = join(folder, "worker.mjs");
  writeFileSync(
    script,
    `import { parentPort, workerData } from "node:worker_threads";
     parentPort.on("message", ({ trial }) => {
       if (trial === 1) process.exit(1);
       if (trial === 2) throw new Error("no");
       parentPort.postMessage(workerData + trial);
     });`,
  );
  const job = (trial: number): Job => ({ trial, rung: 0, budget: 1, configuration: {} });

  it("gives the score of one job after another, and none for a job that ends it, but goes on", async () => {
    const thread = new JobThread(pathToFileURL(script), 100);
    const scores = [];
    for (const trial of [0, 3, 1, 4, 2, 5, 6]) scores.push(await thread.run(job(trial)));
    thread.close();
    expect(scores).toEqual([100, 103, null, 104, null, 105, 106]);
  });
});
