import { basename, join } from "node:path";
import { FileType, Uri, window, workspace, type QuickPickItem } from "vscode";
import type { Screening } from "../screenings";
import type { CommandContext } from "./registry";

/**
 * Screens a folder: asks for it and for the result file, shows the panel, and takes up an earlier run again. The arguments
 * name what to screen, as the explorer gives it: one URI, and all that are selected.
 */
export async function screenFolder(context: CommandContext, ...args: readonly unknown[]): Promise<void> {
  const paths = await askForPaths(args);
  const file = paths && (await askForResultFile(paths));
  if (!paths || !file) return;
  const resume = (await exists(file)) ? await askWhetherToResume(file) : false;
  if (resume === undefined) return;
  await runInPanel(context, { file, paths }, resume);
}

async function runInPanel({ screenings, panels }: CommandContext, screening: Screening, resume: boolean) {
  const running = screenings.run(screening, resume);
  panels.screening.show({ file: screening.file });
  const outcome = await running;
  if (outcome.kind === "refused") throw new Error(outcome.reason);
}

async function askForPaths([one, selected]: readonly unknown[]): Promise<readonly string[] | undefined> {
  const named = (Array.isArray(selected) ? selected : [one]).filter((uri) => uri instanceof Uri);
  const uris = named.length > 0 ? named : await askForFolder();
  if (uris?.some(({ scheme }) => scheme !== "file"))
    throw new Error("What is screened must lie on a disk, beside which Superion runs.");
  return uris?.map(({ fsPath }) => fsPath);
}

async function askForFolder(): Promise<readonly Uri[] | undefined> {
  const folders = (workspace.workspaceFolders ?? []).map(({ uri }) => uri);
  const children = await Promise.all(folders.map(foldersIn));
  const items = [...folders, ...children.flat()].map((uri): QuickPickItem & { readonly uri?: Uri } => ({
    label: basename(uri.fsPath),
    description: uri.fsPath,
    uri,
  }));
  const choice = await window.showQuickPick([...items, { label: "Choose a folder or files..." }], {
    title: "Screen folder (1/2): what to screen",
    placeHolder: "A folder with CIF files, in folders of its own too",
  });
  if (choice === undefined || choice.uri) return choice?.uri && [choice.uri];
  return window.showOpenDialog({ canSelectFolders: true, canSelectFiles: true, canSelectMany: true });
}

async function foldersIn(folder: Uri): Promise<Uri[]> {
  const entries = await workspace.fs.readDirectory(folder);
  return entries
    .filter(([name, type]) => type === FileType.Directory && !name.startsWith("."))
    .map(([name]) => Uri.joinPath(folder, name));
}

async function askForResultFile([first = ""]: readonly string[]): Promise<string | undefined> {
  const folder = /\.\w+$/.test(first) ? join(first, "..") : first;
  const proposed = join(folder, `${basename(folder)}-screening.ndjson`);
  return window.showInputBox({
    title: "Screen folder (2/2): the result file",
    prompt: "Its ending says the form: .ndjson, .csv or .parquet.",
    value: proposed,
    valueSelection: [folder.length + 1, proposed.length - ".ndjson".length],
    validateInput: (path) =>
      /\.(ndjson|csv|parquet)$/i.test(path) ? undefined : "The name must end in .ndjson, .csv or .parquet.",
  });
}

async function exists(path: string): Promise<boolean> {
  try {
    await workspace.fs.stat(Uri.file(path));
    return true;
  } catch {
    return false;
  }
}

/** Nothing where the user gave up. */
async function askWhetherToResume(file: string): Promise<boolean | undefined> {
  const resume = { label: "Resume", detail: "Screens only what is new or changed.", value: true };
  const anew = { label: "Start anew", detail: "Overwrites the results.", value: false };
  const choice = await window.showQuickPick([resume, anew], { title: `${basename(file)} exists` });
  return choice?.value;
}
