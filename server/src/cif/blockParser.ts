import { GrowingBlock, Item } from "./block";
import { ContainerParser } from "./containers";
import { comparable } from "./dataName";
import { LoopReader } from "./loopReader";
import { NameReader } from "./nameReader";
import type { TextRange } from "./problem";
import type { ProblemList } from "./problemList";
import type { SourceText } from "./sourceText";
import { beginsValue, TokenKind, type TokenTable } from "./tokenTable";
import { Values } from "./values";

/** Arranges tokens into blocks, frames, loops and items. */
export class BlockParser {
  private readonly blocks: GrowingBlock[] = [];
  private readonly blockCodes = new Set<string>();
  private readonly tokens: TokenTable["tokens"];
  private readonly values: Values;
  private readonly containers: ContainerParser;
  private readonly names: NameReader;
  private readonly loops: LoopReader;
  private block: GrowingBlock | undefined;
  private frame: GrowingBlock | undefined;
  private next = 0;

  constructor(
    private readonly text: SourceText,
    version: "1.1" | "2.0",
    table: TokenTable,
    private readonly problems: ProblemList,
  ) {
    this.tokens = table.tokens;
    this.values = new Values(text, version, table.tokens);
    this.containers = new ContainerParser(text, table.tokens, this.values, problems);
    this.names = new NameReader(text, version, problems);
    this.loops = new LoopReader(text, table.tokens, this.values, this.containers, this.names, problems);
  }

  /** Goes on for about so many characters; gives the blocks at the end of the text. */
  readOn(characters: number): GrowingBlock[] | undefined {
    const { tokens } = this;
    const limit = tokens.start(this.next) + characters;
    while (this.next < tokens.count && tokens.start(this.next) < limit) this.part();
    if (this.next < tokens.count) return undefined;
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

  private slice({ start, end }: TextRange): string {
    return this.text.slice(start, end);
  }

  private error(code: string, message: string, { start, end }: TextRange): void {
    this.problems.error(code, message, start, end);
  }

  private dataHeader(): void {
    const range = this.tokens.range(this.next++);
    if (this.frame) this.frameNotClosed(this.frame, range);
    this.endBlock(range.start);
    const code = this.names.code(range);
    if (code === "") this.error("reserved-word", "A name must follow data_ at once, as in data_Li3N.", range);
    else if (this.blockCodes.has(comparable(code)))
      this.error("duplicate-block-code", `The file has another data block with the name ${code}.`, range);
    this.names.checkLength(code, range);
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
    const { start, end } = this.tokens.range(this.next);
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
    const range = this.tokens.range(this.next++);
    if (this.frame) this.frameNotClosed(this.frame, range);
    this.endFrame(range.start);
    const code = this.names.code(range);
    if (block.hasFrame(code))
      this.error(
        "duplicate-frame-code",
        `The data block has another save frame with the name ${code}.`,
        range,
      );
    this.names.checkLength(code, range);
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
    const range = this.tokens.range(this.next++);
    if (this.frame) this.endFrame(range.end);
    else this.error("save-end-without-start", "This save_ ends a save frame, but none is open.", range);
  }

  private reservedWord(kind: number): void {
    const range = this.tokens.range(this.next++);
    this.error(
      "reserved-word",
      `${this.slice(range)} has no meaning in a CIF; as a value it must be put in quotes.`,
      range,
    );
    if (kind !== TokenKind.global) return;
    this.endBlock(range.start);
    this.begin("", range);
  }

  private item(): void {
    const container = this.container();
    const range = this.tokens.range(this.next++);
    const { tag, key } = this.names.tag(range, container);
    container.add(new Item(tag, range, this.values, this.itemValue(range)), key);
  }

  /** The token of the value after a tag. */
  private itemValue(tag: TextRange): number | undefined {
    const token = this.next;
    const kind = this.tokens.kind(token);
    if (beginsValue(kind)) {
      this.next = this.containers.pass(token);
      return token;
    }
    if (kind === TokenKind.global || kind === TokenKind.stop) return this.reservedWordAsValue();
    // Of an underscore alone the name is missing, and that is told.
    if (tag.end - tag.start > 1)
      this.error("missing-value", `${this.slice(tag)} has no value. Write ? for an unknown value.`, tag);
    return undefined;
  }

  private reservedWordAsValue(): number {
    const token = this.next++;
    const range = this.tokens.range(token);
    this.error(
      "reserved-word",
      `${this.slice(range)} is a reserved word: as a value it must be put in quotes.`,
      range,
    );
    return token;
  }

  /** Passes a list, or all plain values that follow each other; gives how many. */
  private skipValues(): number {
    const first = this.next;
    this.next = this.tokens.endOfValues(first);
    if (this.next > first) return this.next - first;
    this.next = this.containers.pass(first);
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
    const range = this.tokens.range(this.next++);
    this.error("unexpected-closing-delimiter", `This ${this.slice(range)} closes nothing.`, range);
  }

  private loop(): void {
    this.next = this.loops.read(this.next, this.container());
  }
}
