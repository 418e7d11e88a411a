import type { Block, CifValue, Column } from "../../cif/document";
import type { TextRange } from "../../cif/problem";
import { valueText } from "../../cif/valueText";

/** A value of the file and its place. */
export interface WrittenValue {
  readonly text: string;
  readonly range: TextRange;
}

/** The first of these columns that begins with a value. */
export function firstColumn(block: Block, tags: readonly string[]): Column | undefined {
  for (const tag of tags) {
    const column = block.find(tag);
    if (column && column.rows > 0 && textOf(column.value(0)) !== "") return column;
  }
  return undefined;
}

/** The first value of the first of these columns that has one, its blanks reduced to single ones. */
export function firstText(block: Block, tags: readonly string[]): WrittenValue | undefined {
  const value = firstColumn(block, tags)?.value(0);
  return value && { text: textOf(value).trim().replace(/\s+/g, " "), range: value.range };
}

/** Empty for what is unknown, inapplicable, absent, or no text. */
export function textOf(value: CifValue | undefined): string {
  return valueText(value) ?? "";
}
