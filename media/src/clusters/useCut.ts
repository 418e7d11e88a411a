import { useEffect, useMemo, useState } from "preact/hooks";
import type { ClusterCutResult } from "../../../server/src/protocol/clusters";
import { announce } from "../shared/announce";
import type { ClusterData } from "./clusterData";
import { reasonOf, type ClustersHost } from "./clustersHost";
import { cutTree, type Cut } from "./cut";
import type { Barriers } from "./useBarriers";

/** Clusters of a cut, by their numbers, as the server judges them. */
export type JudgedCut = Extract<ClusterCutResult, { kind: "cut" }>;

/** A cut of the tree at once, and what the server says of it when it is there. */
export function useCut(
  host: ClustersHost,
  data: ClusterData,
  count: number,
  barriers: Barriers,
): { readonly cut: Cut; readonly judged: JudgedCut | undefined; readonly refusal: string } {
  const cut = useMemo(() => cutTree(data.tree, count, data.order), [data, count]);
  const [answer, setAnswer] = useState<{ readonly of: Cut; readonly result: ClusterCutResult }>();
  useEffect(() => {
    let isCurrent = true;
    host
      .request("cut", count)
      .catch((error: unknown) => ({ kind: "refused", reason: reasonOf(error) }) as const)
      .then((result) => {
        if (!isCurrent) return;
        setAnswer({ of: cut, result });
        if (result.kind === "cut") announce(`${count} clusters, ${result.candidates.length} candidates.`);
      }, console.error);
    return () => {
      isCurrent = false;
    };
    // What is known of barriers by then decides who is a candidate.
  }, [host, cut, barriers.completed]);
  const result = answer?.of === cut ? answer.result : undefined;
  return {
    cut,
    judged: result?.kind === "cut" ? result : undefined,
    refusal: result?.kind === "refused" ? result.reason : "",
  };
}
