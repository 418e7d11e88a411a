import { env, Uri, window, workspace } from "vscode";
import type { PanelRequests } from "../../../server/src/protocol/webview";
import type { Handlers } from "./answering";
import { reasonOf } from "../reasonOf";

/** What the base answers for every page: saving files and copying text, which a page cannot do by itself. */
export const panelHandlers: Handlers<PanelRequests> = {
  async save({ name, bytes }) {
    const uri = await window.showSaveDialog({ defaultUri: proposedFile(name), filters: filtersFor(name) });
    if (uri === undefined) return false;
    try {
      await workspace.fs.writeFile(uri, bytes);
      return true;
    } catch (error) {
      const reason = reasonOf(error);
      void window.showErrorMessage(`Superion: ${name} was not saved. ${reason}`);
      return false;
    }
  },
  async copy(text) {
    await env.clipboard.writeText(text);
    return null;
  },
};

function proposedFile(name: string): Uri | undefined {
  const folder = workspace.workspaceFolders?.[0]?.uri;
  return folder && Uri.joinPath(folder, name.replace(/[\\/:*?"<>|]/g, "-"));
}

function filtersFor(name: string): Record<string, string[]> {
  const extension = name.slice(name.lastIndexOf(".") + 1);
  return { [extension.toUpperCase()]: [extension] };
}
