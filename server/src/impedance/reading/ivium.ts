import type { FileContent } from "./format";
import { headerFacts } from "./headerFacts";
import { headerValue } from "./format";
import { loopsOf } from "./loops";
import { readNumber } from "./number";
import { Points } from "./points";
import type { ProblemList } from "./problemList";
import { tellMissingPoints } from "./readTable";
import { cellsOf } from "./textTable";

export const iviumName = "Ivium .idf";

const dataMark = /^\W*primary_data\W*$/;

/** Ivium's files are text with some binary characters: settings, then `primary_data`. */
export function isIvium(bytes: Uint8Array): boolean {
  return latin1(bytes.subarray(0, 200_000)).includes('primary_data');
}

/** Each `primary_data` is followed by the numbers of columns and of points, and rows of Z', Z'' and frequency. */
export function readIvium(bytes: Uint8Array, problems: ProblemList): FileContent | null {
  const lines = latin1(bytes).split(/\r\n|\n|\r/);
  const points = new Points(problems);
  const marks = lines.flatMap((line, i) => (dataMark.test(line) ? [i] : []));
  for (const mark of marks) {
    if (Number(lines[mark + 1]) !== 3) continue;
    points.beginLoop();
    const before = points.count;
    const announced = Number(lines[mark + 2]);
    readRows(lines, mark + 3, announced, points, problems);
    tellMissingPoints(announced, points.count - before, problems);
  }
  if (points.count === 0)
    return problems.refuse("no-impedance", "The file holds no impedance: its data have no three columns.");
  const head = lines.slice(0, marks[0]);
  return { instrument: headerValue(head, /Instrument=/), ...headerFacts(head), loops: loopsOf(points) };
}

function readRows(
  lines: readonly string[],
  from: number,
  count: number,
  points: Points,
  problems: ProblemList,
): void {
  for (let i = from; i < Math.min(from + count, lines.length) && !points.isFull; i++) {
    const [re, im, frequency] = cellsOf(lines[i] ?? "", " ").map(readNumber);
    if (re === undefined || im === undefined || frequency === undefined) {
      const message = "This row is no point: from here on nothing is read.";
      problems.tell("unreadable-row", "warning", message, { line: i + 1 });
      return;
    }
    points.add(frequency, re, im, NaN, i + 1);
  }
}

const latin1 = (bytes: Uint8Array): string =>
  new TextDecoder("windows-1252").decode(bytes).replace(/[^\P{Cc}\t\n\r]/gu, "");
