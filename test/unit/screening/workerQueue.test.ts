import { afterEach, describe, expect, it } from "vitest";
import type { Reply, Task, WorkerSettings } from "../../../server/src/language/task";
import { WorkerQueue, type WorkerLimits } from "../../../server/src/screening/workerQueue";

/** A thread that does what the text of its task says. */
const script = `
const { parentPort, workerData } = require("node:worker_threads");
let tasks = 0;
parentPort.on("message", ({ text }) => {
  tasks++;
  if (text === "die") process.exit(3);
  if (text === "throw") throw new Error("a fault");
  if (text === "hang") for (;;);
  if (text === "eat") { const eaten = []; for (;;) eaten.push(new Array(1e5).fill({})); }
  if (text === "print") console.log("printed");
  const reply = { kind: "failed", cause: "error", reason: text + " " + tasks + " " + workerData.parentModel };
  setTimeout(() => parentPort.postMessage(reply), text === "slow" ? 100 : 0);
});`;

const worker = new URL(
  `data:text/javascript,${encodeURIComponent(`import { createRequire } from "node:module"; const require = createRequire("file:///x.js");${script}`)}`,
);
/** Long enough for a thread to start on a busy machine: only a task that hangs gets less. */
const patient: WorkerLimits = { perTask: 20_000, grace: 50, memory: 32 };

describe("WorkerQueue", () => {
  const log: string[] = [];
  const queues: WorkerQueue<WorkerSettings, Task, Reply>[] = [];
  afterEach(() => {
    for (const queue of queues.splice(0)) queue.dispose();
  });

  function start(limits = patient): WorkerQueue<WorkerSettings, Task, Reply> {
    const queue = new WorkerQueue<WorkerSettings, Task, Reply>(
      worker,
      { modelFolder: "", parentModel: "A", model: "" },
      (line) => log.push(line),
      limits,
    );
    queues.push(queue);
    return queue;
  }
  const task = (text: string): Task => ({
    kind: "analyse",
    dictionaries: { paths: [], reading: 0 },
    silenced: [],
    oxidationStates: "",
    text,
  });
  const done = (reason: string): unknown => ({ kind: "failed", cause: "error", reason });

  it("does its tasks one after another in one thread", async () => {
    const queue = start();
    const replies = await Promise.all(["slow", "b", "c"].map((text) => queue.run(task(text))));
    expect(replies).toEqual([done("slow 1 A"), done("b 2 A"), done("c 3 A")]);
  });

  it.each([
    ["die", "worker-died", /code 3/],
    ["throw", "worker-died", /a fault/],
    ["eat", "worker-died", /memory/],
    ["hang", "time-limit", /more than 1 seconds/],
  ])("replaces a thread that is told to %s, and goes on with the next task", async (text, cause, reason) => {
    const queue = start(text === "hang" ? { ...patient, perTask: 1000 } : patient);
    const [failed, next] = await Promise.all([queue.run(task(text)), queue.run(task("next"))]);
    expect(failed).toMatchObject({ kind: "failed", cause, reason: expect.stringMatching(reason) as string });
    expect(next).toEqual(done("next 1 A"));
  });

  it("drops a waiting task that is cancelled, without a new thread", async () => {
    const queue = start();
    const abort = new AbortController();
    const first = queue.run(task("slow"));
    const second = queue.run(task("b"), abort.signal);
    abort.abort();
    expect(await second).toMatchObject({ cause: "cancelled" });
    expect(await first).toEqual(done("slow 1 A"));
    expect(await queue.run(task("c"))).toEqual(done("c 2 A"));
  });

  it("lets a running task that is cancelled come to its end when that is near, else ends its thread", async () => {
    const queue = start();
    await queue.run(task("warm"));
    const abort = new AbortController();
    const hanging = queue.run(task("hang"), abort.signal);
    const began = performance.now();
    abort.abort();
    expect(await hanging).toMatchObject({ cause: "cancelled" });
    expect(performance.now() - began).toBeLessThan(patient.perTask);
    expect(await queue.run(task("next"))).toEqual(done("next 1 A"));
  });

  it("starts afresh with other settings", async () => {
    const queue = start();
    const old = queue.run(task("slow"));
    queue.restart({ modelFolder: "", parentModel: "B", model: "" });
    expect(await old).toMatchObject({ cause: "cancelled" });
    expect(await queue.run(task("b"))).toEqual(done("b 1 B"));
  });

  it("sends what the thread prints to the log, not to standard output", async () => {
    await start().run(task("print"));
    await expect.poll(() => log).toContain("printed");
  });

  it("answers at once when it is disposed or the task is cancelled already", async () => {
    const queue = start();
    expect(await queue.run(task("a"), AbortSignal.abort())).toMatchObject({ cause: "cancelled" });
    queue.dispose();
    expect(await queue.run(task("a"))).toMatchObject({ cause: "cancelled" });
  });
});
