/** One term of a kernel, a_t (1 + r_t) exp(-r_t): see `GaussianProcess`. */
export interface TermParameters {
  readonly amplitude: number;
  readonly length: number;
}

/** (1 + r) exp(-r) with r = sqrt(3) d / length. */
export function matern(squaredDistance: number, length: number): number {
  const r = Math.sqrt(3 * Math.max(0, squaredDistance)) / length;
  return (1 + r) * Math.exp(-r);
}

/**
 * A term of a process' kernel between its samples and any place. Samples of which this side is unknown are independent of all
 * others, and are left out; the vectors of the rest lie one below the other, which is several times as fast to go through as
 * an array each.
 */
export class KernelTerm {
  /** Places of the samples among those of the process. */
  private readonly known: Uint32Array;
  private readonly width: number;
  private readonly vectors: Float64Array;

  constructor(
    samples: readonly (Float64Array | undefined)[],
    private readonly parameters: TermParameters,
  ) {
    this.known = Uint32Array.from([...samples.keys()].filter((i) => samples[i]));
    this.width = samples[this.known[0] ?? 0]?.length ?? 0;
    this.vectors = new Float64Array(this.known.length * this.width);
    this.known.forEach((sample, i) => {
      this.vectors.set(samples[sample] ?? [], i * this.width);
    });
  }

  /** Adds the covariances of the samples with a place. */
  addCovariances(covariances: Float64Array, place: Float64Array): void {
    const { amplitude, length } = this.parameters;
    const squared = this.squaredDistances(place);
    for (let i = 0; i < squared.length; i++) {
      const sample = this.known[i] ?? 0;
      covariances[sample] = (covariances[sample] ?? 0) + amplitude * matern(squared[i] ?? 0, length);
    }
  }

  /**
   * By how much sums of covariances, weighted by the samples' `weights`, differ at each of `others` from that at `place`.
   * Where they differ in few numbers this is quick: only what these add to the squared distances is taken anew.
   */
  changes(weights: Float64Array, place: Float64Array, others: readonly Float64Array[]): number[] {
    const own = Float64Array.from(this.known, (sample) => weights[sample] ?? 0);
    const squared = this.squaredDistances(place);
    const sum = this.weightedSum(own, squared);
    const moved = new Float64Array(squared.length);
    return others.map((other) => {
      const columns = differingColumns(place, other);
      if (columns.length === 0) return 0;
      moved.set(squared);
      for (const k of columns) this.move(moved, k, place[k] ?? 0, other[k] ?? 0);
      return this.weightedSum(own, moved) - sum;
    });
  }

  private squaredDistances(place: Float64Array): Float64Array {
    const squared = new Float64Array(this.known.length);
    for (let i = 0, at = 0; i < squared.length; i++) {
      let sum = 0;
      for (let k = 0; k < this.width; k++, at++) {
        const difference = (this.vectors[at] ?? 0) - (place[k] ?? 0);
        sum += difference * difference;
      }
      squared[i] = sum;
    }
    return squared;
  }

  /** Makes squared distances to a place those to another one that has y instead of x in one column. */
  private move(squared: Float64Array, column: number, x: number, y: number): void {
    for (let i = 0, at = column; i < squared.length; i++, at += this.width)
      squared[i] = (squared[i] ?? 0) + (y - x) * (y + x - 2 * (this.vectors[at] ?? 0));
  }

  private weightedSum(weights: Float64Array, squared: Float64Array): number {
    const { amplitude, length } = this.parameters;
    let sum = 0;
    for (let i = 0; i < squared.length; i++) sum += (weights[i] ?? 0) * matern(squared[i] ?? 0, length);
    return amplitude * sum;
  }
}

function differingColumns(one: Float64Array, other: Float64Array): number[] {
  const columns: number[] = [];
  for (let k = 0; k < one.length; k++) if (one[k] !== other[k]) columns.push(k);
  return columns;
}
