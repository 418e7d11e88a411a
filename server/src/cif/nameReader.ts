import type { GrowingBlock } from "./block";
import { dataName, type DataName } from "./dataName";
import type { Loop } from "./document";
import type { TextRange } from "./problem";
import type { ProblemList } from "./problemList";
import type { SourceText } from "./sourceText";

/** Characters in a data name or block code, CIF 1.1 paragraph 14. */
const LONGEST_NAME = 75;

/** Reads data names and codes, and tells what is wrong with them. */
export class NameReader {
  constructor(
    private readonly text: SourceText,
    private readonly version: "1.1" | "2.0",
    private readonly problems: ProblemList,
  ) {}

  /** The name at a place in a block or frame, and in a loop. */
  tag(range: TextRange, container: GrowingBlock, loop?: Loop): DataName {
    const written = this.text.slice(range.start, range.end);
    const name = dataName(written);
    const first = container.columnOf(name.key);
    const isOfLoop = first !== undefined && first.loop === loop && loop !== undefined;
    if (written === "_") this.loneUnderscore(range);
    else if (first && !isOfLoop) this.duplicate(`${written} stands in this data block`, range);
    this.checkLength(written, range);
    if (isOfLoop) this.duplicate(`${name.tag} stands in this loop`, range);
    return name;
  }

  /** The code behind `data_` or `save_`. */
  code({ start, end }: TextRange): string {
    return this.text.slice(start + "data_".length, end);
  }

  checkLength(name: string, { start, end }: TextRange): void {
    if (this.version === "1.1" && name.length > LONGEST_NAME)
      this.problems.warning(
        "overlength-tag",
        `This name has ${name.length} characters; CIF 1.1 allows ${LONGEST_NAME}.`,
        start,
        end,
      );
  }

  private duplicate(what: string, { start, end }: TextRange): void {
    this.problems.error("duplicate-tag", `${what} already; the first one counts.`, start, end);
  }

  private loneUnderscore({ start, end }: TextRange): void {
    this.problems.error("invalid-tag", "A data name needs more than an underscore.", start, end);
    this.problems.error(
      "missing-value-or-stray-value",
      "Either the rest of a data name is missing after this underscore, or it is a value that must be put in quotes.",
      start,
      end,
    );
  }
}
