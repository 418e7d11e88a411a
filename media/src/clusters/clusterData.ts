import { decodeFloats } from "../../../server/src/protocol/binary";
import type { Clustering, UndescribedCompound, VarianceCurve } from "../../../server/src/protocol/clusters";
import { leafOrder, type LeafOrder, type Tree } from "./tree";

/** What the figures and tables are drawn from: columns by index of the compound, NaN where one has no value. */
export interface ClusterData {
  readonly files: readonly string[];
  readonly blocks: readonly string[];
  readonly formulas: readonly string[];
  readonly logConductivity: Float32Array;
  readonly pSi: Float32Array;
  readonly bandGap: Float32Array;
  readonly eHull: Float32Array;
  /** Activation energies of the user's table, eV. */
  readonly barrier: Float32Array;
  readonly tree: Tree;
  readonly order: LeafOrder;
  readonly curve: VarianceCurve | null;
  readonly barrierCurve: VarianceCurve | null;
  readonly undescribed: readonly UndescribedCompound[];
  readonly notices: readonly string[];
}

export function decodeClustering({ compounds, tree, ...others }: Clustering): ClusterData {
  const { files, blocks, formulas, ...columns } = compounds;
  const merges = {
    leaves: files.length,
    left: decodeFloats(tree.left),
    right: decodeFloats(tree.right),
    height: decodeFloats(tree.height),
  };
  return {
    ...others,
    files,
    blocks,
    formulas,
    logConductivity: decodeFloats(columns.logConductivity),
    pSi: decodeFloats(columns.pSi),
    bandGap: decodeFloats(columns.bandGap),
    eHull: decodeFloats(columns.eHull),
    barrier: decodeFloats(columns.barrier),
    tree: merges,
    order: leafOrder(merges),
  };
}

/** The formula, or what else names a compound. */
export function compoundName({ formulas, blocks }: ClusterData, index: number): string {
  const formula = formulas[index] ?? "";
  return formula === "" ? (blocks[index] ?? "") : formula;
}

/** Smallest and largest of a column; `undefined` where it has no values. */
export function rangeOf(values: Float32Array): readonly [number, number] | undefined {
  const known = values.filter((value) => !Number.isNaN(value));
  if (known.length === 0) return undefined;
  return [known.reduce((a, b) => Math.min(a, b)), known.reduce((a, b) => Math.max(a, b))];
}

/** A value as a place in a range, 0 to 1; `undefined` where it has none. */
export function shadeOf(value: number, range: readonly [number, number] | undefined): number | undefined {
  if (range === undefined || Number.isNaN(value)) return undefined;
  const [least, most] = range;
  return most > least ? (value - least) / (most - least) : 0.5;
}
