import { spectrumColumns, type SpectrumColumns } from "./columns";
import type { TextLines } from "./decodeText";
import { Points } from "./points";
import type { ProblemList } from "./problemList";
import { RowReader } from "./rows";
import { cellsOf, fileEnd, isBlank, type Separator } from "./textTable";

/** A table of a file: which lines, how divided, and which columns are read. */
export interface Table {
  /** Indices of lines, `to` exclusive. */
  readonly from: number;
  readonly to: number;
  readonly separator: Separator;
  readonly columns: SpectrumColumns;
}

/** The points of a table; blank lines are passed over. */
export function readTable(
  text: TextLines,
  { from, to, separator, columns }: Table,
  problems: ProblemList,
  points = new Points(problems),
): Points {
  const rows = new RowReader(columns, points, problems, fileEnd(text));
  for (let i = from; i < to && !points.isFull; i++) {
    const line = text.lines[i] ?? "";
    if (!isBlank(line)) rows.add(cellsOf(line, separator), line, i);
  }
  rows.finish();
  return points;
}

/** The columns that a row of names tells, or `null` with an error that names what is missing. */
export function columnsOrRefuse(
  names: readonly string[],
  line: number,
  problems: ProblemList,
): SpectrumColumns | null {
  const search = spectrumColumns(names);
  const place = { line: line + 1 };
  switch (search.kind) {
    case "found":
      return search.columns;
    case "no-frequency":
      return problems.refuse(
        "no-frequency",
        `There is impedance but no column of frequencies (such as "freq/Hz"). The columns are: ${listed(names)}.`,
        place,
      );
    case "areal":
      return problems.refuse(
        "impedance-times-area",
        `"${names[search.index] ?? ""}" is impedance times area. Export the impedance itself, in ohm.`,
        place,
      );
    case "no-impedance":
      return problems.refuse(
        "no-impedance",
        `No columns of impedance (Re(Z) and Im(Z), Z' and Z'', or |Z| and phase)${names.length > 0 ? ` among: ${listed(names)}` : ""}.`,
        place,
      );
  }
}

/** At most eight names, in quotes. */
function listed(names: readonly string[]): string {
  const shown = names.slice(0, 8).map((name) => `"${name.slice(0, 40)}"`);
  return names.length > shown.length
    ? `${shown.join(", ")} and ${names.length - shown.length} more`
    : shown.join(", ");
}

/** Tells of a file that announces more points than it has. */
export function tellMissingPoints(announced: number | undefined, found: number, problems: ProblemList): void {
  if (announced !== undefined && announced > found)
    problems.tell(
      "fewer-points",
      "warning",
      `The file announces ${announced} points and has ${found}: the measurement was stopped, or the file cut.`,
    );
}
