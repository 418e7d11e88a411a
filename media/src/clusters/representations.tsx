import { useEffect, useMemo } from "preact/hooks";
import {
  representationTitle,
  type ClusterRepresentation,
  type VarianceCurve,
} from "../../../server/src/protocol/clusters";
import { readRepresentations, type OpenedClustering } from "../../../server/src/protocol/clustersPanel";
import { useViewState } from "../shared/viewState";
import type { ClustersHost } from "./clustersHost";
import { RankingView } from "./rankingView";
import { useRanking } from "./useRanking";
import type { NamedCurve } from "./varianceFigure";
import { VarianceView } from "./varianceView";

/** A representation with its W_sigma and W_Ea, of which there may be one alone. */
interface JudgedRepresentation {
  readonly representation: ClusterRepresentation;
  readonly curve: VarianceCurve | null;
  readonly barrierCurve: VarianceCurve | null;
}

export interface RepresentationsProps {
  readonly host: ClustersHost;
  readonly opened: OpenedClustering;
  /** That of the panel. */
  readonly own: JudgedRepresentation;
  readonly count: number;
  readonly onCount: (count: number) => void;
}

/** How well representations sort conductivities: the curves of those that were chosen, and their ranking. */
export function Representations({ host, opened, own, count, onCount }: RepresentationsProps) {
  const ranking = useRanking(host, opened);
  const [chosen, setChosen] = useViewState<readonly ClusterRepresentation[]>(
    "curves",
    readRepresentations,
    [],
  );
  const ownTitle = representationTitle(own.representation);
  const judged = useMemo(() => {
    const wanted = chosen.map(representationTitle);
    const others = ranking.ranked
      .flatMap((one) => (one.kind === "ranked" ? [one] : []))
      .filter(({ representation }) => wanted.includes(representationTitle(representation)));
    return [own, ...others];
  }, [own, ranking.ranked, chosen]);
  const curves = useMemo(() => curvesOf(judged, "curve"), [judged]);
  const barrierCurves = useMemo(() => curvesOf(judged, "barrierCurve"), [judged]);
  useEffect(() => {
    const missing = chosen.filter((one) => !isAmong(one, opened.state === "ended" ? opened.ranked : []));
    if (missing.length > 0) void host.request("rank", missing);
    // What is chosen later asks for itself.
  }, [host, opened]);
  const toggle = (representation: ClusterRepresentation) => {
    const title = representationTitle(representation);
    if (title === ownTitle) return;
    const others = chosen.filter((one) => representationTitle(one) !== title);
    setChosen(others.length < chosen.length ? others : [...chosen, representation]);
    if (!isAmong(representation, ranking.ranked)) void host.request("rank", [representation]);
  };
  return (
    <div class="figures">
      <VarianceView
        host={host}
        curves={curves}
        barrierCurves={barrierCurves}
        count={count}
        onCount={onCount}
        onRemove={toggle}
      />
      {own.curve !== null && (
        <RankingView
          host={host}
          ranking={ranking}
          own={{ representation: own.representation, curve: own.curve }}
          onChoose={toggle}
        />
      )}
    </div>
  );
}

function curvesOf(
  judged: readonly JudgedRepresentation[],
  which: "curve" | "barrierCurve",
): readonly NamedCurve[] {
  return judged.flatMap(({ representation, [which]: curve }) =>
    curve === null ? [] : [{ representation, curve }],
  );
}

function isAmong(
  representation: ClusterRepresentation,
  list: readonly { readonly representation: ClusterRepresentation }[],
): boolean {
  const title = representationTitle(representation);
  return list.some((one) => representationTitle(one.representation) === title);
}
