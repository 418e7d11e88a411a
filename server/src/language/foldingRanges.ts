import { FoldingRangeKind, type FoldingRange } from "vscode-languageserver/node";
import type { Block, CifDocument } from "../cif/document";
import type { TextRange } from "../cif/problem";
import type { SourceText } from "../cif/sourceText";
import { TokenKind } from "../cif/tokenTable";
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

/** Data blocks, save frames and loops, and text fields and comments of several lines. */
export function foldingRanges({ text, cif }: OpenDocument): FoldingRange[] {
  if (!cif) return [];
  const ranges = [...cif.blocks.flatMap(blockRanges), ...textFields(cif)].slice(0, mostRanges);
  const folds = ranges.map(({ start, end }) => ({
    startLine: text.positionAt(start).line,
    endLine: text.positionAt(lastCharacter(cif.text, start, end)).line,
  }));
  return [...folds, ...commentFolds(text, cif)].filter(({ startLine, endLine }) => endLine > startLine);
}

function blockRanges({ range, frames, loops }: Block): TextRange[] {
  return [range, ...frames.flatMap(blockRanges), ...loops.map((loop) => loop.range)];
}

function textFields({ tokens: { tokens } }: CifDocument): TextRange[] {
  const ranges: TextRange[] = [];
  const next = (index: number) => tokens.endOfValues(index, TokenKind.tripleQuoted);
  for (let i = next(0); i < tokens.count && ranges.length < mostRanges; i = next(i + 1)) {
    const kind = tokens.kind(i);
    if (kind === TokenKind.textField || kind === TokenKind.tripleQuoted) ranges.push(tokens.range(i));
  }
  return ranges;
}

/** Comments that take up whole lines, one after the other. */
function commentFolds(text: OpenDocument["text"], { tokens: { comments }, text: content }: CifDocument) {
  const folds: { startLine: number; endLine: number; kind: string }[] = [];
  for (let i = 0; i < comments.count && folds.length < mostRanges; i++) {
    const { line, character } = text.positionAt(comments.start(i));
    const isAlone = content.slice(comments.start(i) - character, comments.start(i)).trim() === "";
    const last = folds.at(-1);
    if (!isAlone) continue;
    if (last?.endLine === line - 1) last.endLine = line;
    else folds.push({ startLine: line, endLine: line, kind: FoldingRangeKind.Comment });
  }
  return folds;
}

/** Blank lines at the end of a block stay outside its fold. */
function lastCharacter(content: SourceText, start: number, end: number): number {
  let last = end;
  while (last > start && /\s/.test(content.charAt(last - 1))) last--;
  return last;
}
