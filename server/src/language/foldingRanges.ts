import { type FoldingRange } from "vscode-languageserver/node";
import type { Block } from "../cif/document";
import type { TextRange } from "../cif/problem";
import type { OpenDocument } from "./documents";
import type { Server } from "./server";

/** Editors draw some thousands of folds well. */
const mostRanges = 5000;

export function registerFoldingRanges({ connection, documents }: Server): void {
  connection.onFoldingRanges(async ({ textDocument: { uri } }, token) => {
    const document = await documents.ready(uri);
    return document && !token.isCancellationRequested ? foldingRanges(document) : [];
  });
}

/** Data blocks, save frames, loops, and text fields of several lines. */
export function foldingRanges({ text, cif }: OpenDocument): FoldingRange[] {
  const content = text.getText();
  return (cif?.blocks ?? [])
    .flatMap((block) => blockRanges(block))
    .slice(0, mostRanges)
    .flatMap(({ start, end }) => {
      const startLine = text.positionAt(start).line;
      const endLine = text.positionAt(lastCharacter(content, start, end)).line;
      return endLine > startLine ? [{ startLine, endLine }] : [];
    });
}

function blockRanges({ range, frames, loops, columns }: Block): TextRange[] {
  return [
    range,
    ...frames.flatMap(blockRanges),
    ...loops.map((loop) => loop.range),
    ...columns.flatMap((column) => {
      const single = column.loop ? undefined : column.value(0);
      return single?.kind === "text" ? [single.range] : [];
    }),
  ];
}

/** Blank lines at the end of a block stay outside its fold. */
function lastCharacter(content: string, start: number, end: number): number {
  let last = end;
  while (last > start && /\s/.test(content[last - 1] ?? "x")) last--;
  return last;
}
