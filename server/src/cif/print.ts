import type { CifDocument } from "./document";

/** Writes a document back, token by token with the blanks and comments before each: the text that it was read from. */
export function printCif({ text, tokens: { tokens } }: CifDocument): string {
  const parts: string[] = [];
  let written = 0;
  for (let index = 0; index < tokens.count; index++) {
    const end = tokens.end(index);
    parts.push(text.slice(written, tokens.start(index)), text.slice(tokens.start(index), end));
    written = end;
  }
  parts.push(text.slice(written));
  return parts.join("");
}
