import * as v from "valibot";
import { useMemo } from "preact/hooks";
import { representationTitle, type ClusterRepresentation } from "../../../server/src/protocol/clusters";
import { reader } from "../../../server/src/protocol/webview";
import { Figure } from "../shared/figure/figure";
import { useViewState } from "../shared/viewState";
import { Choice } from "../shared/choice";
import type { ClustersHost } from "./clustersHost";
import { varianceFigure, varianceKinds, type NamedCurve, type VarianceKind } from "./varianceFigure";

export interface VarianceViewProps {
  readonly host: ClustersHost;
  /** W_sigma, that of the panel first. */
  readonly curves: readonly NamedCurve[];
  /** W_Ea. */
  readonly barrierCurves: readonly NamedCurve[];
  readonly count: number;
  readonly onCount: (count: number) => void;
  readonly onRemove: (representation: ClusterRepresentation) => void;
}

const readKind = reader(v.picklist(varianceKinds));
const kindTitles = { frozen: "Frozen state", plain: "Plain", share: "Share of random" } as const;

/** W_sigma and W_Ea by the number of clusters; a click on a curve cuts there. */
export function VarianceView(props: VarianceViewProps) {
  const { host, curves, barrierCurves, count, onCount, onRemove } = props;
  const [kind, setKind] = useViewState<VarianceKind>("variance", readKind, "frozen");
  const specs = useMemo(
    () => [
      ...(curves.length > 0 ? [varianceFigure(curves, kind)] : []),
      ...(barrierCurves.length > 0 ? [varianceFigure(barrierCurves, kind, "barrier")] : []),
    ],
    [curves, barrierCurves, kind],
  );
  return (
    <div>
      <div class="toolbar">
        <Choice label="Variance" options={varianceKinds} names={kindTitles} value={kind} onValue={setKind} />
        {curves.slice(1).map(({ representation }) => {
          const title = representationTitle(representation);
          return (
            <button
              key={title}
              type="button"
              aria-label={`Remove ${title}`}
              onClick={() => {
                onRemove(representation);
              }}
            >
              {title} {"\u2715"}
            </button>
          );
        })}
      </div>
      {specs.map((spec) => (
        <Figure
          key={spec.title}
          spec={spec}
          host={host}
          cursor={count}
          onPick={({ id }) => {
            if (id !== undefined) onCount(id);
          }}
        />
      ))}
    </div>
  );
}
