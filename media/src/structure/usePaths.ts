import { useEffect, useState } from "preact/hooks";
import type { PathsPicture } from "../../../server/src/protocol/migration";
import type { WantedPaths } from "../../../server/src/protocol/structurePanel";
import { announce } from "../shared/announce";
import { useEdits, type StructureHost } from "./usePicture";

/** How the search for paths goes, or went. */
export type PathsSearch =
  | { readonly state: "none" }
  | { readonly state: "running"; readonly share: number }
  | { readonly state: "found"; readonly paths: PathsPicture; readonly wanted: WantedPaths }
  | { readonly state: "refused"; readonly reason: string };

const none: PathsSearch = { state: "none" };

/** The paths of mobile ions, forgotten when the document changes. */
export function usePaths(host: StructureHost) {
  const [search, setSearch] = useState<PathsSearch>(none);
  const edits = useEdits(host);
  useEffect(
    () =>
      host.onEvent((event) => {
        if (event.type !== "progress") return;
        setSearch((now) => (now.state === "running" ? { state: "running", share: event.share } : now));
      }),
    [host],
  );
  useEffect(() => {
    if (edits === 0) return;
    void host.request("cancelPaths", null);
    setSearch(none);
  }, [edits]);
  const find = async (wanted: WantedPaths) => {
    setSearch({ state: "running", share: 0 });
    const result = await host.request("findPaths", wanted).catch((error: unknown) => {
      const reason = error instanceof Error ? error.message : String(error);
      return { kind: "refused", reason } as const;
    });
    // A search that was ended by the next one says nothing about that.
    if (result.kind === "stopped") return;
    if (result.kind === "refused") setSearch({ state: "refused", reason: result.reason });
    else setSearch({ state: "found", paths: result.paths, wanted });
    announce(result.kind === "refused" ? result.reason : `Paths of ${result.paths.ion} were found.`);
  };
  const cancel = () => {
    void host.request("cancelPaths", null);
    setSearch(none);
  };
  return { search, find, cancel };
}
