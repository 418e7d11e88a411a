import type { Block, CifDocument, CifValue, Column } from "../document";
import type { TextRange } from "../problem";
import { valueText } from "../valueText";

/** One table of a frame's `_import.get`, whose keys are those of DDLm 4: `file`, `save`, `mode`, `dupl` and `miss`. */
export interface Import {
  /** Without its folder; empty for the same file. */
  readonly file: string;
  /** The save frame in it. */
  readonly save: string;
  /** Whether definitions are imported, and not what stands in one. */
  readonly isFull: boolean;
  /** Whether what is imported counts where both have a value. */
  readonly replaces: boolean;
  readonly mayMiss: boolean;
  readonly range: TextRange;
}

/** Names of the files that a dictionary takes parts of, without their folders. */
export function importedFiles(document: CifDocument): string[] {
  const imports = allFrames(document).flatMap(readImports);
  return [...new Set(imports.map(({ file }) => file).filter((file) => file !== ""))];
}

/** All save frames of a document, those inside others too. */
export function allFrames({ blocks }: CifDocument): Block[] {
  return blocks.flatMap(framesIn);
}

function framesIn({ frames }: Block): Block[] {
  return frames.flatMap((frame) => [frame, ...framesIn(frame)]);
}

/** What is no table in a list is left out. */
export function readImports(frame: Block): Import[] {
  const value = frame.find("_import.get")?.value(0);
  return value?.kind === "list" ? value.items.flatMap(readImport) : [];
}

function readImport(value: CifValue): Import[] {
  if (value.kind !== "table") return [];
  const entries = new Map(value.entries.map((entry) => [entry.key.toLowerCase(), valueText(entry.value)]));
  const says = (key: string, word: string) => entries.get(key)?.toLowerCase() === word;
  return [
    {
      // Dictionaries may give an address, of which the file is the last part.
      file: entries.get("file")?.split(/[/\\]/).at(-1) ?? "",
      save: entries.get("save") ?? "",
      isFull: says("mode", "full"),
      replaces: says("dupl", "replace"),
      mayMiss: says("miss", "ignore"),
      range: value.range,
    },
  ];
}

/** What stands in a save frame, or was imported into it. */
export interface Items {
  find(...tags: string[]): Column | undefined;
}

/** Items by their names, in lower case. */
export function itemsOf(columns: ReadonlyMap<string, Column>): Items {
  return {
    find: (...tags) => {
      for (const tag of tags) {
        const column = columns.get(tag.toLowerCase());
        if (column) return column;
      }
      return undefined;
    },
  };
}

/** Of several columns with one name the first counts. */
export function columnsByTag({ columns }: Block): Map<string, Column> {
  return new Map(columns.map((column) => [column.tag, column] as const).toReversed());
}
