import * as v from "valibot";
import { positive, type EstimatedValue } from "./values";

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

export const arrheniusParams = v.object({
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
});
