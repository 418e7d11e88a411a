import type { ScreeningRow } from "../protocol/screening";
import { unknownFilters } from "./filters";

/** A row as it is found, before it has its place in a list. */
export interface ScreenedRow {
  /** Without rank and first duplicate, which the whole list decides. */
  readonly row: ScreeningRow;
  /** As `crystalText.ts` writes it; `null` where there is no structure that could be matched. */
  readonly crystal: string | null;
  /** Only crystals of one bucket can be the same. */
  readonly bucket: string | null;
  /** Numbers in databases that the block tells: `icsd-1234`, `mp-5678`. */
  readonly identifiers: readonly string[];
  /** Whether it was given up for its time or memory: with more of it there may be an answer. */
  readonly isGivenUp?: boolean;
}

/** The row of a block of which nothing is known but why. */
export function rowWithoutStructure(block: string, reason: string, model: RowModel): ScreeningRow {
  return {
    file: "",
    block,
    formula: "",
    spaceGroup: null,
    ordered: false,
    pSi: null,
    deviation: null,
    dTraining: null,
    nearest: null,
    conductivity: null,
    caution: null,
    bandGap: null,
    ...model,
    filters: unknownFilters,
    projection: null,
    reason,
    rank: null,
    duplicateOf: null,
    seconds: 0,
  };
}

/** What each row says of the model. */
export type RowModel = Pick<ScreeningRow, "model" | "simplification">;

/** The code of the first data block of a text that is not read, or empty. */
export function blockCode(bytes: Uint8Array): string {
  return /^[ \t]*data_(\S*)/im.exec(Buffer.from(bytes.subarray(0, 1 << 16)).toString("latin1"))?.[1] ?? "";
}
