import { workerData } from "node:worker_threads";
import { clusterBarriersMethod } from "../../protocol/clusterBarriers";
import {
  clusterChoicesMethod,
  clusterCutMethod,
  clusterMapMethod,
  clusterSourceMethod,
  rankRepresentationsMethod,
  startClusteringMethod,
} from "../../protocol/clusters";
import { ClustersDesk } from "./clustersDesk";
import type { ClusterNews, ClusterRequest } from "./clustersMessages";
import { DeskServer } from "../deskServer";
import { isScreeningThreadSettings } from "../screeningMessages";

/** The thread that clusters compounds and keeps them while panels show them. */
const settings: unknown = workerData;
if (!isScreeningThreadSettings(settings))
  throw new TypeError("the thread of clusters was started without its settings");
const server = new DeskServer<ClusterRequest, ClusterNews>();
const desk = new ClustersDesk(settings, (news) => {
  server.tell(news);
});
server.listen(answer, (id) => {
  desk.close(id);
});

function answer(request: ClusterRequest, signal: AbortSignal): unknown {
  switch (request.method) {
    case clusterChoicesMethod:
      return desk.choices();
    case startClusteringMethod:
      return desk.start(request.params, request.model, signal);
    case clusterBarriersMethod:
      return desk.barriers(request.params, signal);
    case clusterCutMethod:
      return desk.cut(request.params);
    case clusterMapMethod:
      return desk.map(request.params, signal);
    case rankRepresentationsMethod:
      return desk.rank(request.params, signal);
    case clusterSourceMethod:
      return desk.source(request.params);
  }
}
