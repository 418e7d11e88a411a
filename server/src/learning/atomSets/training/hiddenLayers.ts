import type { Dense } from "../../../graph/dense";
import type { Random } from "../../random";
import { backwardDense } from "./denseGradients";
import { product } from "./matrixProduct";

/** Hides a share of the activations; the others make up for them. */
export interface Dropout {
  readonly share: number;
  readonly random: Random;
}

/** Layers with rectifiers and dropout: the input, then the output of each. */
export function forwardHidden(
  layers: readonly Dense[],
  x: Float64Array,
  rows: number,
  dropout?: Dropout,
): Float64Array[] {
  const activations = [x];
  layers.forEach(({ outputs, kernel, bias }) => {
    const y = product(activations.at(-1) ?? x, kernel, rows, outputs);
    activate(y, bias, dropout);
    activations.push(y);
  });
  return activations;
}

/**
 * The way back through {@link forwardHidden}: adds to `gradients`, and gives the gradient with respect to the input unless
 * `last` says that nobody asks for it. A positive activation was neither rectified nor hidden.
 */
export function backwardHidden(
  layers: readonly Dense[],
  gradients: readonly Dense[],
  activations: readonly Float64Array[],
  dOutput: Float64Array,
  rows: number,
  { share, last }: { readonly share: number; readonly last: boolean },
): Float64Array {
  let dy = dOutput;
  for (let i = layers.length - 1; i >= 0; i--) {
    const [layer, gradient, x, y] = [layers[i], gradients[i], activations[i], activations[i + 1]];
    if (!layer || !gradient || !x || !y) throw new RangeError("every layer has a gradient and activations");
    const scale = 1 / (1 - share);
    // Half of them in no order: a product is quicker than a branch.
    for (let k = 0; k < dy.length; k++) dy[k] = (dy[k] ?? 0) * scale * Number((y[k] ?? 0) > 0);
    dy = backwardDense(layer, gradient, x, dy, rows, last && i === 0);
  }
  return dy;
}

/** Adds the bias, rectifies and drops out, in one go over the numbers. */
function activate(y: Float64Array, bias: Float64Array, dropout?: Dropout): void {
  const outputs = bias.length;
  const scale = dropout ? 1 / (1 - dropout.share) : 1;
  for (let start = 0; start < y.length; start += outputs)
    for (let k = 0; k < outputs; k++) {
      const value = (y[start + k] ?? 0) + (bias[k] ?? 0);
      const hidden = value <= 0 || (dropout && dropout.random.uniform() < dropout.share);
      y[start + k] = hidden ? 0 : value * scale;
    }
}
