import { useEffect, useState } from "preact/hooks";
import type { OpenedClustering } from "../../../server/src/protocol/clustersPanel";
import { reasonOf, type ClustersHost } from "./clustersHost";

/** What the host has of the clustering, followed while it runs. */
export function useOpened(host: ClustersHost): OpenedClustering | undefined {
  const [opened, setOpened] = useState<OpenedClustering>();
  useEffect(() => {
    const open = async () => {
      setOpened(await host.request("open", null).catch(refusedOpening));
    };
    void open();
    return host.onEvent((event) => {
      if (event.type === "changed") void open();
      else if (event.type === "progress")
        setOpened((before) =>
          before?.state === "running" ? { state: "running", progress: event.progress } : before,
        );
    });
  }, [host]);
  return opened;
}

function refusedOpening(error: unknown): OpenedClustering {
  const outcome = { kind: "refused", reason: reasonOf(error), undescribed: [] } as const;
  const barriers = { found: [], curve: null, isRunning: false };
  return { state: "ended", outcome, ranked: [], isRanking: false, barriers };
}
