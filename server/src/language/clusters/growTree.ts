import { matrixOfTexts, type DescribedText } from "../../clustering/describedVectors";
import type { FeatureMatrix } from "../../clustering/featureMatrix";
import type { Labels } from "../../clustering/labelVariance";
import { usualRepeats } from "../../clustering/randomControl";
import type { WardTree } from "../../clustering/wardTree";
import type { ClusterRepresentation, StepProgress, VarianceCurve } from "../../protocol/clusters";
import type { SharedMatrix } from "./clusterTask";
import type { ClusterThreads } from "./clusterThreads";
import { sentence } from "../sentence";
import { matrixOf, wardTreeOf } from "./clusterTree";
import { reasonOf, shared } from "./compoundSet";

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

/** @param tell is told a few times a second. */
export async function growTree(
  vectors: readonly (readonly DescribedText[])[],
  representation: ClusterRepresentation,
  judges: Judges,
  threads: ClusterThreads,
  tell: (progress: StepProgress) => void,
  signal: AbortSignal,
): Promise<Growth> {
  const aligned = matrixOfTexts(vectors, representation.second?.alpha);
  if (typeof aligned === "string") return { kind: "refused", reason: sentence(aligned) };
  const matrix = shared(aligned);
  const progress = new SharedArrayBuffer(16);
  const timer = setInterval(() => {
    tell(progressOf(new Float64Array(progress), vectors.length - 1));
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

function progressOf([share = 0, repeats = 0]: Float64Array, merges: number): StepProgress {
  return share < 1
    ? { state: "merging", done: Math.round(share * merges), total: merges }
    : { state: "comparing", done: repeats, total: usualRepeats };
}
