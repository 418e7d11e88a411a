import { ViewColumn, window, workspace } from "vscode";
import { simplifiedUri } from "../simplifiedUri";
import { chooseSimplified } from "./chooseSimplified";
import type { CommandContext } from "./command";

/** Opens a simplified representation of a structure as a read-only CIF beside the original. */
export async function showSimplified(_context: CommandContext, ...args: readonly unknown[]): Promise<void> {
  const source = await chooseSimplified(args);
  if (source === undefined) return;
  const document = await workspace.openTextDocument(simplifiedUri(source));
  await window.showTextDocument(document, { viewColumn: ViewColumn.Beside, preview: true });
}
