import { EigenvalueDecomposition, Matrix } from "ml-matrix";
import type { Dense, DenseLayer } from "../../graph/dense";
import { mapSet2Set } from "../../graph/parentModel";
import type { AtomFeatures } from "./atomFeatures";
import type { AtomSets } from "./atomSets";
import { forwardHidden } from "./training/hiddenLayers";
import { product, transpose } from "./training/matrixProduct";
import { zeroLayer } from "./training/denseGradients";
import { backwardSet2Set, forwardSet2Set } from "./training/set2setGradients";
import { joinSets } from "./setBatch";

/** A classifier's layers with thin factors in place of their kernels; the larger the tolerance, the thinner. */
export type Factorisation = (tolerance: number) => AtomSets<DenseLayer>;

/**
 * Finds factors of the kernels that are as thin as example structures allow: what each layer gives there changes by at most
 * the tolerance times its deviation, root mean square, where each direction counts by what it does to the answer. Units
 * that are silent on all examples go.
 */
export function findFactors(model: AtomSets, examples: readonly AtomFeatures[]): Factorisation {
  const batch = joinSets(examples);
  const rows = batch.weights.length;
  const atoms = forwardHidden(model.atomLayers, batch.values, rows);
  const readout = forwardSet2Set(model.readout, atoms.at(-1) ?? batch.values, batch);
  const sets = forwardHidden(model.setLayers, readout.output, examples.length);
  const states = joinArrays(readout.steps.map(({ before }) => before));
  const thin = ({ layer, inputs, gradients }: LayerInUse) => layerFactors(layer, inputs, gradients);
  const toSets = gradientsBack(
    [...model.setLayers, model.output],
    sets,
    new Float64Array(examples.length).fill(1),
  );
  const toAtoms = backwardSet2Set(
    model.readout,
    mapSet2Set(model.readout, zeroLayer, ""),
    readout,
    last(atoms),
    batch,
    toSets.input,
  );
  const ofAtoms = gradientsBack(model.atomLayers, atoms, masked(toAtoms, last(atoms)));
  const atomStack = withoutSilent([...model.atomLayers, model.readout.projection], atoms, ofAtoms.outputs);
  const setStack = withoutSilent([...model.setLayers, model.output], sets, toSets.outputs);
  const atomFactors = atomStack.map(thin);
  const recurrence = thin({ layer: model.readout.recurrence, inputs: states, gradients: undefined });
  const setFactors = setStack.map(thin);
  return (tolerance) => {
    const at = (factors: LayerFactors) => factors(tolerance);
    return {
      atomLayers: atomFactors.slice(0, -1).map(at),
      readout: { projection: at(last(atomFactors)), recurrence: at(recurrence), steps: model.readout.steps },
      setLayers: setFactors.slice(0, -1).map(at),
      output: last(setStack).layer,
    };
  };
}

type LayerFactors = (tolerance: number) => DenseLayer;

/** A layer with what it was given and how its answers mattered. */
interface LayerInUse {
  readonly layer: Dense;
  /** `rows x layer.inputs`. */
  readonly inputs: Float64Array;
  /** Of the logit with respect to what the layer gives, `rows x layer.outputs`; all directions count alike without. */
  readonly gradients: Float64Array | undefined;
}

/** Gradients with respect to what each layer of a stack gives, and to what goes into the first. */
interface StackGradients {
  readonly outputs: readonly Float64Array[];
  readonly input: Float64Array;
}

function gradientsBack(
  layers: readonly Dense[],
  activations: readonly Float64Array[],
  ofLast: Float64Array,
): StackGradients {
  const outputs: Float64Array[] = [];
  let gradient = ofLast;
  [...layers].reverse().forEach(({ inputs, outputs: width, kernel }, distance) => {
    outputs.unshift(gradient);
    const into = product(gradient, transpose(kernel, inputs, width), gradient.length / width, inputs);
    const below = activations[layers.length - 1 - distance];
    gradient = below && distance < layers.length - 1 ? masked(into, below) : into;
  });
  return { outputs, input: gradient };
}

/** A rectifier lets gradients through where it let numbers through. */
function masked(gradients: Float64Array, activations: Float64Array): Float64Array {
  return gradients.map((gradient, i) => ((activations[i] ?? 0) > 0 ? gradient : 0));
}

function last<T>(stack: readonly T[]): T {
  const item = stack.at(-1);
  if (item === undefined) throw new RangeError("a stack has layers");
  return item;
}

/** Layers one after the other without the units between them that are zero in every row. */
function withoutSilent(
  layers: readonly Dense[],
  activations: readonly Float64Array[],
  gradients: readonly Float64Array[],
): readonly LayerInUse[] {
  const heard = layers.map(({ inputs }, i) =>
    i === 0 ? range(inputs) : heardColumns(activations[i] ?? new Float64Array(0), inputs),
  );
  return layers.map((layer, i) => {
    const before = heard[i] ?? range(layer.inputs);
    const after = heard[i + 1] ?? range(layer.outputs);
    return {
      layer: selectUnits(layer, before, after),
      inputs: selectColumns(activations[i] ?? new Float64Array(0), layer.inputs, before),
      gradients: gradients[i] && selectColumns(gradients[i], layer.outputs, after),
    };
  });
}

function range(count: number): number[] {
  return Array.from({ length: count }, (_, k) => k);
}

function heardColumns(values: Float64Array, columns: number): number[] {
  const heard = new Uint8Array(columns);
  values.forEach((value, i) => {
    if (value !== 0) heard[i % columns] = 1;
  });
  return range(columns).filter((k) => heard[k] === 1);
}

function selectColumns(x: Float64Array, columns: number, selected: readonly number[]): Float64Array {
  const rows = x.length / columns;
  const kept = new Float64Array(rows * selected.length);
  for (let row = 0; row < rows; row++)
    selected.forEach((k, i) => {
      kept[row * selected.length + i] = x[row * columns + k] ?? 0;
    });
  return kept;
}

function selectUnits(layer: Dense, before: readonly number[], after: readonly number[]): Dense {
  const columns = selectColumns(layer.kernel, layer.outputs, after);
  const width = after.length;
  const kernel = joinArrays(before.map((k) => columns.subarray(k * width, (k + 1) * width)));
  return {
    inputs: before.length,
    outputs: width,
    kernel,
    bias: Float64Array.from(after, (k) => layer.bias[k] ?? 0),
  };
}

function joinArrays(arrays: readonly Float64Array[]): Float64Array {
  const joined = new Float64Array(arrays.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const array of arrays) {
    joined.set(array, at);
    at += array.length;
  }
  return joined;
}

/**
 * Projects what the layer gives for these inputs on its principal components; the bias takes what the others are on
 * average. The layer itself where factors would be no smaller.
 */
function layerFactors(layer: Dense, x: Float64Array, gradients: Float64Array | undefined): LayerFactors {
  const { inputs, outputs } = layer;
  if (inputs === 0 || outputs === 0) return () => layer;
  const y = product(x, layer.kernel, x.length / inputs, outputs);
  const mean = columnMeans(y, outputs);
  const [weigh, unweigh] = directionWeights(gradients, outputs);
  const weighed = product(y, weigh, y.length / outputs, outputs);
  const { variances, components } = principalComponents(weighed, outputs);
  return (tolerance) => {
    const rank = neededRank(variances, tolerance);
    if (rank * (inputs + outputs) >= inputs * outputs) return layer;
    const directions = components.slice(0, rank * outputs);
    const right = product(directions, unweigh, rank, outputs);
    const projection = product(weigh, transpose(directions, rank, outputs), outputs, rank);
    const left = product(layer.kernel, projection, inputs, rank);
    const kept = product(product(mean, projection, 1, rank), right, 1, outputs);
    const bias = layer.bias.map((b, k) => b + (mean[k] ?? 0) - (kept[k] ?? 0));
    return { inputs, outputs, rank, left, right, bias };
  };
}

/** Directions that examples show no use for count by this share of the mean all the same. */
const leastWeight = 1e-3;

/** The root of the mean outer product of the gradients, and its inverse. */
function directionWeights(
  gradients: Float64Array | undefined,
  width: number,
): readonly [Float64Array, Float64Array] {
  if (!gradients) {
    const alike = Float64Array.from(Matrix.eye(width).to1DArray());
    return [alike, alike];
  }
  const rows = gradients.length / width;
  const products = product(transpose(gradients, rows, width), gradients, width, width);
  const { realEigenvalues, eigenvectorMatrix } = new EigenvalueDecomposition(
    Matrix.from1DArray(width, width, products),
    { assumeSymmetric: true },
  );
  const mean = realEigenvalues.reduce((sum, value) => sum + Math.max(0, value), 0) / width || 1;
  const power = (exponent: number) => {
    const scaled = eigenvectorMatrix.clone();
    realEigenvalues.forEach((value, k) => {
      scaled.mulColumn(k, (Math.max(0, value) / mean + leastWeight) ** exponent);
    });
    return Float64Array.from(scaled.mmul(eigenvectorMatrix.transpose()).to1DArray());
  };
  return [power(0.5), power(-0.5)];
}

function columnMeans(y: Float64Array, columns: number): Float64Array {
  const sums = new Float64Array(columns);
  y.forEach((value, i) => {
    sums[i % columns] = (sums[i % columns] ?? 0) + value;
  });
  return sums.map((sum) => (sum * columns) / y.length);
}

interface PrincipalComponents {
  /** From the largest down. */
  readonly variances: readonly number[];
  /** A row each, in the same order. */
  readonly components: Float64Array;
}

function principalComponents(y: Float64Array, columns: number): PrincipalComponents {
  const rows = y.length / columns;
  const mean = columnMeans(y, columns);
  const centred = y.map((value, i) => value - (mean[i % columns] ?? 0));
  const scatter = product(transpose(centred, rows, columns), centred, columns, columns);
  const { realEigenvalues, eigenvectorMatrix } = new EigenvalueDecomposition(
    Matrix.from1DArray(columns, columns, scatter),
    { assumeSymmetric: true },
  );
  const order = range(columns).sort((a, b) => (realEigenvalues[b] ?? 0) - (realEigenvalues[a] ?? 0));
  return {
    variances: order.map((k) => Math.max(0, realEigenvalues[k] ?? 0)),
    components: joinArrays(order.map((k) => Float64Array.from(eigenvectorMatrix.getColumn(k)))),
  };
}

/** How many components leave out at most the tolerance, squared, of the variance. */
function neededRank(variances: readonly number[], tolerance: number): number {
  let left = tolerance ** 2 * variances.reduce((sum, variance) => sum + variance, 0);
  let rank = variances.length;
  while (rank > 0 && (left -= variances[rank - 1] ?? 0) >= 0) rank--;
  return rank;
}
