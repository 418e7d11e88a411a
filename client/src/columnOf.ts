import { TabInputText, window, type Uri, type ViewColumn } from "vscode";

/** Where a document is open, if it is. */
export function columnOf(uri: Uri): ViewColumn | undefined {
  return window.tabGroups.all.find(({ tabs }) =>
    tabs.some(({ input }) => input instanceof TabInputText && input.uri.toString() === uri.toString()),
  )?.viewColumn;
}
