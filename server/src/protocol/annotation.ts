/** What Superion says of one data block: the prediction with its trust, in one shape for editor, shell and tests. */
export interface Annotation {
  /** Code of the data block. */
  readonly block: string;
  /** Reduced formula, `Li10GeP2S12`. */
  readonly formula: string;
  readonly ordered: boolean;
  /** Mean over the ensemble of the probability that the compound conducts at least 1e-4 S/cm; `null` where it cannot be told. */
  readonly pSi: number | null;
  /** Standard deviation over the ensemble. */
  readonly deviation: number | null;
  /** Distance to the nearest training compound, in training standard deviations. */
  readonly dTraining: number | null;
  readonly nearest: NearestCompound | null;
  /** Electronvolt; `null` until a model for it ships. */
  readonly bandGap: number | null;
  /** Name and version of the ensemble. */
  readonly model: string;
  /** The representation that the model reads, `CAMNS`. */
  readonly simplification: string;
}

export interface NearestCompound {
  readonly id: string;
  readonly formula: string;
  /** Measured at room temperature, S/cm. */
  readonly conductivity: number;
  readonly doi: string;
}
