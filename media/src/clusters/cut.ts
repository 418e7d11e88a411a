import { clustersAt, leafOrder, type LeafOrder, type Tree } from "./tree";

/** The compounds in so many clusters. */
export interface Cut {
  readonly count: number;
  /** Of the clusters, from left to right beneath the dendrogram. */
  readonly clusters: readonly Cluster[];
  /** The cluster of each compound, as a place in {@link clusters}. */
  readonly placeOf: Int32Array;
}

export interface Cluster {
  /** From 0, by first appearance of its compounds. */
  readonly number: number;
  /** Its number in the tree. */
  readonly node: number;
  /** Indices of compounds. */
  readonly members: readonly number[];
}

export function clusterName({ number }: Pick<Cluster, "number">): string {
  return `cluster ${number}`;
}

export function cutTree(tree: Tree, count: number, order: LeafOrder = leafOrder(tree)): Cut {
  const nodes = clustersAt(tree, order, count);
  const members = nodes.map((node) => [...order.leaves.subarray(order.starts[node], order.ends[node])]);
  const firsts = members.map((leaves) => Math.min(...leaves));
  const ranked = firsts.toSorted((one, other) => one - other);
  const placeOf = new Int32Array(tree.leaves);
  for (const [place, leaves] of members.entries()) for (const leaf of leaves) placeOf[leaf] = place;
  const clusters = nodes.map((node, place) => ({
    node,
    number: ranked.indexOf(firsts[place] ?? 0),
    members: members[place] ?? [],
  }));
  return { count, clusters, placeOf };
}
