import type { Block, CifDocument, CifValue, Column, Loop } from "../cif/document";
import type { TextRange } from "../cif/problem";
import { rowAt } from "../cif/rowRange";
import { contains } from "../cif/textRange";

/** What stands at an offset of the text. */
export type Place =
  | { readonly kind: "header"; readonly block: Block; readonly range: TextRange }
  | { readonly kind: "tag"; readonly block: Block; readonly column: Column; readonly range: TextRange }
  | {
      readonly kind: "value";
      readonly block: Block;
      readonly column: Column;
      readonly row: number;
      readonly value: CifValue;
      readonly range: TextRange;
    };

export function findPlace(document: CifDocument, offset: number): Place | undefined {
  const block = document.blocks.find(({ range }) => contains(range, offset));
  return block && placeInBlock(block, offset);
}

function placeInBlock(block: Block, offset: number): Place | undefined {
  if (contains(block.headerRange, offset)) return { kind: "header", block, range: block.headerRange };
  const frame = block.frames.find(({ range }) => contains(range, offset));
  if (frame) return placeInBlock(frame, offset);
  const tagged = block.columns.find(({ tagRange }) => contains(tagRange, offset));
  if (tagged) return { kind: "tag", block, column: tagged, range: tagged.tagRange };
  const loop = block.loops.find(({ range }) => contains(range, offset));
  const cell = loop ? cellAt(loop, offset) : singleAt(block, offset);
  return cell && { kind: "value", block, ...cell, range: cell.value.range };
}

/** A value with its place in the table. */
export interface Cell {
  readonly column: Column;
  readonly row: number;
  readonly value: CifValue;
}

function singleAt(block: Block, offset: number): Cell | undefined {
  const column = block.columns.find((one) => !one.loop && holds(one, 0, offset));
  const value = column?.value(0);
  return column && value && { column, row: 0, value };
}

function holds(column: Column, row: number, offset: number): boolean {
  const range = column.range(row);
  return range !== undefined && contains(range, offset);
}

/** The value of a loop at an offset. */
export function cellAt(loop: Loop, offset: number): Cell | undefined {
  const row = rowAt(loop, offset);
  const column = loop.columns.find((one) => holds(one, row, offset));
  const value = column?.value(row);
  return column && value && { column, row, value };
}

/** A value without its quotes. */
export function contentRange(value: CifValue): TextRange {
  const { start, end } = value.range;
  if (value.kind !== "quoted") return value.range;
  const quotes = end - start - value.text.length;
  // One that is not closed has an odd number.
  const closing = quotes % 2 === 0 ? quotes / 2 : 0;
  return { start: start + quotes - closing, end: end - closing };
}
