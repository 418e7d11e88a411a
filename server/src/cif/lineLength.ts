import type { ProblemList } from "./problemList";

/** CIF allows 2048 characters in a line, but the reference reader of the IUCr, libcif, refuses the last of them. */
const LONGEST_LINE = 2047;

/** Warns of lines that are too long for some programs, from the one of `from` up to `to`. */
export function checkLineLengths(text: string, from: number, to: number, problems: ProblemList): void {
  let start = text.lastIndexOf("\n", from - 1) + 1;
  while (start < to) {
    // No line is too long among those that end before the last end that one beginning here may have.
    const lineFeed = text.lastIndexOf("\n", start + LONGEST_LINE);
    start = lineFeed < start ? checkLine(text, start, problems) : lineFeed + 1;
  }
}

/** Warns of the parts between carriage returns; gives where the next line begins. */
function checkLine(text: string, start: number, problems: ProblemList): number {
  const lineFeed = text.indexOf("\n", start);
  const end = lineFeed < 0 ? text.length : lineFeed;
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
  return end + 1;
}
