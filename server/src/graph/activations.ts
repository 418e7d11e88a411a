export function sigmoid(x: number): number {
  return 1 / (1 + Math.exp(-x));
}

/** The last activation of a readout, by the name that model files use. */
export const outputActivations = { linear: (x: number) => x, sigmoid } as const;
