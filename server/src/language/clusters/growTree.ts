import type { FeatureMatrix } from "../../clustering/featureMatrix";
import type { Labels } from "../../clustering/labelVariance";
import type { WardTree } from "../../clustering/wardTree";
import type { ClusterRepresentation, VarianceCurve } from "../../protocol/clusters";
import type { PostedVector, SharedMatrix } from "./clusterTask";
import type { ClusterThreads } from "./clusterThreads";
import { sentence } from "../sentence";
import { matrixOf, wardTreeOf } from "./clusterTree";
import { matrixOfVectors, reasonOf, shared } from "./compoundSet";

/** A tree with what it was grown of. */
export interface GrownTree {
  readonly matrix: FeatureMatrix;
  /** The same, for other threads. */
  readonly shared: SharedMatrix;
  readonly tree: WardTree;
  /** `null` with fewer than two labels. */
  readonly curve: VarianceCurve | null;
  /** W_Ea. */
  readonly barrierCurve: VarianceCurve | null;
}

/** What a tree is judged by; NaN where it is not known. */
export interface Judges {
  readonly labels: Labels;
  readonly barriers: Labels;
}

export type Growth =
  | { readonly kind: "grown"; readonly grown: GrownTree }
  | { readonly kind: "cancelled" }
  | { readonly kind: "refused"; readonly reason: string };

const progressInterval = 250;

/** @param tell is told the share that is done, 0 to 1. */
export async function growTree(
  vectors: readonly (readonly PostedVector[])[],
  representation: ClusterRepresentation,
  judges: Judges,
  threads: ClusterThreads,
  tell: (share: number) => void,
  signal: AbortSignal,
): Promise<Growth> {
  const aligned = matrixOfVectors(vectors, representation);
  if (typeof aligned === "string") return { kind: "refused", reason: sentence(aligned) };
  const matrix = shared(aligned);
  const progress = new SharedArrayBuffer(8);
  const timer = setInterval(() => {
    tell(new Float64Array(progress)[0] ?? 0);
  }, progressInterval);
  try {
    const reply = await threads.one({ kind: "tree", matrix, ...judges, progress }, signal);
    if (signal.aborted) return { kind: "cancelled" };
    if (reply.kind !== "tree") return { kind: "refused", reason: reasonOf(reply) };
    const { tree, curve, barrierCurve } = reply;
    return {
      kind: "grown",
      grown: { matrix: matrixOf(matrix), shared: matrix, tree: wardTreeOf(tree), curve, barrierCurve },
    };
  } finally {
    clearInterval(timer);
  }
}
