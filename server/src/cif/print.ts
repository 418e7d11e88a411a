import type { CifDocument } from "./document";
import { tokens } from "./tokens";

/** Writes a document back from its tokens and the whitespace between them: the text that it was read from. */
export function printCif(document: CifDocument): string {
  const { text } = document;
  const parts: string[] = [];
  let written = 0;
  for (const { range } of tokens(document)) {
    parts.push(text.slice(written, range.start), text.slice(range.start, range.end));
    written = range.end;
  }
  parts.push(text.slice(written));
  return parts.join("");
}
