/** What chapter 4 of the thesis varies in an AtomSets classifier and its training. */
export interface Hyperparameters {
  /** Structures a step. */
  readonly batchSize: number;
  /** Share of the activations hidden after each layer before ("initial") and after ("final") the readout. */
  readonly dropout: { readonly initial: number; readonly final: number };
  /** Factor of the sum of the squared kernels before and after the readout. */
  readonly penalty: { readonly initial: number; readonly final: number };
  /** Dense layers before the readout, and as many after it. */
  readonly layers: number;
  /** Width of each of these layers. */
  readonly neurons: number;
  readonly rate: { readonly initial: number; readonly maximum: number };
}

/** The values searched: Table C.7 of the thesis. */
export const searchSpace = {
  batchSize: [32, 64, 128],
  dropoutInitial: [0.1, 0.15, 0.2, 0.25, 0.3],
  dropoutFinal: [0.1, 0.15, 0.2, 0.25, 0.3],
  penaltyInitial: [1e-4, 1e-3, 1e-2, 1e-1, 1],
  penaltyFinal: [1e-4, 1e-3, 1e-2, 1e-1, 1],
  layers: [2, 3, 4],
  neurons: [32, 64, 128, 256],
  rateInitial: [2e-5, 4e-5, 6e-5, 8e-5, 1e-4],
  rateMaximum: [1e-4, 1e-3, 3e-3, 5e-3, 7e-3],
} as const;

/** The best for each validation cluster: Table C.8 of the thesis, with which its final ensemble was trained. */
export const thesisHyperparameters: readonly Hyperparameters[] = [
  set(32, [0.2, 0.1], [1e-3, 1e-1], 2, 32, [6e-5, 5e-3]),
  set(128, [0.15, 0.3], [1, 1e-2], 3, 128, [4e-5, 1e-3]),
  set(32, [0.1, 0.15], [1e-2, 1e-4], 4, 64, [2e-5, 7e-3]),
  set(32, [0.2, 0.2], [1e-4, 1e-1], 2, 128, [6e-5, 3e-3]),
  set(128, [0.15, 0.25], [1e-2, 1e-2], 3, 128, [2e-5, 1e-3]),
  set(128, [0.1, 0.15], [1e-2, 1e-4], 3, 64, [4e-5, 5e-3]),
  set(32, [0.1, 0.2], [1, 1e-4], 3, 32, [6e-5, 1e-3]),
  set(32, [0.1, 0.1], [1, 1e-2], 2, 32, [8e-5, 5e-3]),
  set(128, [0.15, 0.25], [1, 1e-2], 2, 256, [6e-5, 5e-3]),
  set(64, [0.15, 0.1], [1e-3, 1e-4], 2, 256, [6e-5, 1e-3]),
];

/** A row of Table C.8: pairs are initial and final, the last is the initial and the maximum rate. */
function set(
  batchSize: number,
  dropout: readonly [number, number],
  penalty: readonly [number, number],
  layers: number,
  neurons: number,
  rate: readonly [number, number],
): Hyperparameters {
  return {
    batchSize,
    dropout: { initial: dropout[0], final: dropout[1] },
    penalty: { initial: penalty[0], final: penalty[1] },
    layers,
    neurons,
    rate: { initial: rate[0], maximum: rate[1] },
  };
}
