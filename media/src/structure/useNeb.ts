import * as v from "valibot";
import { useEffect, useState } from "preact/hooks";
import type { ReadNebResult } from "../../../server/src/protocol/neb";
import { reader } from "../../../server/src/protocol/webview";
import { useViewState } from "../shared/viewState";
import type { StructureHost } from "./usePicture";

const readFiles = reader(v.array(v.string()));
const none: ReadNebResult = { calculations: [], remarks: [] };

/** The calculations whose files the user opened; they come back after a reload. */
export function useNeb(host: StructureHost) {
  const [files, setFiles] = useViewState<readonly string[]>("nebFiles", readFiles, []);
  const [read, setRead] = useState(none);
  useEffect(() => {
    let isWanted = true;
    const asked = files.length === 0 ? Promise.resolve(none) : host.request("readNeb", { files });
    asked.then(
      (result) => {
        if (isWanted) setRead(result);
      },
      (error: unknown) => {
        const reason = error instanceof Error ? error.message : String(error);
        if (isWanted) setRead({ calculations: [], remarks: [reason] });
      },
    );
    return () => {
      isWanted = false;
    };
  }, [host, files]);
  return { read, setFiles };
}
