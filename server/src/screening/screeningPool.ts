import type { ScreeningBarrier } from "../protocol/screening";
import type { BlockToScreen } from "./screener";
import { blockCode, rowWithoutStructure, type RowModel, type ScreenedRow } from "./screenedRow";
import type { ScreeningReply, ScreeningTask, ScreeningWorkerSettings } from "./screeningTask";
import { WorkerPool } from "./workerPool";

export interface PoolLimits {
  /** A block that takes longer is given up. */
  readonly timeLimitSeconds: number;
  /** A block that takes more heap is given up. */
  readonly memoryLimitMegabytes: number;
}

/** What a structure may take if nobody says otherwise. */
export const usualLimits: PoolLimits = { timeLimitSeconds: 30, memoryLimitMegabytes: 2048 };

/** Whether what was given up with the limits `given` may go well now. */
export function allowMore(limits: PoolLimits, given: PoolLimits): boolean {
  return (
    limits.timeLimitSeconds > given.timeLimitSeconds ||
    limits.memoryLimitMegabytes > given.memoryLimitMegabytes
  );
}

/** The barrier of a row; with more time or memory there may be one that was given up. */
export interface FoundBarrier {
  readonly barrier: ScreeningBarrier;
  readonly isGivenUp: boolean;
}

/** Milliseconds for a new thread to load its model. */
export const startAllowance = 5000;

/** Threads that screen batches of blocks. A block that takes one of them down costs nobody else anything. */
export class ScreeningPool {
  private readonly pool: WorkerPool<ScreeningWorkerSettings, ScreeningTask, ScreeningReply>;

  /** @param script of the threads. */
  constructor(
    script: URL,
    settings: ScreeningWorkerSettings,
    jobs: number,
    private readonly limits: PoolLimits,
    private readonly rowModel: RowModel,
    log: (line: string) => void,
  ) {
    this.pool = new WorkerPool(script, settings, jobs, log, {
      perTask: 1000 * limits.timeLimitSeconds + startAllowance,
      grace: 0,
      memory: limits.memoryLimitMegabytes,
    });
  }

  /** Resolves when a thread can take one more batch. */
  free(): Promise<void> {
    return this.pool.free();
  }

  /** The rows of each block; `undefined` where it was cancelled. */
  async screen(
    blocks: readonly BlockToScreen[],
    signal: AbortSignal,
  ): Promise<readonly (readonly ScreenedRow[])[] | undefined> {
    const reply = await this.pool.run({ kind: "screen", blocks }, signal);
    if (reply.kind === "screened") return reply.rows;
    if (signal.aborted) return undefined;
    const [only, ...others] = blocks;
    if (only && others.length === 0) return [[this.givenUp(only, reply)]];
    return this.oneByOne(blocks, signal);
  }

  /** For each crystal the first of the same; all are told apart where that takes too long. */
  async group(crystals: readonly string[], signal: AbortSignal): Promise<readonly number[]> {
    const reply = await this.pool.run({ kind: "group", crystals }, signal);
    return reply.kind === "grouped" ? reply.firsts : crystals.map((_, index) => index);
  }

  /** What lithium has to overcome in a row of a block; `undefined` where it was cancelled. */
  async barrier(block: BlockToScreen, part: number, signal: AbortSignal): Promise<FoundBarrier | undefined> {
    const reply = await this.pool.run({ kind: "barrier", block, part }, signal);
    if (reply.kind === "barrier") return { barrier: reply.barrier, isGivenUp: false };
    if (signal.aborted) return undefined;
    return { barrier: { activationEnergy: null, reason: this.reasonOf(reply) }, isGivenUp: true };
  }

  dispose(): void {
    this.pool.dispose();
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

  private givenUp({ bytes }: BlockToScreen, reply: ScreeningReply): ScreenedRow {
    const row = rowWithoutStructure(blockCode(bytes), this.reasonOf(reply), this.rowModel);
    return { row, crystal: null, bucket: null, identifiers: [], isGivenUp: true };
  }

  private reasonOf(reply: ScreeningReply): string {
    if (reply.kind !== "failed") return "unexpected answer";
    const { cause, reason } = reply;
    if (cause === "time-limit")
      return `Given up: it takes more than ${this.limits.timeLimitSeconds} seconds.`;
    if (cause === "worker-died") return `Given up: ${reason}.`;
    return `Superion met a fault: ${reason}`;
  }
}
