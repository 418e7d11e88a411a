import type { CancellationToken } from "vscode-languageserver/node";
import {
  closeClusteringMethod,
  clusteringProgressMethod,
  rankedMethod,
  type CloseClusteringParams,
} from "../protocol/clusters";
import { clusterMethods, type ClusterNews, type ClusterRequest } from "./clusters/clustersMessages";
import { DeskThread } from "./deskThread";
import type { ScreeningThreadSettings } from "./screeningMessages";
import { modelChoice, type Server } from "./server";
import { whileWanted } from "./whileWanted";

/** Clusters compounds for the editor, in a thread of its own. */
export function registerClusters({ connection, files, settings }: Server): void {
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
  for (const method of clusterMethods)
    connection.onRequest(method, (params: unknown, token: CancellationToken) => {
      // The client sends what `ServerRequests` names for the method.
      const request = { method, params, model: modelChoice(settings()) } as ClusterRequest;
      return whileWanted(token, (signal) => thread.ask(request, signal));
    });
  connection.onNotification(closeClusteringMethod, ({ id }: CloseClusteringParams) => {
    thread.close(id);
  });
}
