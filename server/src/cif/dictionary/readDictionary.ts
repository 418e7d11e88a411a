import type { Block, CifDocument } from "../document";
import { parseCif } from "../parser";
import type { Problem } from "../problem";
import { readDdl1 } from "./ddl1";
import { readDdlm } from "./ddlm";
import type { NameDefinition } from "./definition";

export interface DictionaryFile {
  readonly text: string;
  readonly definitions: readonly NameDefinition[];
  /** Of the syntax, and of definitions that were left out. */
  readonly problems: readonly Problem[];
}

/**
 * Reads a dictionary of CIF data names, in DDL1 (Hall and Cook, J. Chem. Inf. Comput. Sci. 35 (1995) 819) or DDLm (Spadaccini and
 * Hall, ibid. 52 (2012) 1907). Never throws: what cannot be read stands in `problems`.
 */
export function readDictionary(text: string): DictionaryFile {
  const document = parseCif(text);
  const definitions = [...readDdlm(document), ...readDdl1(document)];
  const problems =
    definitions.length > 0 ? document.problems : [...document.problems, noDefinitions(document)];
  return { text, definitions, problems };
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
