import { Position, Range, Uri, ViewColumn, window, workspace } from "vscode";
import type { ScreeningSourceResult } from "../../../server/src/protocol/screening";

/** Opens the text of a data block beside the panel; throws where there is none. */
export async function showBlockSource(source: ScreeningSourceResult): Promise<null> {
  if (source.kind === "refused") throw new Error(source.reason);
  const document =
    source.kind === "file"
      ? await workspace.openTextDocument(Uri.file(source.path))
      : await workspace.openTextDocument({ language: "cif", content: source.text });
  const start = new Position(source.kind === "file" ? source.line : 0, 0);
  await window.showTextDocument(document, {
    viewColumn: ViewColumn.Beside,
    selection: new Range(start, start),
  });
  return null;
}
