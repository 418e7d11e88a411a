import { WorkerQueue, type Failure, type WorkerLimits } from "./workerQueue";

/** Waiting while another task runs, so that no thread is ever idle. */
const tasksPerThread = 2;

/** Threads of one script that share tasks; see {@link WorkerQueue}. */
export class WorkerPool<Settings, Task, Reply> {
  private readonly queues: readonly WorkerQueue<Settings, Task, Reply>[];
  private readonly load = new Map<WorkerQueue<Settings, Task, Reply>, number>();
  private readonly waiting: (() => void)[] = [];

  constructor(
    script: URL,
    settings: Settings,
    threads: number,
    log: (line: string) => void,
    limits: WorkerLimits,
  ) {
    this.queues = Array.from({ length: threads }, () => new WorkerQueue(script, settings, log, limits));
  }

  /** Resolves when a thread can take one more task. */
  async free(): Promise<void> {
    while (this.queues.every((queue) => this.loadOf(queue) >= tasksPerThread))
      await new Promise<void>((resolve) => this.waiting.push(resolve));
  }

  /** Never rejects: see {@link WorkerQueue.run}. */
  async run(task: Task, signal: AbortSignal): Promise<Reply | Failure> {
    const queue = this.queues.reduce((least, other) =>
      this.loadOf(other) < this.loadOf(least) ? other : least,
    );
    this.load.set(queue, this.loadOf(queue) + 1);
    try {
      return await queue.run(task, signal);
    } finally {
      this.load.set(queue, this.loadOf(queue) - 1);
      this.waiting.shift()?.();
    }
  }

  dispose(): void {
    for (const queue of this.queues) queue.dispose();
  }

  private loadOf(queue: WorkerQueue<Settings, Task, Reply>): number {
    return this.load.get(queue) ?? 0;
  }
}
