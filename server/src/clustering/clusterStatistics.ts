import { rowOf, type FeatureMatrix } from "./featureMatrix";
import type { Labels } from "./labelVariance";

/** What a cluster holds. */
export interface ClusterStatistics {
  /** As the cut numbers it. */
  readonly cluster: number;
  /** Rows. */
  readonly size: number;
  /** Share of all rows. */
  readonly share: number;
  /** Labels by rising value. */
  readonly labels: readonly number[];
  /** NaN without labels. */
  readonly mean: number;
  /** Standard deviation of the labels as a sample; NaN with fewer than two. */
  readonly deviation: number;
  /** Labels at or above the threshold. */
  readonly high: number;
  /** Share of all high labels; NaN where there are none. */
  readonly highShare: number;
}

/**
 * Each cluster of a cut, by number.
 *
 * @param assigned The cluster of each row, as `cutTree` gives it.
 * @param threshold From which a label is high: chapter 2 of the thesis takes -5, a conductivity of 1e-5 S/cm.
 */
export function clusterStatistics(
  assigned: Int32Array,
  labels: Labels,
  threshold: number,
): ClusterStatistics[] {
  const members = membersOf(assigned);
  const allHigh = labels.filter((label) => label >= threshold).length;
  return members.map((rows, cluster) => {
    const own = rows.flatMap((row) => (Number.isNaN(labels[row] ?? NaN) ? [] : [labels[row] ?? NaN]));
    const high = own.filter((label) => label >= threshold).length;
    const mean = meanOf(own);
    return {
      cluster,
      size: rows.length,
      share: rows.length / assigned.length,
      labels: own.sort((a, b) => a - b),
      mean,
      deviation: own.length > 1 ? Math.sqrt(squaresAbout(own, mean) / (own.length - 1)) : NaN,
      high,
      highShare: high / allHigh,
    };
  });
}

/** The rows of each cluster. */
export function membersOf(assigned: Int32Array): number[][] {
  const members: number[][] = [];
  for (const [row, cluster] of assigned.entries()) (members[cluster] ??= []).push(row);
  return members;
}

/** Mean vector of each cluster, row by row. */
export function clusterCentres(matrix: FeatureMatrix, assigned: Int32Array): FeatureMatrix {
  const members = membersOf(assigned);
  const centres = new Float64Array(members.length * matrix.columns);
  for (const [cluster, rows] of members.entries())
    for (const row of rows) {
      const values = rowOf(matrix, row);
      for (let k = 0, at = cluster * matrix.columns; k < values.length; k++, at++)
        centres[at] = (centres[at] ?? 0) + (values[k] ?? 0) / rows.length;
    }
  return { rows: members.length, columns: matrix.columns, values: centres };
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function squaresAbout(values: readonly number[], mean: number): number {
  return values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
}
