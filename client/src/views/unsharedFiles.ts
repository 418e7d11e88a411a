import type { Disposable } from "vscode";
import { commands, TabInputText, Uri, window, workspace, type Tab } from "vscode";

/** Bytes, or nearly so: the editor shows longer texts, but gives them to no extension. */
const longestShared = 50 * 1024 * 1024;

const learnMore = "Learn More";

/** Tells of each CIF file that is so large that the editor keeps it to itself why nothing is said about it. */
export function tellUnsharedFiles(extensionUri: Uri): Disposable {
  const page = Uri.joinPath(extensionUri, "docs", "diagnostics.md").with({ fragment: "file-too-large" });
  const told = new Set<string>();
  const look = async (tabs: readonly Tab[]) => {
    for (const uri of tabs.flatMap(cifOf)) {
      if (told.has(uri.toString()) || !(await isUnshared(uri))) continue;
      told.add(uri.toString());
      void tell(uri, page);
    }
  };
  void look(window.tabGroups.all.flatMap(({ tabs }) => tabs));
  return window.tabGroups.onDidChangeTabs(({ opened }) => void look(opened));
}

function cifOf({ input }: Tab): Uri[] {
  return input instanceof TabInputText && /\.m{0,2}cif$/i.test(input.uri.path) ? [input.uri] : [];
}

async function isUnshared(uri: Uri): Promise<boolean> {
  const { size } = await workspace.fs.stat(uri).then(undefined, () => ({ size: 0 }));
  const isShared = workspace.textDocuments.some((document) => document.uri.toString() === uri.toString());
  return size > longestShared && !isShared;
}

async function tell(uri: Uri, page: Uri): Promise<void> {
  const name = uri.path.split("/").at(-1) ?? "";
  const chosen = await window.showInformationMessage(
    `${name} is coloured, but not annotated: the editor gives files of more than 50 MB to no extension. ` +
      "Run superion annotate on the command line, or take out the measured reflections.",
    learnMore,
  );
  if (chosen === learnMore) await commands.executeCommand("markdown.showPreview", page);
}
