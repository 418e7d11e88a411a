import { clusterBarriersMethod, type BarriersNotification } from "../../protocol/clusterBarriers";
import {
  clusterChoicesMethod,
  clusterCutMethod,
  clusterMapMethod,
  clusterSourceMethod,
  rankRepresentationsMethod,
  startClusteringMethod,
  type ClusteringProgress,
  type RankedNotification,
  type RankingProgress,
} from "../../protocol/clusters";
import type { DeskRequest } from "../deskThread";

/** What the thread of clusters answers. */
export const clusterMethods = [
  clusterChoicesMethod,
  startClusteringMethod,
  clusterBarriersMethod,
  clusterCutMethod,
  clusterMapMethod,
  rankRepresentationsMethod,
  clusterSourceMethod,
] as const;
export type ClusterMethod = (typeof clusterMethods)[number];

export type ClusterRequest = DeskRequest<ClusterMethod>;

/** What the thread tells unasked. */
export type ClusterNews =
  | { readonly kind: "progress"; readonly progress: ClusteringProgress }
  | { readonly kind: "ranking"; readonly progress: RankingProgress }
  | { readonly kind: "ranked"; readonly ranked: RankedNotification }
  | { readonly kind: "barriers"; readonly barriers: BarriersNotification };
