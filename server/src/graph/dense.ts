import { applyStages, type Activation, type Stage } from "./layerChain";

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
  return applyStages(stagesOf(layer, activation), x, rows);
}

/** Layers one after the other, each followed by the same activation. */
export function applyStack(
  layers: readonly DenseLayer[],
  x: Float64Array,
  rows: number,
  activation: Activation,
): Float64Array {
  return applyStages(
    layers.flatMap((layer) => stagesOf(layer, activation)),
    x,
    rows,
  );
}

/** A layer as stages of a chain. */
export function stagesOf(layer: DenseLayer, activation?: Activation): Stage[] {
  const { outputs, bias } = layer;
  if (!("rank" in layer)) return [{ kernel: layer.kernel, outputs, start: bias, activation }];
  const { left, right, rank } = layer;
  return [
    { kernel: left, outputs: rank, start: new Float64Array(rank) },
    { kernel: right, outputs, start: bias, activation },
  ];
}
