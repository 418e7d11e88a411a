import { candidates, promisingClusters, type Candidate, type CompoundProperties } from "./candidates";
import { clusterStatistics, type ClusterStatistics } from "./clusterStatistics";
import type { FeatureMatrix } from "./featureMatrix";
import { labelVariance, type Labels, type LabelVariance } from "./labelVariance";
import { randomControl, usualRepeats, type Controls } from "./randomControl";
import { cutTree, leafOrder } from "./treeCut";
import { wardTree, type WardCallbacks, type WardTree } from "./wardTree";

/** Compounds that are to be clustered, and what is known of them. */
export interface ClusterData {
  readonly matrix: FeatureMatrix;
  /** `undefined` where there are none to judge clusters by. */
  readonly labels: Labels | undefined;
  readonly properties: readonly CompoundProperties[];
}

export interface AnalysisOptions {
  /** Numbers of clusters, from 1 to the number of rows, by rising number. */
  readonly ks: readonly number[];
  /** The number of clusters whose contents are told. */
  readonly at: number;
  /** From which a label is high. */
  readonly threshold: number;
  readonly repeats?: number;
  /** Uniform in [0, 1). */
  readonly random: () => number;
}

/** What clustering by Ward's criterion says of compounds. */
export interface ClusterAnalysis {
  readonly tree: WardTree;
  /** The cluster of each row, by number of clusters. */
  readonly cuts: ReadonlyMap<number, Int32Array>;
  /** Entry `k - 1` is that of `k` clusters; `undefined` with fewer than two labels. */
  readonly variance: LabelVariance | undefined;
  readonly control: Controls | undefined;
  /** W_Ea, likewise, of the activation energies among the properties; `undefined` with fewer than two. */
  readonly barrierVariance: LabelVariance | undefined;
  readonly clusters: readonly ClusterStatistics[];
  readonly candidates: readonly Candidate[];
}

/** Electronvolt: higher barriers are no ways, and would outweigh all others. */
const noWay = 5;

/** @throws the signal's reason when it is aborted. */
export function analyseClusters(
  { matrix, labels = new Float64Array(matrix.rows).fill(NaN), properties }: ClusterData,
  { ks, at, threshold, repeats = usualRepeats, random }: AnalysisOptions,
  callbacks: WardCallbacks = {},
): ClusterAnalysis {
  const tree = wardTree(matrix, callbacks);
  const order = leafOrder(tree);
  const depths = ks.at(-1) ?? 1;
  const isJudged = count(labels) > 1;
  const barriers = barrierLabels(properties.map(({ activationEnergy }) => activationEnergy ?? NaN));
  const assigned = cutTree(tree, at, order);
  const promising = promisingClusters(matrix, assigned, labels, threshold);
  return {
    tree,
    cuts: new Map(ks.map((k) => [k, cutTree(tree, k, order)])),
    variance: isJudged ? labelVariance(tree, labels, depths) : undefined,
    control: isJudged ? randomControl(tree, labels, { depths, repeats, random }) : undefined,
    barrierVariance: count(barriers) > 1 ? labelVariance(tree, barriers, depths) : undefined,
    clusters: clusterStatistics(assigned, labels, threshold),
    candidates: candidates(promising, assigned, labels, properties),
  };
}

/** Activation energies, eV, as labels for W_Ea. */
export function barrierLabels(energies: ArrayLike<number>): Labels {
  return Float64Array.from(energies, (energy) => (energy < noWay ? energy : NaN));
}

function count(labels: Labels): number {
  return labels.filter((label) => !Number.isNaN(label)).length;
}
