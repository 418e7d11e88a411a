import * as v from "valibot";
import { useEffect, useMemo, useState } from "preact/hooks";
import { mapKinds } from "../../../server/src/protocol/clusters";
import { decodeFloats } from "../../../server/src/protocol/binary";
import { reader } from "../../../server/src/protocol/webview";
import { Figure } from "../shared/figure/figure";
import { useViewState } from "../shared/viewState";
import { Choice } from "../shared/choice";
import type { ClusterData } from "./clusterData";
import { reasonOf, type ClustersHost } from "./clustersHost";
import type { Cut } from "./cut";
import { mapColours, mapFigure, type ClusterMap, type MapColour } from "./mapFigure";
import type { Selection } from "./useSelection";

export interface MapViewProps {
  readonly host: ClustersHost;
  readonly data: ClusterData;
  readonly cut: Cut;
  readonly selection: Selection;
}

const readKind = reader(v.picklist(mapKinds));
const readColour = reader(v.picklist(mapColours));
const kindTitles = { pca: "PCA", umap: "UMAP" } as const;
const colourTitles = { cluster: "Cluster", conductivity: "Conductivity", pSi: "P_SI" } as const;

type FetchedMap =
  | { readonly state: "coming" }
  | { readonly state: "there"; readonly map: ClusterMap }
  | { readonly state: "refused"; readonly reason: string };

/** The compounds in a plane. */
export function MapView({ host, data, cut, selection }: MapViewProps) {
  const [kind, setKind] = useViewState<(typeof mapKinds)[number]>("map", readKind, "pca");
  const [colour, setColour] = useViewState<MapColour>("mapColour", readColour, "cluster");
  const fetched = useMap(host, data, kind);
  const map = fetched.state === "there" ? fetched.map : undefined;
  const spec = useMemo(
    () => map && mapFigure(data, map, cut, colour, selection.selected),
    [data, map, cut, colour, selection.selected],
  );
  return (
    <div>
      <div class="toolbar">
        <Choice label="Map" options={mapKinds} names={kindTitles} value={kind} onValue={setKind} />
        <Choice label="Colour" options={mapColours} names={colourTitles} value={colour} onValue={setColour} />
      </div>
      {fetched.state === "coming" && <p class="count">The map is being computed.</p>}
      {fetched.state === "refused" && (
        <p class="notice" role="alert">
          {fetched.reason}
        </p>
      )}
      {spec && (
        <Figure
          spec={spec}
          host={host}
          onPick={({ id }) => {
            if (id !== undefined) selection.select([id]);
          }}
        />
      )}
    </div>
  );
}

function useMap(host: ClustersHost, data: ClusterData, kind: ClusterMap["kind"]): FetchedMap {
  const [fetched, setFetched] = useState<FetchedMap>({ state: "coming" });
  useEffect(() => {
    let isCurrent = true;
    setFetched({ state: "coming" });
    host
      .request("map", kind)
      .catch((error: unknown) => ({ kind: "refused", reason: reasonOf(error) }) as const)
      .then((result) => {
        if (!isCurrent) return;
        if (result.kind === "refused") setFetched({ state: "refused", reason: result.reason });
        else {
          const map = {
            kind,
            x: decodeFloats(result.x),
            y: decodeFloats(result.y),
            variance: result.variance,
          };
          setFetched({ state: "there", map });
        }
      }, console.error);
    return () => {
      isCurrent = false;
    };
  }, [host, data, kind]);
  return fetched;
}
