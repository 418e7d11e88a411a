import { GrowingLoop, LoopColumn, type GrowingBlock } from "./block";
import type { ContainerParser } from "./containers";
import { layOut } from "./loopLayout";
import type { NameReader } from "./nameReader";
import type { TextRange } from "./problem";
import type { ProblemList } from "./problemList";
import type { SourceText } from "./sourceText";
import { beginsValue, TokenKind, type Stretches } from "./tokenTable";
import type { Values } from "./values";

/** Reads loops: their names, and the values behind them. */
export class LoopReader {
  constructor(
    private readonly text: SourceText,
    private readonly tokens: Stretches,
    private readonly values: Values,
    private readonly containers: ContainerParser,
    private readonly names: NameReader,
    private readonly problems: ProblemList,
  ) {}

  /** Reads the loop whose keyword is this token into a block or frame; returns the token after it. */
  read(keyword: number, container: GrowingBlock): number {
    const { tokens } = this;
    const range = tokens.range(keyword);
    const loop = new GrowingLoop(range, this.values);
    const first = this.readTags(keyword + 1, loop, container);
    if (first === keyword + 1) return this.withoutTags(range, first);
    const { end, starts } = this.passValues(first);
    if (end === first) this.withoutValues(loop);
    loop.range = { start: range.start, end: tokens.end(end - 1) };
    const parts = { width: loop.columns.length, first, end, starts };
    loop.layout = layOut(parts, this.text, tokens, this.problems);
    container.loops.push(loop);
    return end;
  }

  private readTags(first: number, loop: GrowingLoop, container: GrowingBlock): number {
    let token = first;
    for (; this.tokens.kind(token) === TokenKind.tag; token++) {
      const range = this.tokens.range(token);
      const { tag, key } = this.names.tag(range, container, loop);
      const column = new LoopColumn(tag, range, loop, token - first);
      loop.columns.push(column);
      container.add(column, key);
    }
    return token;
  }

  /** Passes the values of a loop; gives the first token of each if there are lists among them. */
  private passValues(first: number): { end: number; starts: number[] | undefined } {
    const { tokens } = this;
    let end = tokens.endOfValues(first);
    if (!beginsValue(tokens.kind(end))) return { end, starts: undefined };
    const starts = Array.from({ length: end - first }, (_, index) => first + index);
    for (; beginsValue(tokens.kind(end)); end = this.containers.pass(end)) starts.push(end);
    return { end, starts };
  }

  private withoutTags(keyword: TextRange, first: number): number {
    let end = first;
    while (beginsValue(this.tokens.kind(end))) end = this.containers.pass(end);
    const values = end > first ? " The values after it have no data names." : "";
    this.error("loop-without-tags", `Data names must follow loop_.${values}`, keyword);
    return end;
  }

  private withoutValues({ range: { start, end }, columns }: GrowingLoop): void {
    this.error("loop-without-values", "This loop has data names but no values.", {
      start,
      end: columns[columns.length - 1]?.tagRange.end ?? end,
    });
  }

  private error(code: string, message: string, { start, end }: TextRange): void {
    this.problems.error(code, message, start, end);
  }
}
