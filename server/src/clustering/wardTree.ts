import { rowOf, type FeatureMatrix } from "./featureMatrix";

/** Two clusters that become one. Clusters are numbered as SciPy does: first the rows, then the merges in their order. */
export interface Merge {
  /** Less than {@link right}. */
  readonly left: number;
  readonly right: number;
  /** sqrt(2 times the increase of the sum of squared distances from cluster means). */
  readonly height: number;
  /** Rows in the new cluster. */
  readonly size: number;
}

export interface WardTree {
  /** Rows that were clustered. */
  readonly leaves: number;
  /** By rising height, one less than leaves. */
  readonly merges: readonly Merge[];
}

export interface WardCallbacks {
  /** Share of the work that is done, 0 to 1. */
  readonly onProgress?: (share: number) => void;
  readonly signal?: AbortSignal;
}

/**
 * Agglomerative clustering by Ward's criterion (J. Am. Stat. Assoc. 58, 236 (1963)), Euclidean: heights and numbering as
 * SciPy's `linkage(matrix, "ward")`.
 *
 * @throws the signal's reason when it is aborted.
 */
export function wardTree(matrix: FeatureMatrix, { onProgress, signal }: WardCallbacks = {}): WardTree {
  const found: FoundMerge[] = [];
  const { rows } = matrix;
  const centres = Array.from({ length: rows }, (_, i) => Float64Array.from(rowOf(matrix, i)));
  const sizes = new Array<number>(rows).fill(1);
  const active = new Set(centres.keys());
  const chain: number[] = [];
  while (active.size > 1) {
    if (chain.length === 0) chain.push([...active][0] ?? 0);
    const tip = chain.at(-1) ?? 0;
    const before = chain.at(-2);
    let [nearest, least] = [before ?? -1, before === undefined ? Infinity : distance(tip, before)];
    for (const other of active) {
      const d = other === tip ? Infinity : distance(tip, other);
      if (d < least) [nearest, least] = [other, d];
    }
    if (nearest !== before) {
      chain.push(nearest);
      continue;
    }
    chain.length -= 2;
    signal?.throwIfAborted();
    found.push({ one: tip, other: nearest, height: least });
    join(nearest, tip);
    onProgress?.(found.length / (rows - 1));
  }
  return { leaves: rows, merges: numbered(rows, found) };

  function distance(i: number, j: number): number {
    const [a, b] = [centres[i] ?? [], centres[j] ?? []];
    const [m, n] = [sizes[i] ?? 1, sizes[j] ?? 1];
    let sum = 0;
    for (let k = 0; k < a.length; k++) sum += ((a[k] ?? 0) - (b[k] ?? 0)) ** 2;
    return Math.sqrt((2 * m * n * sum) / (m + n));
  }

  function join(i: number, j: number): void {
    const [a, b] = [centres[i] ?? [], centres[j] ?? []];
    const [m, n] = [sizes[i] ?? 1, sizes[j] ?? 1];
    centres[i] = Float64Array.from(a, (x, k) => (m * x + n * (b[k] ?? 0)) / (m + n));
    sizes[i] = m + n;
    active.delete(j);
  }
}

/** Clusters named by one of their rows. */
interface FoundMerge {
  readonly one: number;
  readonly other: number;
  readonly height: number;
}

/** Merges by rising height, with the numbers of the clusters that the rows are in by then. */
function numbered(rows: number, found: readonly FoundMerge[]): Merge[] {
  const parents = Int32Array.from({ length: 2 * rows }, (_, i) => i);
  const sizes = new Int32Array(2 * rows).fill(1);
  const clusterOf = (row: number): number => {
    let cluster = row;
    while (parents[cluster] !== cluster) {
      parents[cluster] = parents[parents[cluster] ?? 0] ?? 0;
      cluster = parents[cluster] ?? 0;
    }
    return cluster;
  };
  return found
    .toSorted((a, b) => a.height - b.height)
    .map(({ one, other, height }, i) => {
      const [a, b] = [clusterOf(one), clusterOf(other)];
      const size = (sizes[a] ?? 1) + (sizes[b] ?? 1);
      parents[a] = parents[b] = rows + i;
      sizes[rows + i] = size;
      return { left: Math.min(a, b), right: Math.max(a, b), height, size };
    });
}
