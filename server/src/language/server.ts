import type { Connection } from "vscode-languageserver/node";
import type { Settings } from "../protocol/settings";
import type { Analyses } from "./analyses";
import type { ClientTraits } from "./client";
import type { OpenDocuments } from "./documents";
import type { Reply, Task } from "./task";

/** What every feature of the server works with. */
export interface Server {
  readonly connection: Connection;
  readonly documents: OpenDocuments;
  readonly analyses: Analyses;
  /** In the worker thread. */
  readonly run: (task: Task, signal?: AbortSignal) => Promise<Reply>;
  readonly client: () => ClientTraits;
  readonly settings: () => Settings;
}
