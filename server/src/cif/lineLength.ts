import type { ProblemList } from "./problemList";

/** CIF allows 2048 characters in a line, but the reference reader of the IUCr, libcif, refuses the last of them. */
const LONGEST_LINE = 2047;

/** Warns of lines that are too long for some programs, from the one of `from` up to `to`. */
export function checkLineLengths(text: string, from: number, to: number, problems: ProblemList): void {
  for (let start = text.lastIndexOf("\n", from - 1) + 1; start < to;) {
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
        `This line has ${line.length} characters; with more than ${LONGEST_LINE} some programs refuse it or cut it off.`,
        start + LONGEST_LINE,
        start + line.length,
      );
    start += line.length + 1;
  }
}
