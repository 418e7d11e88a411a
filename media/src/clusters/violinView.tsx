import { useMemo } from "preact/hooks";
import { Figure } from "../shared/figure/figure";
import type { ClusterData } from "./clusterData";
import type { ClustersHost } from "./clustersHost";
import type { Cluster, Cut } from "./cut";
import type { Selection } from "./useSelection";
import { labelledClusters, violinFigure } from "./violinFigure";

export interface ViolinViewProps {
  readonly host: ClustersHost;
  readonly data: ClusterData;
  readonly cut: Cut;
  readonly selection: Selection;
  readonly onCluster: (cluster: Cluster) => void;
}

/** Measured conductivities by cluster; a click on a point selects the compound, one beside it the cluster. */
export function ViolinView({ host, data, cut, selection, onCluster }: ViolinViewProps) {
  const { selected } = selection;
  const shown = useMemo(() => labelledClusters(data, cut), [data, cut]);
  const spec = useMemo(() => violinFigure(data, shown, selected), [data, shown, selected]);
  return (
    <Figure
      spec={spec}
      host={host}
      onPick={({ id }) => {
        if (id !== undefined) selection.select([id]);
      }}
      onPlace={({ x }) => {
        const there = shown[Math.round(x)];
        if (there) onCluster(there.cluster);
      }}
    />
  );
}
