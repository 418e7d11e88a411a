import {
  columnsOf,
  fractionColumns,
  isFraction,
  standardisedRow,
  type FeatureScale,
} from "../features/featureTable";
import type { KernelInput } from "../regression/gaussianProcess";

/**
 * The features of the environment that carry across families of compounds: those of Sendek et al. (Energy Environ. Sci. 10, 306,
 * 2017), the number of elements, which tells doping, the room that Li has, and the hardest framework cation.
 */
const environment: ReadonlySet<string> = new Set([
  "Li neighbours of Li within 4 Å",
  "mean electronegativity difference of framework bonds",
  "framework neighbours of an anion within 3 Å",
  "shortest Li-anion distance (Å)",
  "shortest Li-Li distance (Å)",
  "number of elements",
  "volume per Li (Å³)",
  "most electronegativity of framework cations",
]);
/** Known of a compound whose Li was located. */
const whereLithiumIs = "shortest Li-Li distance (Å)";

/** Whether the model looks at a feature of this name at all. */
export function isRead(name: string): boolean {
  return isFraction(name) || environment.has(name);
}

/** One way to look at a compound, the side of a kernel: fractions of its elements, or how Li sits in it. */
export type Side = "composition" | "environment";

/** Looks at rows of features in the ways that the members of a model want. */
export class InputViews {
  private readonly fractions: readonly number[];
  private readonly environment: readonly number[];
  private readonly located: number;

  constructor(private readonly scale: FeatureScale) {
    this.fractions = fractionColumns(scale);
    this.environment = columnsOf(scale, (name) => environment.has(name));
    this.located = scale.names.indexOf(whereLithiumIs);
  }

  /** Whether the places of Li are known. */
  isLocated(row: Float32Array): boolean {
    return !Number.isNaN(row[this.located] ?? NaN);
  }

  kernelInput(row: Float32Array, sides: readonly Side[]): KernelInput {
    const standardised = standardisedRow(this.scale, row);
    return sides.map((side) => {
      switch (side) {
        case "composition":
          return Float64Array.from(this.fractions, (k) => standardised[k] ?? 0);
        case "environment":
          return this.isLocated(row)
            ? Float64Array.from(this.environment, (k) => standardised[k] ?? 0)
            : undefined;
      }
    });
  }
}
