import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";

/** The path itself, or the files in and below a folder whose names match, sorted. */
export async function filesIn(path: string, name: RegExp): Promise<string[]> {
  const isFolder = await stat(path).then(
    (entry) => entry.isDirectory(),
    () => false,
  );
  if (!isFolder) return [path];
  const entries = await readdir(path, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => !entry.isDirectory() && name.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}
