/** Replaces each number by its activation. */
export type Activation = (values: Float64Array) => void;

export const relu: Activation = (values) => {
  for (let i = 0; i < values.length; i++) values[i] = Math.max(values[i] ?? 0, 0);
};

export const sigmoid: Activation = (values) => {
  for (let i = 0; i < values.length; i++) values[i] = 1 / (1 + Math.exp(-(values[i] ?? 0)));
};

/** The last activation of a readout, by the name that model files use. */
export const outputActivations = { linear: () => undefined, sigmoid } as const satisfies Record<
  string,
  Activation
>;
