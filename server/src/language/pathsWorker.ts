import { parentPort } from "node:worker_threads";
import { PathsDesk } from "./pathsDesk";
import { Control, type PathsReply, type PathsTask } from "./pathsTask";
import { postReply } from "./postReply";

/** The thread that looks for the paths of mobile ions, so that the server's own thread never waits. */
const desk = new PathsDesk();

function answer(task: PathsTask): PathsReply {
  switch (task.kind) {
    case "find":
      return { kind: "found", result: desk.find(task.crystal, new Control(task.control)) };
    case "surface":
      return { kind: "surface", result: desk.surface(task.crystal, task.energy) };
  }
}

parentPort?.on("message", (task: PathsTask) => {
  postReply(Promise.resolve().then(() => answer(task)));
});
