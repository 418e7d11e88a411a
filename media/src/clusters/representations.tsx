import { useEffect, useMemo } from "preact/hooks";
import { representationTitle, type ClusterRepresentation } from "../../../server/src/protocol/clusters";
import { readRepresentations, type OpenedClustering } from "../../../server/src/protocol/clustersPanel";
import { useViewState } from "../shared/viewState";
import type { ClustersHost } from "./clustersHost";
import { RankingView } from "./rankingView";
import { useRanking } from "./useRanking";
import type { NamedCurve } from "./varianceFigure";
import { VarianceView } from "./varianceView";

export interface RepresentationsProps {
  readonly host: ClustersHost;
  readonly opened: OpenedClustering;
  /** That of the panel. */
  readonly own: NamedCurve;
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
  const curves = useMemo(() => {
    const wanted = chosen.map(representationTitle);
    const others = ranking.ranked
      .flatMap((one) => (one.kind === "ranked" ? [one] : []))
      .filter(({ representation }) => wanted.includes(representationTitle(representation)));
    return [own, ...others];
  }, [own, ranking.ranked, chosen]);
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
      <VarianceView host={host} curves={curves} count={count} onCount={onCount} onRemove={toggle} />
      <RankingView host={host} ranking={ranking} own={own} onChoose={toggle} />
    </div>
  );
}

function isAmong(
  representation: ClusterRepresentation,
  list: readonly { readonly representation: ClusterRepresentation }[],
): boolean {
  const title = representationTitle(representation);
  return list.some((one) => representationTitle(one.representation) === title);
}
