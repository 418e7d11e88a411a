import { randomUUID } from "node:crypto";
import { basename } from "node:path";
import { CancellationTokenSource, commands, Disposable } from "vscode";
import {
  closeClusteringMethod,
  clusterChoicesMethod,
  clusterCutMethod,
  clusterMapMethod,
  clusterSourceMethod,
  rankRepresentationsMethod,
  representationTitle,
  startClusteringMethod,
  type ClusteringOutcome,
  type ClusterMapResult,
  type ClusteringProgress,
  type ClusterRepresentation,
  type MapKind,
  type RankedRepresentation,
  type RankingOutcome,
} from "../../../server/src/protocol/clusters";
import {
  readClustersParams,
  readClustersSubject,
  type ClustersPanelEvent,
  type ClustersPanelRequests,
  type ClustersSubject,
  type OpenedClustering,
} from "../../../server/src/protocol/clustersPanel";
import type { LanguageServer } from "../languageServer";
import type { OpenPanel, PanelKind } from "./panel";
import { showBlockSource } from "./source";
import { FoundBarriers } from "./foundBarriers";
import { reasonOf } from "../reasonOf";

/** Compounds in a Ward tree of their descriptors, judged by measured conductivities. */
export const clustersPanel: PanelKind<ClustersSubject, ClustersPanelRequests, ClustersPanelEvent> = {
  name: "clusters",
  readSubject: readClustersSubject,
  readParams: readClustersParams,
  title: ({ input, representation }) => {
    const paths = input.kind === "paths" ? input.paths : [input.file];
    return `Clusters: ${paths.map((path) => basename(path)).join(", ")}, ${representationTitle(representation)}`;
  },
  key: (subject) => JSON.stringify(subject),
  handlers(panel, { server }) {
    const shown = new ShownClustering(panel, server);
    return {
      open: () => shown.open(),
      choices: () => server.request(clusterChoicesMethod, null),
      cut: (count) => server.request(clusterCutMethod, { id: shown.id, count }),
      map: (kind) => shown.map(kind),
      rank(representations) {
        void shown.rank(representations);
        return null;
      },
      cancelRanking() {
        shown.cancelRanking();
        return null;
      },
      findBarriers(indices) {
        void shown.barriers.find(indices);
        return null;
      },
      cancelBarriers() {
        shown.barriers.cancel();
        return null;
      },
      showSource: async (index) =>
        showBlockSource(await server.request(clusterSourceMethod, { id: shown.id, index })),
      change() {
        void commands.executeCommand("superion.clusterCompounds", panel.subject.input);
        return null;
      },
      cancel() {
        shown.cancel();
        return null;
      },
      startAnew() {
        shown.startAnew();
        return null;
      },
    };
  },
};

interface Run {
  progress: ClusteringProgress | null;
  readonly cancellation: CancellationTokenSource;
}

/** The clustering that the server makes and keeps for a panel. */
class ShownClustering {
  #id: string = randomUUID();
  #run: Run | undefined;
  #outcome: ClusteringOutcome | undefined;
  #ranked = new Map<string, RankedRepresentation>();
  readonly #rankings = new Set<CancellationTokenSource>();
  #mapping: CancellationTokenSource | undefined;
  barriers: FoundBarriers;

  constructor(
    private readonly panel: OpenPanel<ClustersSubject, ClustersPanelEvent>,
    private readonly server: LanguageServer,
  ) {
    this.barriers = this.#noBarriers();
    panel.owned.push(
      server.onDidProgressClustering((progress) => {
        if (progress.id !== this.#id || !this.#run) return;
        this.#run.progress = progress;
        panel.tell({ type: "progress", progress });
      }),
      server.onDidProgressRanking((progress) => {
        if (progress.id === this.#id) panel.tell({ type: "rankingProgress", progress });
      }),
      server.onDidRankRepresentation((news) => {
        if (news.id !== this.#id) return;
        this.#ranked.set(representationTitle(news.ranked.representation), news.ranked);
        panel.tell({ type: "ranked", news });
      }),
      server.onDidFindBarriers((news) => {
        this.barriers.take(news);
      }),
      // A server that starts anew keeps nothing, and another model tells another P_SI.
      server.onDidChangeModelStatus(({ state }) => {
        if (state === "ready" && this.#outcome?.kind === "clustered") this.startAnew();
      }),
      new Disposable(() => {
        this.#forget();
      }),
    );
  }

  get id(): string {
    return this.#id;
  }

  open(): OpenedClustering {
    if (this.#outcome)
      return {
        state: "ended",
        outcome: this.#outcome,
        ranked: [...this.#ranked.values()],
        isRanking: this.#rankings.size > 0,
        barriers: this.barriers.opened(),
      };
    this.#run ??= this.#start();
    return { state: "running", progress: this.#run.progress };
  }

  cancel(): void {
    this.#run?.cancellation.cancel();
  }

  startAnew(): void {
    this.#forget();
    this.panel.tell({ type: "changed" });
  }

  /** One that is asked for later is wanted in place of the others. */
  async map(kind: MapKind): Promise<ClusterMapResult> {
    this.#mapping?.cancel();
    const mapping = new CancellationTokenSource();
    this.#mapping = mapping;
    try {
      return await this.server.request(clusterMapMethod, { id: this.#id, kind }, mapping.token);
    } finally {
      mapping.dispose();
      if (this.#mapping === mapping) this.#mapping = undefined;
    }
  }

  async rank(representations: readonly ClusterRepresentation[]): Promise<void> {
    const id = this.#id;
    const cancellation = new CancellationTokenSource();
    this.#rankings.add(cancellation);
    const outcome = await this.server
      .request(rankRepresentationsMethod, { id, representations }, cancellation.token)
      .catch((error: unknown): RankingOutcome => ({ kind: "refused", reason: reasonOf(error) }));
    this.#rankings.delete(cancellation);
    cancellation.dispose();
    if (id === this.#id && this.#rankings.size === 0) this.panel.tell({ type: "rankingEnded", outcome });
  }

  cancelRanking(): void {
    for (const cancellation of this.#rankings) cancellation.cancel();
  }

  #start(): Run {
    const run: Run = { progress: null, cancellation: new CancellationTokenSource() };
    void this.#follow(run, this.#id);
    return run;
  }

  async #follow({ cancellation }: Run, id: string): Promise<void> {
    const outcome = await this.server
      .request(startClusteringMethod, { id, ...this.panel.subject }, cancellation.token)
      .catch((error: unknown): ClusteringOutcome => ({
        kind: "refused",
        reason: reasonOf(error),
        undescribed: [],
      }));
    cancellation.dispose();
    if (id !== this.#id) return;
    this.#run = undefined;
    this.#outcome = outcome;
    this.panel.tell({ type: "changed" });
  }

  /** Ends what runs and lets the server forget the compounds. */
  #forget(): void {
    this.cancel();
    this.cancelRanking();
    this.#mapping?.cancel();
    this.barriers.cancel();
    void this.server.notify(closeClusteringMethod, { id: this.#id });
    this.#id = randomUUID();
    this.#run = undefined;
    this.#outcome = undefined;
    this.#ranked = new Map();
    this.barriers = this.#noBarriers();
  }

  #noBarriers(): FoundBarriers {
    const id = this.#id;
    return new FoundBarriers(id, this.server, (event) => {
      if (id === this.#id) this.panel.tell(event);
    });
  }
}
