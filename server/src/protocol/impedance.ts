import * as v from "valibot";
import { arrheniusParams, type ArrheniusParams, type ArrheniusResult } from "./arrhenius";
import { changeCellParams, type ChangeCellParams, type ChangeCellResult, type ReadCell } from "./cellFile";
import {
  inspectImpedanceParams,
  type InspectImpedanceParams,
  type InspectImpedanceResult,
} from "./impedanceAnalysis";
import type { FileProblem, ReadSpectrum } from "./impedanceFiles";
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

export const readImpedanceParams: ParamReaders<ImpedanceRequests> = {
  ...readPolarisationParams,
  [readImpedanceMethod]: reader(v.object({ files: v.array(v.string()) })),
  [inspectImpedanceMethod]: reader(inspectImpedanceParams),
  [arrheniusMethod]: reader(arrheniusParams),
  [changeCellMethod]: reader(changeCellParams),
};
