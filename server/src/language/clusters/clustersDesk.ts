import { simplifications, type SimplificationName } from "../../crystal/simplification";
import { descriptors } from "../../descriptors/registry";
import type {
  ClusterChoices,
  ClusterCutParams,
  ClusterCutResult,
  ClusteringOutcome,
  ClusteringProgress,
  ClusterMapParams,
  ClusterMapResult,
  ClusterSourceParams,
  ClusterSourceResult,
  RankingOutcome,
  RankRepresentationsParams,
  StartClusteringParams,
  StepProgress,
} from "../../protocol/clusters";
import { blockSource } from "../../screening/blockSource";
import type { ModelChoice } from "../../screening/modelFiles";
import { barrierLabels } from "../../clustering/clusterAnalysis";
import type { ClusterBarriersOutcome, ClusterBarriersParams } from "../../protocol/clusterBarriers";
import { clusterCompounds, type ClusteredSet } from "./clusterCompounds";
import { clusteringOf, cutOf } from "./clusterAnswers";
import { encodeFloats } from "../encodeBinary";
import { postedMerges } from "./clusterTree";
import { findBarriers } from "./findBarriers";
import { ClusterThreads } from "./clusterThreads";
import type { ClusterNews } from "./clustersMessages";
import { reasonOf } from "./compoundSet";
import { rankOne } from "./rankRepresentation";
import type { ScreeningThreadSettings } from "../screeningMessages";
import { throttled } from "../throttled";

interface Held {
  readonly set: ClusteredSet;
  readonly threads: ClusterThreads;
}

const notOpen = {
  kind: "refused",
  reason: "This clustering is not open any more: start it anew.",
} as const;

/** Chapter 2's nine; CAN of chapter 4, with the elements left as they are, is none of them, and its others are the same by other names. */
const ofChapter2: readonly SimplificationName[] = simplifications.filter(
  (name) => name === "CAMN" || name === name.toLowerCase(),
);

/** Clusters compounds and answers what is asked of them, each set by the name that the client gave it. */
export class ClustersDesk {
  private readonly held = new Map<string, Held>();

  constructor(
    private readonly settings: ScreeningThreadSettings,
    private readonly tell: (news: ClusterNews) => void,
  ) {}

  choices(): ClusterChoices {
    return {
      descriptors: descriptors.map(({ name, title, disorder, hyperparameters }) => ({
        name,
        title,
        takesDisorder: disorder === "weighted",
        hyperparameters,
      })),
      simplifications: ofChapter2,
    };
  }

  async start(
    { id, jobs, ...params }: StartClusteringParams,
    model: ModelChoice,
    signal: AbortSignal,
  ): Promise<ClusteringOutcome> {
    const threads = new ClusterThreads(this.settings, model, jobs);
    const tell = throttled((progress: Omit<ClusteringProgress, "id">) => {
      this.tell({ kind: "progress", progress: { id, ...progress } });
    });
    const clustered = await clusterCompounds(params, threads, tell, signal);
    // What is cancelled is closed by nobody.
    const outcome = signal.aborted ? ({ kind: "cancelled" } as const) : clustered;
    if (outcome.kind !== "clustered") {
      threads.dispose();
      return outcome;
    }
    this.held.set(id, { set: outcome.set, threads });
    return { kind: "clustered", clustering: clusteringOf(outcome.set) };
  }

  close(id: string): void {
    this.held.get(id)?.threads.dispose();
    this.held.delete(id);
  }

  cut({ id, count }: ClusterCutParams): ClusterCutResult {
    const held = this.held.get(id);
    if (!held) return notOpen;
    const { leaves } = held.set.tree;
    if (count < 1 || count > leaves)
      return { kind: "refused", reason: `${leaves} compounds make 1 to ${leaves} clusters.` };
    return cutOf(held.set, count);
  }

  async map({ id, kind }: ClusterMapParams, signal: AbortSignal): Promise<ClusterMapResult> {
    const held = this.held.get(id);
    if (!held) return notOpen;
    const { set, threads } = held;
    const reply = await threads.one({ kind: "map", matrix: set.shared, as: kind }, signal);
    if (reply.kind !== "map") return { kind: "refused", reason: reasonOf(reply) };
    const { x, y, variance } = reply;
    return { kind: "map", x: encodeFloats(x), y: encodeFloats(y), variance };
  }

  /** One representation after another; what is told stays when it is cancelled. */
  async rank(
    { id, representations }: RankRepresentationsParams,
    signal: AbortSignal,
  ): Promise<RankingOutcome> {
    const held = this.held.get(id);
    if (!held) return notOpen;
    const total = representations.length;
    return held.threads.many(async (pool) => {
      for (const [place, representation] of representations.entries()) {
        const tell = throttled((step: StepProgress) => {
          this.tell({ kind: "ranking", progress: { id, representation, step, done: place, total } });
        });
        const ranked = await rankOne(held.set, representation, pool, held.threads, tell, signal);
        if (signal.aborted || !ranked) return { kind: "cancelled" };
        this.tell({ kind: "ranked", ranked: { id, ranked, done: place + 1, total } });
      }
      return { kind: "finished" };
    });
  }

  /** What is told stays when it is cancelled. W_Ea of what is known then follows by itself. */
  async barriers(
    { id, indices }: ClusterBarriersParams,
    signal: AbortSignal,
  ): Promise<ClusterBarriersOutcome> {
    const held = this.held.get(id);
    if (!held) return notOpen;
    const { set, threads } = held;
    const outcome = await threads.many((pool) =>
      findBarriers(
        set,
        indices ?? [...set.compounds.keys()],
        pool,
        (found, progress) => {
          this.tell({ kind: "barriers", barriers: { id, kind: "found", found, ...progress } });
        },
        signal,
      ),
    );
    void this.judgeBarriers(id, held);
    return outcome;
  }

  private async judgeBarriers(id: string, { set, threads }: Held): Promise<void> {
    const { tree, barriers } = set;
    const task = { kind: "curve", tree: postedMerges(tree), labels: barrierLabels(barriers) } as const;
    const reply = await threads.one(task, new AbortController().signal);
    if (reply.kind === "curve")
      this.tell({ kind: "barriers", barriers: { id, kind: "curve", curve: reply.curve } });
  }

  async source({ id, index }: ClusterSourceParams): Promise<ClusterSourceResult> {
    const compound = this.held.get(id)?.set.compounds[index];
    return compound ? blockSource(compound.row) : notOpen;
  }
}
