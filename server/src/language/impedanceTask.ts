import {
  analyseImpedanceParams,
  type AnalyseImpedanceParams,
  type AnalyseImpedanceResult,
} from "../protocol/impedanceAnalysis";
import { readImpedanceParams, type ImpedanceRequests } from "../protocol/impedance";
import { reader, type ParamReaders, type RequestName } from "../protocol/webview";
import type { Failure } from "../screening/workerQueue";

/** Of a series, which the client asks for as a whole. */
export const analyseOneMethod = "analyseOne";

/** What the thread of spectra can be asked to do: the requests of the client, and one spectrum of a series. */
export interface ImpedanceTasks extends ImpedanceRequests {
  [analyseOneMethod](params: AnalyseImpedanceParams): AnalyseImpedanceResult;
}

export const readImpedanceTaskParams: ParamReaders<ImpedanceTasks> = {
  ...readImpedanceParams,
  [analyseOneMethod]: reader(analyseImpedanceParams),
};

export interface ImpedanceTask {
  readonly method: RequestName<ImpedanceTasks>;
  /** As they came. */
  readonly params: unknown;
}

export type ImpedanceReply = { readonly kind: "answer"; readonly result: unknown } | Failure;
