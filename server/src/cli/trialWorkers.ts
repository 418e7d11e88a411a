import type { Worker } from "node:worker_threads";
import type { HyperparameterSearch, Job, JobResult } from "../learning/search/hyperparameterSearch";
import { startThread } from "../screening/threads";

/** Does one job: its score, or `null` where it came to none. */
export interface JobRunner {
  run(job: Job): Promise<number | null>;
  close(): void;
}

/** A thread that does one job after another; a job that ends the thread has no score, and the next one gets a new thread. */
export class JobThread implements JobRunner {
  private worker: Worker | undefined;
  private settle: (score: number | null) => void = () => undefined;

  constructor(
    private readonly script: URL,
    private readonly data: unknown,
  ) {}

  run(job: Job): Promise<number | null> {
    return new Promise((resolve) => {
      this.settle = resolve;
      this.worker ??= this.start();
      this.worker.postMessage(job);
    });
  }

  close(): void {
    void this.worker?.terminate();
  }

  private start(): Worker {
    const worker = startThread(this.script, { workerData: this.data });
    const lose = (): void => {
      if (this.worker !== worker) return;
      this.worker = undefined;
      this.settle(null);
    };
    worker.on("message", (score: number | null) => {
      this.settle(score);
    });
    worker.on("error", lose);
    worker.on("exit", lose);
    return worker;
  }
}

/** Does all jobs of a search, one in each runner at a time, until nothing is left to do or the signal is aborted. */
export async function runSearch(
  search: HyperparameterSearch,
  runners: readonly JobRunner[],
  signal: AbortSignal,
  onResult: (result: JobResult) => void,
): Promise<void> {
  const aborted = new Promise<"aborted">((resolve) => {
    signal.addEventListener("abort", () => {
      resolve("aborted");
    });
  });
  const idle = [...runners];
  const running = new Set<Promise<void>>();
  const start = (runner: JobRunner, job: Job): void => {
    const work = runner.run(job).then((score) => {
      running.delete(work);
      idle.push(runner);
      if (signal.aborted) return;
      const result = { ...job, score };
      search.finish(result);
      onResult(result);
    });
    running.add(work);
  };
  for (;;) {
    while (idle.length > 0 && !signal.aborted) {
      const job = search.next();
      const runner = job && idle.pop();
      if (!job || !runner) break;
      start(runner, job);
    }
    if (signal.aborted || running.size === 0) return;
    if ((await Promise.race([...running, aborted])) === "aborted") return;
  }
}
