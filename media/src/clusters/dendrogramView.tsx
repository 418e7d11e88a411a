import { useEffect, useMemo, useState } from "preact/hooks";
import { Figure } from "../shared/figure/figure";
import type { ClusterData } from "./clusterData";
import type { ClustersHost } from "./clustersHost";
import { cutTree, type Cluster, type Cut } from "./cut";
import { clusterBeneath, dendrogramFigure, layOut } from "./dendrogramFigure";
import { countAtHeight, heightOfCount } from "./tree";

export interface DendrogramViewProps {
  readonly host: ClustersHost;
  readonly data: ClusterData;
  readonly cut: Cut;
  readonly most: number;
  readonly selected: ReadonlySet<number>;
  /** Told how many clusters are wanted, be there so many or not. */
  readonly onCount: (count: number) => void;
  readonly onCluster: (cluster: Cluster) => void;
}

/** The tree with the line that cuts it. While the line is dragged only this figure follows. */
export function DendrogramView({ host, data, cut, most, selected, onCount, onCluster }: DendrogramViewProps) {
  const [dragged, setDragged] = useState<number>();
  const dendrogram = useMemo(() => layOut(data), [data]);
  const count = dragged === undefined ? cut.count : Math.min(countAtHeight(data.tree, dragged), most);
  const shown = useMemo(
    () => (count === cut.count ? cut : cutTree(data.tree, count, data.order)),
    [data, cut, count],
  );
  const spec = useMemo(
    () => dendrogramFigure(data, dendrogram, shown, selected),
    [data, dendrogram, shown, selected],
  );
  const height = heightOfCount(data.tree, cut.count);
  useEffect(() => {
    setDragged(undefined);
  }, [cut]);
  return (
    <Figure
      spec={spec}
      host={host}
      height={380}
      onPick={({ id }) => {
        const cluster = id === undefined ? undefined : shown.clusters[id];
        if (cluster) onCluster(cluster);
      }}
      onPlace={({ x }) => {
        const cluster = clusterBeneath(x, dendrogram, shown, data);
        if (cluster) onCluster(cluster);
      }}
      level={{
        label: "Height of the cut",
        value: dragged ?? height,
        text: `${count} clusters`,
        onDrag: setDragged,
        onDrop() {
          setDragged(undefined);
          if (count !== cut.count) onCount(count);
        },
        onStep(step) {
          onCount(cut.count - step);
        },
      }}
    />
  );
}
