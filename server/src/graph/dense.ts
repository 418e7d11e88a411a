/** A fully connected layer, y = x W + b. */
export interface Dense {
  readonly inputs: number;
  readonly outputs: number;
  /** `inputs x outputs`, row-major. */
  readonly kernel: Float64Array;
  /** `outputs`. */
  readonly bias: Float64Array;
}

/** A fully connected layer whose kernel is the product of two thin ones, y = (x L) R + b. */
export interface FactoredDense {
  readonly inputs: number;
  readonly outputs: number;
  readonly rank: number;
  /** `inputs x rank`. */
  readonly left: Float64Array;
  /** `rank x outputs`. */
  readonly right: Float64Array;
  /** `outputs`. */
  readonly bias: Float64Array;
}

export type DenseLayer = Dense | FactoredDense;

export type Activation = (x: number) => number;

/** relu(x) + log(0.5 exp(-|x|) + 0.5): softplus shifted through the origin (Chen et al., Chem. Mater. 31, 3564, 2019). */
export function softplus2(x: number): number {
  return Math.max(x, 0) + Math.log(0.5 * Math.exp(-Math.abs(x)) + 0.5);
}

export function sigmoid(x: number): number {
  return 1 / (1 + Math.exp(-x));
}

export function relu(x: number): number {
  return Math.max(x, 0);
}

/** The layer on each of the rows of `x` (`rows x inputs`): `rows x outputs`. */
export function applyDense(
  layer: DenseLayer,
  x: Float64Array,
  rows: number,
  activation?: Activation,
): Float64Array {
  const y = new Float64Array(rows * layer.outputs);
  for (let row = 0; row < rows; row++) y.set(layer.bias, row * layer.outputs);
  if ("rank" in layer) {
    const thin = new Float64Array(rows * layer.rank);
    addProduct(thin, x, layer.left, rows, layer.inputs, layer.rank);
    addProduct(y, thin, layer.right, rows, layer.rank, layer.outputs);
  } else addProduct(y, x, layer.kernel, rows, layer.inputs, layer.outputs);
  if (activation) applyInPlace(y, activation);
  return y;
}

/** Layers one after the other, each followed by the same activation. */
export function applyStack(
  layers: readonly DenseLayer[],
  x: Float64Array,
  rows: number,
  activation: Activation,
): Float64Array {
  return layers.reduce((values, layer) => applyDense(layer, values, rows, activation), x);
}

/**
 * y += x W, with x `rows x inner`, W `inner x columns` (from row `firstRow` of `kernel` on), y `rows x columns`. Four rows
 * of W are taken at a time, so that each number of y is loaded and stored a quarter as often.
 */
export function addProduct(
  y: Float64Array,
  x: Float64Array,
  kernel: Float64Array,
  rows: number,
  inner: number,
  columns: number,
  firstRow = 0,
): void {
  const inFours = inner - (inner % 4);
  for (let row = 0; row < rows; row++) {
    const start = row * columns;
    const end = start + columns;
    const from = row * inner;
    let weight = firstRow * columns;
    for (let k = 0; k < inFours; k += 4, weight += 3 * columns) {
      const a = x[from + k] ?? 0;
      const b = x[from + k + 1] ?? 0;
      const c = x[from + k + 2] ?? 0;
      const d = x[from + k + 3] ?? 0;
      for (let at = start; at < end; at++, weight++)
        y[at] =
          (y[at] ?? 0) +
          a * (kernel[weight] ?? 0) +
          b * (kernel[weight + columns] ?? 0) +
          c * (kernel[weight + 2 * columns] ?? 0) +
          d * (kernel[weight + 3 * columns] ?? 0);
    }
    for (let k = inFours; k < inner; k++) {
      const factor = x[from + k] ?? 0;
      for (let at = start; at < end; at++, weight++) y[at] = (y[at] ?? 0) + factor * (kernel[weight] ?? 0);
    }
  }
}

export function applyInPlace(values: Float64Array, activation: Activation): void {
  for (let i = 0; i < values.length; i++) values[i] = activation(values[i] ?? 0);
}
