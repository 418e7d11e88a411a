import * as v from "valibot";
import { useMemo } from "preact/hooks";
import type {
  ClustersPanelEvent,
  ClustersPanelRequests,
  ClustersSubject,
  OpenedClustering,
} from "../../../server/src/protocol/clustersPanel";
import { reader } from "../../../server/src/protocol/webview";
import { announce } from "../shared/announce";
import { fileName } from "../shared/fileName";
import type { PageProps } from "../shared/startPage";
import { useViewState } from "../shared/viewState";
import { decodeClustering, type ClusterData } from "./clusterData";
import type { ClustersHost } from "./clustersHost";
import { ClusterTable } from "./clusterTable";
import { compoundRows } from "./compoundRows";
import { CompoundTable, shownKinds, type ShownKind } from "./compoundTable";
import { CountField } from "./countField";
import { clusterName, type Cluster } from "./cut";
import { DendrogramView } from "./dendrogramView";
import { MapView } from "./mapView";
import { Representations } from "./representations";
import { RunStatus } from "./runStatus";
import { BarrierStatus } from "./barrierStatus";
import { useBarriers } from "./useBarriers";
import { useCut } from "./useCut";
import { useOpened } from "./useOpened";
import { useSelection } from "./useSelection";
import { ViolinView } from "./violinView";

type Props = PageProps<ClustersSubject, ClustersPanelRequests, ClustersPanelEvent>;

/** Compounds in clusters: the tree, its cut, and what is selected in all figures and tables. */
export function ClustersPage({ subject, host }: Props) {
  const opened = useOpened(host);
  const data = useMemo(() => dataOf(opened), [opened]);
  return (
    <>
      <h1>{titleOf(subject)}</h1>
      {opened && <RunStatus subject={subject} opened={opened} data={data} host={host} />}
      {opened && data && <Clusters subject={subject} host={host} opened={opened} data={data} />}
    </>
  );
}

function titleOf({ input }: ClustersSubject): string {
  const names = input.kind === "screening" ? [input.file] : input.paths;
  return `Clusters of ${names.map(fileName).join(", ")}`;
}

function dataOf(opened: OpenedClustering | undefined): ClusterData | undefined {
  if (opened?.state !== "ended" || opened.outcome.kind !== "clustered") return undefined;
  return decodeClustering(opened.outcome.clustering);
}

interface ClustersProps {
  readonly subject: ClustersSubject;
  readonly host: ClustersHost;
  readonly opened: OpenedClustering;
  readonly data: ClusterData;
}

/** Figure 2.2 and 2.3 of the thesis go so far. */
const mostClusters = 300;
const usualClusters = 9;
const readCount = reader(v.pipe(v.number(), v.integer(), v.minValue(1)));
const readShown = reader(v.picklist(shownKinds));

function Clusters({ subject, host, opened, data }: ClustersProps) {
  const compounds = data.files.length;
  const most = Math.min(compounds, mostClusters);
  const usual = Math.max(1, Math.min(usualClusters, Math.floor(compounds / 2)));
  const [kept, setKept] = useViewState("count", readCount, usual);
  const count = Math.min(kept, most);
  const setCount = (wanted: number) => {
    setKept(Math.min(Math.max(wanted, 1), most));
  };
  const barriers = useBarriers(host, opened, data);
  const { cut, judged, refusal } = useCut(host, data, count, barriers);
  const selection = useSelection(compounds);
  const [shown, setShown] = useViewState<ShownKind>("shown", readShown, "all");
  const rows = useMemo(
    () => compoundRows(data, cut, judged, barriers.energies),
    [data, cut, judged, barriers.energies],
  );
  const own = useMemo(
    () => ({ representation: subject.representation, curve: data.curve, barrierCurve: barriers.curve }),
    [subject, data, barriers.curve],
  );
  const selectCluster = (cluster: Cluster) => {
    selection.select(cluster.members);
    announce(`${clusterName(cluster)}: ${cluster.members.length} compounds selected.`);
  };
  return (
    <>
      <div class="toolbar">
        <CountField count={count} most={most} onCount={setCount} />
        {refusal !== "" && <span class="notice">{refusal}</span>}
      </div>
      <DendrogramView
        host={host}
        data={data}
        cut={cut}
        most={most}
        selected={selection.selected}
        onCount={setCount}
        onCluster={selectCluster}
      />
      <div class="figures level">
        {data.curve !== null && (
          <ViolinView host={host} data={data} cut={cut} selection={selection} onCluster={selectCluster} />
        )}
        <MapView host={host} data={data} cut={cut} selection={selection} />
      </div>
      <BarrierStatus host={host} data={data} barriers={barriers} judged={judged} />
      <div class="tables">
        <ClusterTable
          cut={cut}
          judged={judged}
          selection={selection}
          onCluster={selectCluster}
          onOpen={() => {
            setShown("selected");
          }}
        />
        <CompoundTable host={host} rows={rows} shown={shown} onShown={setShown} selection={selection} />
      </div>
      {(data.curve ?? barriers.curve) !== null && (
        <Representations host={host} opened={opened} own={own} count={count} onCount={setCount} />
      )}
    </>
  );
}
