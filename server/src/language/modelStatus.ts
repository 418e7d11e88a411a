import type { Connection } from "vscode-languageserver/node";
import { modelStatusMethod, type ModelStatus } from "../protocol/modelStatus";
import type { Reply } from "./task";

/** Tells the editor that the model loads, and then how that went. */
export async function tellModelStatus(connection: Connection, loading: Promise<Reply>): Promise<void> {
  const tell = (status: ModelStatus): void => {
    void connection.sendNotification(modelStatusMethod, status);
  };
  tell({ state: "loading" });
  const reply = await loading;
  if (reply.kind === "model") {
    tell(reply.status);
    if (reply.status.state === "failed")
      connection.console.error(`The model was not loaded: ${reply.status.reason}`);
  } else if (reply.kind === "failed" && reply.cause !== "cancelled")
    tell({ state: "failed", reason: reply.reason });
}
