import { candidates, promisingClusters, type CompoundProperties } from "../../clustering/candidates";
import { clusterStatistics } from "../../clustering/clusterStatistics";
import { cutTree } from "../../clustering/treeCut";
import type { Clustering, ClusterCutResult } from "../../protocol/clusters";
import type { ClusteredSet } from "./clusterCompounds";
import type { Compound } from "./compoundSet";
import { encodeFloats } from "../encodeBinary";

/** log10 of S/cm: chapter 2 of the thesis calls more a high conductivity. */
const highConductivity = -5;

/** What the client is told of a set. */
export function clusteringOf({
  compounds,
  labels,
  barriers,
  tree,
  curve,
  barrierCurve,
  undescribed,
  notices,
}: ClusteredSet): Clustering {
  const column = (value: (compound: Compound) => number | null | undefined) =>
    encodeFloats(compounds.map((compound) => value(compound) ?? NaN));
  const { merges } = tree;
  return {
    compounds: {
      files: compounds.map(({ row }) => row.file),
      blocks: compounds.map(({ row }) => row.block),
      formulas: compounds.map(({ row }) => row.formula),
      logConductivity: encodeFloats(labels),
      pSi: column(({ row }) => row.pSi),
      bandGap: column(bandGapOf),
      eHull: column(({ row }) => row.table?.eHull),
      barrier: encodeFloats(barriers),
    },
    tree: {
      left: encodeFloats(merges.map(({ left }) => left)),
      right: encodeFloats(merges.map(({ right }) => right)),
      height: encodeFloats(merges.map(({ height }) => height)),
    },
    curve,
    barrierCurve,
    undescribed,
    notices,
  };
}

/** The clusters of a cut, and the candidates in them. */
export function cutOf(
  { compounds, labels, barriers, matrix, tree }: ClusteredSet,
  count: number,
): ClusterCutResult {
  const assigned = cutTree(tree, count);
  const promising = promisingClusters(matrix, assigned, labels, highConductivity);
  const relations = new Map(promising.map(({ cluster, relation }) => [cluster, relation]));
  const found = candidates(
    promising,
    assigned,
    labels,
    compounds.map((compound, index) => propertiesOf(compound, barriers[index] ?? NaN)),
  );
  return {
    kind: "cut",
    clusters: clusterStatistics(assigned, labels, highConductivity).map((statistics) => ({
      size: statistics.size,
      labels: statistics.labels.length,
      mean: known(statistics.mean),
      deviation: known(statistics.deviation),
      high: statistics.high,
      relation: relations.get(statistics.cluster) ?? null,
    })),
    candidates: found
      .filter(({ filters }) => Object.values(filters).every(({ pass }) => pass !== false))
      .map(({ row }) => row),
  };
}

function propertiesOf(compound: Compound, barrier: number): CompoundProperties {
  return {
    energyAboveHull: compound.row.table?.eHull ?? null,
    bandGap: compound.row.table?.bandGap ?? null,
    activationEnergy: known(barrier),
  };
}

function bandGapOf({ row }: Compound): number | null {
  return row.table?.bandGap ?? row.bandGap;
}

function known(value: number): number | null {
  return Number.isNaN(value) ? null : value;
}
