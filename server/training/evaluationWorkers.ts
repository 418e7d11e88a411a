import { parentPort, Worker } from "node:worker_threads";

interface Answer {
  readonly unit: number;
  readonly predictions: number[];
}

/** Threads that each take the next unit of work when they are done with one. */
export class UnitPool {
  constructor(
    private readonly size: number,
    private readonly program: URL,
    private readonly options: object,
  ) {}

  /** @throws the error of a thread, which ends all. */
  async run(
    units: readonly number[],
    onFinished: (unit: number, predictions: number[]) => void,
  ): Promise<void> {
    const queue = [...units];
    const threads = Math.min(this.size, units.length);
    const workers = Array.from(
      { length: threads },
      () => new Worker(this.program, { workerData: this.options }),
    );
    try {
      await Promise.all(workers.map((worker) => serve(worker, queue, onFinished)));
    } finally {
      await Promise.all(workers.map((worker) => worker.terminate()));
    }
  }
}

function serve(
  worker: Worker,
  queue: number[],
  onFinished: (unit: number, predictions: number[]) => void,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const next = () => {
      const unit = queue.shift();
      if (unit === undefined) resolve();
      else worker.postMessage(unit);
    };
    worker.on("error", reject);
    worker.on("message", ({ unit, predictions }: Answer) => {
      onFinished(unit, predictions);
      next();
    });
    next();
  });
}

/** In a thread: answers each unit that it is given. */
export function answerUnits(answer: (unit: number) => Promise<number[]>): void {
  parentPort?.on("message", (unit: number) => {
    answer(unit).then(
      (predictions) => parentPort?.postMessage({ unit, predictions } satisfies Answer),
      (error: unknown) => {
        // Outside of the promise, so that it ends the thread and reaches the pool.
        setImmediate(() => {
          throw error;
        });
      },
    );
  });
}
