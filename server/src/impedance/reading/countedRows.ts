import { cartesianColumns } from "./columns";
import type { TextLines } from "./decodeText";
import type { FileContent, TextFormat } from "./format";
import { headerFacts } from "./headerFacts";
import { loopsOf } from "./loops";
import { readNumber } from "./number";
import type { ProblemList } from "./problemList";
import { readTable, tellMissingPoints } from "./readTable";
import { cellsOf } from "./textTable";

/** Elins' .i2b: some lines of remarks, the number of points, then frequency, Z' and Z'' with blanks between. */
export const countedRows: TextFormat = {
  name: "Elins .i2b",
  recognises: ({ lines }) => countLine(lines) !== undefined,
  read,
};

const depth = 50;

function countLine(lines: readonly string[]): number | undefined {
  const count = lines.slice(0, depth).findIndex((line, i) => {
    const next = cellsOf(lines[i + 1] ?? "", " ");
    return (
      /^\s*\d{1,6}\s*$/.test(line.slice(0, 100)) &&
      next.length === 3 &&
      next.every((cell) => readNumber(cell) !== undefined)
    );
  });
  return count < 0 ? undefined : count;
}

function read(text: TextLines, problems: ProblemList): FileContent {
  const count = countLine(text.lines) ?? 0;
  const table = {
    from: count + 1,
    to: text.lines.length,
    separator: " ",
    columns: cartesianColumns(0, 1, 2),
  } as const;
  const points = readTable(text, table, problems);
  tellMissingPoints(Number(text.lines[count]), points.count, problems);
  return { instrument: null, ...headerFacts(text.lines.slice(0, count)), loops: loopsOf(points) };
}
