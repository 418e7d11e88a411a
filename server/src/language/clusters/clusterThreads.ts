import { availableParallelism } from "node:os";
import type { ModelChoice } from "../../screening/modelFiles";
import { startAllowance, usualLimits } from "../../screening/screeningPool";
import type { ScreeningWorkerSettings } from "../../screening/screeningTask";
import { WorkerPool } from "../../screening/workerPool";
import { WorkerQueue, type WorkerLimits } from "../../screening/workerQueue";
import type { ClusterReply, ClusterTask } from "./clusterTask";
import type { ScreeningThreadSettings } from "../screeningMessages";

export type ClusterPool = WorkerPool<ScreeningWorkerSettings, ClusterTask, ClusterReply>;

/** A structure that takes longer or more is given up, as in screenings. */
const perStructure: WorkerLimits = {
  perTask: 1000 * usualLimits.timeLimitSeconds + startAllowance,
  grace: 0,
  memory: usualLimits.memoryLimitMegabytes,
};
/** Trees and maps take as long as they take; timers count no further. */
const unlimited: WorkerLimits = { perTask: 2 ** 31 - 1, grace: 0, memory: 4096 };

/** The threads that describe and cluster; they end with what they were started for. */
export class ClusterThreads {
  constructor(
    private readonly settings: ScreeningThreadSettings,
    private readonly choice: ModelChoice,
    private readonly jobs = availableParallelism(),
  ) {}

  /** Threads for tasks of a structure each. */
  async many<Result>(use: (pool: ClusterPool) => Promise<Result>): Promise<Result> {
    const { script, own } = this.start();
    const pool: ClusterPool = new WorkerPool(script, own, this.jobs, console.error, perStructure);
    try {
      return await use(pool);
    } finally {
      pool.dispose();
    }
  }

  /** A thread for one long task. */
  async one(task: ClusterTask, signal: AbortSignal): Promise<ClusterReply> {
    const { script, own } = this.start();
    const queue = new WorkerQueue<ScreeningWorkerSettings, ClusterTask, ClusterReply>(
      script,
      own,
      console.error,
      unlimited,
    );
    try {
      return await queue.run(task, signal);
    } finally {
      queue.dispose();
    }
  }

  private start(): { readonly script: URL; readonly own: ScreeningWorkerSettings } {
    const { modelFolder, worker } = this.settings;
    const { model, parent } = this.choice;
    return { script: new URL(worker), own: { modelFolder, model, parent } };
  }
}
