import type { Hyperparameter, Hyperparameters } from "./hyperparameters";
import type { ScreeningSourceResult, ScreeningView } from "./screening";
import type { Refused } from "./values";

/** A descriptor on a simplification of the crystals (Table 2.1 and section 2.3 of the thesis), by their names. */
export interface DescriptorPair {
  readonly descriptor: string;
  readonly simplification: string;
  /** Those that differ from the defaults. */
  readonly options?: Hyperparameters;
}

/** How crystals become vectors: by one pair, or by the union of two, the second times `alpha` (section A.3 of the thesis). */
export interface ClusterRepresentation extends DescriptorPair {
  readonly second: (DescriptorPair & { readonly alpha: number }) | null;
}

/** What users read for it, `soap-can + 2e-6 sine-coulomb-matrix-CAMN`. */
export function representationTitle({ second, ...first }: ClusterRepresentation): string {
  return second === null
    ? pairTitle(first)
    : `${pairTitle(first)} + ${shortNumber(second.alpha)} ${pairTitle(second)}`;
}

function shortNumber(value: number): string {
  return value > 0 && value < 0.001 ? value.toExponential() : String(value);
}

export function pairTitle({ descriptor, simplification, options = {} }: DescriptorPair): string {
  const told = Object.entries(options).map(([name, value]) => `${name} ${[value].flat().join(" ")}`);
  return `${descriptor}-${simplification}${told.length > 0 ? ` (${told.join(", ")})` : ""}`;
}

/** Client -> server: what a representation can be made of. */
export const clusterChoicesMethod = "superion/clusters/choices";

export interface ClusterChoices {
  readonly descriptors: readonly {
    readonly name: string;
    /** As Table 2.1 calls it. */
    readonly title: string;
    /** Whether it describes structures with partly occupied and shared sites. */
    readonly takesDisorder: boolean;
    readonly hyperparameters: readonly Hyperparameter[];
  }[];
  /** Those of chapter 2. */
  readonly simplifications: readonly string[];
}

/** Which compounds are clustered. */
export type ClusteringInput =
  /** Paths of files, folders, zip archives and lists of them, or globs. */
  | { readonly kind: "paths"; readonly paths: readonly string[] }
  /** What a view shows of a screening; `file` is the path of its results. */
  | {
      readonly kind: "screening";
      readonly file: string;
      readonly view: Pick<ScreeningView, "filter" | "search" | "within">;
    };

/** Where measured conductivities come from. */
export type LabelSource =
  /** The training compounds of the model that are among the compounds. */
  | { readonly kind: "training" }
  /** The user's table, as `superion train --data` reads it, by its path. */
  | { readonly kind: "table"; readonly file: string };

/** Client -> server, a request that lasts as long as the clustering. The compounds stay known by `id` until it is closed. */
export const startClusteringMethod = "superion/clusters/start";

export interface StartClusteringParams {
  /** Chosen by the client; names this clustering in every other message. */
  readonly id: string;
  readonly input: ClusteringInput;
  readonly representation: ClusterRepresentation;
  readonly labels: LabelSource;
  /** Path of a CSV file with E_hull, E_g and E_a, as screenings take it; `null` for none. */
  readonly table: string | null;
  /** Worker threads; defaults to one a core. */
  readonly jobs?: number;
}

export type ClusteringOutcome =
  | { readonly kind: "clustered"; readonly clustering: Clustering }
  | { readonly kind: "cancelled" }
  | {
      readonly kind: "refused";
      readonly reason: string;
      /** Compounds that could not be described; empty where it did not come to that. */
      readonly undescribed: readonly UndescribedCompound[];
    };

/** Compounds in a Ward tree, with their measured conductivities. Columns are base64, see `decodeFloats`. */
export interface Clustering {
  readonly compounds: ClusteredCompounds;
  readonly tree: WardTreeColumns;
  /** `null` with fewer than two labels. */
  readonly curve: VarianceCurve | null;
  /** W_Ea; `null` with fewer than two activation energies. */
  readonly barrierCurve: VarianceCurve | null;
  readonly undescribed: readonly UndescribedCompound[];
  /** What else is worth knowing, in words. */
  readonly notices: readonly string[];
}

/** By index of the compound. */
export interface ClusteredCompounds {
  readonly files: readonly string[];
  readonly blocks: readonly string[];
  readonly formulas: readonly string[];
  /** log10 of the measured conductivity at room temperature, S/cm. */
  readonly logConductivity: string;
  readonly pSi: string;
  /** Predicted, or from the user's table where that has one; eV. */
  readonly bandGap: string;
  /** From the user's table, eV an atom. */
  readonly eHull: string;
  /** Activation energy, from the user's table, eV. */
  readonly barrier: string;
}

/** Merges by rising height; the cluster of merge i of n compounds has the number n + i. */
export interface WardTreeColumns {
  readonly left: string;
  readonly right: string;
  /** Ward's distance, in units of the descriptor. */
  readonly height: string;
}

/** W_sigma or W_Ea at 2, 3, ... clusters (section 2.3 of the thesis). */
export interface VarianceCurve {
  /** How many of the compounds are labelled. */
  readonly labels: number;
  readonly plain: readonly number[];
  /** With the frozen-state strategy (section A.1 of the thesis). */
  readonly frozen: readonly number[];
  /** Of random clusters of the same sizes, frozen too. */
  readonly control: { readonly mean: readonly number[]; readonly deviation: readonly number[] };
}

/** How many clusters the first entries of a {@link VarianceCurve} are of. */
export const firstDepth = 2;

/** A compound that is left out. */
export interface UndescribedCompound {
  readonly file: string;
  readonly block: string;
  readonly reason: string;
}

/** Server -> client, a notification, at most four a second. */
export const clusteringProgressMethod = "superion/clusters/progress";

export interface ClusteringProgress extends StepProgress {
  readonly id: string;
}

/** How far a clustering is. */
export interface StepProgress {
  readonly state: "describing" | "merging" | "comparing";
  /** Of the compounds, of the merges, or of the random assignments. */
  readonly done: number;
  /** `null` while it is counted. */
  readonly total: number | null;
}

/** Client -> server: what the clusters of a cut are like. */
export const clusterCutMethod = "superion/clusters/cut";

export interface ClusterCutParams {
  readonly id: string;
  /** How many clusters. */
  readonly count: number;
}

export type ClusterCutResult =
  | {
      readonly kind: "cut";
      /** By their numbers, which count by first appearance of their compounds. */
      readonly clusters: readonly ClusterStatistics[];
      /** Indices of compounds without a label in clusters that contain high labels or are adjacent, which no filter of chapter 2 rules out. */
      readonly candidates: readonly number[];
    }
  | Refused;

export interface ClusterStatistics {
  readonly size: number;
  readonly labels: number;
  /** Of log10 of the conductivity in S/cm; `null` without labels. */
  readonly mean: number | null;
  /** `null` with fewer than two labels. */
  readonly deviation: number | null;
  /** Labels of 1e-5 S/cm or more. */
  readonly high: number;
  /** Whether it contains high labels, or is the nearest to a cluster that does; else `null`. */
  readonly relation: "contains" | "adjacent" | null;
}

/** Client -> server: the compounds in a plane. */
export const clusterMapMethod = "superion/clusters/map";

export const mapKinds = ["pca", "umap"] as const;
export type MapKind = (typeof mapKinds)[number];

export interface ClusterMapParams {
  readonly id: string;
  readonly kind: MapKind;
}

export type ClusterMapResult =
  | {
      readonly kind: "map";
      /** By index of the compound. */
      readonly x: string;
      readonly y: string;
      /** Share of the variance on each axis; `null` where axes mean nothing. */
      readonly variance: readonly [number, number] | null;
    }
  | Refused;

/**
 * Client -> server, a request that lasts as long as the ranking: W_sigma of the same compounds in other representations,
 * each told as soon as it is there.
 */
export const rankRepresentationsMethod = "superion/clusters/rank";

export interface RankRepresentationsParams {
  readonly id: string;
  readonly representations: readonly ClusterRepresentation[];
}

export type RankingOutcome = { readonly kind: "finished" | "cancelled" } | Refused;

/** Server -> client, a notification, at most four a second: how far the representation is that is ranked next. */
export const rankingProgressMethod = "superion/clusters/rankingProgress";

export interface RankingProgress {
  readonly id: string;
  readonly representation: ClusterRepresentation;
  readonly step: StepProgress;
  /** Representations that are ranked already, and all that were asked for. */
  readonly done: number;
  readonly total: number;
}

/** Server -> client, a notification for each representation. */
export const rankedMethod = "superion/clusters/ranked";

export interface RankedNotification {
  readonly id: string;
  readonly ranked: RankedRepresentation;
  readonly done: number;
  readonly total: number;
}

export type RankedRepresentation = {
  readonly representation: ClusterRepresentation;
} & (
  | {
      readonly kind: "ranked";
      /** How many compounds it describes. */
      readonly compounds: number;
      readonly curve: VarianceCurve;
      /** W_Ea of the activation energies that are known by then; `null` with fewer than two. */
      readonly barrierCurve: VarianceCurve | null;
    }
  | Refused
);

/** Client -> server: where the text of a compound stands. */
export const clusterSourceMethod = "superion/clusters/source";

export interface ClusterSourceParams {
  readonly id: string;
  readonly index: number;
}

export type ClusterSourceResult = ScreeningSourceResult;

/** Client -> server, a notification: the compounds of this id are needed no more. */
export const closeClusteringMethod = "superion/clusters/close";

export interface CloseClusteringParams {
  readonly id: string;
}
