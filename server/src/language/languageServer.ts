import {
  CodeLensRefreshRequest,
  TextDocumentSyncKind,
  type Connection,
  type InitializeResult,
} from "vscode-languageserver/node";
import type { Settings } from "../protocol/settings";
import { Analyses } from "./analyses";
import { bareClient, readClientTraits } from "./client";
import { registerCodeLens } from "./codeLens";
import { DiagnosticsPublisher } from "./diagnostics";
import { registerDocumentSymbols } from "./documentSymbols";
import { OpenDocuments } from "./documents";
import { registerFoldingRanges } from "./foldingRanges";
import { registerHover } from "./hover";
import { tellModelStatus } from "./modelStatus";
import { registerSemanticTokens, semanticTokensLegend } from "./semanticTokens";
import type { Server } from "./server";
import { SettingsStore } from "./settings";
import { registerSimplify } from "./simplify";
import { WorkerQueue } from "./workerQueue";

/** Where the parts of the server lie. */
export interface ServerFiles {
  /** The script of the worker thread. */
  readonly worker: URL;
  /** Folder of the shipped weights, a path. */
  readonly models: string;
  /** The page that explains diagnostics by code, a link. */
  readonly helpPage: string;
}

const capabilities: InitializeResult["capabilities"] = {
  textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
  codeLensProvider: { resolveProvider: false },
  hoverProvider: true,
  documentSymbolProvider: true,
  foldingRangeProvider: true,
  semanticTokensProvider: { legend: semanticTokensLegend, full: true },
};

/** Wires the features to a connection and listens. */
export function startLanguageServer(connection: Connection, { worker, models, helpPage }: ServerFiles): void {
  let client = bareClient;
  let initializationOptions: unknown;
  const documents = new OpenDocuments();
  const queue = new WorkerQueue(worker, { modelFolder: models, parentModel: "" }, (line) => {
    connection.console.info(line);
  });
  const run: Server["run"] = (task, signal) => queue.run(task, signal);
  // While editor and server still greet each other.
  const loading = run({ kind: "load" });
  const diagnostics = new DiagnosticsPublisher(() => server, helpPage);
  const refreshLenses = (): void => {
    if (client.codeLensRefresh) void connection.sendRequest(CodeLensRefreshRequest.type).catch(ignore);
  };
  const analyses = new Analyses(
    (uri) => documents.get(uri),
    run,
    (uri) => {
      diagnostics.begun(uri);
    },
    (uri) => {
      diagnostics.finished(uri);
      refreshLenses();
    },
  );
  const settings = new SettingsStore(connection, applySettings);
  const server: Server = {
    connection,
    documents,
    analyses,
    run,
    client: () => client,
    settings: () => settings.current,
  };

  function applySettings(now: Settings, before: Settings): void {
    if (now.codeLens.enabled !== before.codeLens.enabled) refreshLenses();
    if (now.parentModel === before.parentModel) return;
    queue.restart({ modelFolder: models, parentModel: now.parentModel });
    void tellModelStatus(connection, run({ kind: "load" }));
    for (const { uri, version } of documents.sync.all()) analyses.begin(uri, version, false);
  }

  connection.onInitialize((params) => {
    client = readClientTraits(params);
    initializationOptions = params.initializationOptions;
    return { capabilities, serverInfo: { name: "superion" } };
  });
  connection.onInitialized(() => {
    void tellModelStatus(connection, loading);
    void settings.start(client, initializationOptions);
  });
  connection.onShutdown(() => {
    queue.dispose();
  });
  documents.sync.onDidOpen(({ document: { uri, version } }) => {
    analyses.begin(uri, version, false);
  });
  documents.sync.onDidChangeContent(({ document: { uri, version } }) => {
    // Opening counts as a change too.
    if (analyses.get(uri)?.version !== version) analyses.begin(uri, version, true);
  });
  documents.sync.onDidClose(({ document: { uri } }) => {
    analyses.end(uri);
    diagnostics.closed(uri);
  });

  for (const register of [
    registerCodeLens,
    registerHover,
    registerDocumentSymbols,
    registerFoldingRanges,
    registerSemanticTokens,
    registerSimplify,
  ])
    register(server);
  documents.sync.listen(connection);
  connection.listen();
}

/** An editor that takes no refresh asks again by itself. */
function ignore(): void {
  return;
}
