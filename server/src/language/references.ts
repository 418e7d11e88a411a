import type { Location } from "vscode-languageserver/node";
import { toRange, type OpenDocument } from "./documents";
import { labelledAt, mentions } from "./labelledThings";
import type { Server } from "./server";

export function registerReferences({ connection, documents }: Server): void {
  connection.onReferences(async ({ textDocument: { uri }, position, context }, token) => {
    const document = await documents.ready(uri);
    if (!document || token.isCancellationRequested) return [];
    return referencesAt(document, document.text.offsetAt(position), context.includeDeclaration);
  });
}

/** Where the block names the site or symmetry operation that stands at an offset. */
export function referencesAt(
  { uri, text, cif }: OpenDocument,
  offset: number,
  withDefinition: boolean,
): Location[] {
  const thing = cif && labelledAt(cif, offset);
  return (thing ? mentions(cif, thing) : [])
    .filter(({ isDefinition }) => withDefinition || !isDefinition)
    .map(({ range }) => ({ uri, range: toRange(text, range) }));
}
