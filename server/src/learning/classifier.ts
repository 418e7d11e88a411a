import type { CrystalFeatures, Representation } from "./crystalFeatures";

/** What gives P_SI: the models that a user can choose between, shipped or trained on the user's measurements. */
export interface Classifier {
  /** Name and version, `AtomSets CAMNS-V1, version 1`. */
  readonly name: string;
  /** The representation whose structure it reads. */
  readonly representation: Representation;
  /** How many members the mean is over. */
  readonly members: number;
  /** One estimate a crystal, in their order and independent of each other's company. */
  estimate(crystals: readonly CrystalFeatures[]): Estimate[];
}

/** How likely a compound conducts at least 1e-4 S/cm at room temperature, and what else the model can tell. */
export interface Estimate {
  /** Mean of the members' probabilities. */
  readonly pSi: number;
  /** Their standard deviation over the members. */
  readonly deviation: number;
  /** Absent where the model only classifies. */
  readonly conductivity?: ConductivityEstimate;
  /** Tells what moved this prediction most, the strongest first; absent where the model cannot tell. */
  readonly influences?: () => readonly Influence[];
  /** Why the compound lies outside of what the model knows, in words for the user. */
  readonly caution?: string;
}

/** At room temperature, as log10 of the conductivity in S/cm. */
export interface ConductivityEstimate {
  readonly log10: number;
  /** Ends of the interval that holds the measured value of 8 compounds in 10. */
  readonly interval: readonly [lower: number, upper: number];
}

/** What one property of the compound does to its prediction. */
export interface Influence {
  /** In words, with the unit where it has one: `shortest Li-Li distance (Å)`. */
  readonly property: string;
  readonly value: number;
  /** What is usual among the training compounds. */
  readonly usual: number;
  /** By how much log10 of the conductivity in S/cm would be lower, were the property as usual. */
  readonly effect: number;
}
