import { spawn, type ChildProcessWithoutNullStreams } from "node:child_process";
import {
  CancellationToken,
  CodeActionRequest,
  CompletionRequest,
  CompletionResolveRequest,
  CodeLensRefreshRequest,
  CodeLensRequest,
  ConfigurationRequest,
  createProtocolConnection,
  DidChangeConfigurationNotification,
  DidChangeTextDocumentNotification,
  DidCloseTextDocumentNotification,
  DidOpenTextDocumentNotification,
  DocumentSymbolRequest,
  ExitNotification,
  FoldingRangeRequest,
  HoverRequest,
  InlayHintRefreshRequest,
  InlayHintRequest,
  InitializedNotification,
  InitializeRequest,
  LogMessageNotification,
  PublishDiagnosticsNotification,
  RegistrationRequest,
  SemanticTokensRequest,
  ShutdownRequest,
  StreamMessageReader,
  StreamMessageWriter,
  type ClientCapabilities,
  type CodeAction,
  type CodeLens,
  type CompletionItem,
  type CompletionList,
  type Diagnostic,
  type DocumentSymbol,
  type FoldingRange,
  type Hover,
  type InlayHint,
  type InitializeResult,
  type Position,
  type ProtocolConnection,
  type PublishDiagnosticsParams,
  type SymbolInformation,
  type TextDocumentContentChangeEvent,
  type WorkspaceFolder,
} from "vscode-languageserver/node";
import { barriersFoundMethod, type BarriersNotification } from "../../../server/src/protocol/clusterBarriers";
import {
  clusteringProgressMethod,
  rankedMethod,
  rankingProgressMethod,
  type ClusteringProgress,
  type RankedNotification,
  type RankingProgress,
} from "../../../server/src/protocol/clusters";
import {
  impedanceProgressMethod,
  type ImpedanceProgress,
} from "../../../server/src/protocol/impedanceSeries";
import { modelStatusMethod, type ModelStatus } from "../../../server/src/protocol/modelStatus";
import type { ServerRequests } from "../../../server/src/protocol/requests";
import { screeningProgressMethod, type ScreeningProgress } from "../../../server/src/protocol/screening";
import {
  simplifyMethod,
  type SimplifyParams,
  type SimplifyResult,
} from "../../../server/src/protocol/simplification";
import type { ParamsOf, RequestName, ResultOf } from "../../../server/src/protocol/webview";
import { serverFile } from "./builtServer";

/** The protocol still demands the deprecated root. */
export const noRoot = { rootUri: null };

/** An editor that can all that the server makes use of. */
export const capableEditor: ClientCapabilities = {
  workspace: {
    configuration: true,
    codeLens: { refreshSupport: true },
    inlayHint: { refreshSupport: true },
    didChangeConfiguration: { dynamicRegistration: true },
  },
  textDocument: {
    completion: { completionItem: { snippetSupport: true } },
    hover: { contentFormat: ["markdown", "plaintext"] },
    documentSymbol: { hierarchicalDocumentSymbolSupport: true },
    publishDiagnostics: { codeDescriptionSupport: true, versionSupport: true },
  },
};

/** An editor for tests: speaks LSP over standard streams with the built server. */
export class LanguageClient {
  readonly published = new Map<string, PublishDiagnosticsParams>();
  /** All that was published, in order. */
  readonly publications: PublishDiagnosticsParams[] = [];
  readonly statuses: ModelStatus[] = [];
  readonly screeningProgress: ScreeningProgress[] = [];
  readonly impedanceProgress: ImpedanceProgress[] = [];
  readonly clusteringProgress: ClusteringProgress[] = [];
  readonly ranked: RankedNotification[] = [];
  readonly barriers: BarriersNotification[] = [];
  readonly rankingProgress: RankingProgress[] = [];
  readonly log: string[] = [];
  lensRefreshes = 0;
  hintRefreshes = 0;
  initializeResult: InitializeResult = { capabilities: {} };
  private readonly versions = new Map<string, number>();
  private wake = (): void => undefined;
  private opened = 0;

  private constructor(
    readonly process: ChildProcessWithoutNullStreams,
    readonly connection: ProtocolConnection,
    public settings: unknown,
  ) {}

  static async start(
    capabilities: ClientCapabilities = capableEditor,
    settings: unknown = null,
    workspaceFolders: WorkspaceFolder[] | null = null,
  ): Promise<LanguageClient> {
    const child = spawn(process.execPath, [serverFile, "--stdio"]);
    const connection = createProtocolConnection(
      new StreamMessageReader(child.stdout),
      new StreamMessageWriter(child.stdin),
    );
    const client = new LanguageClient(child, connection, settings);
    client.listen();
    client.initializeResult = await connection.sendRequest(InitializeRequest.type, {
      processId: process.pid,
      workspaceFolders,
      ...noRoot,
      capabilities,
    });
    await connection.sendNotification(InitializedNotification.type, {});
    return client;
  }

  /** Opens a new document and answers its URI. */
  async open(text: string, uri = `file:///crystals/document${++this.opened}.cif`): Promise<string> {
    this.versions.set(uri, 1);
    await this.connection.sendNotification(DidOpenTextDocumentNotification.type, {
      textDocument: { uri, languageId: "cif", version: 1, text },
    });
    return uri;
  }

  /** Replaces the whole text, or what the changes say. Answers the new version. */
  async change(uri: string, changes: string | TextDocumentContentChangeEvent[]): Promise<number> {
    const version = (this.versions.get(uri) ?? 0) + 1;
    this.versions.set(uri, version);
    await this.connection.sendNotification(DidChangeTextDocumentNotification.type, {
      textDocument: { uri, version },
      contentChanges: typeof changes === "string" ? [{ text: changes }] : changes,
    });
    return version;
  }

  async closeDocument(uri: string): Promise<void> {
    await this.connection.sendNotification(DidCloseTextDocumentNotification.type, { textDocument: { uri } });
  }

  async configure(settings: unknown): Promise<void> {
    this.settings = settings;
    await this.connection.sendNotification(DidChangeConfigurationNotification.type, {
      settings: { superion: settings },
    });
  }

  /** The diagnostics of a document, once they are published for this version and fulfil the condition. */
  async diagnostics(
    uri: string,
    condition: (diagnostics: Diagnostic[]) => boolean = () => true,
    version = this.versions.get(uri),
  ): Promise<Diagnostic[]> {
    return this.until(
      () => {
        const known = this.published.get(uri);
        return known && known.version === version && condition(known.diagnostics)
          ? known.diagnostics
          : undefined;
      },
      () => `diagnostics of ${uri}, last ${JSON.stringify(this.published.get(uri))}`,
    );
  }

  codes(uri: string): (string | number | undefined)[] {
    return this.published.get(uri)?.diagnostics.map(({ code }) => code) ?? [];
  }

  /** What the server answers now. */
  async lenses(uri: string): Promise<CodeLens[]> {
    return (await this.connection.sendRequest(CodeLensRequest.type, { textDocument: { uri } })) ?? [];
  }

  /** The texts of the lenses, once there are some: asks again after each refresh, as an editor does. */
  async lensTexts(uri: string): Promise<string[]> {
    for (;;) {
      const seen = this.lensRefreshes;
      const lenses = await this.lenses(uri);
      if (lenses.length > 0) return lenses.map(({ command }) => command?.title ?? "");
      await this.until(
        () => this.lensRefreshes > seen || undefined,
        () => `a lens of ${uri}`,
      );
    }
  }

  /** What the server answers now for these lines. */
  async hints(uri: string, first = 0, last = 10_000): Promise<InlayHint[]> {
    const range = { start: { line: first, character: 0 }, end: { line: last, character: 0 } };
    return (await this.connection.sendRequest(InlayHintRequest.type, { textDocument: { uri }, range })) ?? [];
  }

  /** Does something, and waits until the server asks to be asked for hints again, as it does after each analysis. */
  async untilHintsChange(act: () => Promise<unknown>): Promise<void> {
    const seen = this.hintRefreshes;
    await act();
    await this.until(
      () => this.hintRefreshes > seen || undefined,
      () => "a refresh of hints",
    );
  }

  async hover(uri: string, position: Position): Promise<Hover | undefined> {
    return (
      (await this.connection.sendRequest(HoverRequest.type, { textDocument: { uri }, position })) ?? undefined
    );
  }

  /** The markdown of a hover, once the document is analysed: its lenses are there. */
  async hoverText(uri: string, position: Position): Promise<string> {
    await this.lensTexts(uri);
    const hover = await this.hover(uri, position);
    return hover && typeof hover.contents === "object" && "value" in hover.contents
      ? hover.contents.value
      : "";
  }

  async completions(uri: string, position: Position): Promise<CompletionList | undefined> {
    const params = { textDocument: { uri }, position };
    const answer = await this.connection.sendRequest(CompletionRequest.type, params);
    return answer && !Array.isArray(answer) ? answer : undefined;
  }

  resolveCompletion(item: CompletionItem): Promise<CompletionItem> {
    return this.connection.sendRequest(CompletionResolveRequest.type, item);
  }

  /** The code actions for a diagnostic. */
  async actions(uri: string, diagnostic: Diagnostic, only?: string[]): Promise<CodeAction[]> {
    const params = {
      textDocument: { uri },
      range: diagnostic.range,
      context: { diagnostics: [diagnostic], ...(only ? { only } : {}) },
    };
    const answers = (await this.connection.sendRequest(CodeActionRequest.type, params)) ?? [];
    return answers.filter((answer): answer is CodeAction => "edit" in answer);
  }

  async symbols(uri: string): Promise<(DocumentSymbol | SymbolInformation)[]> {
    return (await this.connection.sendRequest(DocumentSymbolRequest.type, { textDocument: { uri } })) ?? [];
  }

  async folds(uri: string): Promise<FoldingRange[]> {
    return (await this.connection.sendRequest(FoldingRangeRequest.type, { textDocument: { uri } })) ?? [];
  }

  async tokens(uri: string): Promise<number[]> {
    const tokens = await this.connection.sendRequest(SemanticTokensRequest.type, { textDocument: { uri } });
    return tokens?.data ?? [];
  }

  simplify(params: SimplifyParams): Promise<SimplifyResult> {
    return this.request(simplifyMethod, params);
  }

  /** Asks for something of Superion's own. */
  request<Method extends RequestName<ServerRequests>>(
    method: Method,
    params: ParamsOf<ServerRequests, Method>,
    token: CancellationToken = CancellationToken.None,
  ): Promise<ResultOf<ServerRequests, Method>> {
    return this.connection.sendRequest<ResultOf<ServerRequests, Method>>(method, params, token);
  }

  modelStatus(): Promise<ModelStatus> {
    return this.until(
      () => this.statuses.find(({ state }) => state !== "loading"),
      () => `the model, last ${JSON.stringify(this.statuses)}`,
    );
  }

  /** Ends the server as the protocol asks; answers its exit code. */
  async stop(): Promise<number | null> {
    const ended = new Promise<number | null>((resolve) => this.process.once("exit", resolve));
    await this.connection.sendRequest(ShutdownRequest.type);
    await this.connection.sendNotification(ExitNotification.type);
    const code = await ended;
    this.connection.dispose();
    return code;
  }

  /** Waits for a value to appear; fails with a description of it after 20 seconds. */
  async until<T>(look: () => T | undefined, description: () => string): Promise<T> {
    const end = Date.now() + 20_000;
    for (;;) {
      const found = look();
      if (found !== undefined) return found;
      if (Date.now() > end) throw new Error(`waited in vain for ${description().slice(0, 500)}`);
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, 1000);
        const before = this.wake;
        this.wake = () => {
          clearTimeout(timer);
          before();
          resolve();
        };
      });
    }
  }

  private listen(): void {
    const { connection } = this;
    const heard = (): void => {
      const { wake } = this;
      this.wake = () => undefined;
      wake();
    };
    connection.onNotification(PublishDiagnosticsNotification.type, (params) => {
      this.published.set(params.uri, params);
      this.publications.push(params);
      heard();
    });
    connection.onNotification(LogMessageNotification.type, ({ message }) => {
      this.log.push(message);
    });
    connection.onNotification(modelStatusMethod, (status: ModelStatus) => {
      this.statuses.push(status);
      heard();
    });
    connection.onNotification(impedanceProgressMethod, (progress: ImpedanceProgress) => {
      this.impedanceProgress.push(progress);
      heard();
    });
    connection.onNotification(clusteringProgressMethod, (progress: ClusteringProgress) => {
      this.clusteringProgress.push(progress);
      heard();
    });
    connection.onNotification(barriersFoundMethod, (news: BarriersNotification) => {
      this.barriers.push(news);
      heard();
    });
    connection.onNotification(rankingProgressMethod, (progress: RankingProgress) => {
      this.rankingProgress.push(progress);
      heard();
    });
    connection.onNotification(rankedMethod, (ranked: RankedNotification) => {
      this.ranked.push(ranked);
      heard();
    });
    connection.onNotification(screeningProgressMethod, (progress: ScreeningProgress) => {
      this.screeningProgress.push(progress);
      heard();
    });
    connection.onRequest(CodeLensRefreshRequest.type, () => {
      this.lensRefreshes++;
      heard();
    });
    connection.onRequest(InlayHintRefreshRequest.type, () => {
      this.hintRefreshes++;
      heard();
    });
    connection.onRequest(ConfigurationRequest.type, ({ items }) => items.map(() => this.settings));
    connection.onRequest(RegistrationRequest.type, () => undefined);
    this.process.stderr.on("data", (chunk: Buffer) => {
      this.log.push(chunk.toString());
    });
    connection.listen();
  }
}
