import type { DescribedText } from "../../clustering/describedVectors";
import type { FoundBarrier } from "../../protocol/clusterBarriers";
import type { DescriptorPair, MapKind, VarianceCurve } from "../../protocol/clusters";
import type { ScreenedRow } from "../../screening/screenedRow";
import type { BlockToScreen } from "../../screening/screener";
import type { Failure } from "../../screening/workerQueue";

/** A matrix that threads share, row by row. */
export interface SharedMatrix {
  readonly rows: number;
  readonly columns: number;
  readonly values: SharedArrayBuffer;
}

/** What a thread of clusters can be asked to do. */
export type ClusterTask =
  /** Says what a piece of a file holds, and describes it. */
  | { readonly kind: "introduce"; readonly block: BlockToScreen; readonly pairs: readonly DescriptorPair[] }
  /** Describes one data block. */
  | {
      readonly kind: "describe";
      readonly block: BlockToScreen;
      readonly code: string;
      readonly pairs: readonly DescriptorPair[];
    }
  | {
      readonly kind: "tree";
      readonly matrix: SharedMatrix;
      /** NaN where none is known. */
      readonly labels: Float64Array;
      readonly barriers: Float64Array;
      /** Two floats of 64 bits: the share of the merges that is done, and the random assignments that are. */
      readonly progress: SharedArrayBuffer;
    }
  | { readonly kind: "curve"; readonly tree: PostedMerges; readonly labels: Float64Array }
  | { readonly kind: "map"; readonly matrix: SharedMatrix; readonly as: MapKind }
  /** Finds the activation energy of a data block. */
  | { readonly kind: "barrier"; readonly block: BlockToScreen; readonly code: string };

/** A Ward tree as it travels between threads. */
export interface PostedMerges {
  readonly left: Int32Array;
  readonly right: Int32Array;
  readonly height: Float64Array;
  readonly size: Int32Array;
}

export type ClusterReply =
  | { readonly kind: "introduced"; readonly compounds: readonly IntroducedCompound[] }
  | { readonly kind: "described"; readonly vectors: DescribedVectors }
  | {
      readonly kind: "tree";
      readonly tree: PostedMerges;
      readonly curve: VarianceCurve | null;
      readonly barrierCurve: VarianceCurve | null;
    }
  /** `null` with fewer than two labels. */
  | { readonly kind: "curve"; readonly curve: VarianceCurve | null }
  | ({ readonly kind: "barrier" } & Omit<FoundBarrier, "index">)
  | {
      readonly kind: "map";
      readonly x: Float64Array;
      readonly y: Float64Array;
      readonly variance: readonly [number, number] | null;
    }
  | Failure;

export interface IntroducedCompound {
  readonly screened: ScreenedRow;
  readonly vectors: DescribedVectors;
}

/** One for each pair, or why there is none. */
export type DescribedVectors =
  | { readonly ok: true; readonly vectors: readonly DescribedText[] }
  | { readonly ok: false; readonly reason: string };
