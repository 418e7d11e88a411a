import { readdir, readFile, stat } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { cellFileEnding, cellFileOf, type Cell } from "../impedance/cell/cell";
import { readCell } from "../impedance/cell/readCell";
import { writtenSize, type WrittenSize } from "../impedance/cell/writtenSize";
import type { FileProblem } from "../protocol/impedanceFiles";

/** A cell file as it was found, or an empty one that is not there yet. */
export interface FoundCell {
  readonly path: string;
  readonly cell: Cell;
  readonly written: WrittenSize;
  readonly problems: readonly FileProblem[];
}

/** A cell file is text that people write. */
const mostBytes = 1_000_000;

/** For each data file the cell that it was measured on, by the cell files beside it. */
export async function cellsOf(dataFiles: readonly string[]): Promise<Map<string, FoundCell>> {
  const folders = new Map<string, FoundCell[]>();
  for (const folder of new Set(dataFiles.map((file) => dirname(file))))
    folders.set(folder, await cellsIn(folder));
  return new Map(dataFiles.map((file) => [file, cellOf(file, folders.get(dirname(file)) ?? [])]));
}

async function cellsIn(folder: string): Promise<FoundCell[]> {
  const names = await readdir(folder).catch(() => []);
  const files = names.filter((name) => name.endsWith(cellFileEnding)).sort();
  return Promise.all(files.map((name) => cellAt(join(folder, name))));
}

async function cellAt(path: string): Promise<FoundCell> {
  const text = await cellText(path);
  const { cell, problems } = readCell(text);
  return {
    path,
    cell,
    written: writtenSize(text),
    problems: problems.map(({ severity, message, line }) => ({ file: path, severity, message, line })),
  };
}

/** Empty where there is none. */
export async function cellText(path: string): Promise<string> {
  const size = await stat(path).then(
    (found) => found.size,
    () => 0,
  );
  return size > 0 && size <= mostBytes ? readFile(path, "utf8") : "";
}

function cellOf(dataFile: string, found: readonly FoundCell[]): FoundCell {
  const files = found.map(({ path, cell }) => ({ name: basename(path), cell }));
  const name = cellFileOf(basename(dataFile), files)?.name;
  return found.find(({ path }) => basename(path) === name) ?? newCell(dataFile, found.length === 0);
}

/** The first cell file of a folder speaks of all in it, a further one of the data file of its name. */
function newCell(dataFile: string, isFirst: boolean): FoundCell {
  const folder = dirname(dataFile);
  const name = isFirst ? basename(folder) || "cell" : basename(dataFile).replace(/\.[^.]*$/, "");
  const path = join(folder, name + cellFileEnding);
  return { path, cell: readCell("").cell, written: writtenSize(""), problems: [] };
}
