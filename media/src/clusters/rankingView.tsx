import * as v from "valibot";
import { useEffect, useMemo, useState } from "preact/hooks";
import {
  representationTitle,
  type ClusterChoices,
  type ClusterRepresentation,
  type DescriptorPair,
} from "../../../server/src/protocol/clusters";
import { reader } from "../../../server/src/protocol/webview";
import { Figure } from "../shared/figure/figure";
import { useViewState } from "../shared/viewState";
import type { ClustersHost } from "./clustersHost";
import { LeftOut } from "./leftOut";
import { rankCurves, rankingFigure, rowsOf } from "./rankingFigure";
import { RepresentationForm } from "./representationForm";
import { shareOfStep, stepText } from "./stepProgress";
import type { Ranking } from "./useRanking";
import type { NamedCurve } from "./varianceFigure";

export interface RankingViewProps {
  readonly host: ClustersHost;
  readonly ranking: Ranking;
  /** That of the panel. */
  readonly own: NamedCurve;
  /** A representation was chosen in the figure or added. */
  readonly onChoose: (representation: ClusterRepresentation) => void;
}

const readSwitch = reader(v.boolean());
const rowHeight = 24;
const [leastHeight, axisHeight] = [160, 60];

/** Representations by W_sigma, computed when the user asks for it; a click on one draws its curve. */
export function RankingView({ host, ranking, own, onChoose }: RankingViewProps) {
  const [bestAlone, setBestAlone] = useViewState("bestAlone", readSwitch, true);
  const choices = useChoices(host);
  const { ranked, progress, refusal } = ranking;
  const curves = useMemo(() => {
    const others = ranked.flatMap((one) => (one.kind === "ranked" ? [one] : []));
    return rankCurves([own, ...others.filter((one) => titleOf(one) !== titleOf(own))], bestAlone);
  }, [own, ranked, bestAlone]);
  const spec = useMemo(() => rankingFigure(curves), [curves]);
  const refused = ranked.flatMap((one) => (one.kind === "refused" ? [one] : []));
  const everyPair = choices ? pairsOf(choices) : [];
  const rank = (pairs: readonly DescriptorPair[]) =>
    void host.request(
      "rank",
      pairs.map((pair) => ({ ...pair, second: null })),
    );
  return (
    <section aria-label="Ranking of representations">
      <div class="toolbar">
        {progress === undefined ? (
          <button
            type="button"
            title="Describes and clusters the compounds by each descriptor on each simplification"
            onClick={() => {
              rank(everyPair);
            }}
          >
            Rank {everyPair.length} Representations
          </button>
        ) : (
          <>
            <progress
              aria-label="Progress of the ranking"
              value={progress.done + shareOfStep(progress.next?.step)}
              max={progress.total}
            />
            <span>
              {progress.done} of {progress.total}
            </span>
            <button type="button" onClick={() => void host.request("cancelRanking", null)}>
              Cancel
            </button>
            {progress.next && (
              <span class="count">
                {representationTitle(progress.next.representation)}:{" "}
                {stepText(progress.next.step).toLowerCase()}
              </span>
            )}
          </>
        )}
        <label>
          <input
            type="checkbox"
            checked={bestAlone}
            onChange={() => {
              setBestAlone(!bestAlone);
            }}
          />
          best of each descriptor
        </label>
        <LeftOut
          title="not ranked"
          entries={refused.map((one) => ({ name: titleOf(one), reason: one.reason }))}
        />
      </div>
      {choices && <RepresentationForm choices={choices} onRepresentation={onChoose} />}
      {refusal !== "" && (
        <p class="notice" role="alert">
          {refusal}
        </p>
      )}
      <Figure
        spec={spec}
        host={host}
        cursor={1}
        height={Math.max(leastHeight, axisHeight + rowHeight * rowsOf(curves))}
        onPick={({ id }) => {
          const chosen = id === undefined ? undefined : curves[id];
          if (chosen) onChoose(chosen.representation);
        }}
      />
    </section>
  );
}

function titleOf({ representation }: Pick<NamedCurve, "representation">): string {
  return representationTitle(representation);
}

function pairsOf({ descriptors, simplifications }: ClusterChoices): DescriptorPair[] {
  return descriptors.flatMap(({ name }) =>
    simplifications.map((simplification) => ({ descriptor: name, simplification })),
  );
}

function useChoices(host: ClustersHost): ClusterChoices | undefined {
  const [choices, setChoices] = useState<ClusterChoices>();
  useEffect(() => {
    void host.request("choices", null).then(setChoices);
  }, [host]);
  return choices;
}
