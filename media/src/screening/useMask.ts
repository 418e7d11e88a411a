import { useEffect, useState } from "preact/hooks";
import { decodeFloats } from "../../../server/src/protocol/binary";
import type { ScreeningView } from "../../../server/src/protocol/screening";
import type { ScreeningHost } from "./chartColumns";

/**
 * Which rows a view shows, as the host tells it: by index 1 for what is shown. Absent where no view is given, and until it is
 * known; when the view changes, the mask before stays until then.
 */
export function useMask(
  host: ScreeningHost,
  opened: number,
  rows: number,
  view: Pick<ScreeningView, "filter" | "search" | "within"> | undefined,
): Float32Array | undefined {
  const [mask, setMask] = useState<Float32Array>();
  const key = JSON.stringify(view);
  useEffect(() => {
    let isCurrent = true;
    if (view === undefined) setMask(undefined);
    else if (opened > 0)
      host.request("mask", { ...view, sort: null }).then(
        (result) => {
          if (isCurrent && result.kind === "mask") setMask(decodeFloats(result.mask));
        },
        () => undefined,
      );
    return () => {
      isCurrent = false;
    };
  }, [host, opened, rows, key]);
  return view === undefined ? undefined : mask;
}
