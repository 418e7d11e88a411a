import { isDeepStrictEqual } from "node:util";
import {
  CodeLensRefreshRequest,
  InlayHintRefreshRequest,
  TextDocumentSyncKind,
  type Connection,
  type Disposable,
  type InitializeResult,
} from "vscode-languageserver/node";
import { defaultSettings, type Settings } from "../protocol/settings";
import { WorkerQueue } from "../screening/workerQueue";
import { Analyses } from "./analyses";
import { bareClient, folderPath, readClientTraits } from "./client";
import { registerClusters } from "./clusters";
import { codeActionOptions, registerCodeActions } from "./codeActions";
import { registerCodeLens } from "./codeLens";
import { completionOptions, registerCompletion } from "./completion";
import { registerDefinition } from "./definition";
import { DiagnosticsPublisher } from "./diagnostics";
import { registerDocumentHighlights } from "./documentHighlights";
import { registerDocumentLinks } from "./documentLinks";
import { registerDocumentSymbols } from "./documentSymbols";
import { OpenDocuments } from "./documents";
import { registerFoldingRanges } from "./foldingRanges";
import { registerFormatting } from "./formatting";
import { registerHover } from "./hover";
import { registerImpedance } from "./impedance";
import { registerInlayHints } from "./inlayHints";
import { KnownBarriers } from "./knownBarriers";
import { registerLinkedEditing } from "./linkedEditing";
import { tellModelStatus } from "./modelStatus";
import { registerPaths } from "./paths";
import { registerReferences } from "./references";
import { registerRename, renameOptions } from "./rename";
import { registerScreening } from "./screening";
import { registerSelectionRanges } from "./selectionRanges";
import { registerSemanticTokens, semanticTokensOptions } from "./semanticTokens";
import type { Server, ServerFiles } from "./server";
import { oxidationStatesFor, SettingsStore } from "./settings";
import { registerSimplify } from "./simplify";
import { registerStructure } from "./structure";
import type { Reply, Task, WorkerSettings } from "./task";
import { UserDictionaries } from "./userDictionaries";
import { registerWorkspaceSymbols } from "./workspaceSymbols";

const capabilities: InitializeResult["capabilities"] = {
  textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
  codeActionProvider: codeActionOptions,
  completionProvider: completionOptions,
  codeLensProvider: { resolveProvider: false },
  definitionProvider: true,
  documentFormattingProvider: true,
  documentHighlightProvider: true,
  documentLinkProvider: {},
  documentRangeFormattingProvider: true,
  documentSymbolProvider: true,
  foldingRangeProvider: true,
  hoverProvider: true,
  inlayHintProvider: true,
  linkedEditingRangeProvider: true,
  referencesProvider: true,
  renameProvider: renameOptions,
  selectionRangeProvider: true,
  semanticTokensProvider: semanticTokensOptions,
  workspaceSymbolProvider: true,
};

const features = [
  registerCodeActions,
  registerCodeLens,
  registerCompletion,
  registerDefinition,
  registerDocumentHighlights,
  registerDocumentLinks,
  registerDocumentSymbols,
  registerFoldingRanges,
  registerFormatting,
  registerHover,
  registerInlayHints,
  registerLinkedEditing,
  registerReferences,
  registerRename,
  registerSelectionRanges,
  registerSemanticTokens,
  registerSimplify,
  registerStructure,
  registerPaths,
  registerWorkspaceSymbols,
  registerImpedance,
  registerScreening,
  registerClusters,
];

/** Wires the features to a connection. */
export class LanguageServer implements Server {
  readonly owned: Disposable[] = [];
  readonly documents = new OpenDocuments();
  readonly analyses: Analyses;
  readonly dictionaries: UserDictionaries;
  readonly barriers = new KnownBarriers(() => {
    this.refreshLenses();
  });
  private readonly store: SettingsStore;
  private readonly queue: WorkerQueue<WorkerSettings, Task, Reply>;
  private readonly diagnostics: DiagnosticsPublisher;
  private traits = bareClient;

  readonly client: Server["client"] = () => this.traits;
  readonly settings: Server["settings"] = () => this.store.current;
  readonly run: Server["run"] = (task, signal) => this.queue.run(task, signal);

  constructor(
    readonly connection: Connection,
    readonly files: ServerFiles,
  ) {
    this.store = new SettingsStore(connection, (now, before) => {
      this.applySettings(now, before);
    });
    this.queue = new WorkerQueue(files.worker, this.workerSettings(defaultSettings), (line) => {
      connection.console.info(line);
    });
    this.diagnostics = new DiagnosticsPublisher(this, files.helpPage);
    this.dictionaries = new UserDictionaries((read) => {
      this.diagnostics.ofDictionaries(read);
      this.analyseAll();
    });
    this.analyses = new Analyses(this, {
      begun: (uri) => {
        this.diagnostics.begun(uri);
      },
      finished: (uri) => {
        this.diagnostics.finished(uri);
        this.refreshLenses();
        this.refreshHints();
      },
    });
  }

  listen(): void {
    this.greet();
    this.followDocuments();
    for (const register of features) register(this);
    this.documents.sync.listen(this.connection);
    this.connection.listen();
  }

  private greet(): void {
    // While editor and server still exchange what they can do.
    const loading = this.run({ kind: "load" });
    let initializationOptions: unknown;
    this.connection.onInitialize((params) => {
      this.traits = readClientTraits(params);
      initializationOptions = params.initializationOptions;
      return { capabilities, serverInfo: { name: "superion" } };
    });
    this.connection.onInitialized(() => {
      void tellModelStatus(this.connection, loading);
      void this.store.start(this.traits, initializationOptions);
    });
    this.connection.onShutdown(() => {
      this.dictionaries.dispose();
      this.queue.dispose();
      for (const one of this.owned) one.dispose();
    });
  }

  private followDocuments(): void {
    const { analyses, diagnostics } = this;
    const { sync } = this.documents;
    sync.onDidOpen(({ document: { uri, version } }) => {
      analyses.begin(uri, version, false);
    });
    sync.onDidChangeContent(({ document: { uri, version } }) => {
      // Opening counts as a change too.
      if (analyses.get(uri)?.version !== version) analyses.begin(uri, version, true);
    });
    sync.onDidClose(({ document: { uri } }) => {
      analyses.end(uri);
      diagnostics.closed(uri);
      this.barriers.forget(uri);
    });
  }

  private applySettings(now: Settings, before: Settings): void {
    const { codeLens, inlayHints } = now;
    if (codeLens.enabled !== before.codeLens.enabled) this.refreshLenses();
    if (!isDeepStrictEqual(inlayHints, before.inlayHints)) this.refreshHints();
    const [folder] = this.traits.folders;
    this.dictionaries.use(now.cif.dictionaries, folder && folderPath(folder));
    const isOtherModel = now.model !== before.model || now.parentModel !== before.parentModel;
    if (isOtherModel) {
      this.queue.restart(this.workerSettings(now));
      void tellModelStatus(this.connection, this.run({ kind: "load" }));
    }
    const areOtherStates = (uri: string) => oxidationStatesFor(now, uri) !== oxidationStatesFor(before, uri);
    const isOtherWish = !isDeepStrictEqual(now.diagnostics, before.diagnostics);
    for (const { uri, version } of this.documents.sync.all())
      if (isOtherModel || isOtherWish || areOtherStates(uri)) this.analyses.begin(uri, version, false);
  }

  private analyseAll(): void {
    for (const { uri, version } of this.documents.sync.all()) this.analyses.begin(uri, version, false);
  }

  private workerSettings({ model, parentModel }: Settings): WorkerSettings {
    return { modelFolder: this.files.models, model, parentModel };
  }

  private refreshHints(): void {
    if (this.traits.inlayHintRefresh)
      void this.connection.sendRequest(InlayHintRefreshRequest.type).catch(ignore);
  }

  private refreshLenses(): void {
    if (this.traits.codeLensRefresh)
      void this.connection.sendRequest(CodeLensRefreshRequest.type).catch(ignore);
  }
}

/** An editor that takes no refresh asks again by itself. */
function ignore(): void {
  return;
}
