import type { FeatureValues } from "../features/featureValues";

/** A measured compound, described. */
export interface ConductivitySample {
  readonly id: string;
  readonly formula: string;
  /** Compounds of one paper are alike in more than their features. */
  readonly doi: string;
  /** log10 of the conductivity at room temperature in S/cm. */
  readonly logConductivity: number;
  /** Whether the conductivity is no more than that. */
  readonly isUpperBound: boolean;
  readonly features: FeatureValues;
}

/** log10 of 1e-4 S/cm, from which on a compound is superionic (section 4.3 of the thesis). */
export const superionicLogConductivity = -4;

export function isSuperionicSample({ logConductivity }: ConductivitySample): boolean {
  return logConductivity >= superionicLogConductivity;
}
