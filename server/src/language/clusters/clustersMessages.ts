import {
  clusterChoicesMethod,
  clusterCutMethod,
  clusterMapMethod,
  clusterSourceMethod,
  rankRepresentationsMethod,
  startClusteringMethod,
  type ClusteringProgress,
  type RankedNotification,
} from "../../protocol/clusters";
import type { ServerRequests } from "../../protocol/requests";
import type { ParamsOf } from "../../protocol/webview";
import type { ModelChoice } from "../../screening/modelFiles";

/** What the thread of clusters answers. */
export const clusterMethods = [
  clusterChoicesMethod,
  startClusteringMethod,
  clusterCutMethod,
  clusterMapMethod,
  rankRepresentationsMethod,
  clusterSourceMethod,
] as const;
export type ClusterMethod = (typeof clusterMethods)[number];

/** A request of the client with its parameters, and the model that is set now. */
export type ClusterRequest = {
  readonly [Method in ClusterMethod]: {
    readonly method: Method;
    readonly params: ParamsOf<ServerRequests, Method>;
    readonly model: ModelChoice;
  };
}[ClusterMethod];

/** What the thread tells unasked. */
export type ClusterNews =
  | { readonly kind: "progress"; readonly progress: ClusteringProgress }
  | { readonly kind: "ranked"; readonly ranked: RankedNotification };
