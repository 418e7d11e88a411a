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
  { leaves, splits }: TreeOutline,
  { places, values }: PlacedLabels,
  depths = usualDepths,
): LabelVariance {
  const parts = { plain: new Float64Array(values.length), frozen: new Float64Array(values.length) };
  const settle = (from: number, to: number): void => {
    const mean = sum(values, from, to) / (to - from);
    for (let i = from; i < to; i++) {
      const part = ((values[i] ?? 0) - mean) ** 2;
      parts.plain[i] = part;
      if (to - from > 1) parts.frozen[i] = part;
    }
  };
  const count = Math.min(depths, leaves);
  const [plain, frozen] = [new Float64Array(count), new Float64Array(count)];
  /** Between the labels of one cluster and of the next. */
  const bounds = [0, values.length];
  settle(0, values.length);
  for (let k = 1; k <= count; k++) {
    plain[k - 1] = sum(parts.plain, 0, values.length);
    frozen[k - 1] = sum(parts.frozen, 0, values.length);
    const split = firstNotBefore(places, splits[k - 1] ?? leaves);
    // A part without labels changes nothing.
    if (bounds.includes(split)) continue;
    const next = bounds.findIndex((bound) => bound > split);
    settle(bounds[next - 1] ?? 0, split);
    settle(split, bounds[next] ?? split);
    bounds.splice(next, 0, split);
  }
  return { plain, frozen };
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

function sum(values: Float64Array, from: number, to: number): number {
  let total = 0;
  for (let i = from; i < to; i++) total += values[i] ?? 0;
  return total;
}
