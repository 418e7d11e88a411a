import { Uri, window, workspace } from "vscode";
import type { CommandContext } from "./command";

/** Opens a copy of one of the extension's example crystals; the argument names its file, else the user chooses. */
export async function openExample(context: CommandContext, ...args: readonly unknown[]): Promise<void> {
  const file = Uri.joinPath(context.extensionUri, "dist", "examples.json");
  const json = new TextDecoder().decode(await workspace.fs.readFile(file));
  const examples = JSON.parse(json) as Readonly<Record<string, string>>;
  const names = Object.keys(examples);
  const asked = names.find((name) => name === args[0]);
  const name = asked ?? (await window.showQuickPick(names, { title: "Open an example crystal" }));
  if (name === undefined) return;
  await window.showTextDocument(
    await workspace.openTextDocument({ language: "cif", content: examples[name] }),
  );
}
