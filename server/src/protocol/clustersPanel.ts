import * as v from "valibot";
import type { BarriersNotification, ClusterBarriersOutcome, FoundBarrier } from "./clusterBarriers";
import {
  mapKinds,
  type ClusterChoices,
  type ClusterCutResult,
  type ClusterMapResult,
  type ClusterRepresentation,
  type ClusteringInput,
  type ClusteringOutcome,
  type ClusteringProgress,
  type LabelSource,
  type MapKind,
  type RankedNotification,
  type RankedRepresentation,
  type RankingOutcome,
  type RankingProgress,
  type StartClusteringParams,
  type VarianceCurve,
} from "./clusters";
import { columnRange } from "./screeningPanel";
import { wholeNumber } from "./values";
import { reader, type PanelRequests, type ParamReaders, type Reader } from "./webview";

/** What a panel of clusters is about. */
export type ClustersSubject = Omit<StartClusteringParams, "id" | "jobs">;

const pair = {
  descriptor: v.string(),
  simplification: v.string(),
  options: v.exactOptional(v.record(v.string(), v.union([v.number(), v.string(), v.array(v.string())]))),
};
const representation: v.GenericSchema<unknown, ClusterRepresentation> = v.object({
  ...pair,
  second: v.nullable(v.object({ ...pair, alpha: v.number() })),
});
const clusteringInput: v.GenericSchema<unknown, ClusteringInput> = v.variant("kind", [
  v.object({ kind: v.literal("paths"), paths: v.array(v.string()) }),
  v.object({
    kind: v.literal("screening"),
    file: v.string(),
    view: v.object({ filter: v.string(), search: v.string(), within: v.exactOptional(v.array(columnRange)) }),
  }),
]);
const labels: v.GenericSchema<unknown, LabelSource> = v.variant("kind", [
  v.object({ kind: v.literal("training") }),
  v.object({ kind: v.literal("table"), file: v.string() }),
]);

export const readClusteringInput: Reader<ClusteringInput> = reader(clusteringInput);

export const readClustersSubject: Reader<ClustersSubject> = reader(
  v.object({ input: clusteringInput, representation, labels, table: v.nullable(v.string()) }),
);

export const readRepresentations: Reader<readonly ClusterRepresentation[]> = reader(v.array(representation));

/** What the page of clusters asks of its host. */
export interface ClustersPanelRequests extends PanelRequests {
  /** Clusters the compounds, unless they are or are being clustered; to be asked again after `changed`. */
  open(nothing: null): OpenedClustering;
  choices(nothing: null): ClusterChoices;
  cut(count: number): ClusterCutResult;
  map(kind: MapKind): ClusterMapResult;
  /** `ranked` follows for each, then `rankingEnded`; several may run side by side. */
  rank(representations: readonly ClusterRepresentation[]): null;
  /** Of all that run. */
  cancelRanking(nothing: null): null;
  /** `barriers` follow, then `barriersEnded`, and W_Ea in another `barriers`; `null` asks for those of all. */
  findBarriers(indices: readonly number[] | null): null;
  cancelBarriers(nothing: null): null;
  /** Opens the text of a compound in an editor, at its data block. */
  showSource(index: number): null;
  /** Asks the user for another representation, labels or table of the same compounds, and shows them in a panel of their own. */
  change(nothing: null): null;
  cancel(nothing: null): null;
  startAnew(nothing: null): null;
}

export type OpenedClustering =
  | { readonly state: "running"; readonly progress: ClusteringProgress | null }
  | {
      readonly state: "ended";
      readonly outcome: ClusteringOutcome;
      /** What was ranked so far. */
      readonly ranked: readonly RankedRepresentation[];
      readonly isRanking: boolean;
      readonly barriers: OpenedBarriers;
    };

/** Activation energies that were computed so far. */
export interface OpenedBarriers {
  readonly found: readonly FoundBarrier[];
  /** W_Ea; `null` where the outcome's is the newest. */
  readonly curve: VarianceCurve | null;
  readonly isRunning: boolean;
}

export type ClustersPanelEvent =
  | { readonly type: "progress"; readonly progress: ClusteringProgress }
  /** The clustering began or ended: what was asked before is old. */
  | { readonly type: "changed" }
  | { readonly type: "rankingProgress"; readonly progress: RankingProgress }
  | { readonly type: "ranked"; readonly news: RankedNotification }
  | { readonly type: "rankingEnded"; readonly outcome: RankingOutcome }
  | { readonly type: "barriers"; readonly news: BarriersNotification }
  | { readonly type: "barriersEnded"; readonly outcome: ClusterBarriersOutcome };

export const readClustersParams: ParamReaders<Omit<ClustersPanelRequests, keyof PanelRequests>> = {
  open: reader(v.null()),
  choices: reader(v.null()),
  cut: reader(wholeNumber),
  map: reader(v.picklist(mapKinds)),
  rank: readRepresentations,
  cancelRanking: reader(v.null()),
  findBarriers: reader(v.nullable(v.array(wholeNumber))),
  cancelBarriers: reader(v.null()),
  showSource: reader(wholeNumber),
  change: reader(v.null()),
  cancel: reader(v.null()),
  startAnew: reader(v.null()),
};
