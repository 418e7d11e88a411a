import { EigenvalueDecomposition, Matrix } from "ml-matrix";
import type { Dense, DenseLayer } from "../../graph/dense";
import type { AtomFeatures, AtomSets } from "./atomSets";
import { forwardHidden } from "./training/hiddenLayers";
import type { MatrixProduct } from "./training/matrixProduct";
import { forwardSet2Set } from "./training/set2setGradients";
import { joinSets } from "./training/setBatch";

/**
 * The classifier with thin factors in place of kernels, as thin as the activations on example structures allow: what each
 * layer gives there changes by at most `tolerance` of its deviation, root mean square. Units that are silent on all
 * examples go.
 */
export function factorise(
  model: AtomSets,
  examples: readonly AtomFeatures[],
  tolerance: number,
  multiply: MatrixProduct,
): AtomSets<DenseLayer> {
  const batch = joinSets(examples);
  const rows = batch.weights.length;
  const atoms = forwardHidden(model.atomLayers, batch.values, rows, multiply);
  const readout = forwardSet2Set(model.readout, atoms.at(-1) ?? batch.values, batch, multiply);
  const sets = forwardHidden(model.setLayers, readout.output, examples.length, multiply);
  const states = joinArrays(readout.steps.map(({ before }) => before));
  const atomStack = withoutSilent([...model.atomLayers, model.readout.projection], atoms);
  const setStack = withoutSilent([...model.setLayers, model.output], sets);
  const thin = ({ layer, inputs }: LayerWithInputs) => factoriseLayer(layer, inputs, tolerance, multiply);
  return {
    atomLayers: atomStack.slice(0, -1).map(thin),
    readout: {
      projection: thin(lastOf(atomStack)),
      recurrence: thin({ layer: model.readout.recurrence, inputs: states }),
      steps: model.readout.steps,
    },
    setLayers: setStack.slice(0, -1).map(thin),
    output: lastOf(setStack).layer,
  };
}

interface LayerWithInputs {
  readonly layer: Dense;
  /** `rows x layer.inputs`. */
  readonly inputs: Float64Array;
}

function lastOf(stack: readonly LayerWithInputs[]): LayerWithInputs {
  const last = stack.at(-1);
  if (!last) throw new RangeError("a stack has layers");
  return last;
}

/** Layers one after the other without the units between them that are zero in every row. */
function withoutSilent(
  layers: readonly Dense[],
  activations: readonly Float64Array[],
): readonly LayerWithInputs[] {
  const heard = layers.map(({ inputs }, i) =>
    i === 0 ? range(inputs) : heardColumns(activations[i] ?? new Float64Array(0), inputs),
  );
  return layers.map((layer, i) => {
    const before = heard[i] ?? range(layer.inputs);
    const after = heard[i + 1] ?? range(layer.outputs);
    return {
      layer: selectUnits(layer, before, after),
      inputs: selectColumns(activations[i] ?? new Float64Array(0), layer.inputs, before),
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
function factoriseLayer(
  layer: Dense,
  x: Float64Array,
  tolerance: number,
  multiply: MatrixProduct,
): DenseLayer {
  const { inputs, outputs } = layer;
  const rows = x.length / inputs;
  if (outputs === 0 || inputs === 0) return layer;
  const y = multiply(x, layer.kernel, rows, inputs, outputs);
  const mean = columnMeans(y, outputs);
  const { components, rank } = principalComponents(y, mean, tolerance);
  if (rank * (inputs + outputs) >= inputs * outputs) return layer;
  const right = new Float64Array(rank * outputs);
  const rightTransposed = new Float64Array(rank * outputs);
  for (let r = 0; r < rank; r++)
    for (let k = 0; k < outputs; k++)
      right[r * outputs + k] = rightTransposed[k * rank + r] = components.get(k, outputs - 1 - r);
  const left = multiply(layer.kernel, rightTransposed, inputs, outputs, rank);
  const kept = multiply(multiply(mean, rightTransposed, 1, outputs, rank), right, 1, rank, outputs);
  const bias = layer.bias.map((b, k) => b + (mean[k] ?? 0) - (kept[k] ?? 0));
  return { inputs, outputs, rank, left, right, bias };
}

function columnMeans(y: Float64Array, columns: number): Float64Array {
  const sums = new Float64Array(columns);
  y.forEach((value, i) => {
    sums[i % columns] = (sums[i % columns] ?? 0) + value;
  });
  return sums.map((sum) => (sum * columns) / y.length);
}

/** Eigenvectors by rising variance, and how many of the last leave out at most `tolerance`, squared, of the variance. */
function principalComponents(
  y: Float64Array,
  mean: Float64Array,
  tolerance: number,
): { readonly components: Matrix; readonly rank: number } {
  const columns = mean.length;
  const covariance = new Matrix(columns, columns);
  for (let start = 0; start < y.length; start += columns)
    for (let i = 0; i < columns; i++) {
      const deviation = (y[start + i] ?? 0) - (mean[i] ?? 0);
      for (let k = 0; k <= i; k++)
        covariance.set(i, k, covariance.get(i, k) + deviation * ((y[start + k] ?? 0) - (mean[k] ?? 0)));
    }
  for (let i = 0; i < columns; i++) for (let k = 0; k < i; k++) covariance.set(k, i, covariance.get(i, k));
  const { realEigenvalues, eigenvectorMatrix } = new EigenvalueDecomposition(covariance, {
    assumeSymmetric: true,
  });
  const total = realEigenvalues.reduce((sum, variance) => sum + Math.max(0, variance), 0);
  let [left, dropped] = [0, 0];
  while (dropped < columns && left + Math.max(0, realEigenvalues[dropped] ?? 0) <= tolerance ** 2 * total)
    left += Math.max(0, realEigenvalues[dropped++] ?? 0);
  return { components: eigenvectorMatrix, rank: columns - dropped };
}
