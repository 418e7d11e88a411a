import { SymbolKind, type WorkspaceSymbol } from "vscode-languageserver/node";
import { BlockIndex, type IndexedBlock } from "./blockIndex";
import { folderPath } from "./client";
import type { Server } from "./server";
import { isSubsequence } from "./subsequence";

/** Milliseconds that an answer waits for the index; the editor asks again as one types. */
const patience = 2000;

const mostSymbols = 500;

export function registerWorkspaceSymbols({ connection, client }: Server): void {
  const index = new BlockIndex();
  connection.onWorkspaceSymbol(async ({ query }, token) => {
    const { folders, asksFolders } = client();
    const current = asksFolders ? await connection.workspace.getWorkspaceFolders() : folders;
    const paths = (current ?? []).flatMap((folder) => folderPath(folder) ?? []);
    const blocks = await index.blocks(paths, patience);
    return token.isCancellationRequested ? [] : workspaceSymbols(blocks, query);
  });
}

/** The blocks whose name or formula has the letters of the query in order. */
export function workspaceSymbols(blocks: readonly IndexedBlock[], query: string): WorkspaceSymbol[] {
  const found: WorkspaceSymbol[] = [];
  const letters = query.toLowerCase().replace(/\s/g, "");
  for (const { uri, place, code, formula, line } of blocks) {
    const name = [code, formula].filter(Boolean).join(" ") || place;
    if (!isSubsequence(letters, name.toLowerCase())) continue;
    const start = { line, character: 0 };
    found.push({
      name,
      kind: SymbolKind.Module,
      containerName: place,
      location: { uri, range: { start, end: start } },
    });
    if (found.length === mostSymbols) break;
  }
  return found;
}
