import type { WardTree } from "./wardTree";

/** The leaves as they stand beneath a dendrogram: every cluster of the tree is a range of them. */
export interface LeafOrder {
  /** The leaf at each place, left branches first. */
  readonly leaves: Int32Array;
  /** The place of the first leaf of each cluster, by its number in the tree. */
  readonly starts: Int32Array;
  /** The place behind the last one. */
  readonly ends: Int32Array;
}

export function leafOrder({ leaves: count, merges }: WardTree): LeafOrder {
  const clusters = count + merges.length;
  const [starts, ends] = [new Int32Array(clusters), new Int32Array(clusters).fill(count)];
  for (let i = merges.length - 1; i >= 0; i--) {
    const { left = 0, right = 0 } = merges[i] ?? {};
    const middle = (starts[count + i] ?? 0) + sizeOf({ leaves: count, merges }, left);
    starts[left] = starts[count + i] ?? 0;
    ends[left] = starts[right] = middle;
    ends[right] = ends[count + i] ?? 0;
  }
  const leaves = new Int32Array(count);
  for (let leaf = 0; leaf < count; leaf++) leaves[starts[leaf] ?? 0] = leaf;
  return { leaves, starts, ends };
}

/** A tree as far as its first cuts tell: each split divides the leaf order at one more place. */
export interface TreeOutline {
  readonly leaves: number;
  /** Places in the leaf order, those of the highest merges first. */
  readonly splits: ArrayLike<number>;
  /** The number of clusters from which on each split counts. */
  readonly from: ArrayLike<number>;
}

/**
 * The splits of the cuts into 1 to `depths` clusters. Cuts are half-way between two heights, as in the thesis: where several
 * merges have one height they are undone together, at the last of their depths, since which of them goes first says nothing
 * but how rows are ordered. Rows that are equal are never told apart.
 */
export function treeOutline(tree: WardTree, depths: number, { starts } = leafOrder(tree)): TreeOutline {
  const falling = tree.merges.toReversed().filter(({ height }) => height > 0);
  const last = new Map(falling.map(({ height }, rank) => [height, rank]));
  const undone = falling
    .map(({ height, right }, rank) => ({ place: starts[right] ?? 0, from: 2 + (last.get(height) ?? rank) }))
    .slice(0, depths)
    .filter(({ from }) => from <= depths);
  return {
    leaves: tree.leaves,
    splits: Int32Array.from(undone, ({ place }) => place),
    from: Int32Array.from(undone, ({ from }) => from),
  };
}

/** How many leaves a cluster has. */
export function sizeOf({ leaves, merges }: WardTree, cluster: number): number {
  return merges[cluster - leaves]?.size ?? 1;
}

/** The clusters of the tree that are left when the `k - 1` highest merges are undone; `k` is 1 to the number of leaves. */
export function clustersAt({ leaves, merges }: WardTree, k: number): number[] {
  const kept = leaves + merges.length - (k - 1);
  if (k <= 1) return merges.length > 0 || leaves > 0 ? [kept - 1] : [];
  return merges.slice(kept - leaves).flatMap(({ left, right }) => [left, right].filter((one) => one < kept));
}

/**
 * The cluster of each row when the tree is cut into `k`, from 0 in the order of their first rows. Where heights tie, the merge
 * that comes later in the tree is undone first, so that there are always `k` clusters.
 *
 * @throws RangeError where `k` is below 1 or above the number of leaves.
 */
export function cutTree(tree: WardTree, k: number, order = leafOrder(tree)): Int32Array {
  if (!(Number.isInteger(k) && k >= 1 && k <= tree.leaves))
    throw new RangeError(`a tree of ${tree.leaves} leaves cannot be cut into ${k} clusters`);
  const assigned = new Int32Array(tree.leaves);
  for (const cluster of clustersAt(tree, k))
    for (let place = order.starts[cluster] ?? 0; place < (order.ends[cluster] ?? 0); place++)
      assigned[order.leaves[place] ?? 0] = cluster;
  const numbers = new Map<number, number>();
  return assigned.map((cluster) => {
    const number = numbers.get(cluster) ?? numbers.size;
    numbers.set(cluster, number);
    return number;
  });
}
