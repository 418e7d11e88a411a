import type { FeatureValues } from "../features/featureValues";
import { superionicLogConductivity } from "../measurements/superionic";

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

export function isSuperionicSample({ logConductivity }: ConductivitySample): boolean {
  return logConductivity >= superionicLogConductivity;
}
