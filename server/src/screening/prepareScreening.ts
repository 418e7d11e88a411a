import type { ScreeningHeader } from "../protocol/screening";
import { loadModel, modelDigest, type ModelChoice } from "./modelFiles";
import { units } from "./resultFiles/flatColumns";
import { Screening, type ScreeningPlan } from "./screening";
import { ScreeningPool } from "./screeningPool";
import type { ProgressReport } from "./screeningProgress";

/** What of the machine and of Superion a screening runs with. */
export interface ScreeningMeans {
  /** Version of Superion. */
  readonly version: string;
  /** The script of the worker threads. */
  readonly worker: URL;
  /** Folder of the shipped weights. */
  readonly modelFolder: string;
  readonly choice: ModelChoice;
  /** Threads. */
  readonly jobs: number;
  readonly log: (line: string) => void;
}

export interface PreparedScreening {
  readonly screening: Screening;
  readonly header: ScreeningHeader;
  /** To be disposed of when the screening has ended. */
  readonly pool: ScreeningPool;
}

/**
 * A screening that is ready to run.
 *
 * @throws Error with a reason for the user where the model cannot be loaded.
 */
export async function prepareScreening(
  plan: Omit<ScreeningPlan, "header">,
  { version, worker, modelFolder, choice, jobs, log }: ScreeningMeans,
  tell: (progress: ProgressReport) => void,
): Promise<PreparedScreening> {
  const { classifier, megnet } = await loadModel(modelFolder, choice);
  const { shard, limits, table } = plan;
  const header: ScreeningHeader = {
    version,
    model: {
      name: classifier.name,
      parent: megnet.parent.name,
      digest: await modelDigest(modelFolder, choice),
    },
    settings: { ...limits, table: table?.digest ?? null },
    shard: shard ? `${shard.index}/${shard.count}` : null,
    units,
  };
  const pool = new ScreeningPool(
    worker,
    { modelFolder, model: choice.model, parent: choice.parent },
    jobs,
    limits,
    { model: classifier.name, simplification: classifier.representation },
    log,
  );
  return { screening: new Screening({ ...plan, header }, pool, tell), header, pool };
}
