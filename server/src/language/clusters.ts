import { closeClusteringMethod, clusteringProgressMethod, rankedMethod } from "../protocol/clusters";
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
        if (news.kind === "progress")
          void connection.sendNotification(clusteringProgressMethod, news.progress);
        else void connection.sendNotification(rankedMethod, news.ranked);
      },
      log: (line) => {
        connection.console.info(line);
      },
      ended: (reason) => `The thread of clusters ended: ${reason}. Start the clustering anew.`,
    },
  );
  registerDesk(server, thread, clusterMethods, closeClusteringMethod);
}
