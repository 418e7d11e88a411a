import type { Problem } from "../cif/problem";

/** Said of a file in which there is nothing that could be a structure. */
export const noDataBlock: Problem = {
  code: "no-data-block",
  severity: "error",
  message: "The file has no data block.",
};
