import { parentPort, workerData } from "node:worker_threads";
import { receivedStructure } from "../crystal/postedStructure";
import {
  configured,
  describeCrystal,
  received,
  type DescribeReply,
  type DescribeTask,
  type SortableCrystals,
} from "./describeTask";
import { failure } from "../screening/workerQueue";
import { sortBy } from "./sortedRepresentation";

/** A thread that describes crystals, or sorts those that it was started with by one representation after the other. */
const crystals = (workerData as SortableCrystals).map((crystal) => ({
  ...crystal,
  structure: receivedStructure(crystal.structure),
}));

async function reply(task: DescribeTask): Promise<DescribeReply> {
  if (task.kind === "sort") {
    const { signal } = new AbortController();
    const sorted = await sortBy(configured(task.representation), crystals, () => undefined, signal);
    return sorted ? { kind: "sorted", sorted } : failure("cancelled", "no longer needed");
  }
  const representations = task.representations.map(configured);
  return {
    kind: "described",
    crystals: task.crystals.map((crystal) => describeCrystal(received(crystal), representations)),
  };
}

parentPort?.on("message", (task: DescribeTask) => {
  void reply(task).then((answer) => {
    parentPort?.postMessage(answer);
  });
});
