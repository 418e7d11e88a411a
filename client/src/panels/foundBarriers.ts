import { CancellationTokenSource } from "vscode";
import {
  clusterBarriersMethod,
  type BarriersNotification,
  type ClusterBarriersOutcome,
  type FoundBarrier,
} from "../../../server/src/protocol/clusterBarriers";
import type { VarianceCurve } from "../../../server/src/protocol/clusters";
import type { ClustersPanelEvent, OpenedBarriers } from "../../../server/src/protocol/clustersPanel";
import type { LanguageServer } from "../languageServer";
import { reasonOf } from "../reasonOf";

/** Activation energies of the compounds of a clustering, as long as its panel shows it. */
export class FoundBarriers {
  readonly #found = new Map<number, FoundBarrier>();
  #curve: VarianceCurve | null = null;
  #run: CancellationTokenSource | undefined;

  constructor(
    private readonly id: string,
    private readonly server: LanguageServer,
    private readonly tell: (event: ClustersPanelEvent) => void,
  ) {}

  opened(): OpenedBarriers {
    return { found: [...this.#found.values()], curve: this.#curve, isRunning: this.#run !== undefined };
  }

  take(news: BarriersNotification): void {
    if (news.id !== this.id) return;
    if (news.kind === "curve") this.#curve = news.curve;
    else for (const one of news.found) this.#found.set(one.index, one);
    this.tell({ type: "barriers", news });
  }

  /** One run at a time. */
  async find(indices: readonly number[] | null): Promise<void> {
    if (this.#run) return;
    const run = new CancellationTokenSource();
    this.#run = run;
    const outcome = await this.server
      .request(clusterBarriersMethod, { id: this.id, indices }, run.token)
      .catch((error: unknown): ClusterBarriersOutcome => ({
        kind: "refused",
        reason: reasonOf(error),
      }));
    run.dispose();
    this.#run = undefined;
    this.tell({ type: "barriersEnded", outcome });
  }

  cancel(): void {
    this.#run?.cancel();
  }
}
