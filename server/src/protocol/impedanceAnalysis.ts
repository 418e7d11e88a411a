import * as v from "valibot";
import type { FileProblem, ImpedanceCurve } from "./impedanceFiles";
import {
  measuredValue,
  positive,
  wholeNumber,
  type EstimatedValue,
  type MeasuredValue,
  type Refused,
} from "./values";

export const weightings = ["modulus", "unit", "proportional"] as const;
export const tailMethods = ["x-on-y-weighted", "x-on-y", "y-on-x", "orthogonal"] as const;

/** What the user chose for a spectrum. */
export interface SpectrumChoices {
  /** `null`: the best of the usual ones. */
  readonly circuit: string | null;
  readonly weighting: (typeof weightings)[number];
  readonly tailMethod: (typeof tailMethods)[number];
  /** Hertz; `null`: found automatically. */
  readonly tailWindow: readonly [number, number] | null;
  /** Points that do not count, by their place in the spectrum, rising. */
  readonly excluded: readonly number[];
}

/** Where the user chose nothing. */
export const usualChoices: SpectrumChoices = {
  circuit: null,
  weighting: "modulus",
  tailMethod: "x-on-y-weighted",
  tailWindow: null,
  excluded: [],
};

/** One spectrum of a series. */
export interface AnalyseImpedanceParams {
  readonly file: string;
  readonly loop: number;
  readonly choices: SpectrumChoices;
  readonly cellConstant: MeasuredValue | null;
}

/** Refused: the circuit cannot be read, or the file cannot any more. */
export type AnalyseImpedanceResult = Refused | AnalysedSpectrum;

export interface AnalysedSpectrum {
  readonly kind: "analysed";
  readonly tail: AnalysedTail | null;
  readonly circuit: AnalysedCircuit | null;
  readonly problems: readonly { readonly severity: FileProblem["severity"]; readonly message: string }[];
}

export interface AnalysedTail {
  /** Ohm. */
  readonly resistance: EstimatedValue;
  /** 95 %. */
  readonly interval: readonly [number, number] | null;
  /** Hertz. */
  readonly window: readonly [number, number];
  readonly points: number;
  /** S/cm; `null` where the size of the cell is not known. */
  readonly conductivity: EstimatedValue | null;
  /** In the Nyquist plot from the real axis on: Z', -Z''. */
  readonly line: readonly (readonly [number, number])[];
}

export interface AnalysedCircuit {
  readonly circuit: string;
  readonly parameters: readonly CircuitParameterValue[];
  /** Row by row. */
  readonly correlation: readonly (readonly (number | null)[])[];
  readonly chi2: number;
  readonly chi2Reduced: number | null;
  /** Ohm. */
  readonly resistanceTotal: EstimatedValue;
  /** S/cm; `null` where the size of the cell is not known. */
  readonly conductivity: {
    readonly total: EstimatedValue;
    readonly bulk: EstimatedValue | null;
    readonly grainBoundary: EstimatedValue | null;
  } | null;
  /** The circuits that were compared, after the chosen one; empty where it was given. */
  readonly alternatives: readonly { readonly circuit: string; readonly criterionDifference: number }[];
  /** Smooth. */
  readonly curve: ImpedanceCurve;
  readonly residuals: Residuals;
}

export interface CircuitParameterValue extends EstimatedValue {
  readonly name: string;
  readonly unit: string;
  /** What the arc of this resistance may be, in words. */
  readonly process: string | null;
  /** Farad, beside this resistance. */
  readonly capacitance: number | null;
}

/** Percent of |Z|, of the points that count. */
export interface Residuals {
  /** Places in the spectrum. */
  readonly points: readonly number[];
  readonly re: readonly number[];
  readonly im: readonly number[];
}

export interface InspectImpedanceParams {
  readonly file: string;
  readonly loop: number;
  readonly excluded: readonly number[];
  /** Regularisation parameter; `null`: chosen by cross-validation. */
  readonly lambda: number | null;
  /** Whose tail is no relaxation; absent or `null`: the best of the usual ones. */
  readonly circuit?: string | null | undefined;
}

export type InspectImpedanceResult = Refused | InspectedSpectrum;

export interface InspectedSpectrum {
  readonly kind: "inspected";
  readonly linKk: {
    readonly elements: number;
    readonly mu: number;
    readonly residuals: Residuals;
    /** Places in the spectrum of points that do not fit with the others. */
    readonly outliers: readonly number[];
  };
  readonly relaxation: {
    /** Seconds. */
    readonly times: readonly number[];
    /** Ohm. */
    readonly gamma: readonly number[];
    readonly peaks: readonly {
      readonly time: number;
      readonly frequency: number;
      readonly resistance: number;
    }[];
    readonly lambda: number;
    /** How lambda was found. */
    readonly rule: string;
  };
}

const window = v.pipe(v.tuple([positive, positive]), v.readonly());

export const spectrumChoices = v.object({
  circuit: v.nullable(v.string()),
  weighting: v.picklist(weightings),
  tailMethod: v.picklist(tailMethods),
  tailWindow: v.nullable(window),
  excluded: v.array(wholeNumber),
});

export const analyseImpedanceParams = v.object({
  file: v.string(),
  loop: wholeNumber,
  choices: spectrumChoices,
  cellConstant: v.nullable(measuredValue),
});

export const inspectImpedanceParams = v.object({
  file: v.string(),
  loop: wholeNumber,
  excluded: v.array(wholeNumber),
  lambda: v.nullable(positive),
  circuit: v.optional(v.nullable(v.string())),
});
