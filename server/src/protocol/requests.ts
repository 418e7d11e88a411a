import type { simplifyMethod, SimplifyParams, SimplifyResult } from "./simplification";

/** What the client asks of the server beyond LSP: by method, the parameters and the answer. */
export interface ServerRequests {
  [simplifyMethod](params: SimplifyParams): SimplifyResult;
}
