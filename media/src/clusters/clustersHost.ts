import type { ClustersPanelEvent, ClustersPanelRequests } from "../../../server/src/protocol/clustersPanel";
import type { Host } from "../shared/host";

/** The host of this panel. */
export type ClustersHost = Host<ClustersPanelRequests, ClustersPanelEvent>;

export function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
