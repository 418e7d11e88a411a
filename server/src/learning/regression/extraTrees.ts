import type { Random } from "../random";

export interface ExtraTreesOptions {
  readonly trees: number;
  /** Samples that a leaf holds at least. */
  readonly leastLeaf: number;
}

/**
 * Trees as arrays over all nodes, depth first: the left child of a node is the next one. A leaf has the column -1, and its
 * value in `numbers`; other nodes have their threshold there.
 */
export interface ExtraTreesState {
  readonly columns: Int16Array;
  readonly numbers: Float32Array;
  /** Distance from a node to its right child. */
  readonly right: Uint16Array;
  /** First node of each tree. */
  readonly roots: Uint32Array;
}

/**
 * Extremely randomised trees (Geurts, Ernst and Wehenkel, Mach. Learn. 63, 3, 2006) for regression: each node tries one random
 * threshold in every column and takes the one that lowers the variance most.
 */
export class ExtraTrees {
  constructor(readonly state: ExtraTreesState) {}

  static fit(
    rows: readonly Float64Array[],
    targets: readonly number[],
    { trees, leastLeaf }: ExtraTreesOptions,
    random: Random,
  ): ExtraTrees {
    const grower = new TreeGrower(rows, Float64Array.from(targets), leastLeaf, random);
    return new ExtraTrees(grower.grow(trees));
  }

  /** Mean and standard deviation over the trees. */
  predict(row: ArrayLike<number>): { readonly mean: number; readonly deviation: number } {
    let [sum, squares] = [0, 0];
    for (const root of this.state.roots) {
      const value = this.leafOf(row, root);
      sum += value;
      squares += value * value;
    }
    const count = this.state.roots.length;
    const mean = sum / count;
    return { mean, deviation: Math.sqrt(Math.max(0, squares / count - mean * mean)) };
  }

  private leafOf(row: ArrayLike<number>, root: number): number {
    const { columns, numbers, right } = this.state;
    let node = root;
    for (let column = columns[node] ?? -1; column >= 0; column = columns[node] ?? -1)
      node += (row[column] ?? 0) <= (numbers[node] ?? 0) ? 1 : (right[node] ?? 1);
    return numbers[node] ?? NaN;
  }
}

/** Grows trees one after the other into lists of nodes. */
class TreeGrower {
  private readonly width: number;
  private readonly columns: number[] = [];
  private readonly numbers: number[] = [];
  private readonly right: number[] = [];

  constructor(
    private readonly rows: readonly Float64Array[],
    private readonly targets: Float64Array,
    private readonly leastLeaf: number,
    private readonly random: Random,
  ) {
    this.width = rows[0]?.length ?? 0;
  }

  grow(trees: number): ExtraTreesState {
    const roots: number[] = [];
    for (let tree = 0; tree < trees; tree++) {
      roots.push(this.columns.length);
      this.growNode(this.rows.map((_, i) => i));
    }
    return {
      columns: Int16Array.from(this.columns),
      numbers: Float32Array.from(this.numbers),
      right: Uint16Array.from(this.right),
      roots: Uint32Array.from(roots),
    };
  }

  private growNode(samples: readonly number[]): void {
    const split = samples.length < 2 * this.leastLeaf ? undefined : this.bestSplit(samples);
    const node = this.columns.push(split?.column ?? -1) - 1;
    this.numbers.push(split?.threshold ?? this.meanOf(samples));
    this.right.push(0);
    if (!split) return;
    const isLeft = (i: number) => (this.rows[i]?.[split.column] ?? 0) <= split.threshold;
    this.growNode(samples.filter(isLeft));
    this.right[node] = this.columns.length - node;
    this.growNode(samples.filter((i) => !isLeft(i)));
  }

  private bestSplit(samples: readonly number[]): { column: number; threshold: number } | undefined {
    if (samples.every((i) => this.targets[i] === this.targets[samples[0] ?? 0])) return undefined;
    let [best, bestScore] = [undefined as { column: number; threshold: number } | undefined, -Infinity];
    for (let column = 0; column < this.width; column++) {
      let [least, most] = [Infinity, -Infinity];
      for (const i of samples) {
        const value = this.rows[i]?.[column] ?? 0;
        if (value < least) least = value;
        if (value > most) most = value;
      }
      if (!(most > least)) continue;
      // In single precision, as it is stored, and below the largest value, so that both sides hold samples.
      const threshold = Math.fround(least + this.random.uniform() * (most - least));
      if (!(threshold >= least && threshold < most)) continue;
      const score = this.score(samples, column, threshold);
      if (score > bestScore) [best, bestScore] = [{ column, threshold }, score];
    }
    return best;
  }

  /** Sum over both sides of the squared sum of the targets by their number: the higher, the less variance is left. */
  private score(samples: readonly number[], column: number, threshold: number): number {
    let [count, sum, otherSum] = [0, 0, 0];
    for (const i of samples) {
      const target = this.targets[i] ?? 0;
      if ((this.rows[i]?.[column] ?? 0) <= threshold) {
        count++;
        sum += target;
      } else otherSum += target;
    }
    const other = samples.length - count;
    if (count < this.leastLeaf || other < this.leastLeaf) return -Infinity;
    return (sum * sum) / count + (otherSum * otherSum) / other;
  }

  private meanOf(samples: readonly number[]): number {
    return samples.reduce((sum, i) => sum + (this.targets[i] ?? 0), 0) / samples.length;
  }
}
