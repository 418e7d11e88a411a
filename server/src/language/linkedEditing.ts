import type { LinkedEditingRanges } from "vscode-languageserver/node";
import { toRange, type OpenDocument } from "./documents";
import { labelledAt, mentions } from "./labelledThings";
import { isSimplified, type Server } from "./server";

/** A label that stands in more places is renamed, not edited in all of them at every keystroke. */
const mostPlaces = 500;

/** What a label may become while one types: with primes only where no quotes stand around it, which they would end. */
const bareLabel = "[^\\s#\\[\\]{}]+";
const quotedLabel = "[^\\s'\"#\\[\\]{}]+";

export function registerLinkedEditing({ connection, documents }: Server): void {
  connection.languages.onLinkedEditingRange(async ({ textDocument: { uri }, position }, token) => {
    const document = isSimplified(uri) ? undefined : await documents.ready(uri);
    if (!document || token.isCancellationRequested) return null;
    return linkedRanges(document, document.text.offsetAt(position)) ?? null;
  });
}

/** The places of the label at an offset, so that typing in one of them changes all. */
export function linkedRanges({ text, cif }: OpenDocument, offset: number): LinkedEditingRanges | undefined {
  const thing = cif && labelledAt(cif, offset);
  if (!cif || thing?.kind !== "site") return undefined;
  const places = mentions(cif, thing, mostPlaces + 1);
  if (places.length < 2 || places.length > mostPlaces) return undefined;
  const isQuoted = places.some(({ range }) => /['"]/.test(cif.text.charAt(range.start - 1)));
  return {
    ranges: places.map(({ range }) => toRange(text, range)),
    wordPattern: isQuoted ? quotedLabel : bareLabel,
  };
}
