import type { ProblemList } from "./problemList";

/** Characters in a line, CIF 1.1 paragraph 13 and CIF 2.0. */
const LONGEST_LINE = 2048;

/** Warns of lines that are too long for some programs. */
export function checkLineLengths(text: string, problems: ProblemList): void {
  for (let start = 0; start < text.length;) {
    const lineFeed = text.indexOf("\n", start);
    const end = lineFeed < 0 ? text.length : lineFeed;
    if (end - start > LONGEST_LINE) checkWithCarriageReturns(text, start, end, problems);
    start = end + 1;
  }
}

function checkWithCarriageReturns(text: string, start: number, end: number, problems: ProblemList): void {
  for (const line of text.slice(start, end).split("\r")) {
    if (line.length > LONGEST_LINE)
      problems.warning(
        "overlength-line",
        `This line has ${line.length} characters; CIF allows ${LONGEST_LINE}, and some programs cut off the rest.`,
        start + LONGEST_LINE,
        start + line.length,
      );
    start += line.length + 1;
  }
}
