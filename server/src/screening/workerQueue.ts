import type { Worker } from "node:worker_threads";
import { startThread } from "./threads";

/** Why a task has no answer. */
export interface Failure {
  readonly kind: "failed";
  readonly cause: "cancelled" | "time-limit" | "worker-died" | "error";
  readonly reason: string;
}

export function failure(cause: Failure["cause"], reason: string): Failure {
  return { kind: "failed", cause, reason };
}

interface Job<Task, Reply> {
  readonly task: Task;
  readonly settle: (reply: Reply | Failure) => void;
}

export interface WorkerLimits {
  /** Milliseconds that one task may take; then the thread is replaced. */
  readonly perTask: number;
  /** Milliseconds that a cancelled task may still run, since ending a thread costs more than a short wait. */
  readonly grace: number;
  /** Megabytes of heap. */
  readonly memory: number;
}

export const defaultLimits: WorkerLimits = { perTask: 10_000, grace: 1000, memory: 2048 };

/**
 * One worker thread that does one task after another. A thread that dies, runs out of memory or takes too long costs
 * the answer to its task and is replaced; the tasks behind it wait for the next thread.
 */
export class WorkerQueue<Settings, Task, Reply> {
  private readonly waiting: Job<Task, Reply>[] = [];
  private running: { job: Job<Task, Reply>; timers: NodeJS.Timeout[] } | undefined;
  private worker: Worker | undefined;
  private disposed = false;

  constructor(
    private readonly file: URL,
    private settings: Settings,
    private readonly log: (line: string) => void,
    private readonly limits: WorkerLimits = defaultLimits,
  ) {}

  /** Never rejects: what goes wrong is a reply of kind `failed`. */
  run(task: Task, signal?: AbortSignal): Promise<Reply | Failure> {
    return new Promise((resolve) => {
      if (signal?.aborted || this.disposed) {
        resolve(failure("cancelled", "no longer needed"));
        return;
      }
      const cancel = (): void => {
        this.cancel(job);
      };
      const settle = (reply: Reply | Failure): void => {
        signal?.removeEventListener("abort", cancel);
        resolve(reply);
      };
      const job: Job<Task, Reply> = { task, settle };
      this.waiting.push(job);
      signal?.addEventListener("abort", cancel, { once: true });
      this.next();
    });
  }

  /** Starts afresh with other settings; tasks that run or wait are cancelled. */
  restart(settings: Settings): void {
    this.settings = settings;
    for (const job of this.waiting.splice(0)) job.settle(failure("cancelled", "the model changed"));
    this.replace("cancelled", "the model changed");
  }

  dispose(): void {
    this.disposed = true;
    this.restart(this.settings);
  }

  private next(): void {
    if (this.running) return;
    const job = this.waiting.shift();
    if (!job) return;
    const seconds = this.limits.perTask / 1000;
    const overtime = setTimeout(() => {
      this.replace("time-limit", `it takes more than ${seconds} seconds`);
    }, this.limits.perTask);
    this.running = { job, timers: [overtime] };
    this.worker ??= this.start();
    this.worker.postMessage(job.task);
  }

  private cancel(job: Job<Task, Reply>): void {
    const place = this.waiting.indexOf(job);
    if (place >= 0) {
      this.waiting.splice(place, 1);
      job.settle(failure("cancelled", "no longer needed"));
    } else if (this.running?.job === job) {
      const timer = setTimeout(() => {
        this.replace("cancelled", "no longer needed");
      }, this.limits.grace);
      this.running.timers.push(timer);
    }
  }

  private start(): Worker {
    const worker = startThread(this.file, {
      workerData: this.settings,
      stdout: true,
      stderr: true,
      resourceLimits: { maxOldGenerationSizeMb: this.limits.memory },
    });
    // Standard output of the process may be the connection: what the thread prints goes to the log.
    for (const stream of [worker.stdout, worker.stderr])
      stream.on("data", (chunk: Buffer) => {
        this.log(chunk.toString().trimEnd());
      });
    worker.on("message", (reply: Reply) => {
      if (this.worker === worker) this.finish(reply);
    });
    worker.on("error", (error) => {
      if (this.worker === worker) this.replace("worker-died", describe(error));
    });
    worker.on("exit", (code) => {
      if (this.worker === worker) this.replace("worker-died", `the worker thread ended with code ${code}`);
    });
    worker.unref();
    return worker;
  }

  private finish(reply: Reply | Failure): void {
    const { running } = this;
    if (!running) return;
    this.running = undefined;
    running.timers.forEach(clearTimeout);
    running.job.settle(reply);
    this.next();
  }

  private replace(cause: "cancelled" | "time-limit" | "worker-died", reason: string): void {
    const { worker } = this;
    this.worker = undefined;
    void worker?.terminate();
    if (cause !== "cancelled") this.log(`The worker thread is replaced: ${reason}.`);
    this.finish(failure(cause, reason));
  }
}

function describe(error: Error): string {
  return "code" in error && error.code === "ERR_WORKER_OUT_OF_MEMORY"
    ? "it needs too much memory"
    : error.message;
}
