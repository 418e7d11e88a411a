import { isMainThread, parentPort, Worker } from "node:worker_threads";
import type { AtomSets } from "../../src/learning/atomSets/atomSets";
import type { LabelledSet } from "../../src/learning/atomSets/training/atomSetsGradients";
import type { Hyperparameters } from "../../src/learning/atomSets/training/hyperparameters";
import { trainAtomSets, type TrainingOptions } from "../../src/learning/atomSets/training/trainAtomSets";

/** One classifier to train. */
export interface TrainingJob {
  readonly samples: readonly LabelledSet[];
  readonly hyperparameters: Hyperparameters;
  readonly options: TrainingOptions;
}

/**
 * Trains classifiers in worker threads that run the same program, which must call {@link serveTraining} first. The results
 * come in the order of the jobs and do not depend on the number of workers.
 */
export async function trainAll(
  jobs: readonly TrainingJob[],
  workers: number,
  onDone: (done: number) => void,
): Promise<AtomSets[]> {
  const results = new Map<number, AtomSets>();
  const queue = jobs.entries();
  await Promise.all(
    Array.from({ length: Math.min(workers, jobs.length) }, async () => {
      const worker = new Worker(new URL(import.meta.url));
      for (const [i, job] of queue) {
        results.set(i, await ask(worker, job));
        onDone(results.size);
      }
      await worker.terminate();
    }),
  );
  return jobs.flatMap((_, i) => results.get(i) ?? []);
}

function ask(worker: Worker, job: TrainingJob): Promise<AtomSets> {
  return new Promise((resolve, reject) => {
    worker.once("error", reject);
    worker.once("message", (model: AtomSets) => {
      worker.off("error", reject);
      resolve(model);
    });
    worker.postMessage(job);
  });
}

/** In a worker: trains whatever it is sent, and gives true. In the main thread it gives false. */
export function serveTraining(): boolean {
  if (isMainThread || !parentPort) return false;
  const port = parentPort;
  port.on("message", (job: TrainingJob) => {
    void trainAtomSets(job.samples, job.hyperparameters, job.options).then((model) => {
      port.postMessage(model);
    });
  });
  return true;
}
