import { DocumentHighlightKind, type DocumentHighlight } from "vscode-languageserver/node";
import { toRange, type OpenDocument } from "./documents";
import { labelledAt, mentions } from "./labelledThings";
import type { Server } from "./server";

export function registerDocumentHighlights({ connection, documents }: Server): void {
  connection.onDocumentHighlight(async ({ textDocument: { uri }, position }, token) => {
    const document = await documents.ready(uri);
    if (!document || token.isCancellationRequested) return undefined;
    return documentHighlights(document, document.text.offsetAt(position));
  });
}

/**
 * The mentions of the site or symmetry operation at an offset, its definition as the place where it is written; none leaves
 * the editor to mark equal words.
 */
export function documentHighlights({ text, cif }: OpenDocument, offset: number): DocumentHighlight[] {
  const thing = cif && labelledAt(cif, offset);
  return (thing ? mentions(cif, thing) : []).map(({ range, isDefinition }) => ({
    range: toRange(text, range),
    kind: isDefinition ? DocumentHighlightKind.Write : DocumentHighlightKind.Read,
  }));
}
