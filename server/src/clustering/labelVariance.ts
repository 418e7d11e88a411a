import { leafOrder, treeOutline, type TreeOutline } from "./treeCut";
import type { WardTree } from "./wardTree";

/** log10 of a conductivity, or an activation energy, for each row; NaN where none is known. */
export type Labels = Float64Array;

/** Intracluster variance of labels, W_sigma or W_Ea, for 1, 2, 3... clusters. */
export interface LabelVariance {
  /** A label alone in its cluster counts 0. */
  readonly plain: Float64Array;
  /** A label alone in its cluster keeps what it counted one depth before (frozen state, appendix A.1 of the thesis). */
  readonly frozen: Float64Array;
}

/** The cuts that {@link labelVariance} sums over when it is not told otherwise: appendix A shows 2 to 300. */
export const usualDepths = 300;

/**
 * The sum over labelled rows of (label - mean label of the cluster)², of every cut of a tree into 1 to `depths` clusters, or as
 * many as there are rows. Entry `k - 1` is that of `k` clusters.
 */
export function labelVariance(tree: WardTree, labels: Labels, depths = usualDepths): LabelVariance {
  const order = leafOrder(tree);
  const isLabelled = (leaf: number) => !Number.isNaN(labels[leaf] ?? NaN);
  const places = Int32Array.from(order.leaves.keys()).filter((place) => isLabelled(order.leaves[place] ?? 0));
  const values = Float64Array.from(places, (place) => labels[order.leaves[place] ?? 0] ?? NaN);
  return placedVariance(treeOutline(tree, depths, order), { places, values }, depths);
}

/** Labels at places of the leaf order, from left to right. */
export interface PlacedLabels {
  readonly places: ArrayLike<number>;
  readonly values: Float64Array;
}

/** As {@link labelVariance}, of a tree's outline that reaches to these depths. */
export function placedVariance(
  { leaves, splits, from }: TreeOutline,
  labels: PlacedLabels,
  depths = usualDepths,
): LabelVariance {
  const count = Math.min(depths, leaves);
  const [plain, frozen] = [new Float64Array(count), new Float64Array(count)];
  const partition = new LabelPartition(labels);
  for (let [k, next] = [1, 0]; k <= count; k++) {
    const places: number[] = [];
    for (; (from[next] ?? Infinity) <= k; next++) places.push(splits[next] ?? 0);
    partition.split(places);
    plain[k - 1] = sum(partition.plain);
    frozen[k - 1] = sum(partition.frozen);
  }
  return { plain, frozen };
}

/** Labels in clusters that become ever smaller. */
class LabelPartition {
  /** What each label counts. */
  readonly plain: Float64Array;
  readonly frozen: Float64Array;
  /** Between the labels of one cluster and of the next. */
  private readonly bounds: number[];

  constructor(private readonly labels: PlacedLabels) {
    const { length } = labels.values;
    this.plain = new Float64Array(length);
    this.frozen = new Float64Array(length);
    this.bounds = [0, length];
    this.settle(0, length);
  }

  /** One depth more: clusters are divided at these places. */
  split(places: readonly number[]): void {
    const known = new Set(this.bounds);
    // A part without labels changes nothing.
    const added = new Set(
      places.map((place) => firstNotBefore(this.labels.places, place)).filter((at) => !known.has(at)),
    );
    if (added.size === 0) return;
    this.bounds.push(...added);
    this.bounds.sort((a, b) => a - b);
    for (const [i, to] of this.bounds.entries()) {
      const from = this.bounds[i - 1] ?? 0;
      if (added.has(from) || added.has(to)) this.settle(from, to);
    }
  }

  private settle(from: number, to: number): void {
    const { values } = this.labels;
    const mean = sum(values.subarray(from, to)) / (to - from);
    for (let i = from; i < to; i++) {
      const part = ((values[i] ?? 0) - mean) ** 2;
      this.plain[i] = part;
      if (to - from > 1) this.frozen[i] = part;
    }
  }
}

function firstNotBefore(places: ArrayLike<number>, place: number): number {
  let [low, high] = [0, places.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((places[middle] ?? 0) < place) low = middle + 1;
    else high = middle;
  }
  return low;
}

function sum(values: Float64Array): number {
  let total = 0;
  for (const value of values) total += value;
  return total;
}
