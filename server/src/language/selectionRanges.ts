import type { SelectionRange } from "vscode-languageserver/node";
import type { Block } from "../cif/document";
import type { TextRange } from "../cif/problem";
import { rowRange } from "../cif/rowRange";
import { contains } from "../cif/textRange";
import { toRange, type OpenDocument } from "./documents";
import { contentRange, findPlace, type Place } from "./place";
import type { Server } from "./server";

export function registerSelectionRanges({ connection, documents }: Server): void {
  connection.onSelectionRanges(async ({ textDocument: { uri }, positions }, token) => {
    const document = await documents.ready(uri);
    if (!document || token.isCancellationRequested) return [];
    return positions.map((position) => selectionRange(document, document.text.offsetAt(position)));
  });
}

/** What to select around an offset, step by step: text, value, row or item, loop, block, file. */
export function selectionRange({ text, cif }: OpenDocument, offset: number): SelectionRange {
  const whole = { start: 0, end: text.getText().length };
  const steps = cif ? [whole, ...cif.blocks.flatMap((block) => stepsInBlock(block, offset))] : [whole];
  const place = cif && (findPlace(cif, offset) ?? findPlace(cif, offset - 1));
  let selection: SelectionRange = { range: toRange(text, whole) };
  let inner = whole;
  for (const step of [...steps, ...stepsOfPlace(place)]) {
    if (step.start < inner.start || step.end > inner.end) continue;
    if (step.start === inner.start && step.end === inner.end) continue;
    inner = step;
    selection = { range: toRange(text, step), parent: selection };
  }
  return selection;
}

function stepsInBlock(block: Block, offset: number): TextRange[] {
  if (!contains(block.range, offset)) return [];
  const loop = block.loops.find(({ range }) => offset >= range.start && offset <= range.end);
  return [
    block.range,
    ...block.frames.flatMap((frame) => stepsInBlock(frame, offset)),
    ...(loop ? [loop.range] : []),
  ];
}

/** From the outermost. */
function stepsOfPlace(place: Place | undefined): TextRange[] {
  if (!place) return [];
  if (place.kind === "header") return [place.range];
  const { column } = place;
  const around = column.loop
    ? place.kind === "value" && rowRange(column.loop, place.row)
    : itemRange(column.tagRange, column.value(0)?.range);
  const inside = place.kind === "value" ? [contentRange(place.value)] : [];
  return [...(around ? [around] : []), place.range, ...inside];
}

function itemRange({ start, end }: TextRange, value: TextRange | undefined): TextRange {
  return { start, end: value?.end ?? end };
}
