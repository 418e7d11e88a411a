import { randomUUID } from "node:crypto";
import { CancellationTokenSource, Disposable, Uri, workspace } from "vscode";
import { findPathsMethod, isosurfaceMethod } from "../../../server/src/protocol/migration";
import type {
  StructurePanelEvent,
  StructurePanelRequests,
  StructureSubject,
} from "../../../server/src/protocol/structurePanel";
import type { LanguageServer } from "../languageServer";
import type { Handlers } from "./answering";
import type { OpenPanel } from "./panel";

type PathsHandlers = Pick<Handlers<StructurePanelRequests>, "findPaths" | "cancelPaths" | "isosurface">;

/** What the server is asked about. */
export function crystal(uri: string, block: string | null) {
  return block === null ? { uri } : { uri, block };
}

/** Has paths looked for, one search at a time, and tells the page how far it is. */
export function pathsHandlers(
  panel: OpenPanel<StructureSubject, StructurePanelEvent>,
  server: LanguageServer,
): PathsHandlers {
  const { uri } = panel.subject;
  let running: { readonly id: string; readonly cancellation: CancellationTokenSource } | undefined;
  const end = () => {
    running?.cancellation.cancel();
    running = undefined;
  };
  const following = server.onDidProgressPaths(({ id, share }) => {
    if (id === running?.id) panel.tell({ type: "progress", share });
  });
  panel.owned.push(following, new Disposable(end));
  return {
    async findPaths({ block, ion }) {
      end();
      const cancellation = new CancellationTokenSource();
      const id = randomUUID();
      running = { id, cancellation };
      try {
        await workspace.openTextDocument(Uri.parse(uri));
        const params = { ...crystal(uri, block), id, ion };
        return await server.request(findPathsMethod, params, cancellation.token);
      } finally {
        cancellation.dispose();
      }
    },
    cancelPaths() {
      end();
      return null;
    },
    async isosurface({ block, ion, energy }) {
      await workspace.openTextDocument(Uri.parse(uri));
      return server.request(isosurfaceMethod, { ...crystal(uri, block), ion, energy });
    },
  };
}
