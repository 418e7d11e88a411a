import { bytesOfPage } from "../graph/kernelMemory";
import { rowOf, type FeatureMatrix } from "./featureMatrix";
import { bytesOfNumber, nearestKernel, numbersAChunk, panelWidth, type NearestKernel } from "./nearestKernel";

/** A cluster and how far it is: the square of the height at which the two would merge. */
export interface Neighbour {
  readonly cluster: number;
  readonly squaredHeight: number;
}

/** Panels that fit the processor's second cache. */
const bytesOfBlock = 2 ** 18;
/** Clusters whose neighbours are looked for together. */
const queriesOfBatch = 128;

/**
 * The means and sizes of the clusters that are left, with the search for nearest neighbours. Clusters are numbered from 0,
 * first the rows, then those that {@link merge} makes. Means are there twice: in double precision, by which heights are
 * computed, and in single precision in WebAssembly's memory, where a search passes over what is too far beyond all rounding.
 */
export class ClusterMeans {
  /** Clusters that are left. */
  count: number;
  private readonly width: number;
  private readonly means: Float64Array;
  private readonly inverseSizes: Float64Array;
  private readonly rough: RoughMeans;
  /** Clusters by their place, and places by their cluster, -1 for those that are gone. */
  private readonly clusters: Int32Array;
  private readonly places: Int32Array;
  private next: number;

  constructor({ rows, ...matrix }: FeatureMatrix) {
    const { columns, means } = columnsByVariance({ rows, ...matrix });
    this.width = columns.length;
    this.means = new Float64Array(rows * this.width);
    for (let row = 0; row < rows; row++)
      for (const [k, column] of columns.entries())
        this.means[row * this.width + k] =
          (matrix.values[row * matrix.columns + column] ?? 0) - (means[k] ?? 0);
    this.rough = new RoughMeans({ rows, columns: this.width, values: this.means });
    this.inverseSizes = new Float64Array(rows).fill(1);
    this.clusters = Int32Array.from({ length: rows }, (_, i) => i);
    this.places = Int32Array.from({ length: 2 * rows }, (_, i) => (i < rows ? i : -1));
    this.count = this.next = rows;
  }

  /** The clusters that are left, in no order; good until two merge. */
  get left(): Int32Array {
    return this.clusters.subarray(0, this.count);
  }

  has(cluster: number): boolean {
    return (this.places[cluster] ?? -1) >= 0;
  }

  /** Two clusters become one, whose number comes back. */
  merge(one: number, other: number): number {
    const [at, gone] = [this.places[one] ?? 0, this.places[other] ?? 0];
    const [m, n] = [1 / this.inverseSize(at), 1 / this.inverseSize(gone)];
    const [a, b] = [this.mean(at), this.mean(gone)];
    for (let k = 0; k < a.length; k++) a[k] = (m * (a[k] ?? 0) + n * (b[k] ?? 0)) / (m + n);
    this.inverseSizes[at] = 1 / (m + n);
    this.rough.write(at, a, 1 / (m + n));
    this.places[one] = this.places[other] = -1;
    this.put(this.next, at);
    this.fill(gone);
    return this.next++;
  }

  /**
   * The nearest cluster of each, that with the lowest number of equals.
   *
   * @param near A cluster that may be near to each, -1 where none is known: the search is quicker with it.
   */
  nearest(clusters: readonly number[], near: readonly number[]): Neighbour[] {
    return Array.from({ length: Math.ceil(clusters.length / queriesOfBatch) }, (_, i) => {
      const [from, to] = [i * queriesOfBatch, (i + 1) * queriesOfBatch];
      return this.nearestOfBatch(clusters.slice(from, to), near.slice(from, to));
    }).flat();
  }

  private nearestOfBatch(clusters: readonly number[], near: readonly number[]): Neighbour[] {
    const searches = clusters.map((cluster, i) => {
      const place = this.places[cluster] ?? 0;
      const search = new Search(place, this.rough.query(i, this.mean(place)), this.inverseSize(place));
      const seed = this.places[near[i] ?? -1] ?? -1;
      if (seed >= 0) this.offer(search, seed);
      return search;
    });
    for (const block of this.rough.blocks(this.count))
      for (const search of searches) this.searchBlock(search, block);
    return searches.map(({ best }) => best);
  }

  private searchBlock(search: Search, { from, to }: Block): void {
    for (let panel = from; panel < to; panel++) {
      panel = this.rough.nextPanel(search, panel, to);
      const end = Math.min(to * panelWidth, (panel + 1) * panelWidth, this.count);
      for (let place = panel * panelWidth; place < end; place++)
        if (this.rough.isNear(search, place)) this.offer(search, place);
    }
  }

  private offer(search: Search, place: number): void {
    if (place === search.place) return;
    const [a, b] = [this.mean(search.place), this.mean(place)];
    let sum = 0;
    for (let k = 0; k < a.length; k++) {
      const difference = (a[k] ?? 0) - (b[k] ?? 0);
      sum += difference * difference;
    }
    search.offer(this.clusters[place] ?? 0, (2 * sum) / (search.inverseSize + this.inverseSize(place)));
  }

  /** The last place moves to one that is free, so that those taken are the first. */
  private fill(free: number): void {
    const last = --this.count;
    if (free !== last) {
      this.mean(free).set(this.mean(last));
      this.inverseSizes[free] = this.inverseSize(last);
      this.rough.write(free, this.mean(last), this.inverseSize(last));
      this.put(this.clusters[last] ?? 0, free);
    }
    this.rough.clear(last);
  }

  private put(cluster: number, place: number): void {
    this.clusters[place] = cluster;
    this.places[cluster] = place;
  }

  private mean(place: number): Float64Array {
    return this.means.subarray(place * this.width, (place + 1) * this.width);
  }

  private inverseSize(place: number): number {
    return this.inverseSizes[place] ?? 1;
  }
}

/** The search for the nearest neighbour of a cluster. */
class Search {
  best: Neighbour = { cluster: -1, squaredHeight: Infinity };

  constructor(
    readonly place: number,
    /** Where its mean is in WebAssembly's memory. */
    readonly query: number,
    readonly inverseSize: number,
  ) {}

  offer(cluster: number, squaredHeight: number): void {
    if (squaredHeight > this.best.squaredHeight) return;
    if (squaredHeight < this.best.squaredHeight || cluster < this.best.cluster)
      this.best = { cluster, squaredHeight };
  }
}

/** Panels from one up to another. */
interface Block {
  readonly from: number;
  readonly to: number;
}

/** Of each bound, for what the kernel and the numbers here round: in proportion, and of the largest mean's square. */
const [marginOfBound, slack] = [1e-4, 1e-9];
/** Of one number in single precision. */
const rounding = 2 ** -24;

/**
 * Means in single precision, the longest of length 1, in panels for the kernel. With u the rounding of a number, a distance of
 * two means is off by at most 2 u, and a sum of n squares by n + 3 u of itself; (d + 2 u)² is at most d² (1 + m) + 4 u² (1 + 1 / m).
 */
class RoughMeans {
  private readonly kernel: NearestKernel = nearestKernel();
  private readonly numbers: Float32Array;
  /** Numbers of a mean, filled up with zeros. */
  private readonly width: number;
  private readonly scale: number;
  private readonly margin: number;
  /** Places of the first numbers; the panels are at 0. */
  private readonly inverseSizes: number;
  private readonly queries: number;
  private readonly sums: number;

  constructor(matrix: FeatureMatrix) {
    const { rows, columns } = matrix;
    const places = Math.max(1, Math.ceil(rows / panelWidth)) * panelWidth;
    this.width = Math.max(1, Math.ceil(columns / numbersAChunk)) * numbersAChunk;
    this.margin = 1 + marginOfBound + (this.width + 8) * 2 * rounding;
    this.scale = 1 / longest(matrix);
    this.inverseSizes = places * this.width;
    this.queries = this.inverseSizes + places;
    this.sums = this.queries + queriesOfBatch * this.width;
    const bytes = (this.sums + panelWidth) * bytesOfNumber;
    this.kernel.memory.grow(Math.ceil(bytes / bytesOfPage));
    this.numbers = new Float32Array(this.kernel.memory.buffer);
    for (let place = 0; place < places; place++)
      if (place < rows) this.write(place, rowOf(matrix, place), 1);
      else this.clear(place);
  }

  write(place: number, mean: Float64Array, inverseSize: number): void {
    const first = Math.floor(place / panelWidth) * this.width * panelWidth + (place % panelWidth);
    for (let k = 0; k < mean.length; k++) this.numbers[first + k * panelWidth] = this.scale * (mean[k] ?? 0);
    this.numbers[this.inverseSizes + place] = inverseSize;
  }

  /** What is at a place is near to nothing. */
  clear(place: number): void {
    this.numbers[this.inverseSizes + place] = -Infinity;
  }

  /** Puts the mean of a query where the kernel finds it. */
  query(i: number, mean: Float64Array): number {
    const place = this.queries + i * this.width;
    for (let k = 0; k < mean.length; k++) this.numbers[place + k] = this.scale * (mean[k] ?? 0);
    return place;
  }

  /** All panels of the first `count` places, in parts that stay in the cache while one query after the other passes. */
  blocks(count: number): Block[] {
    const panels = Math.ceil(count / panelWidth);
    const step = Math.max(1, Math.floor(bytesOfBlock / (this.width * panelWidth * bytesOfNumber)));
    return Array.from({ length: Math.ceil(panels / step) }, (_, i) => ({
      from: i * step,
      to: Math.min(panels, (i + 1) * step),
    }));
  }

  /** The next panel in which something may be as near as the best so far, or the end. */
  nextPanel(search: Search, from: number, to: number): number {
    const bytesOfPanel = this.width * panelWidth * bytesOfNumber;
    const stopped = this.kernel.nearer(
      from * bytesOfPanel,
      to * bytesOfPanel,
      bytesOfPanel,
      (this.inverseSizes + from * panelWidth) * bytesOfNumber,
      search.query * bytesOfNumber,
      search.inverseSize,
      this.factor(search),
      slack,
      this.sums * bytesOfNumber,
    );
    return stopped / bytesOfPanel;
  }

  /** Whether a place of the panel where the kernel stopped may be as near as the best so far. */
  isNear(search: Search, place: number): boolean {
    const sum = this.numbers[this.sums + (place % panelWidth)] ?? 0;
    const inverse = this.numbers[this.inverseSizes + place] ?? 0;
    return sum <= this.factor(search) * (search.inverseSize + inverse) + slack;
  }

  /** What the sum of both inverse sizes is multiplied by to have the squared distance that is as far as the best so far. */
  private factor({ best }: Search): number {
    return (best.squaredHeight / 2) * this.scale ** 2 * this.margin;
  }
}

function longest(matrix: FeatureMatrix): number {
  let most = 0;
  for (let row = 0; row < matrix.rows; row++)
    most = Math.max(
      most,
      rowOf(matrix, row).reduce((sum, value) => sum + value * value, 0),
    );
  return most > 0 ? Math.sqrt(most) : 1;
}

/** Columns that tell rows apart with their means, those that do most first: sums of squares soon are too large. */
function columnsByVariance({ rows, columns, values }: FeatureMatrix): {
  readonly columns: readonly number[];
  readonly means: readonly number[];
} {
  const described = Array.from({ length: columns }, (_, column) => {
    let [mean, squares] = [0, 0];
    for (let row = 0; row < rows; row++) {
      const value = values[row * columns + column] ?? 0;
      const difference = value - mean;
      mean += difference / (row + 1);
      squares += difference * (value - mean);
    }
    return { column, mean, squares };
  });
  const telling = described.filter(({ squares }) => squares > 0).sort((a, b) => b.squares - a.squares);
  return { columns: telling.map(({ column }) => column), means: telling.map(({ mean }) => mean) };
}
