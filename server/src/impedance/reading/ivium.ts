import { cartesianColumns } from "./columns";
import type { TextLines } from "./decodeText";
import { headerValue, type FileContent } from "./format";
import { headerFacts } from "./headerFacts";
import { loopsOf } from "./loops";
import { Points } from "./points";
import type { ProblemList } from "./problemList";
import { readTable, tellMissingPoints } from "./readTable";

export const iviumName = "Ivium .idf";

const dataMark = /^\W*primary_data\W*$/;
const columns = cartesianColumns(2, 0, 1);

/** Ivium's files are text with some binary characters: settings, then `primary_data`. */
export function isIvium(bytes: Uint8Array): boolean {
  return latin1(bytes.subarray(0, 200_000)).includes("primary_data");
}

/** Each `primary_data` is followed by the numbers of columns and of points, and rows of Z', Z'' and frequency. */
export function readIvium(bytes: Uint8Array, problems: ProblemList): FileContent | null {
  const text = linesOf(bytes);
  const { lines } = text;
  const points = new Points(problems);
  const marks = lines.flatMap((line, i) => (dataMark.test(line.slice(0, 200)) ? [i] : []));
  for (const mark of marks) {
    if (Number(lines[mark + 1]) !== 3) continue;
    const announced = Math.min(Number(lines[mark + 2]) || 0, lines.length);
    const before = points.count;
    const from = mark + 3;
    points.beginLoop();
    readTable(
      text,
      { from, to: Math.min(from + announced, lines.length), separator: " ", columns },
      problems,
      points,
    );
    tellMissingPoints(announced, points.count - before, problems);
  }
  if (points.count === 0)
    return problems.refuse("no-impedance", "The file holds no impedance: its data have no three columns.");
  const head = lines.slice(0, marks[0]);
  return { instrument: headerValue(head, /Instrument=/), ...headerFacts(head), loops: loopsOf(points) };
}

function linesOf(bytes: Uint8Array): TextLines {
  const lines = latin1(bytes).split(/\r\n|\n|\r/);
  return { lines, closed: lines.at(-1) === "" };
}

const latin1 = (bytes: Uint8Array): string =>
  new TextDecoder("windows-1252").decode(bytes).replace(/[^\P{Cc}\t\n\r]/gu, "");
