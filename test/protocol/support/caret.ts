import type { Position } from "vscode-languageserver/node";

/** The text without its `|`, and where that stood. */
export function caret(marked: string): { text: string; position: Position } {
  const offset = marked.indexOf("|");
  if (offset < 0) throw new Error("the text has no caret");
  const before = marked.slice(0, offset).split("\n");
  const position = { line: before.length - 1, character: before.at(-1)?.length ?? 0 };
  return { text: marked.slice(0, offset) + marked.slice(offset + 1), position };
}

/** The position of the first occurrence of a piece of text, so many characters into it. */
export function positionOf(text: string, piece: string, into = 0): Position {
  const offset = text.indexOf(piece);
  if (offset < 0) throw new Error(`the text has no "${piece}"`);
  return caret(`${text.slice(0, offset + into)}|${text.slice(offset + into)}`).position;
}
