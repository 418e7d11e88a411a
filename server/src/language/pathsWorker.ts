import { parentPort } from "node:worker_threads";
import { readNebFiles } from "./nebFiles";
import { PathsDesk } from "./pathsDesk";
import { Control, type PathsReply, type PathsTask } from "./pathsTask";
import { postReply } from "./postReply";

/** The thread that looks for the paths of mobile ions, so that the server's own thread never waits. */
const desk = new PathsDesk();

async function answer(task: PathsTask): Promise<PathsReply> {
  switch (task.kind) {
    case "find":
      return { kind: "found", result: desk.find(task.crystal, new Control(task.control)) };
    case "neb":
      return { kind: "neb", result: await readNebFiles(task.params) };
    case "surface":
      return { kind: "surface", result: desk.surface(task.crystal, task.energy) };
  }
}

parentPort?.on("message", (task: PathsTask) => {
  postReply(answer(task));
});
