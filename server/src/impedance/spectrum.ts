import type { ImpedanceProblem } from "./problem";

/** Impedance against frequency, all arrays of one length, in the order of the file: falling or rising frequency. */
export interface Spectrum {
  /** Hertz, finite and above zero. */
  readonly frequencies: Float64Array;
  /** Re Z, ohm, finite. */
  readonly zRe: Float64Array;
  /** Im Z, ohm, finite; negative where the cell is capacitive. */
  readonly zIm: Float64Array;
}

/** Hertz, from and to. */
export type FrequencyWindow = readonly [number, number];

/** Between which frequencies a spectrum lies, hertz. */
export function frequencyRange({ frequencies }: Pick<Spectrum, "frequencies">): {
  readonly lowest: number;
  readonly highest: number;
} {
  return {
    lowest: frequencies.reduce((a, b) => Math.min(a, b), Infinity),
    highest: frequencies.reduce((a, b) => Math.max(a, b), 0),
  };
}

/** One sweep of a file that may hold several. */
export interface Loop extends Spectrum {
  /** Degrees Celsius, where the file tells it of this sweep (the median of a column of temperatures). */
  readonly temperatureC: number | null;
}

/** What a file of an instrument says. */
export interface ImpedanceFile {
  /** The layout, such as "BioLogic .mpt". */
  readonly format: string;
  /** What the file says of the instrument that wrote it. */
  readonly instrument: string | null;
  /** Degrees Celsius: of the first sweep that has one, else of the header, else of the file's name. */
  readonly temperatureC: number | null;
  readonly temperatureSource: "file" | "name" | null;
  /** Of the electrode; `null` where nothing or only an instrument's placeholder stands. */
  readonly areaCm2: number | null;
  readonly thicknessCm: number | null;
  /** At least one, each of at least one point. */
  readonly loops: readonly Loop[];
  readonly problems: readonly ImpedanceProblem[];
}

/** A file that holds no readable spectrum is refused, with at least one problem that is an error. */
export type ImpedanceReading =
  | { readonly kind: "read"; readonly file: ImpedanceFile }
  | {
      readonly kind: "refused";
      readonly format: string | null;
      readonly problems: readonly ImpedanceProblem[];
    };
