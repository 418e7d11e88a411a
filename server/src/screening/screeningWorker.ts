import { parentPort, workerData } from "node:worker_threads";
import { firstAlike } from "./duplicates";
import { loadModel } from "./modelFiles";
import { Screener } from "./screener";
import { isScreeningWorkerSettings, type ScreeningReply, type ScreeningTask } from "./screeningTask";
import { spaceGroupNamer } from "./spaceGroupFile";
import { failure } from "./workerQueue";

/** A thread that screens one batch of data blocks after another. */
const settings: unknown = workerData;
if (!isScreeningWorkerSettings(settings))
  throw new TypeError("the worker thread was started without its settings");
const loadScreener = async () =>
  new Screener(await loadModel(settings.modelFolder, settings), spaceGroupNamer());
let screener: Promise<Screener> | undefined;

async function answer(task: ScreeningTask): Promise<ScreeningReply> {
  switch (task.kind) {
    case "screen":
      return { kind: "screened", rows: (await (screener ??= loadScreener())).screen(task.blocks) };
    case "group":
      return { kind: "grouped", firsts: firstAlike(task.crystals) };
    case "barrier": {
      // Most screenings want none: their threads start without it.
      const { blockBarrier } = await import("./blockBarrier");
      return { kind: "barrier", barrier: blockBarrier(task.block, task.part) };
    }
  }
}

parentPort?.on("message", (task: ScreeningTask) => {
  answer(task).then(
    (reply) => parentPort?.postMessage(reply),
    (error: unknown) => {
      const reason = error instanceof Error ? error.message : String(error);
      parentPort?.postMessage(failure("error", reason));
    },
  );
});
