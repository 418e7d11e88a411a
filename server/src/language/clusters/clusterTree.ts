import type { FeatureMatrix } from "../../clustering/featureMatrix";
import { labelVariance, type Labels } from "../../clustering/labelVariance";
import { randomControl } from "../../clustering/randomControl";
import { wardTree, type Merge, type WardTree } from "../../clustering/wardTree";
import { Random } from "../../learning/random";
import { firstDepth, type VarianceCurve } from "../../protocol/clusters";
import type { ClusterReply, SharedMatrix } from "./clusterTask";

export type PostedTree = Extract<ClusterReply, { kind: "tree" }>;

const seed = 1;

/** @param progress its first number is the share that is done. */
export function treeOf(matrix: SharedMatrix, labels: Labels, progress: Float64Array): PostedTree {
  const tree = wardTree(matrixOf(matrix), {
    onProgress: (share) => {
      progress[0] = share;
    },
  });
  const { merges } = tree;
  return {
    kind: "tree",
    left: Int32Array.from(merges, ({ left }) => left),
    right: Int32Array.from(merges, ({ right }) => right),
    height: Float64Array.from(merges, ({ height }) => height),
    size: Int32Array.from(merges, ({ size }) => size),
    curve: curveOf(tree, labels),
  };
}

/** What {@link treeOf} took apart for posting. */
export function wardTreeOf({ left, right, height, size }: PostedTree): WardTree {
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

function curveOf(tree: WardTree, labels: Labels): VarianceCurve | null {
  const count = labels.filter((label) => !Number.isNaN(label)).length;
  if (count < 2) return null;
  const random = new Random(seed);
  const { plain, frozen } = labelVariance(tree, labels);
  const control = randomControl(tree, labels, { random: () => random.uniform() });
  const fromTwo = (values: Float64Array) => [...values.subarray(firstDepth - 1)];
  return {
    labels: count,
    plain: fromTwo(plain),
    frozen: fromTwo(frozen),
    control: { mean: fromTwo(control.frozen.mean), deviation: fromTwo(control.frozen.deviation) },
  };
}
