import { compoundName, type ClusterData } from "./clusterData";
import type { ClustersHost } from "./clustersHost";
import { LeftOut } from "./leftOut";
import type { Barriers } from "./useBarriers";
import type { JudgedCut } from "./useCut";

export interface BarrierStatusProps {
  readonly host: ClustersHost;
  readonly data: ClusterData;
  readonly barriers: Barriers;
  readonly judged: JudgedCut | undefined;
}

/** How many activation energies are known, with the ways to more. */
export function BarrierStatus({ host, data, barriers, judged }: BarrierStatusProps) {
  const { energies, reasons, progress, refusal } = barriers;
  const known = energies.filter((energy) => !Number.isNaN(energy)).length;
  const isOpen = (index: number) => Number.isNaN(energies[index]) && !reasons.has(index);
  const candidates = judged?.candidates.filter(isOpen) ?? [];
  const open = data.files.flatMap((_, index) => (isOpen(index) ? [index] : []));
  const button = (title: string, indices: readonly number[]) => (
    <button
      type="button"
      title="By bond-valence site energies"
      disabled={indices.length === 0}
      onClick={() => void host.request("findBarriers", indices)}
    >
      {title} ({indices.length})
    </button>
  );
  return (
    <div class="toolbar" role="group" aria-label="Activation energies">
      <span>
        E_a of {known} of {data.files.length} compounds
      </span>
      {progress === undefined ? (
        <>
          {button("Compute for Candidates", candidates)}
          {button("Compute for All", open)}
        </>
      ) : (
        <>
          <progress aria-label="Progress of activation energies" value={progress.done} max={progress.total} />
          <span>
            {progress.done} of {progress.total}
          </span>
          <button type="button" onClick={() => void host.request("cancelBarriers", null)}>
            Cancel
          </button>
        </>
      )}
      <LeftOut
        title="without E_a"
        entries={[...reasons].map(([index, reason]) => ({ name: compoundName(data, index), reason }))}
      />
      {refusal !== "" && (
        <span class="notice" role="alert">
          {refusal}
        </span>
      )}
    </div>
  );
}
