import type { BlockToScreen } from "./screener";
import { blockCode, rowWithoutStructure, type RowModel, type ScreenedRow } from "./screenedRow";
import type { ScreeningReply, ScreeningTask, ScreeningWorkerSettings } from "./screeningTask";
import { WorkerQueue, type Failure } from "./workerQueue";

export interface PoolLimits {
  /** A block that takes longer is given up. */
  readonly timeLimitSeconds: number;
  /** A block that takes more heap is given up. */
  readonly memoryLimitMegabytes: number;
}

/** What a structure may take if nobody says otherwise. */
export const usualLimits: PoolLimits = { timeLimitSeconds: 30, memoryLimitMegabytes: 2048 };

type Queue = WorkerQueue<ScreeningWorkerSettings, ScreeningTask, ScreeningReply>;

/** Waiting while another batch runs, so that no thread is ever idle. */
const batchesPerThread = 2;
/** Milliseconds for a new thread to load its model. */
const startAllowance = 5000;

/** Threads that screen batches of blocks. A block that takes one of them down costs nobody else anything. */
export class ScreeningPool {
  private readonly queues: readonly Queue[];
  private readonly load = new Map<Queue, number>();
  private readonly waiting: (() => void)[] = [];

  /** @param script of the threads. */
  constructor(
    script: URL,
    settings: ScreeningWorkerSettings,
    jobs: number,
    private readonly limits: PoolLimits,
    private readonly rowModel: RowModel,
    log: (line: string) => void,
  ) {
    this.queues = Array.from({ length: jobs }, () => {
      const limit = {
        perTask: 1000 * limits.timeLimitSeconds + startAllowance,
        grace: 0,
        memory: limits.memoryLimitMegabytes,
      };
      return new WorkerQueue<ScreeningWorkerSettings, ScreeningTask, ScreeningReply>(
        script,
        settings,
        log,
        limit,
      );
    });
  }

  /** Resolves when a thread can take one more batch. */
  async free(): Promise<void> {
    while (this.queues.every((queue) => this.loadOf(queue) >= batchesPerThread))
      await new Promise<void>((resolve) => this.waiting.push(resolve));
  }

  /** The rows of each block; `undefined` where it was cancelled. */
  async screen(
    blocks: readonly BlockToScreen[],
    signal: AbortSignal,
  ): Promise<readonly (readonly ScreenedRow[])[] | undefined> {
    const reply = await this.run({ kind: "screen", blocks }, signal);
    if (reply.kind === "screened") return reply.rows;
    if (signal.aborted) return undefined;
    const [only, ...others] = blocks;
    if (only && others.length === 0) return [[this.givenUp(only, reply)]];
    return this.oneByOne(blocks, signal);
  }

  /** For each crystal the first of the same; all are told apart where that takes too long. */
  async group(crystals: readonly string[], signal: AbortSignal): Promise<readonly number[]> {
    const reply = await this.run({ kind: "group", crystals }, signal);
    return reply.kind === "grouped" ? reply.firsts : crystals.map((_, index) => index);
  }

  dispose(): void {
    for (const queue of this.queues) queue.dispose();
  }

  /** What took a thread down is found by itself. */
  private async oneByOne(
    blocks: readonly BlockToScreen[],
    signal: AbortSignal,
  ): Promise<readonly (readonly ScreenedRow[])[] | undefined> {
    const rows: (readonly ScreenedRow[])[] = [];
    for (const block of blocks) {
      const [own] = (await this.screen([block], signal)) ?? [];
      if (!own) return undefined;
      rows.push(own);
    }
    return rows;
  }

  private async run(task: ScreeningTask, signal: AbortSignal): Promise<ScreeningReply> {
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

  private loadOf(queue: Queue): number {
    return this.load.get(queue) ?? 0;
  }

  private givenUp({ bytes }: BlockToScreen, reply: ScreeningReply): ScreenedRow {
    const reason = reply.kind === "failed" ? this.reasonOf(reply) : "unexpected answer";
    const row = rowWithoutStructure(blockCode(bytes), reason, this.rowModel);
    return { row, crystal: null, bucket: null, identifiers: [], isGivenUp: true };
  }

  private reasonOf({ cause, reason }: Failure): string {
    if (cause === "time-limit")
      return `Given up: it takes more than ${this.limits.timeLimitSeconds} seconds.`;
    if (cause === "worker-died") return `Given up: ${reason}.`;
    return `Superion met a fault: ${reason}`;
  }
}
