import { BlockParser } from "./blockParser";
import type { Block, CifDocument } from "./document";
import { byPlace, type Problem } from "./problem";
import { ProblemList } from "./problemList";
import type { SourceText } from "./sourceText";
import type { TokenTable } from "./tokenTable";

/** Makes a document out of the tokens of a text, bit by bit. */
export class Arrangement {
  private readonly list = new ProblemList();
  private readonly parser: BlockParser;

  /** @param lexical the problems of its characters, lines and tokens. */
  constructor(
    private readonly text: SourceText,
    private readonly version: "1.1" | "2.0",
    private readonly tokens: TokenTable,
    private readonly lexical: readonly Problem[],
  ) {
    this.parser = new BlockParser(text, version, tokens, this.list);
  }

  /** Goes on for about so many characters; gives the document when it is complete. */
  readOn(characters: number): CifDocument | undefined {
    const blocks = this.parser.readOn(characters);
    if (!blocks) return undefined;
    const { text, version, tokens, list, lexical } = this;
    const all = [...lexical, ...list.sorted()].sort(byPlace);
    const problems = isForeign(blocks, all) ? all.filter(tellsForeign) : all;
    return { text, version, blocks, problems, tokens };
  }
}

/** Whether this looks like a file of another format: such a file is told once, not word by word. */
function isForeign(blocks: readonly Block[], problems: readonly Problem[]): boolean {
  const hasHeader = blocks.some(({ headerRange }) => headerRange.end > headerRange.start);
  if (blocks.length === 0 || hasHeader) return false;
  const hasItems = blocks.some(({ columns }) => columns.length > 0);
  return (
    !hasItems ||
    problems.some(({ code, severity }) => code === "disallowed-character" && severity === "error")
  );
}

function tellsForeign({ code }: Problem): boolean {
  return code === "content-before-data-block" || code === "disallowed-initial-character";
}
