import type { FigureSpec, Point, Series } from "../shared/figure/figureSpec";
import { compoundName, type ClusterData } from "./clusterData";
import { clusterName, type Cluster, type Cut } from "./cut";
import { density } from "./density";
import { selectedSeries } from "./selection";

/** Share of the room between two violins that each takes to one side. */
const halfWidth = 0.42;
/** Decades: conductivities are not known better. */
const leastWidth = 0.3;

/** A cluster with the members that are labelled, at least one. */
export interface LabelledCluster {
  readonly cluster: Cluster;
  /** Place of the cluster in the cut. */
  readonly place: number;
  readonly labelled: readonly number[];
}

/** In the order of the dendrogram. */
export function labelledClusters({ logConductivity }: ClusterData, { clusters }: Cut): LabelledCluster[] {
  return clusters
    .map((cluster, place) => {
      const labelled = cluster.members.filter((member) => !Number.isNaN(logConductivity[member] ?? NaN));
      return { cluster, place, labelled };
    })
    .filter(({ labelled }) => labelled.length > 0);
}

/** The violins of figure 2.3: measured conductivities by cluster; the n-th stands at n. */
export function violinFigure(
  data: ClusterData,
  shown: readonly LabelledCluster[],
  selected: ReadonlySet<number>,
): FigureSpec {
  const { logConductivity } = data;
  const points = shown.flatMap(({ labelled }, x) =>
    labelled.map((member, i): Point => ({
      x: x + spread(i, labelled.length),
      y: logConductivity[member] ?? NaN,
      id: member,
      label: compoundName(data, member),
    })),
  );
  return {
    title: "Measured conductivity by cluster",
    x: {
      label: "cluster",
      min: -0.6,
      max: Math.max(shown.length, 1) - 0.4,
      names: shown.map(({ cluster }) => String(cluster.number)),
    },
    y: { label: "log σ (S/cm)" },
    series: [
      ...selectedSeries(points, selected),
      {
        name: "measured",
        draw: "points",
        points,
        colour: "foreground",
        shape: "circle",
        radius: 2.5,
        inLegend: false,
      },
      ...shown.flatMap((one, x) => violin(data, one, x)),
    ],
  };
}

function violin(
  { logConductivity }: ClusterData,
  { cluster, place, labelled }: LabelledCluster,
  x: number,
): Series[] {
  if (labelled.length < 2) return [];
  const values = labelled.map((member) => logConductivity[member] ?? NaN);
  const { at, height } = density(values, leastWidth);
  const side = (sign: 1 | -1) =>
    at.map((y, i) => ({ x: x + sign * halfWidth * (height[i] ?? 0), y, label: "outline" }));
  return [
    {
      name: clusterName(cluster),
      draw: "area",
      points: [...side(1), ...side(-1).reverse()],
      colour: place,
      inLegend: false,
    },
  ];
}

/** Where the i-th of so many points stands beside the middle, so that equal values do not hide each other. */
function spread(i: number, count: number): number {
  return count < 2 ? 0 : 0.24 * ((i % 7) / 6 - 0.5);
}
