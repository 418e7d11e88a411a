import type { MeasuredValue } from "./values";

export interface FileProblem {
  /** Path. */
  readonly file: string;
  readonly severity: "error" | "warning" | "information";
  readonly message: string;
  /** From 1. */
  readonly line: number | null;
}

/** Impedance against frequency: hertz and ohm, all lists of one length. */
export interface ImpedanceCurve {
  readonly frequencies: readonly number[];
  readonly zRe: readonly number[];
  readonly zIm: readonly number[];
}

/** One sweep of a file. */
export interface ReadSpectrum extends ImpedanceCurve {
  /** Path and sweep in one word. */
  readonly id: string;
  /** Path. */
  readonly file: string;
  /** From 0. */
  readonly loop: number;
  /** For the user: the file without folders, and the sweep where there are several. */
  readonly name: string;
  readonly temperatureC: number | null;
  /** `cell`: from the cell file, where users write it. */
  readonly temperatureSource: "cell" | "file" | "name" | null;
  /** Path of its cell file. */
  readonly cell: string;
  /** Thickness over area, 1/cm; `null` where the size is not known. */
  readonly cellConstant: MeasuredValue | null;
}
