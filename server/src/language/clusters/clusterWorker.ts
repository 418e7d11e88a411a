import { parentPort, workerData } from "node:worker_threads";
import { loadModel } from "../../screening/modelFiles";
import { Screener } from "../../screening/screener";
import { isScreeningWorkerSettings } from "../../screening/screeningTask";
import { spaceGroupNamer } from "../../screening/spaceGroupFile";
import { mapOf } from "./clusterMap";
import type { ClusterReply, ClusterTask } from "./clusterTask";
import { curveOf, treeOf, wardTreeOf } from "./clusterTree";
import { barrierOfBlock, describeBlock, introduce } from "./describeBlock";
import { postReply } from "../postReply";

/** A thread that describes compounds and clusters them. */
const settings: unknown = workerData;
if (!isScreeningWorkerSettings(settings))
  throw new TypeError("a thread of clusters was started without its settings");
const { modelFolder, model, parent } = settings;

let screener: Promise<Screener> | undefined;
/** Trees and maps need no model. */
function loadedScreener(): Promise<Screener> {
  screener ??= loadModel(modelFolder, { model, parent }).then(
    (loaded) => new Screener(loaded, spaceGroupNamer()),
  );
  return screener;
}

async function reply(task: ClusterTask): Promise<ClusterReply> {
  switch (task.kind) {
    case "introduce":
      return { kind: "introduced", compounds: introduce(task.block, task.pairs, await loadedScreener()) };
    case "describe":
      return { kind: "described", vectors: describeBlock(task.block, task.code, task.pairs) };
    case "tree":
      return treeOf(task.matrix, task.labels, task.barriers, new Float64Array(task.progress));
    case "curve":
      return { kind: "curve", curve: curveOf(wardTreeOf(task.tree), task.labels) };
    case "barrier":
      return { kind: "barrier", ...barrierOfBlock(task.block, task.code) };
    case "map":
      return mapOf(task.matrix, task.as);
  }
}

parentPort?.on("message", (task: ClusterTask) => {
  postReply(reply(task));
});
