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
  /** At room temperature, S/cm, with the interval that holds the measured value of 8 compounds in 10; `null` where the model only classifies. */
  readonly conductivity: { readonly value: number; readonly interval: readonly [number, number] } | null;
  /** What moved this prediction most, the strongest first; empty where the model cannot tell. */
  readonly influences: readonly Influence[];
  /** Why the compound lies outside of what the model knows; `null` where it does not. */
  readonly caution: string | null;
  /** Of the structure as it is, electronvolt; 0 for a metal, `null` where the parent cannot tell. */
  readonly bandGap: number | null;
  /** Name and version of the model. */
  readonly model: string;
  /** The representation that the model reads, `CAMNS`. */
  readonly simplification: string;
}

/** What one property of the compound does to its prediction. */
export interface Influence {
  /** In words, with the unit where it has one. */
  readonly property: string;
  readonly value: number;
  /** What is usual among the training compounds. */
  readonly usual: number;
  /** By how much log10 of the conductivity in S/cm would be lower, were the property as usual. */
  readonly effect: number;
}

export interface NearestCompound {
  readonly id: string;
  readonly formula: string;
  /** Measured at room temperature, S/cm. */
  readonly conductivity: number;
  readonly doi: string;
}
