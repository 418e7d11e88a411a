import type { Dense } from "../../../graph/dense";
import { product, transpose } from "./matrixProduct";

/** A layer of the same size full of zeros, to gather gradients in. */
export function zeroLayer({ inputs, outputs }: Dense): Dense {
  return { inputs, outputs, kernel: new Float64Array(inputs * outputs), bias: new Float64Array(outputs) };
}

/** x W + b on the rows of `x`. */
export function forwardDense({ outputs, kernel, bias }: Dense, x: Float64Array, rows: number): Float64Array {
  const y = product(x, kernel, rows, outputs);
  for (let row = 0, at = 0; row < rows; row++)
    for (let k = 0; k < outputs; k++, at++) y[at] = (y[at] ?? 0) + (bias[k] ?? 0);
  return y;
}

/**
 * Adds to `gradients` what the gradient of the loss with respect to the outputs, `dy`, makes of the inputs `x`. Gives the
 * gradient with respect to `x`, unless `last` says that nobody asks for it.
 */
export function backwardDense(
  layer: Dense,
  gradients: Dense,
  x: Float64Array,
  dy: Float64Array,
  rows: number,
  last = false,
): Float64Array {
  const { inputs, outputs, kernel } = layer;
  addTo(gradients.kernel, product(transpose(x, rows, inputs), dy, inputs, outputs));
  for (let row = 0, at = 0; row < rows; row++)
    for (let k = 0; k < outputs; k++, at++) gradients.bias[k] = (gradients.bias[k] ?? 0) + (dy[at] ?? 0);
  if (last) return new Float64Array(0);
  return product(dy, transpose(kernel, inputs, outputs), rows, inputs);
}

export function addTo(sum: Float64Array, values: Float64Array): void {
  for (let k = 0; k < sum.length; k++) sum[k] = (sum[k] ?? 0) + (values[k] ?? 0);
}
