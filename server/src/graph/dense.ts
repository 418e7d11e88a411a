/** A fully connected layer, y = x W + b. */
export interface Dense {
  readonly inputs: number;
  readonly outputs: number;
  /** `inputs x outputs`, row-major. */
  readonly kernel: Float64Array;
  /** `outputs`. */
  readonly bias: Float64Array;
}

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
  layer: Dense,
  x: Float64Array,
  rows: number,
  activation?: Activation,
): Float64Array {
  const y = new Float64Array(rows * layer.outputs);
  for (let row = 0; row < rows; row++) y.set(layer.bias, row * layer.outputs);
  addProduct(y, x, layer.kernel, rows, layer.inputs, layer.outputs);
  if (activation) applyInPlace(y, activation);
  return y;
}

/** Layers one after the other, each followed by the same activation. */
export function applyStack(
  layers: readonly Dense[],
  x: Float64Array,
  rows: number,
  activation: Activation,
): Float64Array {
  return layers.reduce((values, layer) => applyDense(layer, values, rows, activation), x);
}

/** y += x W, with x `rows x inner`, W `inner x columns` (from row `firstRow` of `kernel` on), y `rows x columns`. */
export function addProduct(
  y: Float64Array,
  x: Float64Array,
  kernel: Float64Array,
  rows: number,
  inner: number,
  columns: number,
  firstRow = 0,
): void {
  for (let row = 0; row < rows; row++) {
    const start = row * columns;
    for (let k = 0; k < inner; k++) {
      const factor = x[row * inner + k] ?? 0;
      if (factor === 0) continue;
      let weight = (firstRow + k) * columns;
      for (let at = start; at < start + columns; at++, weight++)
        y[at] = (y[at] ?? 0) + factor * (kernel[weight] ?? 0);
    }
  }
}

export function applyInPlace(values: Float64Array, activation: Activation): void {
  for (let i = 0; i < values.length; i++) values[i] = activation(values[i] ?? 0);
}
