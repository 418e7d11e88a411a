import {
  representationTitle,
  type ClusteringProgress,
  type UndescribedCompound,
} from "../../../server/src/protocol/clusters";
import type { ClustersSubject, OpenedClustering } from "../../../server/src/protocol/clustersPanel";
import { fileName } from "../shared/fileName";
import type { ClusterData } from "./clusterData";
import type { ClustersHost } from "./clustersHost";
import { LeftOut } from "./leftOut";
import { stepText } from "./stepProgress";

export interface RunStatusProps {
  readonly subject: ClustersSubject;
  readonly opened: OpenedClustering;
  readonly data: ClusterData | undefined;
  readonly host: ClustersHost;
}

/** How the clustering goes or went, with what the user can do about it. */
export function RunStatus({ subject, opened, data, host }: RunStatusProps) {
  if (opened.state === "running") return <Running progress={opened.progress} host={host} />;
  const { outcome } = opened;
  const labels = data?.logConductivity.filter((value) => !Number.isNaN(value)).length ?? 0;
  const undescribed = outcome.kind === "cancelled" ? [] : (data ?? undescribedOf(outcome)).undescribed;
  return (
    <div class="toolbar">
      {data && (
        <span>
          {data.files.length} compounds, {labels} measured, as {representationTitle(subject.representation)}
        </span>
      )}
      {outcome.kind === "cancelled" && <span class="notice">The clustering was cancelled.</span>}
      {outcome.kind === "refused" && (
        <span class="notice" role="alert">
          {outcome.reason}
        </span>
      )}
      <LeftOut
        title="not described"
        entries={undescribed.map(({ file, block, reason }) => ({ name: block || fileName(file), reason }))}
      />
      {data?.notices.map((notice) => (
        <span key={notice} class="notice">
          {notice}
        </span>
      ))}
      <button
        type="button"
        title="Another descriptor, other labels or another table, in a panel of its own"
        onClick={() => void host.request("change", null)}
      >
        Change...
      </button>
      <button
        type="button"
        class={data ? "" : "primary"}
        title="Reads the files and the labels anew"
        onClick={() => void host.request("startAnew", null)}
      >
        Start Anew
      </button>
    </div>
  );
}

function undescribedOf(outcome: Extract<OpenedClustering, { state: "ended" }>["outcome"]): {
  readonly undescribed: readonly UndescribedCompound[];
} {
  return { undescribed: outcome.kind === "refused" ? outcome.undescribed : [] };
}

function Running({
  progress,
  host,
}: {
  readonly progress: ClusteringProgress | null;
  readonly host: ClustersHost;
}) {
  const { done = 0, total = null } = progress ?? {};
  return (
    <div class="toolbar">
      <progress aria-label="Progress" value={total === null ? undefined : done} max={total ?? 1} />
      <span>{progress === null ? "Starting" : stepText(progress)}</span>
      <button type="button" onClick={() => void host.request("cancel", null)}>
        Cancel
      </button>
    </div>
  );
}
