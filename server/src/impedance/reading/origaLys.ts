import { cartesianColumns } from "./columns";
import type { TextLines } from "./decodeText";
import { headMatches, type FileContent, type TextFormat } from "./format";
import { headerFacts } from "./headerFacts";
import { loopsOf } from "./loops";
import type { ProblemList } from "./problemList";
import { readTable, tellMissingPoints } from "./readTable";

/** OrigaLys' .crv: settings, the number of points, then nine columns: f, |Z|, phase, ..., Z' and -Z'' as seventh and eighth. */
export const origaLys: TextFormat = {
  name: "OrigaLys .crv",
  recognises: (text) =>
    headMatches(text, /\bEIS\b.*\(Impedance\)/i, 5) && countLine(text.lines) !== undefined,
  read,
};

const rowTabs = 8;

function countLine(lines: readonly string[]): number | undefined {
  const count = lines.slice(0, 50).findIndex((line, i) => {
    return /^\s*\d{1,6}\s*$/.test(line) && (lines[i + 1] ?? "").split("\t").length === rowTabs + 1;
  });
  return count < 0 ? undefined : count;
}

function read(text: TextLines, problems: ProblemList): FileContent {
  const count = countLine(text.lines) ?? 0;
  const columns = cartesianColumns(0, 6, 7, -1);
  const points = readTable(
    text,
    { from: count + 1, to: text.lines.length, separator: "\t", columns },
    problems,
  );
  tellMissingPoints(Number(text.lines[count]), points.count, problems);
  return { instrument: null, ...headerFacts(text.lines.slice(0, count)), loops: loopsOf(points) };
}
