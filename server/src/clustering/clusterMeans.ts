import type { FeatureMatrix } from "./featureMatrix";
import { panelWidth } from "./nearestKernel";
import { NeighbourSearch, type Neighbour } from "./neighbourSearch";
import { queriesOfBatch, RoughMeans, type Block } from "./roughMeans";

/**
 * The means and sizes of the clusters that are left, with the search for nearest neighbours. Clusters are numbered from 0,
 * first the rows, then those that {@link merge} makes. Means are there twice: in double precision, by which heights are
 * computed, and in single precision in WebAssembly's memory, where a search passes over what is too far beyond all rounding.
 */
export class ClusterMeans {
  /** Clusters that are left. */
  count: number;
  /** Of means and heights: a power of two by which the largest number is about 1, so that squares neither vanish nor overflow. */
  readonly unit: number;
  private readonly width: number;
  private readonly means: Float64Array;
  private readonly inverseSizes: Float64Array;
  private readonly rough: RoughMeans;
  /** Clusters by their place, and places by their cluster, -1 for those that are gone. */
  private readonly clusters: Int32Array;
  private readonly places: Int32Array;
  private next: number;

  constructor({ rows, ...matrix }: FeatureMatrix) {
    this.unit = 2 ** Math.floor(Math.log2(largest(matrix.values)));
    const { columns, means } = columnsByVariance({ rows, ...matrix }, this.unit);
    this.width = columns.length;
    this.means = new Float64Array(rows * this.width);
    for (let row = 0; row < rows; row++)
      for (const [k, column] of columns.entries())
        this.means[row * this.width + k] =
          (matrix.values[row * matrix.columns + column] ?? 0) / this.unit - (means[k] ?? 0);
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
      const search = new NeighbourSearch(
        place,
        this.rough.query(i, this.mean(place)),
        this.inverseSize(place),
      );
      const seed = this.places[near[i] ?? -1] ?? -1;
      if (seed >= 0) this.offer(search, seed);
      return search;
    });
    for (const block of this.rough.blocks(this.count))
      for (const search of searches) this.searchBlock(search, block);
    return searches.map(({ best }) => best);
  }

  private searchBlock(search: NeighbourSearch, { from, to }: Block): void {
    let panel = this.rough.nextPanel(search, from, to);
    while (panel < to) {
      const end = Math.min((panel + 1) * panelWidth, this.count);
      for (let place = panel * panelWidth; place < end; place++)
        if (this.rough.isNear(search, place)) this.offer(search, place);
      panel = this.rough.nextPanel(search, panel + 1, to);
    }
  }

  private offer(search: NeighbourSearch, place: number): void {
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

/** The largest magnitude; 1 where there is none but 0. */
function largest(values: Float64Array): number {
  let most = 0;
  for (const value of values) most = Math.max(most, Math.abs(value));
  return most > 0 ? most : 1;
}

/** Columns that tell rows apart with their means, those that do most first: sums of squares soon are too large. */
function columnsByVariance(
  { rows, columns, values }: FeatureMatrix,
  unit: number,
): { readonly columns: readonly number[]; readonly means: readonly number[] } {
  const described = Array.from({ length: columns }, (_, column) => {
    let [mean, squares] = [0, 0];
    for (let row = 0; row < rows; row++) {
      const value = (values[row * columns + column] ?? 0) / unit;
      const difference = value - mean;
      mean += difference / (row + 1);
      squares += difference * (value - mean);
    }
    return { column, mean, squares };
  });
  const telling = described.filter(({ squares }) => squares > 0).sort((a, b) => b.squares - a.squares);
  return { columns: telling.map(({ column }) => column), means: telling.map(({ mean }) => mean) };
}
