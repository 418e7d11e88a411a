import type { Connection } from "vscode-languageserver/node";
import { modelStatusMethod, type ModelStatus } from "../protocol/modelStatus";
import type { Reply, Task } from "./task";

/** Loads the model in the worker thread and tells the editor how that goes; resolves when it is over. */
export async function loadModelAndTell(
  connection: Connection,
  run: (task: Task) => Promise<Reply>,
): Promise<void> {
  const tell = (status: ModelStatus): void => {
    void connection.sendNotification(modelStatusMethod, status);
  };
  tell({ state: "loading" });
  const reply = await run({ kind: "load" });
  if (reply.kind === "model") {
    tell(reply.status);
    if (reply.status.state === "failed")
      connection.console.error(`The model was not loaded: ${reply.status.reason}`);
  } else if (reply.kind === "failed" && reply.cause !== "cancelled")
    tell({ state: "failed", reason: reply.reason });
}
