import { useEffect, useState } from "preact/hooks";
import type { BarriersProgress, FoundBarrier } from "../../../server/src/protocol/clusterBarriers";
import type { VarianceCurve } from "../../../server/src/protocol/clusters";
import type { OpenedClustering } from "../../../server/src/protocol/clustersPanel";
import { announce } from "../shared/announce";
import type { ClusterData } from "./clusterData";
import type { ClustersHost } from "./clustersHost";

/** What is known of activation energies. */
export interface Barriers {
  /** By index of the compound, eV; NaN where none is known. */
  readonly energies: Float32Array;
  /** Why some cannot be computed, by index of the compound. */
  readonly reasons: ReadonlyMap<number, string>;
  /** W_Ea. */
  readonly curve: VarianceCurve | null;
  /** Absent where none are being computed. */
  readonly progress: BarriersProgress | undefined;
  /** Why the last computation broke off. */
  readonly refusal: string;
  /** Counts how often those of a computation were complete. */
  readonly completed: number;
}

/** Activation energies of the table and those that were computed, followed while they are. */
export function useBarriers(host: ClustersHost, opened: OpenedClustering, data: ClusterData): Barriers {
  const [barriers, setBarriers] = useState<Barriers>(() => openedBarriers(opened, data));
  useEffect(() => {
    setBarriers(openedBarriers(opened, data));
  }, [opened, data]);
  useEffect(
    () =>
      host.onEvent((event) => {
        if (event.type === "barriersEnded") {
          const { outcome } = event;
          announce(`The computation of activation energies is ${outcome.kind}.`);
          const refusal = outcome.kind === "refused" ? outcome.reason : "";
          setBarriers((before) => ({ ...before, progress: undefined, refusal }));
        } else if (event.type === "barriers") {
          const { news } = event;
          if (news.kind === "curve")
            setBarriers((before) => ({
              ...before,
              curve: news.curve,
              completed: before.completed + 1,
            }));
          else
            setBarriers((before) => ({
              ...withFound(before, news.found),
              progress: { done: news.done, total: news.total },
            }));
        }
      }),
    [host],
  );
  return barriers;
}

function openedBarriers(opened: OpenedClustering, data: ClusterData): Barriers {
  const { found, curve, isRunning } =
    opened.state === "ended" ? opened.barriers : { found: [], curve: null, isRunning: false };
  const before = {
    energies: data.barrier,
    reasons: new Map(),
    curve: curve ?? data.barrierCurve,
    progress: isRunning ? { done: 0, total: 1 } : undefined,
    refusal: "",
    completed: 0,
  };
  return withFound(before, found);
}

function withFound(before: Barriers, found: readonly FoundBarrier[]): Barriers {
  if (found.length === 0) return before;
  const energies = before.energies.slice();
  const reasons = new Map(before.reasons);
  for (const { index, energy, reason } of found) {
    energies[index] = energy ?? NaN;
    if (reason !== null) reasons.set(index, reason);
  }
  return { ...before, energies, reasons };
}
