import { parentPort } from "node:worker_threads";
import { failure } from "../screening/workerQueue";

/** In a thread of a worker queue: gives the reply to the queue; one that fails is logged and costs the answer to its task alone. */
export function postReply(reply: Promise<unknown>): void {
  reply.then(
    (value) => parentPort?.postMessage(value),
    (error: unknown) => {
      const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
      console.error(text);
      parentPort?.postMessage(failure("error", error instanceof Error ? error.message : text));
    },
  );
}
