import { readFile, stat } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { decodeCif } from "../cif/decode";
import type { ImportedFile } from "../cif/dictionary/importedDefinitions";
import { importedFiles } from "../cif/dictionary/imports";
import { readDictionary, type DictionaryFile } from "../cif/dictionary/readDictionary";
import { parseCif } from "../cif/parser";

/** The core dictionary in DDLm has 1 MB. More than these would keep the server from its other work. */
const mostBytes = 4e6;

/** Of a dictionary and all that it takes parts of. */
const mostCharacters = 8e6;
const mostFiles = 20;

/** A dictionary of the user, with the files that it takes parts of. */
export interface UserDictionary extends DictionaryFile {
  /** Their paths, also of those that are not there. */
  readonly parts: readonly string[];
}

/**
 * Reads a dictionary of the user, with the files beside it that it takes parts of, as `templ_attr.cif`; what cannot be read is
 * a problem.
 */
export async function readDictionaryFile(path: string): Promise<UserDictionary> {
  const document = await readCif(path);
  if (typeof document === "string") return unreadable(document);
  const files = await readParts(path, document);
  const parts = [...files.keys()].map((name) => join(dirname(path), name)).filter((part) => part !== path);
  return { ...readDictionary(document, files), parts };
}

/** The dictionary itself, and what it takes parts of, by their names. */
async function readParts(path: string, document: ImportedFile): Promise<Map<string, ImportedFile>> {
  const files = new Map<string, ImportedFile>();
  const found: [name: string, file: ImportedFile][] = [[basename(path), document]];
  let left = mostCharacters;
  for (const [name, file] of found) {
    files.set(name, file);
    if (typeof file === "string") continue;
    left -= file.text.length;
    for (const part of importedFiles(file)) {
      if (found.some(([known]) => known === part)) continue;
      const isTooMuch = left < 0 || found.length > mostFiles;
      found.push([part, isTooMuch ? "is one file too many" : await readCif(join(dirname(path), part))]);
    }
  }
  return files;
}

/** What a file holds, or why it cannot be read. */
async function readCif(path: string): Promise<ImportedFile> {
  try {
    const { size } = await stat(path);
    if (size > mostBytes)
      return `has ${Math.round(size / 1e6)} MB, and files up to ${mostBytes / 1e6} MB are read`;
    return parseCif(decodeCif(await readFile(path)).text);
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return "is not there";
    return `cannot be read: ${error instanceof Error ? error.message : String(error)}`;
  }
}

function unreadable(reason: string): UserDictionary {
  const message = `This dictionary of the setting superion.cif.dictionaries ${reason}.`;
  return {
    text: "",
    definitions: [],
    problems: [{ code: "dictionary-unreadable", severity: "warning", message }],
    parts: [],
  };
}
