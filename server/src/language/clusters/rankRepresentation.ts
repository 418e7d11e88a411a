import { barrierLabels } from "../../clustering/clusterAnalysis";
import type { DescribedText } from "../../clustering/describedVectors";
import type { ClusterRepresentation, RankedRepresentation, StepProgress } from "../../protocol/clusters";
import type { ClusteredSet } from "./clusterCompounds";
import type { ClusterPool, ClusterThreads } from "./clusterThreads";
import { describeAgain, fewestCompounds } from "./compoundSet";
import { growTree } from "./growTree";
import { faultOf, pairsOf } from "./settledPairs";

/** W_sigma of the compounds in another representation, of those that it describes; nothing where it was cancelled. */
export async function rankOne(
  { compounds, labels, barriers }: ClusteredSet,
  representation: ClusterRepresentation,
  pool: ClusterPool,
  threads: ClusterThreads,
  tell: (progress: StepProgress) => void,
  signal: AbortSignal,
): Promise<RankedRepresentation | undefined> {
  const refused = (reason: string) => ({ kind: "refused", representation, reason }) as const;
  const fault = faultOf(representation);
  if (fault !== undefined) return refused(fault);
  const described = await describeAgain(
    compounds,
    pairsOf(representation),
    pool,
    (done) => {
      tell({ state: "describing", done, total: compounds.length });
    },
    signal,
  );
  if (signal.aborted) return undefined;
  const vectors: (readonly DescribedText[])[] = [];
  const own: number[] = [];
  const ownBarriers: number[] = [];
  for (const [index, description] of described.entries()) {
    if (!description.ok) continue;
    vectors.push(description.vectors);
    own.push(labels[index] ?? NaN);
    ownBarriers.push(barriers[index] ?? NaN);
  }
  if (vectors.length < fewestCompounds) {
    const [first] = described.flatMap((one) => (one.ok ? [] : [one.reason]));
    return refused(`It describes ${vectors.length} of ${compounds.length} compounds. ${first ?? ""}`);
  }
  const growth = await growTree(
    vectors,
    representation,
    { labels: Float64Array.from(own), barriers: barrierLabels(ownBarriers) },
    threads,
    tell,
    signal,
  );
  if (growth.kind === "cancelled") return undefined;
  if (growth.kind === "refused") return refused(growth.reason);
  const { curve, barrierCurve } = growth.grown;
  if (curve === null) return refused("Fewer than two of the compounds that it describes are measured.");
  return { kind: "ranked", representation, compounds: vectors.length, curve, barrierCurve };
}
