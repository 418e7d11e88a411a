import { cartesianColumns } from "./columns";
import type { TextLines } from "./decodeText";
import type { FileContent, TextFormat } from "./format";
import { headerFacts } from "./headerFacts";
import { loopsOf } from "./loops";
import type { ProblemList } from "./problemList";
import { readTable, tellMissingPoints } from "./readTable";
import { isBlank } from "./textTable";

/**
 * The table of Z60W and ZView, as Autolab and others export it too: lines in quotes, the last of which names the columns
 * Freq, Ampl, Bias, Time, Z', Z'', GD, Err, Range without separators; then rows with commas.
 */
export const z60w: TextFormat = {
  name: "Autolab / ZView text (Z60W)",
  recognises: ({ lines }) =>
    /^\W*(Z60W|ZPlotW|ZView Calculated) Data File/i.test(lines[0]?.slice(0, 100) ?? ""),
  read,
};

const columns = cartesianColumns(0, 4, 5);

function read(text: TextLines, problems: ProblemList): FileContent | null {
  const names = text.lines.findIndex((line) => /^\W*Freq\s*\(Hz\)/i.test(line.slice(0, 200)));
  if (names < 0) {
    const message = 'The file ends before its table: the line that begins with "Freq (Hz)" is missing.';
    return problems.refuse("no-table", message, { line: text.lines.length });
  }
  const first = text.lines.slice(names + 1).find((line) => !isBlank(line)) ?? "";
  const separator = first.includes("\t") ? "\t" : first.includes(",") ? "," : " ";
  const table = { from: names + 1, to: text.lines.length, separator, columns } as const;
  const points = readTable(text, table, problems);
  tellMissingPoints(announced(text.lines[names - 1]), points.count, problems);
  const instrument = text.lines[0]?.replace(/"/g, "").trim() ?? null;
  return { instrument, ...headerFacts(text.lines.slice(0, names), names), loops: loopsOf(points) };
}

/** The number of points stands above the names. */
const announced = (line: string | undefined): number | undefined =>
  line !== undefined && /^\s*\d{1,6}\s*$/.test(line) ? Number(line) : undefined;
