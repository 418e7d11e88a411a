import type { CrystalFeatures } from "../crystalFeatures";

/** A measured compound that models learn from and are scored on. */
export interface LabelledCompound {
  /** Entry in the data set. */
  readonly id: string;
  readonly formula: string;
  /** Amounts of the elements, in any unit. */
  readonly composition: ReadonlyMap<string, number>;
  /** Empty where unknown. */
  readonly doi: string;
  /** The structural family; empty where unknown. */
  readonly family: string;
  /** log10 of the conductivity in S/cm at room temperature; of an upper bound, the bound's. */
  readonly logConductivity: number;
  readonly superionic: boolean;
  /** Absent where only the composition is known: such a compound may be learned from, and is not scored. */
  readonly crystal: CrystalFeatures | undefined;
}

/** log10 of S/cm from which on a compound is superionic (section 4.3 of the thesis). */
export const superionicLogConductivity = -4;
