import { parentPort, workerData } from "node:worker_threads";
import { atomSetsScore, type AtomSetsData } from "../learning/search/atomSetsObjective";
import type { Job } from "../learning/search/hyperparameterSearch";

/** A thread that trains and judges one configuration after another. */
const data = workerData as AtomSetsData;

parentPort?.on("message", ({ configuration, budget }: Job) => {
  parentPort?.postMessage(atomSetsScore(data, configuration, budget));
});
