import type { Location } from "vscode-languageserver/node";
import { toRange, type OpenDocument } from "./documents";
import { definitions, labelledAt } from "./labelledThings";
import type { Server } from "./server";

export function registerDefinition({ connection, documents }: Server): void {
  connection.onDefinition(async ({ textDocument: { uri }, position }, token) => {
    const document = await documents.ready(uri);
    if (!document || token.isCancellationRequested) return [];
    return definitionAt(document, document.text.offsetAt(position));
  });
}

/** The row of the site whose label, or of the symmetry operation whose number, stands at an offset. */
export function definitionAt({ uri, text, cif }: OpenDocument, offset: number): Location[] {
  const thing = cif && labelledAt(cif, offset);
  return thing ? definitions(cif, thing).map((range) => ({ uri, range: toRange(text, range) })) : [];
}
