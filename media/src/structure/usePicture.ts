import { useEffect, useState } from "preact/hooks";
import type { StructureResult } from "../../../server/src/protocol/structure";
import type {
  StructurePanelEvent,
  StructurePanelRequests,
  WantedPicture,
} from "../../../server/src/protocol/structurePanel";
import type { Host } from "../shared/host";

export type StructureHost = Host<StructurePanelRequests, StructurePanelEvent>;

/** The picture that is wanted, asked for anew when the document changes; the one before stays until then. */
export function usePicture(host: StructureHost, { block, as }: WantedPicture): StructureResult | undefined {
  const [result, setResult] = useState<StructureResult>();
  const edits = useEdits(host);
  useEffect(() => {
    let isWanted = true;
    host.request("picture", { block, as }).then(
      (answer) => {
        if (isWanted) setResult(answer);
      },
      (error: unknown) => {
        const reason = error instanceof Error ? error.message : String(error);
        if (isWanted) setResult({ kind: "refused", reason });
      },
    );
    return () => {
      isWanted = false;
    };
  }, [host, block, as, edits]);
  return result;
}

/** How often the document was edited since the page is there. */
export function useEdits(host: StructureHost): number {
  const [edits, setEdits] = useState(0);
  useEffect(
    () =>
      host.onEvent(({ type }) => {
        if (type === "changed") setEdits((before) => before + 1);
      }),
    [host],
  );
  return edits;
}
