import * as v from "valibot";
import {
  analysePolarisationMethod,
  readPolarisationParams,
  type PolarisationRequests,
  type ReadPolarisation,
} from "./polarisation";
import { reader, type ParamReaders } from "./webview";

/** Client -> server: reads files of spectra, with the cell files beside them. */
export const readImpedanceMethod = "superion/readImpedance";
/** Client -> server: Kramers-Kronig test and relaxation times of one spectrum. */
export const inspectImpedanceMethod = "superion/inspectImpedance";
/** Client -> server: activation energies from conductivities. */
export const arrheniusMethod = "superion/arrhenius";
/** Client -> server: the text of a cell file with some values changed; the client writes it. */
export const changeCellMethod = "superion/changeCell";

export interface ImpedanceRequests extends PolarisationRequests {
  [readImpedanceMethod](params: ReadImpedanceParams): ReadImpedanceResult;
  [inspectImpedanceMethod](params: InspectImpedanceParams): InspectImpedanceResult;
  [arrheniusMethod](params: ArrheniusParams): ArrheniusResult;
  [changeCellMethod](params: ChangeCellParams): ChangeCellResult;
}

export const impedanceMethods = [
  readImpedanceMethod,
  inspectImpedanceMethod,
  arrheniusMethod,
  changeCellMethod,
  analysePolarisationMethod,
] as const;

export interface Refused {
  readonly kind: "refused";
  readonly reason: string;
}

/** A value with one standard deviation; `null` where the data do not determine it. */
export interface EstimatedValue {
  readonly value: number;
  readonly standardError: number | null;
}

export interface MeasuredValue {
  readonly value: number;
  readonly uncertainty: number;
}

export interface ReadImpedanceParams {
  /** Paths. */
  readonly files: readonly string[];
}

export interface ReadImpedanceResult {
  readonly spectra: readonly ReadSpectrum[];
  readonly polarisations: readonly ReadPolarisation[];
  readonly cells: readonly ReadCell[];
  readonly problems: readonly FileProblem[];
}

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

/** Those of cell files, the usual ones first. */
export const lengthUnits = ["mm", "cm", "um", "m", "µm"] as const;
export const areaUnits = ["cm2", "mm2", "m2", "cm²", "mm²", "m²"] as const;
export const massUnits = ["mg", "g", "kg", "ug", "µg"] as const;
export const densityUnits = ["g/cm3", "kg/m3", "g/cm³", "kg/m³"] as const;

/** A quantity as it stands in a cell file. */
export interface CellQuantity<Unit extends string = string> {
  readonly value: number;
  readonly uncertainty?: number | undefined;
  readonly unit: Unit;
}

type Length = CellQuantity<(typeof lengthUnits)[number]>;
type Area = CellQuantity<(typeof areaUnits)[number]>;
type Mass = CellQuantity<(typeof massUnits)[number]>;
type Density = CellQuantity<(typeof densityUnits)[number]>;

/** What a cell file says, or would say once there is one. */
export interface ReadCell {
  /** Path. */
  readonly path: string;
  /** For the user. */
  readonly name: string;
  readonly thickness: CellQuantity | null;
  readonly diameter: CellQuantity | null;
  readonly area: CellQuantity | null;
  readonly mass: CellQuantity | null;
  /** Of the crystal, without pores. */
  readonly density: CellQuantity | null;
  /** Mass over that of a pellet of this size without pores; `null` where one of them is not told. */
  readonly relativeDensity: number | null;
  /** Whether the data files tell a size that counts where the cell file has none. */
  readonly hasSizeFromFiles: boolean;
}

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

export const arrheniusWeightings = ["none", "scaled", "absolute"] as const;
export const arrheniusForms = ["ln(sigma T)", "log10(sigma)"] as const;

export interface ArrheniusParams {
  readonly points: readonly ConductivityAt[];
  readonly weighting: (typeof arrheniusWeightings)[number];
  readonly form: (typeof arrheniusForms)[number];
}

export interface ConductivityAt {
  /** Points of one cell share a line. */
  readonly cell: string;
  readonly temperatureC: number;
  /** S/cm. */
  readonly conductivity: number;
  readonly deviation: number | null;
}

/** Places in the plot: 1000 K/T, and ln(sigma T / (S K/cm)) or log10(sigma / (S/cm)). */
export type ArrheniusPlace = readonly [number, number];

export interface ArrheniusResult {
  /** One for each of the points asked about. */
  readonly places: readonly ArrheniusPoint[];
  readonly lines: readonly ArrheniusLine[];
  /** Over cells; `null` for one cell. */
  readonly replicates: ArrheniusReplicates | null;
  /** Why a cell has no line. */
  readonly problems: readonly string[];
}

export interface ArrheniusPoint {
  readonly place: ArrheniusPlace;
  /** One standard error of the second number of the place; `null` where none is known. */
  readonly error: number | null;
}

/** Cells of one compound: the errors are sample standard deviations over them. */
export interface ArrheniusReplicates {
  readonly activationEnergy: Spread;
  /** S/cm. */
  readonly conductivity25: Spread;
  /** The mean conductivity at each temperature at which two cells or more were measured. */
  readonly means: readonly (ArrheniusPoint & { readonly temperatureC: number; readonly cells: number })[];
  /** Through these means; `null` where they are too few. */
  readonly line: ArrheniusLine | null;
}

export interface Spread {
  readonly mean: number | null;
  /** Sample standard deviation. */
  readonly deviation: number | null;
  readonly n: number;
}

export interface ArrheniusLine {
  readonly cell: string;
  readonly points: number;
  /** Electronvolt. */
  readonly activationEnergy: EstimatedValue;
  readonly activationEnergyInterval: readonly [number, number] | null;
  readonly activationEnergyKilojoulePerMole: EstimatedValue;
  /** sigma_0, S K/cm, or S/cm for log10(sigma). */
  readonly prefactor: number;
  /** Its natural logarithm. */
  readonly lnPrefactor: EstimatedValue;
  /** S/cm. */
  readonly conductivity25: EstimatedValue;
  readonly conductivity25Interval: readonly [number, number] | null;
  readonly conductivity25Source: "interpolated" | "extrapolated";
  readonly r2: number;
  readonly line: readonly ArrheniusPlace[];
  /** 95 %, its lower and upper edge; empty where two temperatures give none. */
  readonly band: readonly (readonly ArrheniusPlace[])[];
  readonly kink: {
    readonly temperatureC: number;
    /** Electronvolt. */
    readonly below: number;
    readonly above: number;
  } | null;
}

export interface ChangeCellParams {
  /** Of the cell file, which may not exist yet. */
  readonly path: string;
  readonly changes: CellChange;
}

/** `null` takes a value away; what is left out stays. */
export interface CellChange {
  readonly thickness?: Length | null | undefined;
  readonly diameter?: Length | null | undefined;
  readonly area?: Area | null | undefined;
  readonly mass?: Mass | null | undefined;
  readonly density?: Density | null | undefined;
  /** Degrees Celsius, by the name of the data file. */
  readonly temperaturesC?: Readonly<Record<string, number | null>> | undefined;
}

export type ChangeCellResult = Refused | { readonly kind: "changed"; readonly text: string };

const index = v.pipe(v.number(), v.integer(), v.minValue(0));
const positive = v.pipe(v.number(), v.finite(), v.gtValue(0));
const window = v.pipe(v.tuple([positive, positive]), v.readonly());
const measured = v.object({ value: v.number(), uncertainty: v.number() });
const quantity = {
  value: positive,
  uncertainty: v.optional(v.pipe(v.number(), v.finite(), v.minValue(0))),
};
const quantityIn = <const Units extends readonly string[]>(units: Units) =>
  v.optional(v.nullable(v.object({ ...quantity, unit: v.picklist(units) })));

export const spectrumChoices = v.object({
  circuit: v.nullable(v.string()),
  weighting: v.picklist(weightings),
  tailMethod: v.picklist(tailMethods),
  tailWindow: v.nullable(window),
  excluded: v.array(index),
});

export const analyseImpedanceParams = v.object({
  file: v.string(),
  loop: index,
  choices: spectrumChoices,
  cellConstant: v.nullable(measured),
});

export const readImpedanceParams: ParamReaders<ImpedanceRequests> = {
  ...readPolarisationParams,
  [readImpedanceMethod]: reader(v.object({ files: v.array(v.string()) })),
  [inspectImpedanceMethod]: reader(
    v.object({
      file: v.string(),
      loop: index,
      excluded: v.array(index),
      lambda: v.nullable(positive),
      circuit: v.optional(v.nullable(v.string())),
    }),
  ),
  [arrheniusMethod]: reader(
    v.object({
      points: v.array(
        v.object({
          cell: v.string(),
          temperatureC: v.number(),
          conductivity: positive,
          deviation: v.nullable(v.number()),
        }),
      ),
      weighting: v.picklist(arrheniusWeightings),
      form: v.picklist(arrheniusForms),
    }),
  ),
  [changeCellMethod]: reader(
    v.object({
      path: v.string(),
      changes: v.object({
        thickness: quantityIn(lengthUnits),
        diameter: quantityIn(lengthUnits),
        area: quantityIn(areaUnits),
        mass: quantityIn(massUnits),
        density: quantityIn(densityUnits),
        temperaturesC: v.optional(v.record(v.string(), v.nullable(v.number()))),
      }),
    }),
  ),
};
