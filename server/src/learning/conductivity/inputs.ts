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
    return [
      select(standardised, this.fractions),
      this.isLocated(row) ? select(standardised, this.environment) : undefined,
    ];
  }
}

function select(values: Float64Array, columns: readonly number[]): Float64Array {
  const selected = new Float64Array(columns.length);
  for (let i = 0; i < columns.length; i++) selected[i] = values[columns[i] ?? 0] ?? 0;
  return selected;
}
