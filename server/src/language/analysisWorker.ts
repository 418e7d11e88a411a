import { parentPort, workerData } from "node:worker_threads";
import { formatCif } from "../cif/format";
import { parseCif } from "../cif/parser";
import { Analyst } from "./analyst";
import { postReply } from "./postReply";
import { isWorkerSettings, type Reply, type Task } from "./task";

/** The thread that computes structures and predictions, so that the server's own thread never waits. */
const settings: unknown = workerData;
if (!isWorkerSettings(settings)) throw new TypeError("the worker thread was started without its settings");
const analyst = new Analyst(settings);

async function answer(task: Task): Promise<Reply> {
  switch (task.kind) {
    case "load":
      return { kind: "model", status: await analyst.load() };
    case "analyse":
      return { kind: "analysis", analysis: await analyst.analyse(task) };
    case "format":
      return { kind: "changes", changes: formatCif(parseCif(task.text), task.within) };
    case "simplify":
      return {
        kind: "simplified",
        result: analyst.simplify(task.text, task.oxidationStates, task.block, task.as),
      };
    case "picture":
      return {
        kind: "pictured",
        result: analyst.picture(task.text, task.oxidationStates, task.block, task.as),
      };
  }
}

parentPort?.on("message", (task: Task) => {
  postReply(answer(task));
});
