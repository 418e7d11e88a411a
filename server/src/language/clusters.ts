import { barriersFoundMethod } from "../protocol/clusterBarriers";
import {
  closeClusteringMethod,
  clusteringProgressMethod,
  rankedMethod,
  rankingProgressMethod,
} from "../protocol/clusters";
import { clusterMethods, type ClusterNews, type ClusterRequest } from "./clusters/clustersMessages";
import { DeskThread } from "./deskThread";
import { registerDesk } from "./registerDesk";
import type { ScreeningThreadSettings } from "./screeningMessages";
import type { Server } from "./server";

/** Clusters compounds for the editor, in a thread of its own. */
export function registerClusters(server: Server): void {
  const { connection, files } = server;
  const thread = new DeskThread<ScreeningThreadSettings, ClusterRequest, ClusterNews>(
    files.clustersThread,
    { modelFolder: files.models, worker: files.clusterWorker.href },
    {
      news: (news) => {
        void tell(connection, news);
      },
      log: (line) => {
        connection.console.info(line);
      },
      ended: (reason) => `The thread of clusters ended: ${reason}. Start the clustering anew.`,
    },
  );
  registerDesk(server, thread, clusterMethods, closeClusteringMethod);
}

function tell(connection: Server["connection"], news: ClusterNews): Promise<void> {
  switch (news.kind) {
    case "progress":
      return connection.sendNotification(clusteringProgressMethod, news.progress);
    case "ranking":
      return connection.sendNotification(rankingProgressMethod, news.progress);
    case "ranked":
      return connection.sendNotification(rankedMethod, news.ranked);
    case "barriers":
      return connection.sendNotification(barriersFoundMethod, news.barriers);
  }
}
