import type { FigureSpec, Place, Point, Series } from "../shared/figure/figureSpec";
import { compoundName, rangeOf, shadeOf, type ClusterData } from "./clusterData";
import { clusterName, type Cluster, type Cut } from "./cut";
import { markSeries } from "./selection";
import { clustersAt, heightOfCount } from "./tree";

/** Figure 2.3 of the thesis shows 241; of larger trees the lowest merges are not drawn. */
const mostBranches = 300;
/** More clusters than this have no numbers beside them. */
const mostTags = 30;
/** More branches than this have no names beneath them. */
const mostBranchNames = 60;
/** Of the highest merge: what the strip of labels takes beneath the tree. */
const stripShare = 0.08;

/** Where a branch ends, and a merge lies, on the axes of a dendrogram. */
export interface Dendrogram {
  /** The clusters of the tree that are drawn as one line, from left to right: the n-th stands at n. */
  readonly branches: readonly number[];
  /** By the number of the cluster in the tree. */
  readonly places: ReadonlyMap<number, Place>;
}

/** Each merge stands in the middle above its two branches. */
export function layOut({ tree, order }: Pick<ClusterData, "tree" | "order">): Dendrogram {
  const { leaves, left, right, height } = tree;
  const drawn = Math.min(leaves, mostBranches);
  const branches = clustersAt(tree, order, drawn);
  const places = new Map<number, Place>(branches.map((branch, x) => [branch, { x, y: 0 }]));
  for (let merge = leaves - drawn; merge < left.length; merge++) {
    const [one, other] = [places.get(left[merge] ?? 0)?.x ?? 0, places.get(right[merge] ?? 0)?.x ?? 0];
    places.set(leaves + merge, { x: (one + other) / 2, y: height[merge] ?? 0 });
  }
  return { branches, places };
}

/** The cluster of a cut beneath which a place of a dendrogram lies; `undefined` beside it. */
export function clusterBeneath(x: number, { branches }: Dendrogram, cut: Cut, data: ClusterData) {
  const branch = branches[Math.round(x)];
  const leaf = branch === undefined ? undefined : membersOf(data, branch)[0];
  return leaf === undefined ? undefined : cut.clusters[cut.placeOf[leaf] ?? 0];
}

/** Figure 2.3: the tree with the clusters of a cut in colours, and beneath it what was measured. */
export function dendrogramFigure(
  data: ClusterData,
  dendrogram: Dendrogram,
  cut: Cut,
  selected: ReadonlySet<number>,
): FigureSpec {
  const highest = data.tree.height.at(-1) ?? 0;
  const top = highest > 0 ? highest : 1;
  const range = rangeOf(data.logConductivity);
  const { length } = dendrogram.branches;
  const names = length > mostBranchNames ? [] : dendrogram.branches.map((branch) => branchName(data, branch));
  return {
    title: "Dendrogram",
    x: { label: "", min: -0.5, max: length - 0.5, names },
    y: { label: "Ward distance", min: range ? -stripShare * top : 0, max: 1.08 * top, labelledFrom: 0 },
    ...(range ? { gradient: { label: "log σ (S/cm)", min: range[0], max: range[1] } } : {}),
    series: [
      ...markedBranches(data, dendrogram, selected),
      ...cut.clusters.map((cluster, place) => clusterSeries(data, dendrogram, cut, cluster, place)),
      treeSeries(data, dendrogram, cut),
      ...(range ? [stripSeries(data, dendrogram, range, stripShare * top)] : []),
    ],
  };
}

function membersOf({ order }: ClusterData, branch: number): Int32Array {
  return order.leaves.subarray(order.starts[branch], order.ends[branch]);
}

function markedBranches(
  data: ClusterData,
  { branches }: Dendrogram,
  selected: ReadonlySet<number>,
): Series[] {
  const points = branches.flatMap((branch, x): Point[] =>
    membersOf(data, branch).some((member) => selected.has(member))
      ? [{ x, y: 0, label: branchName(data, branch) }]
      : [],
  );
  return markSeries(points);
}

function branchName(data: ClusterData, branch: number): string {
  return branch < data.tree.leaves
    ? compoundName(data, branch)
    : `${membersOf(data, branch).length} compounds`;
}

/** A cluster hangs on the cut by its head. */
function clusterSeries(
  data: ClusterData,
  dendrogram: Dendrogram,
  { count }: Cut,
  cluster: Cluster,
  place: number,
): Series {
  const { members, node, number } = cluster;
  const top = dendrogram.places.get(node) ?? { x: 0, y: 0 };
  const labels = members.filter((member) => !Number.isNaN(data.logConductivity[member] ?? NaN)).length;
  const head: Point = {
    x: top.x,
    y: heightOfCount(data.tree, count),
    id: place,
    label: `${clusterName(cluster)}: ${members.length} compounds, ${labels} measured`,
    ...(count <= mostTags ? { tag: `${number}: ${members.length}` } : {}),
    arms: [top, top],
  };
  const merges = mergesWithin(data, dendrogram, node).map((merge) => ({ ...merge, id: place }));
  return {
    name: clusterName(cluster),
    draw: "points",
    points: [head, ...merges],
    colour: place,
    radius: 0,
    inLegend: false,
  };
}

/** The merges that are drawn of a cluster. */
function mergesWithin({ tree }: ClusterData, dendrogram: Dendrogram, cluster: number): Point[] {
  const { leaves, left, right } = tree;
  const points: Point[] = [];
  const below = [cluster];
  for (let node = below.pop(); node !== undefined; node = below.pop()) {
    const place = dendrogram.places.get(node);
    const children = [left[node - leaves], right[node - leaves]].filter((child) => child !== undefined);
    const [one, other] = children.map((child) => dendrogram.places.get(child));
    if (!place || !one || !other) continue;
    points.push({ ...place, label: "merge", arms: [one, other] });
    below.push(...children);
  }
  return points;
}

/** What lies above the cut. */
function treeSeries({ tree }: ClusterData, { places }: Dendrogram, { count }: Cut): Series {
  const { leaves, left, right } = tree;
  const cut = heightOfCount(tree, count);
  const end = (node: number): Place => {
    const place = places.get(node) ?? { x: 0, y: 0 };
    return { x: place.x, y: Math.max(place.y, cut) };
  };
  const points: Point[] = [];
  for (let merge = leaves - count; merge < left.length; merge++) {
    const place = places.get(leaves + merge);
    const arms = [end(left[merge] ?? 0), end(right[merge] ?? 0)] as const;
    if (place) points.push({ ...place, label: "merge", arms });
  }
  return {
    name: "above the cut",
    draw: "points",
    points,
    colour: "foreground",
    radius: 0,
    inLegend: false,
  };
}

/** A cell a branch, in the colour of the mean of what was measured of it. */
function stripSeries(
  data: ClusterData,
  { branches }: Dendrogram,
  range: readonly [number, number],
  height: number,
): Series {
  const points = branches.map((branch, x): Point => {
    const labels = [...membersOf(data, branch)]
      .map((member) => data.logConductivity[member] ?? NaN)
      .filter((label) => !Number.isNaN(label));
    if (labels.length === 0) return { x, y: 0, label: `${branchName(data, branch)}: not measured` };
    const mean = labels.reduce((sum, label) => sum + label, 0) / labels.length;
    const label = `${branchName(data, branch)}: log σ ${mean.toFixed(1)}`;
    return { x, y: -height, label, shade: shadeOf(mean, range) };
  });
  return { name: "measured", draw: "bars", points, inLegend: false };
}
