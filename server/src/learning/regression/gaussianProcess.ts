import {
  choleskyFactor,
  choleskyInverse,
  choleskySolve,
  halfLogDeterminant,
  substitutionRows,
} from "./cholesky";
import { KernelTerm, matern } from "./kernelTerm";
import { minimise } from "./minimise";
import { ProcessKernels, type Place } from "./processKernels";

/**
 * What is known of one sample: a vector for each term of the kernel, `undefined` where that side of it is unknown. An unknown
 * side is independent of all others: the sample then varies by the term's amplitude as if it were noise.
 */
export type KernelInput = readonly (Float64Array | undefined)[];

/** A normal distribution. */
export interface Normal {
  readonly mean: number;
  readonly deviation: number;
}

/** Hyperparameters of a sum of Matérn kernels, in units of the targets' variance and of the inputs. */
export interface KernelParameters {
  /** Of each term. */
  readonly amplitudes: readonly number[];
  readonly lengths: readonly number[];
  /** Variance of the noise. */
  readonly noise: number;
}

/** A squared distance at which any covariance is 0. */
const unrelated = 1e12;
/** The noise is no less than this share of the targets' variance. */
const leastNoise = 0.02;
/** Centre and width of the normal prior on the logarithm of the noise above that. */
const noisePrior = { centre: Math.log(0.15), width: 1 };
/** Widths of the priors on the logarithms of amplitudes, about equal shares, and of lengths, about the median distance. */
const [amplitudeWidth, lengthWidth] = [1.5, 1];

/**
 * Exact regression by a Gaussian process with a constant mean (Rasmussen and Williams, Gaussian Processes for Machine
 * Learning, 2006, chapter 2) and a kernel that is a sum of terms, each a Matérn 3/2 kernel of the distance between its own
 * vectors:
 *
 *     k(x, x') = sum_t a_t (1 + r_t) exp(-r_t),  r_t = sqrt(3) |x_t - x'_t| / l_t
 */
export class GaussianProcess {
  readonly targetMean: number;
  readonly targetDeviation: number;
  private readonly factor: Float64Array;
  /** K^-1 of the standardised targets. */
  private readonly weights: Float64Array;
  private readonly kernels = new ProcessKernels();
  private readonly terms: readonly KernelTerm[];
  /** What the factor's systems are solved by, in the kernels' memory; and there the weights, and covariances with a place. */
  private readonly places: Readonly<Record<"rows" | "weights" | "covariances", Place>>;

  /** @throws RangeError where the kernel of these inputs is singular. */
  constructor(
    readonly inputs: readonly KernelInput[],
    readonly targets: readonly number[],
    readonly parameters: KernelParameters,
  ) {
    const scale = scaleOf(targets);
    this.targetMean = scale.mean;
    this.targetDeviation = scale.deviation;
    const factor = choleskyFactor(kernelMatrix(squaredDistances(inputs), parameters), inputs.length);
    if (!factor) throw new RangeError("the kernel matrix is singular");
    this.factor = factor;
    this.weights = choleskySolve(factor, standardised(targets, scale));
    this.terms = parameters.amplitudes.map((amplitude, t) => {
      const length = parameters.lengths[t] ?? 1;
      return new KernelTerm(
        inputs.map((input) => input[t]),
        this.weights,
        { amplitude, length },
        this.kernels,
      );
    });
    this.places = {
      rows: this.kernels.put(substitutionRows(factor, inputs.length)),
      weights: this.kernels.put([this.weights]),
      covariances: this.kernels.put([this.weights]),
    };
  }

  /** With hyperparameters at a maximum of their posterior: the marginal likelihood times log-normal priors. */
  static fit(inputs: readonly KernelInput[], targets: readonly number[]): GaussianProcess {
    return new GaussianProcess(inputs, targets, fitParameters(inputs, targets));
  }

  /** Of a new measurement: the noise is in the deviation. */
  predict(input: KernelInput): Normal {
    const { run } = this.kernels;
    const { rows, weights, covariances } = this.places;
    this.kernels.write(covariances, this.covariances(input));
    const standardised = run.dot(weights.at, covariances.at, weights.end);
    run.applyRows(covariances.at, rows.at, rows.end, covariances.end - covariances.at);
    const explained = run.dot(covariances.at, covariances.at, covariances.end);
    const { amplitudes, noise } = this.parameters;
    const prior = amplitudes.reduce((sum, amplitude) => sum + amplitude, noise);
    return {
      mean: this.targetMean + this.targetDeviation * standardised,
      deviation: this.targetDeviation * Math.sqrt(Math.max(prior - explained, leastNoise)),
    };
  }

  /** By how much the mean differs at each of `others`, which are like `input` but for a few numbers, from that at `input`. */
  meanChanges(input: KernelInput, others: readonly KernelInput[]): number[] {
    const changes = new Float64Array(others.length);
    this.terms.forEach((term, t) => {
      const place = input[t];
      if (!place) return;
      const places = others.map((other) => other[t] ?? place);
      term.changes(place, places).forEach((change, i) => {
        changes[i] = (changes[i] ?? 0) + this.targetDeviation * change;
      });
    });
    return Array.from(changes);
  }

  /**
   * What the process would have said of each of its own samples, had it been fitted without all samples of the same group, at
   * the same hyperparameters: y - C^-1 (K^-1 y) and C^-1 with C the group's block of K^-1 (Rasmussen and Williams 2006, section
   * 5.4.2, for groups instead of single samples).
   */
  leaveGroupsOut(groups: readonly string[]): Normal[] {
    const size = this.inputs.length;
    const inverse = choleskyInverse(this.factor, size);
    const predictions: Normal[] = Array.from(this.inputs, () => ({ mean: NaN, deviation: NaN }));
    for (const members of indicesByGroup(groups)) {
      const block = new Float64Array(members.length ** 2);
      members.forEach((i, a) => {
        members.forEach((j, b) => (block[a * members.length + b] = inverse[i * size + j] ?? 0));
      });
      const factor = choleskyFactor(block, members.length);
      if (!factor) continue;
      const residuals = choleskySolve(
        factor,
        Float64Array.from(members, (i) => this.weights[i] ?? 0),
      );
      const variances = choleskyInverse(factor, members.length);
      members.forEach((i, a) => {
        predictions[i] = {
          mean: (this.targets[i] ?? NaN) - this.targetDeviation * (residuals[a] ?? NaN),
          deviation: this.targetDeviation * Math.sqrt(variances[a * members.length + a] ?? NaN),
        };
      });
    }
    return predictions;
  }

  private covariances(input: KernelInput): Float64Array {
    const covariances = new Float64Array(this.inputs.length);
    this.terms.forEach((term, t) => {
      const place = input[t];
      if (place) term.addCovariances(covariances, place);
    });
    return covariances;
  }
}

function fitParameters(inputs: readonly KernelInput[], targets: readonly number[]): KernelParameters {
  const distances = squaredDistances(inputs);
  const posterior = new KernelPosterior(distances, standardised(targets, scaleOf(targets)));
  const { at } = minimise((logarithms) => posterior.evaluate(logarithms), posterior.start);
  return posterior.parameters(at);
}

/**
 * Minus the logarithm of the posterior of the hyperparameters, up to a constant, over the logarithms of amplitudes, lengths
 * and noise in this order, with its gradient (Rasmussen and Williams 2006, equations 5.8 and 5.9).
 */
export class KernelPosterior {
  /** Where the priors have their maxima. */
  readonly start: Float64Array;
  private readonly widths: readonly number[];
  private readonly terms: number;

  /** @param distances squared, of each term, `n x n`. @param targets standardised. */
  constructor(
    private readonly distances: readonly Float64Array[],
    private readonly targets: Float64Array,
  ) {
    this.terms = distances.length;
    this.start = Float64Array.of(
      ...distances.map(() => -Math.log(this.terms)),
      ...distances.map((squared) => Math.log(medianDistance(squared))),
      noisePrior.centre,
    );
    this.widths = [
      ...distances.map(() => amplitudeWidth),
      ...distances.map(() => lengthWidth),
      noisePrior.width,
    ];
  }

  parameters(logarithms: Float64Array): KernelParameters {
    const values = Array.from(logarithms, Math.exp);
    return {
      amplitudes: values.slice(0, this.terms),
      lengths: values.slice(this.terms, 2 * this.terms),
      noise: leastNoise + (values[2 * this.terms] ?? 0),
    };
  }

  evaluate(logarithms: Float64Array) {
    const size = this.targets.length;
    const parameters = this.parameters(logarithms);
    const factor = choleskyFactor(kernelMatrix(this.distances, parameters), size);
    if (!factor) return undefined;
    const weights = choleskySolve(factor, this.targets);
    const inverse = choleskyInverse(factor, size);
    let value = halfLogDeterminant(factor, size);
    for (let i = 0; i < size; i++) value += 0.5 * (weights[i] ?? 0) * (this.targets[i] ?? 0);
    const gradient = this.likelihoodGradient(parameters, weights, inverse);
    logarithms.forEach((x, k) => {
      const [width, away] = [this.widths[k] ?? 1, x - (this.start[k] ?? 0)];
      value += 0.5 * (away / width) ** 2;
      gradient[k] = (gradient[k] ?? 0) + away / width ** 2;
    });
    return { value, gradient };
  }

  /** Half the trace of (K^-1 - w w^T) dK/d theta for each theta. */
  private likelihoodGradient(
    { amplitudes, lengths, noise }: KernelParameters,
    weights: Float64Array,
    inverse: Float64Array,
  ): Float64Array {
    const size = weights.length;
    const gradient = new Float64Array(2 * this.terms + 1);
    const add = (k: number, x: number) => (gradient[k] = (gradient[k] ?? 0) + x);
    for (let i = 0; i < size; i++) {
      const weight = weights[i] ?? 0;
      add(2 * this.terms, 0.5 * (noise - leastNoise) * ((inverse[i * size + i] ?? 0) - weight * weight));
      for (let j = 0; j <= i; j++) {
        const share = i === j ? 0.5 : 1;
        const factor = share * ((inverse[i * size + j] ?? 0) - weight * (weights[j] ?? 0));
        for (let t = 0; t < this.terms; t++) {
          const r = Math.sqrt(3 * (this.distances[t]?.[i * size + j] ?? 0)) / (lengths[t] ?? 1);
          const decay = (amplitudes[t] ?? 0) * Math.exp(-r) * factor;
          add(t, decay * (1 + r));
          add(this.terms + t, decay * r * r);
        }
      }
    }
    return gradient;
  }
}

function kernelMatrix(
  distances: readonly Float64Array[],
  { amplitudes, lengths, noise }: KernelParameters,
): Float64Array {
  const entries = distances[0]?.length ?? 0;
  const size = Math.sqrt(entries);
  const matrix = new Float64Array(entries);
  for (const [t, squared] of distances.entries()) {
    const [amplitude, length] = [amplitudes[t] ?? 0, lengths[t] ?? 1];
    for (let i = 0; i < size; i++)
      for (let j = 0; j <= i; j++) {
        const k = i * size + j;
        matrix[k] = (matrix[k] ?? 0) + amplitude * matern(squared[k] ?? 0, length);
      }
  }
  for (let i = 0; i < size; i++) matrix[i * (size + 1)] = (matrix[i * (size + 1)] ?? 0) + noise;
  return matrix;
}

/** Between all pairs of samples, `n x n` for each term. */
export function squaredDistances(inputs: readonly KernelInput[]): Float64Array[] {
  const size = inputs.length;
  return Array.from(inputs[0] ?? [], (_, t) => {
    const squared = new Float64Array(size * size);
    for (let i = 0; i < size; i++)
      for (let j = 0; j < i; j++) {
        const value = squaredDistance(inputs[i]?.[t], inputs[j]?.[t]);
        squared[i * size + j] = value;
        squared[j * size + i] = value;
      }
    return squared;
  });
}

function squaredDistance(one: Float64Array | undefined, other: Float64Array | undefined): number {
  if (!one || !other) return unrelated;
  let sum = 0;
  for (let k = 0; k < one.length; k++) {
    const difference = (one[k] ?? 0) - (other[k] ?? 0);
    sum += difference * difference;
  }
  return sum;
}

/** Of the distances that are known and not zero; 1 where there are none. */
function medianDistance(squared: Float64Array): number {
  const positive = squared.filter((x) => x > 1e-9 && x < unrelated).sort();
  return Math.sqrt(positive[Math.floor(positive.length / 2)] ?? 1);
}

function scaleOf(targets: readonly number[]): Normal {
  const mean = targets.reduce((sum, y) => sum + y, 0) / targets.length;
  const variance = targets.reduce((sum, y) => sum + (y - mean) ** 2, 0) / targets.length;
  return { mean, deviation: Math.sqrt(variance) || 1 };
}

function standardised(targets: readonly number[], { mean, deviation }: Normal): Float64Array {
  return Float64Array.from(targets, (y) => (y - mean) / deviation);
}

function indicesByGroup(groups: readonly string[]): number[][] {
  const members = new Map<string, number[]>();
  groups.forEach((group, i) => members.set(group, [...(members.get(group) ?? []), i]));
  return [...members.values()];
}
