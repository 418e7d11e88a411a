import { leafOrder, type Tree } from "../../../../media/src/clusters/tree";
import type { ClusterData } from "../../../../media/src/clusters/clusterData";
import { featureMatrix } from "../../../../server/src/clustering/featureMatrix";
import { wardTree, type WardTree } from "../../../../server/src/clustering/wardTree";

/** A tree as the page has it. */
export function drawnTree({ leaves, merges }: WardTree): Tree {
  return {
    leaves,
    left: Float32Array.from(merges, ({ left }) => left),
    right: Float32Array.from(merges, ({ right }) => right),
    height: Float32Array.from(merges, ({ height }) => height),
  };
}

/** Compounds on a line, with a label for some. */
export function clusterings(places: readonly number[], labels: readonly number[]): ClusterData {
  const tree = drawnTree(wardTree(featureMatrix(places.map((x) => [x]))));
  const column = (values: readonly number[]) => Float32Array.from(places, (_, i) => values[i] ?? NaN);
  return {
    files: places.map((_, i) => `/crystals/${i}.cif`),
    blocks: places.map((_, i) => `block${i}`),
    formulas: places.map((_, i) => (i === 0 ? "" : `Li${i}Cl`)),
    logConductivity: column(labels),
    pSi: column([0.9, 0.1]),
    bandGap: column([]),
    eHull: column([]),
    barrier: column([]),
    tree,
    order: leafOrder(tree),
    curve: null,
    barrierCurve: null,
    undescribed: [],
    notices: [],
  };
}
