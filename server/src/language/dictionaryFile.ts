import { readFile, stat } from "node:fs/promises";
import { readDictionary, type DictionaryFile } from "../cif/dictionary/readDictionary";
import { decodeCif } from "../cif/decode";

/** The core dictionary in DDLm has 1 MB. More than these would keep the server from its other work. */
const mostBytes = 4e6;

/** Reads a dictionary of the user; a file that cannot be read is a problem. */
export async function readDictionaryFile(path: string): Promise<DictionaryFile> {
  try {
    const { size } = await stat(path);
    if (size > mostBytes)
      return unreadable(
        `This dictionary has ${Math.round(size / 1e6)} MB; up to ${mostBytes / 1e6} MB are read.`,
      );
    return readDictionary(decodeCif(await readFile(path)).text);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return unreadable(`This dictionary of the setting superion.cif.dictionaries cannot be read: ${reason}.`);
  }
}

function unreadable(message: string): DictionaryFile {
  return {
    text: "",
    definitions: [],
    problems: [{ code: "dictionary-unreadable", severity: "warning", message }],
  };
}
