import { availableParallelism } from "node:os";
import type { ModelChoice } from "../../screening/modelFiles";
import { startAllowance, usualLimits } from "../../screening/screeningPool";
import type { ScreeningWorkerSettings } from "../../screening/screeningTask";
import { WorkerPool } from "../../screening/workerPool";
import { WorkerQueue, type WorkerLimits } from "../../screening/workerQueue";
import type { ClusterReply, ClusterTask } from "./clusterTask";
import type { ScreeningThreadSettings } from "../screeningMessages";

type ClusterQueue = WorkerQueue<ScreeningWorkerSettings, ClusterTask, ClusterReply>;
export type ClusterPool = WorkerPool<ScreeningWorkerSettings, ClusterTask, ClusterReply>;

/** A structure that takes longer or more is given up, as in screenings. */
const perStructure: WorkerLimits = {
  perTask: 1000 * usualLimits.timeLimitSeconds + startAllowance,
  grace: 0,
  memory: usualLimits.memoryLimitMegabytes,
};
/** Trees and maps take as long as they take; timers count no further. */
const unlimited: WorkerLimits = { perTask: 2 ** 31 - 1, grace: 0, memory: 4096 };

/** The threads that describe and cluster the compounds of a panel. */
export class ClusterThreads {
  private readonly queues = new Map<"trees" | "maps", ClusterQueue>();

  constructor(
    private readonly settings: ScreeningThreadSettings,
    private readonly choice: ModelChoice,
    private readonly jobs = availableParallelism(),
  ) {}

  /** Threads for tasks of a structure each, that end with what they were started for. */
  async many<Result>(use: (pool: ClusterPool) => Promise<Result>): Promise<Result> {
    const { script, own } = this.start();
    const pool: ClusterPool = new WorkerPool(script, own, this.jobs, console.error, perStructure);
    try {
      return await use(pool);
    } finally {
      pool.dispose();
    }
  }

  /** Does long tasks, one after another, in a thread that is kept; maps in one of their own, so that trees need not wait. */
  one(task: ClusterTask, signal: AbortSignal): Promise<ClusterReply> {
    const name = task.kind === "map" ? "maps" : "trees";
    const queue = this.queues.get(name) ?? this.newQueue();
    this.queues.set(name, queue);
    return queue.run(task, signal);
  }

  dispose(): void {
    for (const queue of this.queues.values()) queue.dispose();
  }

  private newQueue(): ClusterQueue {
    const { script, own } = this.start();
    return new WorkerQueue(script, own, console.error, unlimited);
  }

  private start(): { readonly script: URL; readonly own: ScreeningWorkerSettings } {
    const { modelFolder, worker } = this.settings;
    const { model, parent } = this.choice;
    return { script: new URL(worker), own: { modelFolder, model, parent } };
  }
}
