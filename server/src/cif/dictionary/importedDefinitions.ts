import type { Block, CifDocument, Column } from "../document";
import type { Problem } from "../problem";
import { itemText } from "./definitionText";
import { allFrames, columnsByTag, itemsOf, readImports, type Import, type Items } from "./imports";

/** Imports of imports that are followed. */
const deepest = 20;

/** A file that a dictionary takes parts of, or why there is none: `is not there`. */
export type ImportedFile = CifDocument | string;

/**
 * The definitions of a DDLm dictionary, each with what it imports; definitions that the dictionary imports stand first. A value
 * that a frame has itself counts, unless `dupl` is `Replace`: published dictionaries rely on it.
 */
export class ImportedDefinitions {
  readonly problems: Problem[] = [];
  private readonly own: Source;
  private readonly sources = new Map<string, Source | string>();
  private readonly columns = new Map<Block, ReadonlyMap<string, Column>>();
  /** Frames and files whose imports are being looked up. */
  private readonly open = new Set<Block | Source>();
  private readonly done = new Set<Source>();
  private readonly told = new Set<string>();

  /** @param files by their names without folders. */
  constructor(document: CifDocument, files: ReadonlyMap<string, ImportedFile>) {
    this.own = readSource(document);
    for (const [name, file] of files)
      if (file === document) this.sources.set(name, this.own);
      else this.sources.set(name, typeof file === "string" ? file : readSource(file));
  }

  frames(): Items[] {
    return this.all(this.own, this.own.frames);
  }

  private all(source: Source, frames: readonly Block[]): Items[] {
    this.open.add(source);
    const imported = source.frames.flatMap((frame) => this.definitions(frame, source));
    this.open.delete(source);
    this.done.add(source);
    return [...imported, ...frames.map((frame) => this.items(frame, source))];
  }

  /** The definitions that a frame imports, each file's once. */
  private definitions(frame: Block, source: Source): Items[] {
    return readImports(frame).flatMap((part) => {
      const found = part.isFull ? this.find(part, source) : undefined;
      if (!found || this.done.has(found.source)) return [];
      if (!this.open.has(found.source)) return this.all(found.source, below(found.frame, found.source));
      this.tell(part, source, `${part.file || "This dictionary"} imports itself, through others or not.`);
      return [];
    });
  }

  private items(frame: Block, source: Source): Items {
    const hasImports = readImports(frame).some(({ isFull }) => !isFull);
    return hasImports ? itemsOf(this.columnsOf(frame, source)) : frame;
  }

  private columnsOf(frame: Block, source: Source): ReadonlyMap<string, Column> {
    const known = this.columns.get(frame);
    if (known) return known;
    this.open.add(frame);
    const columns = columnsByTag(frame);
    for (const part of readImports(frame)) if (!part.isFull) this.add(columns, part, source);
    this.open.delete(frame);
    this.columns.set(frame, columns);
    return columns;
  }

  private add(columns: Map<string, Column>, part: Import, source: Source): void {
    const found = this.find(part, source);
    if (!found) return;
    if (this.open.has(found.frame))
      this.tell(part, source, `The save frame ${part.save} imports itself, through others or not.`);
    else if (this.open.size > deepest)
      this.tell(part, source, `Imports of imports are followed ${deepest} times, and no further.`);
    else
      for (const [tag, column] of this.columnsOf(found.frame, found.source))
        if (part.replaces || !columns.has(tag)) columns.set(tag, column);
  }

  private find(part: Import, from: Source): { readonly frame: Block; readonly source: Source } | undefined {
    const { file, save } = part;
    const source = file === "" ? from : (this.sources.get(file) ?? "is not beside it");
    if (typeof source === "string") {
      this.tell(part, from, `${file}, which this dictionary takes parts of, ${source}.`);
      return undefined;
    }
    const frame = source.byName.get(save.toLowerCase());
    if (!frame)
      this.tell(part, from, `${file || "This dictionary"} has no save frame ${save} to take parts of.`);
    return frame && { frame, source };
  }

  /** Each thing once, with its place where that is in the dictionary itself. */
  private tell({ mayMiss, range }: Import, from: Source, message: string): void {
    if (mayMiss || this.told.has(message)) return;
    this.told.add(message);
    const place = from === this.own ? { range } : {};
    this.problems.push({ code: "dictionary-import", severity: "warning", message, ...place });
  }
}

interface Source {
  readonly frames: readonly Block[];
  /** Data blocks and save frames by their codes and by what they define, in lower case. */
  readonly byName: ReadonlyMap<string, Block>;
}

function readSource(document: CifDocument): Source {
  const frames = allFrames(document);
  const names = [
    ...document.blocks.map((block) => [block.code, block] as const),
    ...frames.map((frame) => [itemText(frame, "_definition.id") ?? "", frame] as const),
    ...frames.map((frame) => [frame.code, frame] as const),
  ];
  return { frames, byName: new Map(names.map(([name, block]) => [name.toLowerCase(), block])) };
}

/** A category with all that belongs to it; all of the dictionary where its head or its data block is named. */
function below(top: Block, { frames }: Source): Block[] {
  const isAll = !frames.includes(top) || itemText(top, "_definition.class") === "Head";
  if (isAll) return [...frames];
  const names = new Set([itemText(top, "_definition.id")?.toLowerCase()]);
  const taken = new Set([top]);
  // A category may stand behind what belongs to it.
  for (let before = 0; before < taken.size;) {
    before = taken.size;
    for (const frame of frames) {
      if (!names.has(itemText(frame, "_name.category_id")?.toLowerCase() ?? "")) continue;
      taken.add(frame);
      if (itemText(frame, "_definition.scope") === "Category")
        names.add(itemText(frame, "_definition.id")?.toLowerCase());
    }
  }
  return [...taken];
}
