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

/** A tree as far as its first cuts tell: each divides the leaf order at one more place. */
export interface TreeOutline {
  readonly leaves: number;
  /** Entry `k - 1` is the place that the cut into `k + 1` clusters adds to those of the cut into `k`. */
  readonly splits: ArrayLike<number>;
}

/** @param depths How many cuts are of interest, the one cluster of all leaves among them. */
export function treeOutline(tree: WardTree, depths: number, { starts } = leafOrder(tree)): TreeOutline {
  const undone = tree.merges.slice(Math.max(0, tree.leaves - depths)).reverse();
  return { leaves: tree.leaves, splits: Int32Array.from(undone, ({ right }) => starts[right] ?? 0) };
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
 * that comes later in the tree is undone first.
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
