import type { FeatureMatrix } from "../../clustering/featureMatrix";
import { labelVariance, type Labels } from "../../clustering/labelVariance";
import { randomControl } from "../../clustering/randomControl";
import { wardTree, type Merge, type WardTree } from "../../clustering/wardTree";
import { Random } from "../../learning/random";
import { firstDepth, type VarianceCurve } from "../../protocol/clusters";
import type { ClusterReply, PostedMerges, SharedMatrix } from "./clusterTask";

const seed = 1;

/** @param progress see {@link ClusterTask}. */
export function treeOf(
  matrix: SharedMatrix,
  labels: Labels,
  barriers: Labels,
  progress: Float64Array,
): Extract<ClusterReply, { kind: "tree" }> {
  const tree = wardTree(matrixOf(matrix), {
    onProgress: (share) => {
      progress[0] = share;
    },
  });
  const onRepeat = (done: number) => {
    progress[1] = done;
  };
  return {
    kind: "tree",
    tree: postedMerges(tree),
    curve: curveOf(tree, labels, onRepeat),
    barrierCurve: curveOf(tree, barriers, onRepeat),
  };
}

export function postedMerges({ merges }: WardTree): PostedMerges {
  return {
    left: Int32Array.from(merges, ({ left }) => left),
    right: Int32Array.from(merges, ({ right }) => right),
    height: Float64Array.from(merges, ({ height }) => height),
    size: Int32Array.from(merges, ({ size }) => size),
  };
}

/** What {@link postedMerges} took apart. */
export function wardTreeOf({ left, right, height, size }: PostedMerges): WardTree {
  const merges = Array.from(left, (one, i): Merge => ({
    left: one,
    right: right[i] ?? 0,
    height: height[i] ?? 0,
    size: size[i] ?? 0,
  }));
  return { leaves: merges.length + 1, merges };
}

export function matrixOf({ rows, columns, values }: SharedMatrix): FeatureMatrix {
  return { rows, columns, values: new Float64Array(values) };
}

/** `null` with fewer than two labels. */
export function curveOf(
  tree: WardTree,
  labels: Labels,
  onRepeat: (done: number) => void = () => undefined,
): VarianceCurve | null {
  const count = labels.filter((label) => !Number.isNaN(label)).length;
  if (count < 2) return null;
  const random = new Random(seed);
  const { plain, frozen } = labelVariance(tree, labels);
  const control = randomControl(tree, labels, { random: () => random.uniform(), onRepeat });
  const fromTwo = (values: Float64Array) => [...values.subarray(firstDepth - 1)];
  return {
    labels: count,
    plain: fromTwo(plain),
    frozen: fromTwo(frozen),
    control: { mean: fromTwo(control.frozen.mean), deviation: fromTwo(control.frozen.deviation) },
  };
}
