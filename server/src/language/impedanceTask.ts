import type { ImpedanceRequests } from "../protocol/impedance";
import type { RequestName } from "../protocol/webview";
import type { Failure } from "../screening/workerQueue";

/** What the thread of spectra can be asked to do: a request of the client. */
export interface ImpedanceTask {
  readonly method: RequestName<ImpedanceRequests>;
  /** As they came. */
  readonly params: unknown;
}

export type ImpedanceReply = { readonly kind: "answer"; readonly result: unknown } | Failure;
