import { createReadStream } from "node:fs";
import { readdir, readFile, stat } from "node:fs/promises";
import { dirname, extname, isAbsolute, join, relative, sep } from "node:path";
import { createGunzip } from "node:zlib";
import { glob, isDynamicPattern } from "tinyglobby";
import { begunAhead } from "./begunAhead";
import type { Chunks, Input, InputFile, InputProblem } from "./input";
import { entriesOfZip } from "./zipEntries";

export const standardInput = "-";

/** Whether a file is read as a CIF when it is found in a folder or archive. */
export function isCifName(name: string): boolean {
  return /\.(?:cif|mcif|mmcif)(?:\.gz)?$/i.test(name);
}

/**
 * The CIFs that paths lead to, in an order that is the same every time: files, folders and what lies below them, zip
 * archives, lists of paths (`.txt`, `.lst`), globs, and `-` for standard input.
 */
export async function* inputFiles(paths: readonly string[]): AsyncGenerator<Input, void, undefined> {
  for (const path of paths) {
    let isEmpty = true;
    for await (const input of inputsOf(path)) {
      isEmpty = false;
      yield input;
    }
    if (isEmpty) yield problem(path, "There is no .cif, .mcif or .mmcif file in it.");
  }
}

async function* inputsOf(path: string): AsyncGenerator<Input, void, undefined> {
  if (path === standardInput) {
    yield {
      kind: "file",
      file: path,
      place: path,
      size: undefined,
      open: () => Promise.resolve(process.stdin),
    };
    return;
  }
  try {
    const entry = await stat(path).catch(missing);
    if (!entry && isDynamicPattern(path)) yield* matching(path);
    else if (!entry) yield problem(path, "There is no such file or folder.");
    else if (entry.isDirectory()) yield* below(path, path);
    else if (/\.zip$/i.test(path)) yield* entriesOfZip(path, isCifName);
    else if (/\.(?:txt|lst)$/i.test(path)) yield* listed(path);
    else yield plainFile(path, basenameOf(path), entry.size);
  } catch (error) {
    yield problem(path, error instanceof Error ? error.message : String(error));
  }
}

function missing(error: NodeJS.ErrnoException): undefined {
  if (error.code !== "ENOENT") throw error;
}

async function* matching(pattern: string): AsyncGenerator<Input, void, undefined> {
  const found = await glob(pattern.replaceAll(sep, "/"), {
    absolute: isAbsolute(pattern),
    expandDirectories: false,
  });
  for (const path of found.sort()) yield plainFile(path, path, (await stat(path)).size);
}

/** Folder by folder, so that a million files need no list of them. Links to folders are not followed. */
async function* below(folder: string, root: string): AsyncGenerator<Input, void, undefined> {
  const entries = await readdir(folder, { withFileTypes: true });
  entries.sort((one, other) => (one.name < other.name ? -1 : 1));
  const sizes = begunAhead(entries, async (entry) => {
    const isWanted = !entry.isDirectory() && isCifName(entry.name);
    return isWanted ? sizeOf(join(folder, entry.name)) : 0;
  });
  for await (const [entry, size] of sizes) {
    const path = join(folder, entry.name);
    if (entry.isDirectory() && !isPassedOver(entry.name)) yield* below(path, root);
    else if (!entry.isDirectory() && isCifName(entry.name))
      yield plainFile(path, relative(root, path).replaceAll(sep, "/"), await size);
  }
}

async function sizeOf(path: string): Promise<number> {
  return stat(path).then(
    ({ size }) => size,
    () => 0,
  );
}

function isPassedOver(folder: string): boolean {
  return folder.startsWith(".") || folder === "node_modules";
}

/** One path a line, relative to the list; empty lines and those that begin with # are none. */
async function* listed(list: string): AsyncGenerator<Input, void, undefined> {
  const lines = (await readFile(list, "utf8")).split(/\r?\n/).map((line) => line.trim());
  for (const line of lines.filter((one) => one !== "" && !one.startsWith("#"))) {
    const path = isAbsolute(line) ? line : join(dirname(list), line);
    const entry = await stat(path).catch(missing);
    if (!entry) yield problem(path, `The list ${list} names it, but there is no such file.`);
    else if (entry.isDirectory()) yield* below(path, path);
    else yield plainFile(path, line.replaceAll(sep, "/"), entry.size);
  }
}

function plainFile(path: string, place: string, size: number): InputFile {
  return { kind: "file", file: path, place, size, open: () => bytesOf(path, size) };
}

/** Bytes that are read at once. */
const chunkLength = 1 << 20;

async function bytesOf(path: string, size: number): Promise<Chunks> {
  if (extname(path).toLowerCase() === ".gz") return unpacked(path);
  // To make a stream would take longer than to read most files.
  if (size < chunkLength) return [await readFile(path)];
  return createReadStream(path, { highWaterMark: chunkLength });
}

function unpacked(path: string): AsyncIterable<Uint8Array> {
  const packed = createReadStream(path, { highWaterMark: chunkLength });
  const bytes = createGunzip();
  packed.on("error", (error) => bytes.destroy(error));
  bytes.on("close", () => packed.destroy());
  return packed.pipe(bytes);
}

function basenameOf(path: string): string {
  return path.split(/[\\/]/).at(-1) ?? path;
}

function problem(file: string, message: string): InputProblem {
  return { kind: "problem", file, message };
}
