import type { NebEnd, ReadNebResult } from "../../../server/src/protocol/neb";
import { fileName } from "../shared/fileName";
import type { StructureHost } from "./usePicture";

/** How a calculation ended, in words. */
export const endWords: Record<NebEnd, string> = {
  converged: "converged",
  "steps-used-up": "not converged: its steps were used up",
  "scf-not-converged": "not converged: the density of an image did not converge",
  running: "not finished, or not told",
};

export interface NebPartProps {
  readonly host: StructureHost;
  readonly read: ReadNebResult;
  readonly onFiles: (files: readonly string[]) => void;
}

/** Nudged-elastic-band calculations: their inputs, and what they gave. */
export function NebPart({ host, read: { calculations, remarks }, onFiles }: NebPartProps) {
  const open = async () => {
    const files = await host.request("chooseNeb", null);
    if (files.length > 0) onFiles(files);
  };
  return (
    <>
      <div class="toolbar">
        <button type="button" onClick={() => void host.request("prepareNeb", null)}>
          Prepare NEB Calculation...
        </button>
        <button type="button" onClick={() => void open()}>
          Open NEB Results...
        </button>
        {calculations.length + remarks.length > 0 && (
          <button
            type="button"
            onClick={() => {
              onFiles([]);
            }}
          >
            Close Results
          </button>
        )}
      </div>
      <ul class="calculations">
        {calculations.map(({ file, barrier, end }) => (
          <li key={file}>
            {fileName(file)}: {barrier === null ? "no images yet" : `${barrier.toFixed(3)} eV`},{" "}
            {endWords[end]}
          </li>
        ))}
        {remarks.map((remark) => (
          <li key={remark} class="notice">
            {remark}
          </li>
        ))}
      </ul>
    </>
  );
}
