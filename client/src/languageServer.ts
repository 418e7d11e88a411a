import { setImmediate } from "node:timers/promises";
import { EventEmitter, type CancellationToken, type LogOutputChannel } from "vscode";
import type { LanguageClient } from "vscode-languageclient/node";
import { barriersFoundMethod, type BarriersNotification } from "../../server/src/protocol/clusterBarriers";
import {
  clusteringProgressMethod,
  rankedMethod,
  rankingProgressMethod,
  type ClusteringProgress,
  type RankedNotification,
  type RankingProgress,
} from "../../server/src/protocol/clusters";
import { impedanceProgressMethod, type ImpedanceProgress } from "../../server/src/protocol/impedanceSeries";
import { pathsProgressMethod, type PathsProgress } from "../../server/src/protocol/migration";
import { modelStatusMethod, type ModelStatus } from "../../server/src/protocol/modelStatus";
import type { ServerNotifications, ServerRequests } from "../../server/src/protocol/requests";
import { screeningProgressMethod, type ScreeningProgress } from "../../server/src/protocol/screening";
import { simplifiedScheme } from "../../server/src/protocol/simplification";
import type { ParamsOf, RequestName, ResultOf } from "../../server/src/protocol/webview";

/**
 * The language server in its own process, over Node IPC. Nothing waits for its start but the requests themselves;
 * after a crash the client library starts it again, five times in three minutes at most.
 */
export class LanguageServer {
  readonly #statusChanged = new EventEmitter<ModelStatus>();
  readonly #screeningProgressed = new EventEmitter<ScreeningProgress>();
  readonly #impedanceProgressed = new EventEmitter<ImpedanceProgress>();
  readonly #pathsProgressed = new EventEmitter<PathsProgress>();
  readonly #rankingProgressed = new EventEmitter<RankingProgress>();
  readonly #barriersFound = new EventEmitter<BarriersNotification>();
  readonly #clusteringProgressed = new EventEmitter<ClusteringProgress>();
  readonly #representationRanked = new EventEmitter<RankedNotification>();
  #client: Promise<LanguageClient> | undefined;

  readonly onDidChangeModelStatus = this.#statusChanged.event;
  readonly onDidProgressScreening = this.#screeningProgressed.event;
  readonly onDidProgressImpedance = this.#impedanceProgressed.event;
  readonly onDidProgressPaths = this.#pathsProgressed.event;
  readonly onDidProgressRanking = this.#rankingProgressed.event;
  readonly onDidFindBarriers = this.#barriersFound.event;
  readonly onDidProgressClustering = this.#clusteringProgressed.event;
  readonly onDidRankRepresentation = this.#representationRanked.event;

  /** `module` is the path of the server's bundle. */
  constructor(
    private readonly module: string,
    private readonly log: LogOutputChannel,
  ) {}

  /** Starts the server without waiting; a failure goes to the log and into the model status. */
  start(): void {
    this.#client ??= this.#launch();
    this.#client.catch((error: unknown) => {
      this.log.error("The language server did not start.", error);
      this.#statusChanged.fire({
        state: "failed",
        reason: `The language server did not start: ${String(error)}`,
      });
    });
  }

  async stop(): Promise<void> {
    const client = await this.#client?.catch(() => undefined);
    this.#client = undefined;
    if (client?.needsStop() === true) await client.stop();
    await client?.dispose();
  }

  async restart(): Promise<void> {
    await this.stop();
    this.start();
    await this.#client;
  }

  /** Asks the server for something of its own; rejects when it cannot be reached. */
  async request<Method extends RequestName<ServerRequests>>(
    method: Method,
    params: ParamsOf<ServerRequests, Method>,
    token?: CancellationToken,
  ): Promise<ResultOf<ServerRequests, Method>> {
    this.start();
    const client = await this.#client;
    if (client === undefined) throw new Error("The language server is not running.");
    type Result = ResultOf<ServerRequests, Method>;
    // An absent token would be sent as a second parameter.
    return token
      ? client.sendRequest<Result>(method, params, token)
      : client.sendRequest<Result>(method, params);
  }

  /** Tells the server something, which is lost when it cannot be reached. */
  async notify<Method extends RequestName<ServerNotifications>>(
    method: Method,
    params: ServerNotifications[Method],
  ): Promise<void> {
    const client = await this.#client?.catch(() => undefined);
    if (client?.isRunning() === true) await client.sendNotification(method, params);
  }

  async #launch(): Promise<LanguageClient> {
    // The client library takes longer to load than everything else of the activation: it is loaded after it.
    await setImmediate();
    const { LanguageClient, RevealOutputChannelOn, State, TransportKind } =
      await import("vscode-languageclient/node");
    const client = new LanguageClient(
      "superion",
      "Superion",
      { module: this.module, transport: TransportKind.ipc },
      {
        documentSelector: ["file", "untitled", "vscode-vfs", simplifiedScheme].map((scheme) => ({
          scheme,
          language: "cif",
        })),
        outputChannel: this.log,
        revealOutputChannelOn: RevealOutputChannelOn.Never,
      },
    );
    client.onNotification(modelStatusMethod, (status: ModelStatus) => {
      this.#statusChanged.fire(status);
    });
    client.onNotification(screeningProgressMethod, (progress: ScreeningProgress) => {
      this.#screeningProgressed.fire(progress);
    });
    client.onNotification(impedanceProgressMethod, (progress: ImpedanceProgress) => {
      this.#impedanceProgressed.fire(progress);
    });
    client.onNotification(pathsProgressMethod, (progress: PathsProgress) => {
      this.#pathsProgressed.fire(progress);
    });
    client.onNotification(clusteringProgressMethod, (progress: ClusteringProgress) => {
      this.#clusteringProgressed.fire(progress);
    });
    client.onNotification(barriersFoundMethod, (news: BarriersNotification) => {
      this.#barriersFound.fire(news);
    });
    client.onNotification(rankingProgressMethod, (progress: RankingProgress) => {
      this.#rankingProgressed.fire(progress);
    });
    client.onNotification(rankedMethod, (ranked: RankedNotification) => {
      this.#representationRanked.fire(ranked);
    });
    client.onDidChangeState(({ newState }) => {
      if (newState === State.Starting) this.#statusChanged.fire({ state: "loading" });
      if (newState === State.Stopped) {
        this.#statusChanged.fire({ state: "failed", reason: "The language server is not running." });
      }
    });
    await client.start();
    return client;
  }
}
