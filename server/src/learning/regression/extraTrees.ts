import type { Random } from "../random";

export interface ExtraTreesOptions {
  readonly trees: number;
  /** Samples that a leaf holds at least. */
  readonly leastLeaf: number;
  /** Share of the columns that each node tries. */
  readonly columnShare: number;
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
 * threshold in some of the columns and takes the one that lowers the variance most.
 */
export class ExtraTrees {
  constructor(readonly state: ExtraTreesState) {}

  static fit(
    rows: readonly Float64Array[],
    targets: readonly number[],
    options: ExtraTreesOptions,
    random: Random,
  ): ExtraTrees {
    return new ExtraTrees(new TreeGrower(rows, Float64Array.from(targets), options, random).grow());
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

interface Split {
  readonly column: number;
  readonly threshold: number;
}

/** Grows trees one after the other into lists of nodes. */
class TreeGrower {
  private readonly size: number;
  private readonly width: number;
  /** Column by column. */
  private readonly values: Float64Array;
  /** Indices of the samples, those of one node side by side. */
  private readonly order: Uint32Array;
  private readonly candidates: Uint32Array;
  private readonly columns: number[] = [];
  private readonly numbers: number[] = [];
  private readonly right: number[] = [];

  constructor(
    rows: readonly Float64Array[],
    private readonly targets: Float64Array,
    private readonly options: ExtraTreesOptions,
    private readonly random: Random,
  ) {
    this.size = rows.length;
    this.width = rows[0]?.length ?? 0;
    this.values = new Float64Array(this.size * this.width);
    rows.forEach((row, i) => {
      row.forEach((value, column) => (this.values[column * this.size + i] = value));
    });
    this.order = Uint32Array.from(rows, (_, i) => i);
    this.candidates = Uint32Array.from({ length: this.width }, (_, column) => column);
  }

  grow(): ExtraTreesState {
    const roots: number[] = [];
    for (let tree = 0; tree < this.options.trees; tree++) {
      roots.push(this.columns.length);
      this.growNode(0, this.size);
    }
    return {
      columns: Int16Array.from(this.columns),
      numbers: Float32Array.from(this.numbers),
      right: Uint16Array.from(this.right),
      roots: Uint32Array.from(roots),
    };
  }

  /** A node of the samples from `start` to before `end` in the order. */
  private growNode(start: number, end: number): void {
    const split = end - start < 2 * this.options.leastLeaf ? undefined : this.bestSplit(start, end);
    const node = this.columns.push(split?.column ?? -1) - 1;
    this.numbers.push(split?.threshold ?? this.meanTarget(start, end));
    this.right.push(0);
    if (!split) return;
    const middle = this.partition(start, end, split);
    this.growNode(start, middle);
    this.right[node] = this.columns.length - node;
    this.growNode(middle, end);
  }

  /** The best of the random splits of some columns in which the samples differ; none where all targets are the same. */
  private bestSplit(start: number, end: number): Split | undefined {
    if (this.haveOneTarget(start, end)) return undefined;
    let wanted = Math.max(1, Math.round(this.options.columnShare * this.width));
    let best: Split | undefined;
    let bestScore = -Infinity;
    for (let tried = 0; tried < this.width && wanted > 0; tried++) {
      const column = this.drawColumn(tried);
      const threshold = this.drawThreshold(start, end, column);
      if (threshold === undefined) continue;
      wanted--;
      const score = this.score(start, end, column, threshold);
      if (score > bestScore) [best, bestScore] = [{ column, threshold }, score];
    }
    return best;
  }

  /** One of the columns that were not drawn yet, of which there are `tried`. */
  private drawColumn(tried: number): number {
    const place = tried + this.random.below(this.width - tried);
    const column = this.candidates[place] ?? 0;
    this.candidates[place] = this.candidates[tried] ?? 0;
    this.candidates[tried] = column;
    return column;
  }

  /** In single precision, as it is stored, and below the largest value, so that both sides hold samples. */
  private drawThreshold(start: number, end: number, column: number): number | undefined {
    const { values, order } = this;
    const offset = column * this.size;
    let [least, most] = [Infinity, -Infinity];
    for (let k = start; k < end; k++) {
      const value = values[offset + (order[k] ?? 0)] ?? 0;
      if (value < least) least = value;
      if (value > most) most = value;
    }
    if (!(most > least)) return undefined;
    const threshold = Math.fround(least + this.random.uniform() * (most - least));
    return threshold >= least && threshold < most ? threshold : undefined;
  }

  /** Sum over both sides of the squared sum of the targets by their number: the higher, the less variance is left. */
  private score(start: number, end: number, column: number, threshold: number): number {
    const { values, order, targets } = this;
    const offset = column * this.size;
    let [count, sum, otherSum] = [0, 0, 0];
    for (let k = start; k < end; k++) {
      const i = order[k] ?? 0;
      const target = targets[i] ?? 0;
      if ((values[offset + i] ?? 0) <= threshold) {
        count++;
        sum += target;
      } else otherSum += target;
    }
    const other = end - start - count;
    if (count < this.options.leastLeaf || other < this.options.leastLeaf) return -Infinity;
    return (sum * sum) / count + (otherSum * otherSum) / other;
  }

  /** Brings the samples of the left side to the front; where the right side begins. */
  private partition(start: number, end: number, { column, threshold }: Split): number {
    const isLeft = (i: number) => (this.values[column * this.size + i] ?? 0) <= threshold;
    const samples = [...this.order.subarray(start, end)];
    const left = samples.filter(isLeft);
    this.order.set([...left, ...samples.filter((i) => !isLeft(i))], start);
    return start + left.length;
  }

  private haveOneTarget(start: number, end: number): boolean {
    const first = this.targets[this.order[start] ?? 0];
    return this.order.subarray(start, end).every((i) => this.targets[i] === first);
  }

  private meanTarget(start: number, end: number): number {
    return (
      this.order.subarray(start, end).reduce((sum, i) => sum + (this.targets[i] ?? 0), 0) / (end - start)
    );
  }
}
