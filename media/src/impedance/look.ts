import * as v from "valibot";
import { reader } from "../../../server/src/protocol/webview";

export const readLook = reader(
  v.object({
    selected: v.nullable(v.string()),
    isForAll: v.boolean(),
    onlyArcs: v.boolean(),
    withOthers: v.boolean(),
    isExcluding: v.boolean(),
  }),
);

/** How the series is looked at: nothing of it changes a number. */
export type Look = ReturnType<typeof readLook>;
export const firstLook: Look = {
  selected: null,
  isForAll: true,
  onlyArcs: true,
  withOthers: true,
  isExcluding: false,
};
