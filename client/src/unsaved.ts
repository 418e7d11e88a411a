import { workspace, type Uri } from "vscode";

/** Whether a document is open with changes that its file does not have. */
export function isUnsaved(uri: Uri): boolean {
  const name = uri.toString();
  return workspace.textDocuments.some((document) => document.isDirty && document.uri.toString() === name);
}
