import type { Connection, Disposable } from "vscode-languageserver/node";
import type { Settings } from "../protocol/settings";
import { simplifiedScheme } from "../protocol/simplification";
import type { Analyses } from "./analyses";
import type { ClientTraits } from "./client";
import type { OpenDocuments } from "./documents";
import type { KnownBarriers } from "./knownBarriers";
import type { UserDictionaries } from "./userDictionaries";
import type { Reply, Task } from "./task";
import type { ModelChoice } from "../screening/modelFiles";

/** Where the parts of the server lie. */
export interface ServerFiles {
  /** The script of the worker thread. */
  readonly worker: URL;
  /** The script of the thread that fits spectra. */
  readonly impedanceWorker: URL;
  /** The script of the thread that looks for paths. */
  readonly pathsWorker: URL;
  /** Folder of the shipped weights, a path. */
  readonly models: string;
  /** The script of the thread that holds screenings. */
  readonly screeningThread: URL;
  /** The script of the threads that screen. */
  readonly screeningWorker: URL;
  /** The script of the thread that holds clusterings. */
  readonly clustersThread: URL;
  /** The script of the threads that describe and cluster compounds. */
  readonly clusterWorker: URL;
  /** The page that explains diagnostics by code, a link. */
  readonly helpPage: string;
}

/** What every feature of the server works with. */
export interface Server {
  readonly connection: Connection;
  readonly files: ServerFiles;
  /** What ends with the server. */
  readonly owned: Disposable[];
  readonly documents: OpenDocuments;
  readonly analyses: Analyses;
  readonly barriers: KnownBarriers;
  /** In the worker thread. */
  readonly run: (task: Task, signal?: AbortSignal) => Promise<Reply>;
  readonly client: () => ClientTraits;
  readonly settings: () => Settings;
  readonly dictionaries: UserDictionaries;
}

/** Whether a document is a simplified view, which is made from another document and told about there. */
export function isSimplified(uri: string): boolean {
  return uri.startsWith(`${simplifiedScheme}:`);
}

/** The model that settings name. */
export function modelChoice({ model, parentModel }: Pick<Settings, "model" | "parentModel">): ModelChoice {
  return { model: model || undefined, parent: parentModel || undefined };
}
