import { useEffect, useState } from "preact/hooks";
import {
  representationTitle,
  type RankedRepresentation,
  type RankingProgress,
} from "../../../server/src/protocol/clusters";
import type { OpenedClustering } from "../../../server/src/protocol/clustersPanel";
import { announce } from "../shared/announce";
import type { ClustersHost } from "./clustersHost";

/** How far the ranking of representations is. */
export interface Ranking {
  readonly ranked: readonly RankedRepresentation[];
  /** Absent where none runs. */
  readonly progress: RankingStep | undefined;
  /** Why the last one broke off. */
  readonly refusal: string;
}

/** How many representations are ranked, and how far the next one is. */
export interface RankingStep {
  readonly done: number;
  readonly total: number;
  readonly next?: Pick<RankingProgress, "representation" | "step">;
}

/** What was ranked, followed while a ranking runs; the later of two for one representation counts. */
export function useRanking(host: ClustersHost, opened: OpenedClustering | undefined): Ranking {
  const [ranking, setRanking] = useState<Ranking>({ ranked: [], progress: undefined, refusal: "" });
  useEffect(() => {
    if (opened?.state !== "ended") return;
    const progress = opened.isRanking ? { done: 0, total: 1 } : undefined;
    setRanking({ ranked: opened.ranked, progress, refusal: "" });
  }, [opened]);
  useEffect(
    () =>
      host.onEvent((event) => {
        if (event.type === "ranked") {
          const { ranked, done, total } = event.news;
          setRanking((before) => ({
            ...before,
            ranked: withRanked(before.ranked, ranked),
            progress: { done, total },
          }));
        } else if (event.type === "rankingProgress") {
          const { representation, step, done, total } = event.progress;
          setRanking((before) => ({ ...before, progress: { done, total, next: { representation, step } } }));
        } else if (event.type === "rankingEnded") {
          const { outcome } = event;
          announce(`The ranking is ${outcome.kind}.`);
          const refusal = outcome.kind === "refused" ? outcome.reason : "";
          setRanking((before) => ({ ...before, progress: undefined, refusal }));
        }
      }),
    [host],
  );
  return ranking;
}

function withRanked(
  before: readonly RankedRepresentation[],
  ranked: RankedRepresentation,
): RankedRepresentation[] {
  const title = representationTitle(ranked.representation);
  return [...before.filter(({ representation }) => representationTitle(representation) !== title), ranked];
}
