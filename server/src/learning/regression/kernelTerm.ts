import { bytesOfNumber, type Place, type ProcessKernels } from "./processKernels";

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
 * others, and are left out.
 */
export class KernelTerm {
  /** Places of the samples among those of the process. */
  private readonly known: Uint32Array;
  private readonly weights: Place;
  /** The samples' vectors, column by column. */
  private readonly columns: Place;
  private readonly squared: Place;
  private readonly place: Place;
  private readonly other: Place;

  /** @param weights of the samples, for {@link changes}. */
  constructor(
    samples: readonly (Float64Array | undefined)[],
    weights: Float64Array,
    private readonly parameters: TermParameters,
    private readonly kernels: ProcessKernels,
  ) {
    const known = Uint32Array.from([...samples.keys()].filter((i) => samples[i]));
    const ofKnown = (value: (sample: number) => number) => Float64Array.from(known, value);
    const vector = samples[known[0] ?? 0] ?? new Float64Array();
    this.known = known;
    this.weights = kernels.put([ofKnown((sample) => weights[sample] ?? 0)]);
    this.columns = kernels.put(Array.from(vector, (_, k) => ofKnown((sample) => samples[sample]?.[k] ?? 0)));
    this.squared = kernels.put([ofKnown(() => 0)]);
    this.place = kernels.put([vector]);
    this.other = kernels.put([vector]);
  }

  /** Adds the covariances of the samples with a place. */
  addCovariances(covariances: Float64Array, place: Float64Array): void {
    const { amplitude } = this.parameters;
    this.measureFrom(place);
    this.correlate();
    const correlations = this.kernels.read(this.squared);
    this.known.forEach((sample, i) => {
      covariances[sample] = (covariances[sample] ?? 0) + amplitude * (correlations[i] ?? 0);
    });
  }

  /**
   * By how much sums of covariances, weighted by the samples' weights, differ at each of `others` from that at `place`. Where
   * they differ in few numbers this is quick: only what these add to the squared distances is taken anew.
   */
  changes(place: Float64Array, others: readonly Float64Array[]): number[] {
    const { kernels } = this;
    this.measureFrom(place);
    const squared = kernels.read(this.squared).slice();
    const sum = this.weightedSum();
    return others.map((other) => {
      const columns = differingColumns(place, other);
      if (columns.length === 0) return 0;
      kernels.write(this.squared, squared);
      kernels.write(this.other, other);
      for (const k of columns) {
        this.addSquares(this.other, k, k + 1, 1);
        this.addSquares(this.place, k, k + 1, -1);
      }
      return this.weightedSum() - sum;
    });
  }

  /** Makes `squared` the squared distances of the samples from a place. */
  private measureFrom(place: Float64Array): void {
    this.kernels.read(this.squared).fill(0);
    this.kernels.write(this.place, place);
    if (place.length > 0) this.addSquares(this.place, 0, place.length, 1);
  }

  /** Adds `sign` times the squared distances along the columns `first` to `end`. */
  private addSquares(place: Place, first: number, end: number, sign: number): void {
    const { at: from, end: to } = this.squared;
    const column = this.columns.at + first * (to - from);
    const [x, xEnd] = [place.at + first * bytesOfNumber, place.at + end * bytesOfNumber];
    this.kernels.run.addSquares(from, to, column, x, xEnd, sign);
  }

  private weightedSum(): number {
    const { weights, squared, parameters } = this;
    this.correlate();
    return parameters.amplitude * this.kernels.run.dot(weights.at, squared.at, weights.end);
  }

  /** Makes squared distances correlations. */
  private correlate(): void {
    this.kernels.run.matern(this.squared.at, this.squared.end, 3 / this.parameters.length ** 2);
  }
}

function differingColumns(one: Float64Array, other: Float64Array): number[] {
  const columns: number[] = [];
  for (let k = 0; k < one.length; k++) if (one[k] !== other[k]) columns.push(k);
  return columns;
}
