import { ClusterMeans } from "./clusterMeans";
import type { FeatureMatrix } from "./featureMatrix";

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
 * SciPy's `linkage(matrix, "ward")`. Clusters that are each other's nearest merge, in whatever order they are found: no later
 * merge can come between them (Murtagh, Comput. J. 26, 354 (1983)). Means and sizes are all that is kept, so that memory grows
 * with the rows alone.
 *
 * @throws the signal's reason when it is aborted.
 */
export function wardTree(matrix: FeatureMatrix, callbacks: WardCallbacks = {}): WardTree {
  return { leaves: matrix.rows, merges: numbered(matrix.rows, new Agglomeration(matrix).run(callbacks)) };
}

/** Merges clusters that are each other's nearest until one is left. */
class Agglomeration {
  private readonly means: ClusterMeans;
  /** Of each cluster, -1 where it is not known. */
  private readonly nearest: Int32Array;
  /** Up to the nearest, or where that is not known a bound from below. */
  private readonly squaredHeights: Float64Array;
  /** What the nearest one has become part of, -1 where nothing is known of it. */
  private readonly near: Int32Array;
  /** One row of each cluster. */
  private readonly rowIn: Int32Array;
  private readonly found: FoundMerge[] = [];

  constructor(private readonly matrix: FeatureMatrix) {
    const clusters = 2 * matrix.rows;
    this.means = new ClusterMeans(matrix);
    this.nearest = new Int32Array(clusters).fill(-1);
    this.near = new Int32Array(clusters).fill(-1);
    this.squaredHeights = new Float64Array(clusters);
    this.rowIn = Int32Array.from({ length: clusters }, (_, i) => i);
  }

  run({ onProgress, signal }: WardCallbacks): readonly FoundMerge[] {
    const { rows } = this.matrix;
    let searched = 0;
    while (this.means.count > 1) {
      const wanted = this.wanted();
      for (let from = 0; from < wanted.length; from += clustersAStep) {
        signal?.throwIfAborted();
        const step = wanted.slice(from, from + clustersAStep);
        this.search(step);
        searched += step.filter((cluster) => cluster < rows).length;
        onProgress?.((Math.min(searched, rows) + this.found.length) / (2 * rows - 1));
      }
      const pairs = this.mutual();
      this.merge(pairs.length > 0 || wanted.length > 0 ? pairs : [this.closest()]);
    }
    onProgress?.(1);
    return this.found;
  }

  /**
   * Clusters whose nearest is to be looked for: those that are nearest to others; where there are none, those that may be
   * close to something. What is not wanted yet is cheaper later, when fewer are left.
   */
  private wanted(): number[] {
    const { left } = this.means;
    const waitedFor = new Set<number>();
    for (const cluster of left) {
      const nearest = this.nearest[cluster] ?? -1;
      if (nearest >= 0 && (this.nearest[nearest] ?? -1) < 0) waitedFor.add(nearest);
    }
    if (waitedFor.size > 0) return [...waitedFor];
    const unknown = left.filter((cluster) => (this.nearest[cluster] ?? -1) < 0);
    const bound = (cluster: number) => this.squaredHeights[cluster] ?? 0;
    unknown.sort((a, b) => bound(a) - bound(b) || a - b);
    return [...unknown.subarray(0, Math.ceil(left.length / partSearched))];
  }

  private search(clusters: readonly number[]): void {
    const near = clusters.map((cluster) => this.near[cluster] ?? -1);
    for (const [i, { cluster, squaredHeight }] of this.means.nearest(clusters, near).entries()) {
      const from = clusters[i] ?? 0;
      this.nearest[from] = cluster;
      this.squaredHeights[from] = squaredHeight;
    }
  }

  /** Pairs that are each other's nearest. */
  private mutual(): Pair[] {
    const pairs: Pair[] = [];
    for (const one of this.means.left) {
      const other = this.nearest[one] ?? -1;
      if (other > one && this.nearest[other] === one) pairs.push({ one, other });
    }
    return pairs;
  }

  /** Where rounding leaves no pair each other's nearest, the pair with the lowest height. */
  private closest(): Pair {
    const height = (cluster: number) => this.squaredHeights[cluster] ?? 0;
    const one = this.means.left.reduce((least, next) => (height(next) < height(least) ? next : least));
    return { one, other: this.nearest[one] ?? 0 };
  }

  private merge(pairs: readonly Pair[]): void {
    for (const { one, other } of pairs) {
      const squaredHeight = this.squaredHeights[one] ?? 0;
      this.found.push({
        one: this.rowIn[one] ?? 0,
        other: this.rowIn[other] ?? 0,
        height: Math.sqrt(squaredHeight) * this.means.unit,
      });
      const merged = this.means.merge(one, other);
      this.rowIn[merged] = this.rowIn[one] ?? 0;
      this.squaredHeights[merged] = squaredHeight;
      // Until its own neighbour is looked for, it stands for its parts.
      this.near[one] = this.near[other] = merged;
    }
    if (pairs.length > 0) this.forgetWhatIsGone();
  }

  private forgetWhatIsGone(): void {
    for (const cluster of this.means.left) {
      const nearest = this.nearest[cluster] ?? -1;
      if (nearest < 0) this.near[cluster] = this.partOf(this.near[cluster] ?? -1);
      else if (!this.means.has(nearest)) {
        const part = this.partOf(nearest);
        this.nearest[cluster] = -1;
        this.near[cluster] = part;
        this.near[part] = cluster;
      }
    }
  }

  /** The cluster that one has become part of. */
  private partOf(cluster: number): number {
    let part = cluster;
    while (part >= 0 && !this.means.has(part)) part = this.near[part] ?? -1;
    return part;
  }
}

/** Of those left, one in so many is looked at where none is waited for. */
const partSearched = 8;
/** Searches between two looks at the signal. */
const clustersAStep = 128;

interface Pair {
  readonly one: number;
  readonly other: number;
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
