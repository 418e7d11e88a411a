import type { ScreeningBarrier } from "../protocol/screening";
import type { BlockToScreen } from "./screener";
import type { ScreenedRow } from "./screenedRow";
import type { Failure } from "./workerQueue";

/** What a worker thread of a screening gets at its start. */
export interface ScreeningWorkerSettings {
  /** Folder of the shipped weights. */
  readonly modelFolder: string;
  readonly model: string | undefined;
  readonly parent: string | undefined;
}

export function isScreeningWorkerSettings(value: unknown): value is ScreeningWorkerSettings {
  return typeof value === "object" && value !== null && "modelFolder" in value;
}

export type ScreeningTask =
  | { readonly kind: "screen"; readonly blocks: readonly BlockToScreen[] }
  /** Crystals of one bucket, as `crystalText.ts` writes them. */
  | { readonly kind: "group"; readonly crystals: readonly string[] }
  /** One of the rows of a block. */
  | { readonly kind: "barrier"; readonly block: BlockToScreen; readonly part: number };

export type ScreeningReply =
  /** The rows of each block. */
  | { readonly kind: "screened"; readonly rows: readonly (readonly ScreenedRow[])[] }
  /** For each crystal the index of the first that is the same. */
  | { readonly kind: "grouped"; readonly firsts: readonly number[] }
  | { readonly kind: "barrier"; readonly barrier: ScreeningBarrier }
  | Failure;
