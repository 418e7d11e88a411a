import * as v from "valibot";
import {
  analyseImpedanceParams,
  type AnalyseImpedanceParams,
  type AnalyseImpedanceResult,
} from "./impedanceAnalysis";
import { reader, type Reader } from "./webview";

/** Client -> server: tail, circuit and conductivity of spectra one after another; each result is told as soon as it is there. */
export const analyseImpedanceSeriesMethod = "superion/analyseImpedanceSeries";
/** Server -> client, after each spectrum of a series. */
export const impedanceProgressMethod = "superion/impedanceProgress";

export interface AnalyseImpedanceSeriesParams {
  /** Chosen by the client; it stands in every message about this series. */
  readonly id: string;
  readonly spectra: readonly AnalyseImpedanceParams[];
}

export interface ImpedanceProgress {
  readonly id: string;
  /** Place of the spectrum in the series, from 0; they come in order. */
  readonly place: number;
  readonly result: AnalyseImpedanceResult;
  readonly total: number;
}

/** Fewer done than there are: the request was cancelled, and what was told stays. */
export interface AnalyseImpedanceSeriesResult {
  readonly done: number;
  readonly total: number;
}

export const readImpedanceSeriesParams: Reader<AnalyseImpedanceSeriesParams> = reader(
  v.object({ id: v.string(), spectra: v.array(analyseImpedanceParams) }),
);
