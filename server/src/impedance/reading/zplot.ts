import { cartesianColumns, spectrumColumns } from "./columns";
import type { TextLines } from "./decodeText";
import { headerValue, type FileContent, type TextFormat } from "./format";
import { headerFacts } from "./headerFacts";
import { loopsOf } from "./loops";
import { readNumber } from "./number";
import type { ProblemList } from "./problemList";
import { readTable, tellMissingPoints } from "./readTable";
import { cellsOf, type Separator } from "./textTable";

/** Scribner's ZPlot: a head that ends with `End Comments`, and above that line the names of the columns. */
export const zplot: TextFormat = {
  name: "ZPlot .z",
  recognises: ({ lines }) => /^\W*ZPLOT2? ASCII/i.test(lines[0]?.slice(0, 100) ?? ""),
  read,
};

function read(text: TextLines, problems: ProblemList): FileContent | null {
  const end = text.lines.findIndex((line) => /^\s*End Comments/i.test(line.slice(0, 100)));
  if (end < 0) {
    const message = 'The file ends before its table: the line "End Comments" is missing.';
    return problems.refuse("no-table", message, { line: text.lines.length });
  }
  const head = text.lines.slice(0, end);
  const separator = separatorOf(text.lines[end + 1] ?? "");
  const named = spectrumColumns(cellsOf(text.lines[end - 1] ?? "", separator));
  const columns = named.kind === "found" ? named.columns : cartesianColumns(0, 4, 5);
  const table = { from: end + 1, to: text.lines.length, separator, columns };
  const points = readTable(text, table, problems);
  tellMissingPoints(readNumber(headerValue(head, /Data Points:/i) ?? ""), points.count, problems);
  const { temperatureC, thicknessCm } = headerFacts(head);
  const areaCm2 = readNumber(headerValue(head, /Surface Area:/i) ?? "") ?? null;
  const instrument = headerValue(head, /Measured Data,\s*/i)?.replace(/:?\s+/, " ") ?? null;
  return { instrument, temperatureC, areaCm2, thicknessCm, loops: loopsOf(points) };
}

const separatorOf = (row: string): Separator => (row.includes("\t") ? "\t" : row.includes(",") ? "," : " ");
