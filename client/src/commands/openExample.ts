import { FileType, Uri, window, workspace } from "vscode";
import type { CommandContext } from "./command";

/** Opens a copy of one of the extension's example crystals; the argument names its file, else the user chooses. */
export async function openExample(context: CommandContext, ...args: readonly unknown[]): Promise<void> {
  const folder = Uri.joinPath(context.extensionUri, "examples");
  const examples = (await workspace.fs.readDirectory(folder))
    .filter(([name, type]) => type === FileType.File && name.endsWith(".cif"))
    .map(([name]) => name);
  const asked = examples.find((name) => name === args[0]);
  const name = asked ?? (await window.showQuickPick(examples, { title: "Open an example crystal" }));
  if (name === undefined) return;
  const content = new TextDecoder().decode(await workspace.fs.readFile(Uri.joinPath(folder, name)));
  await window.showTextDocument(await workspace.openTextDocument({ language: "cif", content }));
}
