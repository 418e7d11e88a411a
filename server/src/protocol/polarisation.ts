import * as v from "valibot";
import type { ReadSpectrum } from "./impedanceFiles";
import {
  estimatedValue,
  measuredValue,
  notNegative,
  type EstimatedValue,
  type MeasuredValue,
  type Refused,
} from "./values";
import { reader, type ParamReaders } from "./webview";

/** Client -> server: the electronic conductivity from the currents of one file. */
export const analysePolarisationMethod = "superion/analysePolarisation";

export interface PolarisationRequests {
  [analysePolarisationMethod](params: AnalysePolarisationParams): AnalysePolarisationResult;
}

/** A file of currents under direct voltages. */
export interface ReadPolarisation extends Pick<
  ReadSpectrum,
  "file" | "name" | "temperatureC" | "temperatureSource" | "cell" | "cellConstant"
> {
  /** Where the file has times: the current after each voltage was applied, in seconds and ampere. */
  readonly transients: readonly Transient[];
}

export interface Transient {
  readonly voltage: number;
  readonly times: readonly number[];
  readonly currents: readonly number[];
}

export interface AnalysePolarisationParams {
  readonly file: string;
  /** Seconds after which a transient is steady; `null`: its last sixth. */
  readonly steadyFrom: number | null;
  readonly cellConstant: MeasuredValue | null;
  /** Of ions and electrons, S/cm, for the transference number. */
  readonly totalConductivity: EstimatedValue | null;
}

/** Refused: fewer than two voltages, or the file cannot be read any more. */
export type AnalysePolarisationResult = Refused | AnalysedPolarisation;

export interface AnalysedPolarisation {
  readonly kind: "analysed";
  /** Volt and ampere. */
  readonly currents: readonly (EstimatedValue & { readonly voltage: number })[];
  /** Seconds; `null` for currents that were steady in the file. */
  readonly steadyFrom: number | null;
  readonly withOffset: PolarisationLine;
  readonly throughOrigin: PolarisationLine;
}

export interface PolarisationLine {
  /** Siemens. */
  readonly slope: EstimatedValue;
  /** Ampere; `null` through the origin. */
  readonly offset: EstimatedValue | null;
  /** Electronic, S/cm, with the errors of slope and size; `null` where the size of the cell is not known. */
  readonly conductivity: EstimatedValue | null;
  /** 95 %, S/cm. */
  readonly interval: readonly [number, number] | null;
  /** Zero lies within the interval: only its upper end can be reported. */
  readonly isUpperLimitOnly: boolean;
  /** The share of the electrons in the total conductivity. */
  readonly electronicTransference: EstimatedValue | null;
  /** The share of the ions. */
  readonly ionicTransference: EstimatedValue | null;
  /** Volt and ampere. */
  readonly line: readonly (readonly [number, number])[];
}

export const readPolarisationParams: ParamReaders<PolarisationRequests> = {
  [analysePolarisationMethod]: reader(
    v.object({
      file: v.string(),
      steadyFrom: v.nullable(notNegative),
      cellConstant: v.nullable(measuredValue),
      totalConductivity: v.nullable(estimatedValue),
    }),
  ),
};
