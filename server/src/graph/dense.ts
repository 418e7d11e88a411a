import type { Activation } from "./activations";
import { product, productPlusRow } from "./matrixProduct";

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

/** The layer on each of the rows of `x` (`rows x inputs`): `rows x outputs`. */
export function applyDense(
  layer: DenseLayer,
  x: Float64Array,
  rows: number,
  activation?: Activation,
): Float64Array {
  const [thin, width, kernel] =
    "rank" in layer
      ? [product(x, layer.left, rows, layer.inputs, layer.rank), layer.rank, layer.right]
      : [x, layer.inputs, layer.kernel];
  const y = productPlusRow(thin, kernel, layer.bias, rows, width);
  activation?.(y);
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
