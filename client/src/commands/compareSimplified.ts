import { commands, window, type Uri } from "vscode";
import { representationName } from "../../../server/src/protocol/simplification";
import { simplifiedSource, simplifiedUri } from "../simplifiedUri";
import { chooseSimplified } from "./chooseSimplified";
import type { CommandContext } from "./command";

/** Shows a structure and a simplified representation of it as a difference; on a simplified document, of that one. */
export async function compareSimplified(
  _context: CommandContext,
  ...args: readonly unknown[]
): Promise<void> {
  const shown = args.length === 0 ? window.activeTextEditor?.document.uri : undefined;
  const source = (shown && simplifiedSource(shown)) ?? (await chooseSimplified(args));
  if (source === undefined) return;
  const title = `${fileName(source.uri)} \u2194 ${representationName(source.as)}`;
  await commands.executeCommand("vscode.diff", source.uri, simplifiedUri(source), title);
}

function fileName(uri: Uri): string {
  return uri.path.slice(uri.path.lastIndexOf("/") + 1);
}
