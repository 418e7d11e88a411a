import type { Block, CifDocument } from "../document";
import { parseCif } from "../parser";
import type { Problem } from "../problem";
import { readDdl1 } from "./ddl1";
import { readDdlm } from "./ddlm";
import type { NameDefinition } from "./definition";
import type { ImportedFile } from "./importedDefinitions";

export interface DictionaryFile {
  readonly text: string;
  readonly definitions: readonly NameDefinition[];
  /** Of the syntax, and of definitions that were left out. */
  readonly problems: readonly Problem[];
}

const noFiles: ReadonlyMap<string, ImportedFile> = new Map();

/**
 * Reads a dictionary of CIF data names, in DDL1 (Hall and Cook, J. Chem. Inf. Comput. Sci. 35 (1995) 819) or DDLm (Spadaccini and
 * Hall, ibid. 52 (2012) 1907). Never throws: what cannot be read stands in `problems`.
 *
 * @param files that it takes parts of, by their names without folders; `importedFiles` tells which.
 */
export function readDictionary(
  dictionary: string | CifDocument,
  files: ReadonlyMap<string, ImportedFile> = noFiles,
): DictionaryFile {
  const document = typeof dictionary === "string" ? parseCif(dictionary) : dictionary;
  const ddlm = readDdlm(document, files);
  const definitions = [...ddlm.definitions, ...readDdl1(document)];
  const missing = definitions.length > 0 ? [] : [noDefinitions(document)];
  return {
    text: document.text.toString(),
    definitions,
    problems: [...document.problems, ...ddlm.problems, ...missing],
  };
}

function noDefinitions({ blocks }: CifDocument): Problem {
  const isDdl2 = blocks.some((block) => holds(block, "_item.name", "_item_description.description"));
  const message = isDdl2
    ? "This dictionary is written in DDL2, which is not read. Use its DDL1 or DDLm form."
    : "This file defines no data name: a dictionary holds _name (DDL1) or _definition.id (DDLm).";
  return { code: "dictionary-without-names", severity: "warning", message };
}

function holds(block: Block, ...tags: string[]): boolean {
  return block.find(...tags) !== undefined || block.frames.some((frame) => holds(frame, ...tags));
}
