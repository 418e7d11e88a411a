import { Uri, workspace } from "vscode";

/** The CSV files right in a folder. */
export async function csvFilesIn(folder: Uri): Promise<Uri[]> {
  const entries = await workspace.fs.readDirectory(folder);
  return entries.filter(([name]) => /\.csv$/i.test(name)).map(([name]) => Uri.joinPath(folder, name));
}
