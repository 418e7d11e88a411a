import { comparable, GrowingBlock, Item } from "./block";
import { ContainerParser } from "./containers";
import { makeLoop, type LoopTag } from "./loopParser";
import type { TextRange } from "./problem";
import type { ProblemList } from "./problemList";
import { beginsValue, TokenKind, type TokenTable } from "./tokenTable";
import { Values } from "./values";

/** Characters in a data name or block code, CIF 1.1 paragraph 14. */
const LONGEST_NAME = 75;

/** Arranges tokens into blocks, frames, loops and items. */
export class BlockParser {
  private readonly blocks: GrowingBlock[] = [];
  private readonly blockCodes = new Set<string>();
  private readonly tokens: TokenTable["tokens"];
  private readonly values: Values;
  private readonly containers: ContainerParser;
  private block: GrowingBlock | undefined;
  private frame: GrowingBlock | undefined;
  private next = 0;

  constructor(
    private readonly text: string,
    private readonly version: "1.1" | "2.0",
    table: TokenTable,
    private readonly problems: ProblemList,
  ) {
    this.tokens = table.tokens;
    this.values = new Values(text, version, table.tokens);
    this.containers = new ContainerParser(text, table.tokens, this.values, problems);
  }

  parse(): GrowingBlock[] {
    while (this.next < this.tokens.count) this.part();
    if (this.frame) this.frameNotClosed(this.frame, this.frame.headerRange);
    this.endBlock(this.text.length);
    return this.blocks;
  }

  private part(): void {
    const kind = this.tokens.kind(this.next);
    switch (kind) {
      case TokenKind.dataHeader:
        this.dataHeader();
        break;
      case TokenKind.saveHeader:
        this.saveHeader();
        break;
      case TokenKind.saveEnd:
        this.saveEnd();
        break;
      case TokenKind.global:
      case TokenKind.stop:
        this.reservedWord(kind);
        break;
      case TokenKind.loop:
        this.loop();
        break;
      case TokenKind.tag:
        this.item();
        break;
      default:
        this.strayValues();
    }
  }

  private rangeOf(token: number): TextRange {
    return { start: this.tokens.start(token), end: this.tokens.end(token) };
  }

  private slice({ start, end }: TextRange): string {
    return this.text.slice(start, end);
  }

  private error(code: string, message: string, { start, end }: TextRange): void {
    this.problems.error(code, message, start, end);
  }

  private dataHeader(): void {
    const range = this.rangeOf(this.next++);
    if (this.frame) this.frameNotClosed(this.frame, range);
    this.endBlock(range.start);
    const code = this.slice(range).slice("data_".length);
    if (code === "") this.error("reserved-word", "A name must follow data_ at once, as in data_Li3N.", range);
    else if (this.blockCodes.has(comparable(code)))
      this.error("duplicate-block-code", `The file has another data block with the name ${code}.`, range);
    this.checkNameLength(code, range);
    this.begin(code, range);
  }

  private begin(code: string, headerRange: TextRange): GrowingBlock {
    const block = new GrowingBlock(code, headerRange);
    this.blockCodes.add(comparable(code));
    this.blocks.push(block);
    this.block = block;
    return block;
  }

  private endBlock(end: number): void {
    if (this.frame) this.frame.range = { start: this.frame.headerRange.start, end };
    if (this.block) this.block.range = { start: this.block.headerRange.start, end };
    this.frame = undefined;
    this.block = undefined;
  }

  /** The block or frame that what stands here belongs to. */
  private container(): GrowingBlock {
    return this.frame ?? this.dataBlock();
  }

  private dataBlock(): GrowingBlock {
    if (this.block) return this.block;
    const { start, end } = this.rangeOf(this.next);
    this.error("content-before-data-block", this.beforeDataBlock(), { start, end });
    return this.begin("", { start, end: start });
  }

  private beforeDataBlock(): string {
    for (let token = this.next; token < this.tokens.count; token++)
      if (this.tokens.kind(token) === TokenKind.dataHeader)
        return "This stands before the first data block: a line such as data_Li3N must come first.";
    return "No line such as data_Li3N begins a data block here. Is this file a CIF?";
  }

  private saveHeader(): void {
    const block = this.dataBlock();
    const range = this.rangeOf(this.next++);
    if (this.frame) this.frameNotClosed(this.frame, range);
    this.endFrame(range.start);
    const code = this.slice(range).slice("save_".length);
    if (block.hasFrame(code))
      this.error(
        "duplicate-frame-code",
        `The data block has another save frame with the name ${code}.`,
        range,
      );
    this.checkNameLength(code, range);
    this.frame = new GrowingBlock(code, range);
    block.addFrame(this.frame);
  }

  private endFrame(end: number): void {
    if (this.frame) this.frame.range = { start: this.frame.headerRange.start, end };
    this.frame = undefined;
  }

  private frameNotClosed({ code }: GrowingBlock, place: TextRange): void {
    this.error(
      "save-frame-not-closed",
      `The save frame ${code} is not closed: a line save_ must end it.`,
      place,
    );
  }

  private saveEnd(): void {
    const range = this.rangeOf(this.next++);
    if (this.frame) this.endFrame(range.end);
    else this.error("save-end-without-start", "This save_ ends a save frame, but none is open.", range);
  }

  private reservedWord(kind: number): void {
    const range = this.rangeOf(this.next++);
    this.error(
      "reserved-word",
      `${this.slice(range)} has no meaning in a CIF; as a value it must be put in quotes.`,
      range,
    );
    if (kind !== TokenKind.global) return;
    this.endBlock(range.start);
    this.begin("", range);
  }

  /** Reads a tag and reports what is wrong with it. */
  private tag(container: GrowingBlock): LoopTag {
    const range = this.rangeOf(this.next++);
    const written = this.slice(range);
    const key = comparable(written);
    if (written === "_") this.loneUnderscore(range);
    else if (container.has(key))
      this.error(
        "duplicate-tag",
        `${written} stands in this data block already; the first one counts.`,
        range,
      );
    this.checkNameLength(written, range);
    return { tag: written.toLowerCase(), key, range };
  }

  private loneUnderscore(range: TextRange): void {
    this.error("invalid-tag", "A data name needs more than an underscore.", range);
    this.error(
      "missing-value-or-stray-value",
      "Either the rest of a data name is missing after this underscore, or it is a value that must be put in quotes.",
      range,
    );
  }

  private checkNameLength(name: string, { start, end }: TextRange): void {
    if (this.version === "1.1" && name.length > LONGEST_NAME)
      this.problems.warning(
        "overlength-tag",
        `This name has ${name.length} characters; CIF 1.1 allows ${LONGEST_NAME}.`,
        start,
        end,
      );
  }

  private item(): void {
    const container = this.container();
    const { tag, key, range } = this.tag(container);
    container.add(new Item(tag, range, this.values, this.itemValue(range)), key);
  }

  /** The token of the value after a tag. */
  private itemValue(tag: TextRange): number | undefined {
    const token = this.next;
    const kind = this.tokens.kind(token);
    if (beginsValue(kind)) {
      this.skipValue();
      return token;
    }
    if (kind === TokenKind.global || kind === TokenKind.stop) return this.reservedWordAsValue();
    this.error("missing-value", `${this.slice(tag)} has no value. Write ? for an unknown value.`, tag);
    return undefined;
  }

  private reservedWordAsValue(): number {
    const token = this.next++;
    const range = this.rangeOf(token);
    this.error(
      "reserved-word",
      `${this.slice(range)} is a reserved word: as a value it must be put in quotes.`,
      range,
    );
    return token;
  }

  private skipValue(): void {
    const kind = this.tokens.kind(this.next);
    const isContainer = kind === TokenKind.listStart || kind === TokenKind.tableStart;
    this.next = isContainer ? this.containers.parse(this.next) : this.next + 1;
  }

  /** Passes a list, or all plain values that follow each other; gives how many. */
  private skipValues(): number {
    const first = this.next;
    this.next = this.tokens.endOfRun(first, TokenKind.bare, TokenKind.listStart);
    if (this.next > first) return this.next - first;
    this.skipValue();
    return 1;
  }

  private strayValues(): void {
    const container = this.container();
    const first = this.next;
    if (!beginsValue(this.tokens.kind(first))) {
      this.strayDelimiter();
      return;
    }
    let count = 0;
    while (beginsValue(this.tokens.kind(this.next))) count += this.skipValues();
    const range = { start: this.tokens.start(first), end: this.tokens.end(this.next - 1) };
    const [values, they] =
      count === 1 ? ["This value has", "it belongs"] : [`These ${count} values have`, "they belong"];
    const before = container.columns[container.columns.length - 1];
    const hint = before && !before.loop ? ` If ${they} to ${before.tag}, put the whole value in quotes.` : "";
    this.error("unexpected-value", `${values} no data name.${hint}`, range);
  }

  private strayDelimiter(): void {
    const range = this.rangeOf(this.next++);
    this.error("unexpected-closing-delimiter", `This ${this.slice(range)} closes nothing.`, range);
  }

  private loop(): void {
    const container = this.container();
    const keyword = this.rangeOf(this.next++);
    const tags = this.loopTags(container);
    if (tags.length === 0) {
      this.loopWithoutTags(keyword);
      return;
    }
    const first = this.next;
    const starts = this.loopValues();
    const end = this.next;
    if (end === first) this.loopWithoutValues(keyword, tags);
    const range = { start: keyword.start, end: this.tokens.end(end - 1) };
    const loop = makeLoop(
      { range, tags, first, end, starts },
      this.text,
      this.tokens,
      this.values,
      this.problems,
    );
    container.addLoop(
      loop,
      tags.map(({ key }) => key),
    );
  }

  private loopTags(container: GrowingBlock): LoopTag[] {
    const tags: LoopTag[] = [];
    const seen = new Set<string>();
    while (this.tokens.kind(this.next) === TokenKind.tag) {
      const tag = this.tag(container);
      if (seen.has(tag.key) && !container.has(tag.key))
        this.error(
          "duplicate-tag",
          `${tag.tag} stands in this loop already; the first one counts.`,
          tag.range,
        );
      seen.add(tag.key);
      tags.push(tag);
    }
    return tags;
  }

  /** Passes the values of a loop; gives the first token of each if there are lists among them. */
  private loopValues(): number[] | undefined {
    const { tokens } = this;
    const first = this.next;
    const next = tokens.endOfRun(first, TokenKind.bare, TokenKind.listStart);
    this.next = next;
    if (!beginsValue(tokens.kind(next))) return undefined;
    const starts = Array.from({ length: next - first }, (_, index) => first + index);
    while (beginsValue(tokens.kind(this.next))) {
      starts.push(this.next);
      this.skipValue();
    }
    return starts;
  }

  private loopWithoutTags(keyword: TextRange): void {
    const first = this.next;
    while (beginsValue(this.tokens.kind(this.next))) this.skipValue();
    const values = this.next > first ? " The values after it have no data names." : "";
    this.error("loop-without-tags", `Data names must follow loop_.${values}`, keyword);
  }

  private loopWithoutValues(keyword: TextRange, tags: readonly LoopTag[]): void {
    const end = tags[tags.length - 1]?.range.end ?? keyword.end;
    this.error("loop-without-values", "This loop has data names but no values.", {
      start: keyword.start,
      end,
    });
  }
}
