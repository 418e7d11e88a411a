import { headerFacts } from "./headerFacts";
import { headerValue, type FileContent, type TextFormat } from "./format";
import { loopsOf, startsOfRows } from "./loops";
import type { Points } from "./points";
import type { ProblemList } from "./problemList";
import type { TextLines } from "./decodeText";
import { columnsOrRefuse, readTable } from "./readTable";
import { cellsOf } from "./textTable";

/** EC-Lab and BT-Lab's text export. `Nb header lines` counts the line of column names, which are in any order. */
export const biologicText: TextFormat = {
  name: "BioLogic .mpt",
  recognises: ({ lines }) => /^\s*(EC|BT)-Lab ASCII FILE/i.test(lines[0]?.slice(0, 100) ?? ""),
  read,
};

function read(text: TextLines, problems: ProblemList): FileContent | null {
  const names = namesLine(text.lines);
  if (names === undefined) {
    const message =
      "The file ends before its table: the line of column names (freq/Hz, Re(Z)/Ohm, ...) is missing.";
    return problems.refuse("no-table", message, { line: text.lines.length });
  }
  const head = text.lines.slice(0, names);
  const columns = columnsOrRefuse(cellsOf(text.lines[names] ?? "", "\t"), names, problems);
  if (!columns) return null;
  const table = { from: names + 1, to: text.lines.length, separator: "\t", columns } as const;
  const points = readTable(text, table, problems);
  const { temperatureC, areaCm2, thicknessCm } = headerFacts(head);
  const instrument = headerValue(head, /^\s*Device :/i);
  return { instrument, temperatureC, areaCm2, thicknessCm, loops: loops(head, points) };
}

/** Where the header says, if a table of tabs begins there, else the first line that looks like names of columns. */
function namesLine(lines: readonly string[]): number | undefined {
  const counted = Number(/^\s*Nb header lines\s*:\s*(\d{1,6})/i.exec(lines[1] ?? "")?.[1] ?? NaN) - 1;
  const isNames = (line: string | undefined): boolean =>
    line !== undefined &&
    line.includes("\t") &&
    /(freq|Re\(Z\)|Phase\(Z\)|time\/s|Ewe)/i.test(line.slice(0, 2000));
  if (isNames(lines[counted])) return counted;
  const found = lines.findIndex((line) => isNames(line) && line.split("\t").length > 2);
  return found < 0 ? undefined : found;
}

/** `Loop 1 from point number 39 to 77` counts rows; without such lines the frequency tells. */
function loops(head: readonly string[], points: Points): ReturnType<typeof loopsOf> {
  const starts = head.flatMap((line) => {
    const start = /^\s*Loop \d+ from point number (\d+)/i.exec(line)?.[1];
    return start === undefined ? [] : [Number(start)];
  });
  return loopsOf(points, startsOfRows(points, starts), starts.length === 0);
}
