import type { Block, CifDocument, Column, Loop } from "../document";
import type { Problem } from "../problem";
import { ProblemList } from "../problemList";
import { checkValues } from "./checkValues";
import type { Category, NameDefinition } from "./definition";
import { newerName, plainName, type Dictionary } from "./dictionary";
import { similarWords } from "./spelling";
import type { SourceText } from "../sourceText";

/** Looking for what a misspelt name means takes a millisecond; a file of names that nobody knows has thousands. */
const mostSuggestions = 20;

const loneName = "It has one value in a block, and programs read the first of these.";

/**
 * What the dictionary says against a document: names out of date, unknown or in the wrong place, and values that a name
 * cannot have. All of it is mild: such a file can be read.
 *
 * @param wants whether problems of a code are to be looked for.
 */
export function checkNames(
  document: CifDocument,
  dictionary: Dictionary,
  wants: (code: string) => boolean,
): Problem[] {
  const check = new NameCheck(document.text, dictionary, wants);
  for (const block of document.blocks) check.block(block);
  return check.problems.sorted();
}

class NameCheck {
  readonly problems = new ProblemList();
  private suggestions = 0;

  constructor(
    private readonly text: SourceText,
    private readonly dictionary: Dictionary,
    private readonly wants: (code: string) => boolean,
  ) {}

  block(block: Block): void {
    for (const column of block.columns) this.column(column, block);
    for (const loop of block.loops) this.keys(loop);
    for (const frame of block.frames) this.block(frame);
  }

  private column(column: Column, block: Block): void {
    const definition = this.dictionary.find(column.tag);
    if (!definition) {
      this.unknown(column);
      return;
    }
    this.outOfDate(column, block, definition);
    this.placement(column, definition);
    checkValues(column, definition, this.problems);
  }

  private unknown({ tag, tagRange: { start, end } }: Column): void {
    if (!this.wants("name-unknown")) return;
    const [meant] = this.suggestions++ < mostSuggestions ? similarWords(tag, this.dictionary.names(), 1) : [];
    const question = meant === undefined ? "" : ` Is ${meant} meant?`;
    this.problems.hint(
      "name-unknown",
      `${this.text.slice(start, end)} is in no dictionary.${question}`,
      start,
      end,
    );
  }

  private outOfDate(
    { tag, tagRange: { start, end } }: Column,
    block: Block,
    definition: NameDefinition,
  ): void {
    const newer = newerName(tag, definition);
    if (newer === undefined) return;
    const isThere = block.columns.some((other) => plainName(other.tag) === plainName(newer));
    const advice = isThere ? `the block has ${newer} too` : `its newer name is ${newer}`;
    this.problems.deprecation(
      "name-out-of-date",
      `${this.text.slice(start, end)} is out of date: ${advice}.`,
      start,
      end,
    );
  }

  private placement({ tag, tagRange: { start, end }, loop }: Column, { category }: NameDefinition): void {
    if (category.placement === "single" && loop && loop.rows > 1 && !tag.includes("."))
      this.problems.information(
        "name-in-loop",
        `${this.text.slice(start, end)} is no name for a loop. ${loneName}`,
        start,
        end,
      );
  }

  /** Told once a category of a loop, at its first name. */
  private keys({ columns, rows }: Loop): void {
    const told = new Set<string>();
    for (const { tag, tagRange } of columns) {
      const category = this.dictionary.find(tag)?.category;
      if (!category || told.has(category.name) || rows < 2) continue;
      told.add(category.name);
      const missing = missingKeys(category, columns);
      if (missing.length === 0) continue;
      this.problems.information(
        "loop-key-missing",
        `This loop has no ${missing.join(", ")}: its rows cannot be told apart, and nothing can refer to them.`,
        tagRange.start,
        tagRange.end,
      );
    }
  }
}

/** Names with a point have keys of other dictionaries. */
export function missingKeys({ keys, placement }: Category, columns: readonly Column[]): string[] {
  if (placement !== "loop" || columns.some(({ tag }) => tag.includes("."))) return [];
  return keys.filter((key) => !columns.some(({ tag }) => plainName(tag) === plainName(key)));
}
