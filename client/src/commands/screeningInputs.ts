import { basename, join } from "node:path";
import { FileType, Uri, window, workspace, type QuickPickItem } from "vscode";
import type { Screening } from "../screenings";
import { namedUris } from "./arguments";
import { csvFilesIn } from "./csvFiles";

export interface FileItem extends QuickPickItem {
  readonly uri?: Uri;
}

/**
 * What to screen, into which file and with which table. The arguments name what to screen, as the explorer gives it: one URI,
 * and all that are selected. Nothing where the user gave up.
 */
export async function askForScreening(
  title: string,
  args: readonly unknown[],
): Promise<Screening | undefined> {
  const named = namedUris(args);
  const uris = named.length > 0 ? named : await askForFolder(`${title} (1/3): what to screen`);
  if (uris === undefined) return undefined;
  const paths = uris.map(onDisk);
  const file = await askForResultFile(`${title} (2/3): the result file`, paths);
  const table = file && (await askForTable(`${title} (3/3): E_hull and E_g of your own`));
  if (!file || !table) return undefined;
  return { file, paths, ...(table.path === undefined ? {} : { table: table.path }) };
}

/** @throws Error for what lies elsewhere. */
export function onDisk({ scheme, fsPath }: Uri): string {
  if (scheme === "file") return fsPath;
  throw new Error("What is screened must lie on a disk, beside which Superion runs.");
}

/** Nothing where the user gave up. */
export async function askForFolder(title: string): Promise<readonly Uri[] | undefined> {
  const folders = (workspace.workspaceFolders ?? []).map(({ uri }) => uri);
  const children = await Promise.all(folders.map(foldersIn));
  const items = [...folders, ...children.flat()].map((uri): FileItem => ({
    label: basename(uri.fsPath),
    description: uri.fsPath,
    uri,
  }));
  const choice = await window.showQuickPick([...items, { label: "Choose a folder or files..." }], {
    title,
    placeHolder: "A folder with CIF files, in folders of its own too",
  });
  if (choice === undefined || choice.uri) return choice?.uri && [choice.uri];
  return window.showOpenDialog({ canSelectFolders: true, canSelectFiles: true, canSelectMany: true });
}

async function foldersIn(folder: Uri): Promise<Uri[]> {
  const entries = await workspace.fs.readDirectory(folder);
  return entries
    .filter(([name, type]) => type === FileType.Directory && !/^\.|\.slurm$/.test(name))
    .map(([name]) => Uri.joinPath(folder, name));
}

async function askForResultFile(title: string, [first = ""]: readonly string[]): Promise<string | undefined> {
  const folder = /\.\w+$/.test(first) ? join(first, "..") : first;
  const proposed = join(folder, `${basename(folder)}-screening.ndjson`);
  return window.showInputBox({
    title,
    prompt: "Its ending says the form: .ndjson, .csv or .parquet.",
    value: proposed,
    valueSelection: [folder.length + 1, proposed.length - ".ndjson".length],
    validateInput: (path) =>
      /\.(ndjson|csv|parquet)$/i.test(path) ? undefined : "The name must end in .ndjson, .csv or .parquet.",
  });
}

/** The path of a table of E_hull and E_g, or none where the user has no table; nothing where they gave up. */
export async function askForTable(title: string): Promise<{ readonly path?: string } | undefined> {
  const none: FileItem = { label: "No table" };
  const other: FileItem = { label: "Choose a file..." };
  const choice = await window.showQuickPick([none, ...(await tableItems()), other], {
    title,
    placeHolder: "A CSV file with the columns file, icsd or mp, and e_hull or band_gap",
  });
  if (choice === undefined || choice === none) return choice && {};
  const path = choice.uri?.fsPath ?? (await openTable());
  return path === undefined ? undefined : { path };
}

/** CSV files at the top of the workspace. */
export async function tableItems(): Promise<FileItem[]> {
  const found = (workspace.workspaceFolders ?? []).map(({ uri }) => csvFilesIn(uri));
  return (await Promise.all(found)).flat().map((uri) => ({
    label: basename(uri.fsPath),
    description: workspace.asRelativePath(uri),
    uri,
  }));
}

/** The path of a table that lies elsewhere; nothing where the user gave up. */
export async function openTable(): Promise<string | undefined> {
  const [chosen] = (await window.showOpenDialog({ filters: { CSV: ["csv", "tsv", "txt"] } })) ?? [];
  return chosen && onDisk(chosen);
}
