import * as v from "valibot";
import { useEffect, useState } from "preact/hooks";
import type { RowName, ScreeningRow } from "../../../server/src/protocol/screening";
import { reader } from "../../../server/src/protocol/webview";
import { announce } from "../shared/announce";
import { useViewState } from "../shared/viewState";
import type { ScreeningHost } from "./chartColumns";

/** By their names: places in a list change when it is resumed or written. */
const readPins = reader(v.array(v.object({ file: v.string(), block: v.string() })));

/**
 * The rows that the user pinned, and a way to pin and unpin one.
 *
 * @param opened how often the list was opened anew
 */
export function usePinned(
  host: ScreeningHost,
  opened: number,
): [rows: readonly ScreeningRow[], toggle: (name: RowName) => void] {
  const [pins, setPins] = useViewState<readonly RowName[]>("pins", readPins, []);
  const [rows, setRows] = useState<readonly ScreeningRow[]>([]);
  useEffect(() => {
    let isCurrent = true;
    if (opened > 0)
      void Promise.all(pins.map((name) => findRow(host, name))).then((found) => {
        if (isCurrent) setRows(found.filter((row) => row !== undefined));
      });
    return () => {
      isCurrent = false;
    };
  }, [host, pins, opened]);
  const toggle = ({ file, block }: RowName) => {
    const others = pins.filter((pin) => pin.file !== file || pin.block !== block);
    const isPinned = others.length < pins.length;
    setPins(isPinned ? others : [...pins, { file, block }]);
    announce(isPinned ? "Unpinned." : "Pinned.");
  };
  return [rows, toggle];
}

async function findRow(host: ScreeningHost, { file, block }: RowName): Promise<ScreeningRow | undefined> {
  const view = { sort: null, filter: "", search: file };
  const result = await host.request("rows", { view, from: 0, count: 1000 }).catch(() => undefined);
  if (result?.kind !== "rows") return undefined;
  return result.rows.find((row) => row.file === file && row.block === block);
}
