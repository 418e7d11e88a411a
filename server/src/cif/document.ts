import type { Problem, TextRange } from "./problem";
import type { SourceText } from "./sourceText";
import type { TokenTable } from "./tokenTable";

/**
 * A value as it stands in a CIF. Numbers stay text, with their standard uncertainty; `?` is `unknown`, `.` is
 * `inapplicable`, and a quoted `?` is a string.
 */
export type CifValue =
  | { readonly kind: "bare" | "quoted" | "text"; readonly text: string; readonly range: TextRange }
  | { readonly kind: "unknown" | "inapplicable"; readonly range: TextRange }
  | { readonly kind: "list"; readonly items: readonly CifValue[]; readonly range: TextRange }
  | { readonly kind: "table"; readonly entries: readonly TableEntry[]; readonly range: TextRange };

export interface TableEntry {
  readonly key: string;
  readonly value: CifValue;
}

/** The values of one data name: a single item has one row, a looped one a row for each line of its loop. */
export interface Column {
  /** Lower case, with the leading underscore. */
  readonly tag: string;
  readonly tagRange: TextRange;
  readonly rows: number;
  readonly loop: Loop | undefined;
  /** The value of a row; `undefined` outside 0 to `rows - 1`. Built on demand: cheap to skip. */
  value(row: number): CifValue | undefined;
  /** Where that value stands, which is known without making it. */
  range(row: number): TextRange | undefined;
}

export interface Loop {
  /** From `loop_` to the end of the last value. */
  readonly range: TextRange;
  readonly columns: readonly Column[];
  readonly rows: number;
}

/** A data block or a save frame. */
export interface Block {
  /** As written, without `data_` or `save_`. */
  readonly code: string;
  /** The header token, `data_...`. */
  readonly headerRange: TextRange;
  /** From the header to the last character before the next block. */
  readonly range: TextRange;
  readonly columns: readonly Column[];
  readonly loops: readonly Loop[];
  readonly frames: readonly Block[];
  /** The first of these data names that the block has, compared without case. */
  find(...tags: string[]): Column | undefined;
}

export interface CifDocument {
  readonly text: SourceText;
  readonly version: "1.1" | "2.0";
  readonly blocks: readonly Block[];
  /** Sorted by place. */
  readonly problems: readonly Problem[];
  /** All that is not whitespace, in order; `tokens()` walks it. */
  readonly tokens: TokenTable;
}
