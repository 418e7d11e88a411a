import { EigenvalueDecomposition, Matrix } from "ml-matrix";
import { rowOf, type FeatureMatrix } from "./featureMatrix";

/** Rows on principal components of their set. */
export interface Components {
  /** How many there are, at most what was asked for. */
  readonly count: number;
  /** Rows times components, row by row; the component of largest variance is first. */
  readonly scores: Float64Array;
}

/** Directions beside those that are wanted, which come the sooner. */
const besides = 8;
/** Of the variances, from one iteration to the next. */
const settled = 1e-12;
const mostIterations = 200;

/**
 * The first principal components, as `principalComponents` gives them, of matrices that are too large to be decomposed whole:
 * by subspace iteration (Halko, Martinsson and Tropp, SIAM Rev. 53, 217 (2011)). The largest weight of each is positive.
 *
 * @param random Uniform in [0, 1).
 */
export function leadingComponents(matrix: FeatureMatrix, wanted: number, random: () => number): Components {
  const { rows, columns } = matrix;
  const count = Math.min(wanted, rows, columns);
  const width = Math.min(count + besides, rows, columns);
  if (width === 0) return { count: 0, scores: new Float64Array() };
  const covariance = new CovarianceProduct(matrix, width);
  let directions = orthonormal(
    Float64Array.from({ length: columns * width }, () => random() - 0.5),
    width,
  );
  let before = new Array<number>(count).fill(0);
  for (let iteration = 0; ; iteration++) {
    const product = covariance.times(directions);
    const { variances, rotation } = rayleighRitz(directions, product, width);
    const isSettled = variances.slice(0, count).every((variance, k) => {
      const change = Math.abs(variance - (before[k] ?? 0));
      return change <= settled * (variances[0] ?? 0);
    });
    if (isSettled || iteration === mostIterations)
      return { count, scores: covariance.scores(rotated(directions, rotation, count), count) };
    before = variances;
    directions = orthonormal(product, width);
  }
}

/** Products with the covariance of the columns of a matrix, which is never put up. */
class CovarianceProduct {
  private readonly means: Float64Array;

  constructor(
    private readonly matrix: FeatureMatrix,
    private readonly width: number,
  ) {
    const { rows, columns } = matrix;
    this.means = new Float64Array(columns);
    for (let row = 0; row < rows; row++) {
      const values = rowOf(matrix, row);
      for (let j = 0; j < columns; j++) this.means[j] = (this.means[j] ?? 0) + (values[j] ?? 0) / rows;
    }
  }

  /** @param directions Columns times {@link width}. */
  times(directions: Float64Array): Float64Array {
    const { matrix, width } = this;
    const product = new Float64Array(directions.length);
    const own = new Float64Array(width);
    const ofMeans = this.along(this.means, directions, new Float64Array(width));
    for (let row = 0; row < matrix.rows; row++) {
      const values = rowOf(matrix, row);
      this.along(values, directions, own);
      for (let k = 0; k < width; k++) own[k] = (own[k] ?? 0) - (ofMeans[k] ?? 0);
      // What the means would take away again adds up to nothing.
      for (let j = 0, at = 0; j < values.length; j++) {
        const value = values[j] ?? 0;
        if (value === 0) at += width;
        else for (let k = 0; k < width; k++, at++) product[at] = (product[at] ?? 0) + value * (own[k] ?? 0);
      }
    }
    return product;
  }

  /** Rows times `count`. */
  scores(components: Float64Array, count: number): Float64Array {
    const { rows } = this.matrix;
    const scores = new Float64Array(rows * count);
    const ofMeans = this.along(this.means, components, new Float64Array(count));
    for (let row = 0; row < rows; row++) {
      const own = this.along(
        rowOf(this.matrix, row),
        components,
        scores.subarray(row * count, (row + 1) * count),
      );
      for (let k = 0; k < count; k++) own[k] = (own[k] ?? 0) - (ofMeans[k] ?? 0);
    }
    return scores;
  }

  private along(values: Float64Array, directions: Float64Array, into: Float64Array): Float64Array {
    const width = into.length;
    into.fill(0);
    for (let j = 0, at = 0; j < values.length; j++) {
      const value = values[j] ?? 0;
      if (value === 0) at += width;
      else for (let k = 0; k < width; k++, at++) into[k] = (into[k] ?? 0) + value * (directions[at] ?? 0);
    }
    return into;
  }
}

/** The variances that a subspace holds, the largest first, and how its axes lie in it. */
function rayleighRitz(directions: Float64Array, product: Float64Array, width: number) {
  const inside = Matrix.zeros(width, width);
  for (let at = 0; at < directions.length; at += width)
    for (let k = 0; k < width; k++)
      for (let l = 0; l < width; l++)
        inside.set(k, l, inside.get(k, l) + (directions[at + k] ?? 0) * (product[at + l] ?? 0));
  const { realEigenvalues, eigenvectorMatrix } = new EigenvalueDecomposition(
    inside.clone().add(inside.transpose()).div(2),
    { assumeSymmetric: true },
  );
  const order = realEigenvalues.map((_, k) => k).reverse();
  return {
    variances: order.map((k) => realEigenvalues[k] ?? 0),
    rotation: order.map((k) => eigenvectorMatrix.getColumn(k)),
  };
}

function rotated(
  directions: Float64Array,
  rotation: readonly (readonly number[])[],
  count: number,
): Float64Array {
  const width = rotation.length;
  const columns = directions.length / width;
  const components = new Float64Array(columns * count);
  for (let k = 0; k < count; k++) {
    const weights = Float64Array.from({ length: columns }, (_, j) =>
      (rotation[k] ?? []).reduce((sum, part, l) => sum + part * (directions[j * width + l] ?? 0), 0),
    );
    const largest = weights.reduce((most, weight) => (Math.abs(weight) > Math.abs(most) ? weight : most), 0);
    for (let j = 0; j < columns; j++) components[j * count + k] = Math.sign(largest) * (weights[j] ?? 0);
  }
  return components;
}

/** Columns made orthonormal from left to right, twice because of rounding; one that the others hold becomes 0. */
function orthonormal(columns: Float64Array, width: number): Float64Array {
  const made = columns.slice();
  const product = (k: number, l: number) => {
    let sum = 0;
    for (let at = 0; at < made.length; at += width) sum += (made[at + k] ?? 0) * (made[at + l] ?? 0);
    return sum;
  };
  const scale = Math.sqrt(Math.max(...Array.from({ length: width }, (_, k) => product(k, k))));
  for (let pass = 0; pass < 2; pass++)
    for (let k = 0; k < width; k++) {
      for (let l = 0; l < k; l++) {
        const share = product(k, l);
        for (let at = 0; at < made.length; at += width)
          made[at + k] = (made[at + k] ?? 0) - share * (made[at + l] ?? 0);
      }
      const length = Math.sqrt(product(k, k));
      const factor = length > (pass === 0 ? 1e-14 * scale : 0.5) ? 1 / length : 0;
      for (let at = 0; at < made.length; at += width) made[at + k] = (made[at + k] ?? 0) * factor;
    }
  return made;
}
