import { useMemo } from "preact/hooks";
import type { ClusterStatistics } from "../../../server/src/protocol/clusters";
import { VirtualTable, type Column } from "../shared/table/virtualTable";
import type { Cluster, Cut } from "./cut";
import type { Selection } from "./useSelection";
import type { JudgedCut } from "./useCut";

export interface ClusterTableProps {
  readonly cut: Cut;
  readonly judged: JudgedCut | undefined;
  readonly selection: Selection;
  readonly onCluster: (cluster: Cluster) => void;
  /** Enter or a double click. */
  readonly onOpen: () => void;
}

interface ClusterRow {
  readonly cluster: Cluster;
  /** Absent until the server has told. */
  readonly statistics: ClusterStatistics | undefined;
  readonly candidates: number;
}

const number = (value: number | null | undefined) => value?.toFixed(1) ?? "";
const relations = { contains: "high \u03c3 in it", adjacent: "next to high \u03c3" } as const;

const columns: readonly Column<ClusterRow>[] = [
  {
    key: "number",
    title: "Cluster",
    width: 76,
    numeric: true,
    cell: ({ cluster }) => cluster.number,
  },
  {
    key: "size",
    title: "Compounds",
    width: 104,
    numeric: true,
    cell: ({ cluster }) => cluster.members.length,
  },
  {
    key: "labels",
    title: "Measured",
    width: 92,
    numeric: true,
    cell: ({ statistics }) => statistics?.labels ?? "",
  },
  {
    key: "mean",
    title: "log \u03c3",
    hint: "Mean of log10 of the measured conductivities, S/cm",
    width: 64,
    numeric: true,
    cell: ({ statistics }) => number(statistics?.mean),
  },
  {
    key: "deviation",
    title: "\u00b1",
    hint: "Their standard deviation",
    width: 48,
    numeric: true,
    cell: ({ statistics }) => number(statistics?.deviation),
  },
  {
    key: "high",
    title: "\u2265 1e-5",
    hint: "Measured conductivities of 1e-5 S/cm or more",
    width: 64,
    numeric: true,
    cell: ({ statistics }) => statistics?.high ?? "",
  },
  { key: "candidates", title: "Candidates", width: 104, numeric: true, cell: ({ candidates }) => candidates },
  {
    key: "relation",
    title: "Promise",
    hint: "Whether high conductivities were measured in it, or in a cluster that it is the nearest to",
    width: 120,
    cell: ({ statistics }) => (statistics?.relation ? relations[statistics.relation] : ""),
  },
];

/** The clusters of the cut, in the order of the dendrogram. */
export function ClusterTable({ cut, judged, selection, onCluster, onOpen }: ClusterTableProps) {
  const rows = useMemo(() => rowsOf(cut, judged), [cut, judged]);
  const active = selection.first === undefined ? undefined : cut.placeOf[selection.first];
  return (
    <section aria-label="Clusters">
      <div class="toolbar">
        <h2>Clusters</h2>
        <span class="count">A click selects the compounds, Enter shows them alone.</span>
      </div>
      <VirtualTable
        label="Clusters"
        columns={columns}
        count={rows.length}
        rowAt={(place) => rows[place]}
        active={active}
        isSelected={(place) =>
          rows[place]?.cluster.members.some((one) => selection.selected.has(one)) === true
        }
        onActive={(place) => {
          const row = rows[place];
          if (row) onCluster(row.cluster);
        }}
        onOpen={onOpen}
      />
    </section>
  );
}

function rowsOf({ clusters }: Cut, judged: JudgedCut | undefined): ClusterRow[] {
  const candidates = new Set(judged?.candidates);
  return clusters.map((cluster) => ({
    cluster,
    statistics: judged?.clusters[cluster.number],
    candidates: cluster.members.filter((member) => candidates.has(member)).length,
  }));
}
