import {
  environmentColumns,
  fractionColumns,
  standardisedRow,
  type FeatureScale,
} from "../features/featureTable";
import type { KernelInput } from "../regression/gaussianProcess";

/** Known of a compound whose Li was located. */
const whereLithiumIs = "shortest Li-Li distance (Å)";

/** Rows of features as kernels see them, from two sides: fractions of the elements, and how Li sits in the compound. */
export class KernelInputs {
  private readonly fractions: readonly number[];
  private readonly environment: readonly number[];
  private readonly located: number;

  constructor(private readonly scale: FeatureScale) {
    this.fractions = fractionColumns(scale);
    this.environment = environmentColumns(scale);
    this.located = scale.names.indexOf(whereLithiumIs);
  }

  /** Whether the places of Li are known. */
  isLocated(row: Float32Array): boolean {
    return !Number.isNaN(row[this.located] ?? NaN);
  }

  /** Without the environment where the places of Li are not known. */
  of(row: Float32Array): KernelInput {
    const standardised = standardisedRow(this.scale, row);
    const side = (columns: readonly number[]) => Float64Array.from(columns, (k) => standardised[k] ?? 0);
    return [side(this.fractions), this.isLocated(row) ? side(this.environment) : undefined];
  }
}
