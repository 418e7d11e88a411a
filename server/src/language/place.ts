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
  const places = loop ? cellsAt(loop, offset) : singles(block);
  for (const { column, row } of places) {
    const value = column.value(row);
    if (value && contains(value.range, offset))
      return { kind: "value", block, column, row, value, range: value.range };
  }
  return undefined;
}

function singles(block: Block): { column: Column; row: number }[] {
  return block.columns.filter(({ loop }) => !loop).map((column) => ({ column, row: 0 }));
}

/** The cells of the row that an offset inside the loop falls into: the last one that begins before it. */
function cellsAt(loop: Loop, offset: number): { column: Column; row: number }[] {
  const row = rowAt(loop, offset);
  return row < 0 ? [] : loop.columns.map((column) => ({ column, row }));
}
