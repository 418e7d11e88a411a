/** A Ward tree: merge i of n leaves joins two clusters to the one with the number n + i. Leaves are numbered first. */
export interface Tree {
  readonly leaves: number;
  /** By merge, by rising height. */
  readonly left: Float32Array;
  readonly right: Float32Array;
  readonly height: Float32Array;
}

/** The leaves as they stand beneath a dendrogram: every cluster is a range of them. */
export interface LeafOrder {
  /** The leaf at each place. */
  readonly leaves: Int32Array;
  /** The place of the first leaf of each cluster, by its number in the tree. */
  readonly starts: Int32Array;
  /** The place behind the last one. */
  readonly ends: Int32Array;
}

/** Of two branches the one with the first leaf stands left. */
export function leafOrder({ leaves: count, left, right }: Tree): LeafOrder {
  const clusters = count + left.length;
  const sizes = new Int32Array(clusters).fill(1);
  const firsts = Int32Array.from({ length: clusters }, (_, leaf) => leaf);
  const at = (numbers: ArrayLike<number>, index: number) => numbers[index] ?? 0;
  for (let merge = 0; merge < left.length; merge++) {
    const [one, other] = [at(left, merge), at(right, merge)];
    sizes[count + merge] = at(sizes, one) + at(sizes, other);
    firsts[count + merge] = Math.min(at(firsts, one), at(firsts, other));
  }
  const starts = new Int32Array(clusters);
  for (let merge = left.length - 1; merge >= 0; merge--) {
    const children = [at(left, merge), at(right, merge)];
    const [first = 0, last = 0] = children.sort((one, other) => at(firsts, one) - at(firsts, other));
    starts[first] = at(starts, count + merge);
    starts[last] = at(starts, count + merge) + at(sizes, first);
  }
  const leaves = new Int32Array(count);
  for (let leaf = 0; leaf < count; leaf++) leaves[at(starts, leaf)] = leaf;
  return { leaves, starts, ends: starts.map((start, cluster) => start + at(sizes, cluster)) };
}

/** The clusters that are left when the highest merges are undone until there are so many, from left to right. */
export function clustersAt({ leaves, left, right }: Tree, { starts }: LeafOrder, count: number): number[] {
  const kept = leaves + left.length - (count - 1);
  const undone = [...left.subarray(kept - leaves), ...right.subarray(kept - leaves)];
  const clusters = count > 1 ? undone.filter((cluster) => cluster < kept) : [kept - 1];
  return clusters.sort((one, other) => (starts[one] ?? 0) - (starts[other] ?? 0));
}

/** How many clusters a cut at a height leaves. */
export function countAtHeight({ height }: Tree, cut: number): number {
  return 1 + height.reduce((above, one) => above + Number(one > cut), 0);
}

/** Where a cut into so many clusters stands: half-way between the merges that it parts. */
export function heightOfCount({ leaves, height }: Tree, count: number): number {
  const [above, below] = [height[leaves - count] ?? NaN, height[leaves - count - 1] ?? NaN];
  if (count <= 1) return 1.05 * (height.at(-1) ?? 0);
  return Number.isNaN(below) ? above / 2 : (above + below) / 2;
}
