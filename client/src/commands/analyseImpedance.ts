import { basename } from "node:path";
import { FileType, Uri, window, workspace, type QuickPickItem } from "vscode";
import { namedUris } from "./arguments";
import type { CommandContext } from "./command";

/** What instruments call their files; a table may hold anything, and says itself whether it is a spectrum. */
const endings = "mpt mpr dta z z60w txt csv tsv dat asc par p00 i2b dfr idf ids".split(" ");
const isDataFile = (path: string) => endings.includes(path.slice(path.lastIndexOf(".") + 1).toLowerCase());
const mostFiles = 500;

/**
 * Shows impedance spectra with their fits. The arguments name files or folders, as the explorer gives them: one URI, and all
 * that are selected; else the user chooses.
 */
export async function analyseImpedance(
  { panels }: CommandContext,
  ...args: readonly unknown[]
): Promise<void> {
  const named = namedUris(args);
  const uris = named.length > 0 ? (await Promise.all(named.map(filesIn))).flat() : await askForFiles();
  if (uris === undefined) return;
  if (uris.length === 0) throw new Error("There are no files of spectra in this folder.");
  if (uris.length > mostFiles)
    throw new Error(`${uris.length} files are more than the ${mostFiles} of a panel.`);
  if (uris.some(({ scheme }) => scheme !== "file"))
    throw new Error("Files of spectra must lie on a disk, beside which Superion runs.");
  panels.impedance.show({ files: uris.map(({ fsPath }) => fsPath).sort(byNumbers) });
}

/** `a_5C` before `a_25C`. */
const byNumbers = new Intl.Collator("en", { numeric: true }).compare;

/** A file itself; of a folder the files in it that may hold spectra. */
async function filesIn(uri: Uri): Promise<Uri[]> {
  const { type } = await workspace.fs.stat(uri);
  if ((type & FileType.Directory) === 0) return [uri];
  const entries = await workspace.fs.readDirectory(uri);
  return entries
    .filter(([name, kind]) => (kind & FileType.File) !== 0 && isDataFile(name))
    .map(([name]) => Uri.joinPath(uri, name));
}

interface FileItem extends QuickPickItem {
  readonly uri?: Uri;
}

async function askForFiles(): Promise<readonly Uri[] | undefined> {
  const found = await filesAtHand();
  const items = found.map((uri): FileItem => {
    const path = workspace.asRelativePath(uri);
    const name = basename(uri.fsPath);
    return { label: name, description: path === name ? "" : path.slice(0, -name.length - 1), uri };
  });
  const other: FileItem = { label: "Choose other files..." };
  const chosen = await window.showQuickPick([...items, other], {
    title: "Analyse impedance: the files of one series",
    placeHolder: "Spectra of one compound, one or more a temperature",
    canPickMany: true,
    matchOnDescription: true,
  });
  if (chosen === undefined || chosen.length === 0) return undefined;
  const uris = chosen.flatMap(({ uri }) => uri ?? []);
  if (!chosen.includes(other)) return uris;
  const opened = await window.showOpenDialog({ canSelectMany: true, title: "Impedance spectra" });
  return opened && [...uris, ...opened];
}

/** Files at the top of the workspace and in the folders there. */
async function filesAtHand(): Promise<Uri[]> {
  const tops = (workspace.workspaceFolders ?? []).map(({ uri }) => uri);
  const folders = [...tops, ...(await Promise.all(tops.map(foldersIn))).flat()];
  const found = (await Promise.all(folders.map(filesIn))).flat();
  return found.sort((a, b) => byNumbers(a.path, b.path)).slice(0, mostFiles);
}

async function foldersIn(folder: Uri): Promise<Uri[]> {
  const entries = await workspace.fs.readDirectory(folder);
  return entries
    .filter(([name, kind]) => (kind & FileType.Directory) !== 0 && !/^\.|^node_modules$/.test(name))
    .map(([name]) => Uri.joinPath(folder, name));
}
