import { composition } from "../../crystal/structure";
import type { Megnet } from "../../graph/megnet";
import { CrystalFeatures } from "../crystalFeatures";
import type { MeasuredCompound } from "../measurements/measuredCompounds";
import { isSuperionic } from "../measurements/superionic";

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

/** A compound of a table of measurements, which has a structure always. */
export function labelledCompound(
  measured: MeasuredCompound,
  megnet: Megnet,
): LabelledCompound & { readonly crystal: CrystalFeatures } {
  const { file, formula, structure, dois, conductivity } = measured;
  return {
    id: file,
    formula,
    composition: composition(structure),
    doi: dois[0] ?? "",
    family: "",
    logConductivity: Math.log10(conductivity),
    superionic: isSuperionic(measured),
    crystal: new CrystalFeatures(structure, megnet),
  };
}
