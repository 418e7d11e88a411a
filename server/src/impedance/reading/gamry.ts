import { spectrumColumns } from "./columns";
import type { TextLines } from "./decodeText";
import type { FileContent, TextFormat } from "./format";
import { headerFacts } from "./headerFacts";
import { loopsOf } from "./loops";
import { readNumber } from "./number";
import { Points } from "./points";
import type { ProblemList } from "./problemList";
import { readTable } from "./readTable";
import { cellsOf, isBlank } from "./textTable";

/** Gamry's .DTA: named values, and tables whose lines begin with a tab; of those, the ones with frequency and impedance are read. */
export const gamry: TextFormat = {
  name: "Gamry .DTA",
  recognises: ({ lines }) => /^\s*EXPLAIN\s*$/.test(lines[0]?.slice(0, 100) ?? ""),
  read,
};

interface GamryTable {
  /** Index of the line of column names. */
  readonly names: number;
  /** Index behind its last row. */
  readonly end: number;
}

function read(text: TextLines, problems: ProblemList): FileContent | null {
  const points = new Points(problems);
  const tables = tablesOf(text.lines);
  let head = text.lines.length;
  for (const { names, end } of tables) {
    const search = spectrumColumns(withUnits(text.lines, names));
    if (search.kind !== "found") continue;
    head = Math.min(head, names);
    points.beginLoop();
    const table = { from: names + 2, to: end, separator: "\t", columns: search.columns } as const;
    readTable(text, table, problems, points);
  }
  tellAbort(text.lines, problems);
  if (head === text.lines.length) {
    const found = tables.length === 0 ? "It has no table" : "None of its tables has frequency and impedance";
    return problems.refuse(
      "no-impedance",
      `${found} (ZCURVE). Is it a measurement of impedance, and complete?`,
    );
  }
  return { ...facts(text.lines.slice(0, head)), loops: loopsOf(points) };
}

function tablesOf(lines: readonly string[]): GamryTable[] {
  const isRow = (line: string | undefined): boolean =>
    line?.startsWith("\t") === true || line?.startsWith(" ") === true;
  return lines.flatMap((line, i) => {
    if (!/^\w+\tTABLE\b/.test(line.slice(0, 200)) || !isRow(lines[i + 1])) return [];
    let end = i + 1;
    while (end < lines.length && (isRow(lines[end]) || isBlank(lines[end]))) end++;
    return [{ names: i + 1, end }];
  });
}

/** Names with the units of the line below: `Zreal (ohm)`. */
function withUnits(lines: readonly string[], names: number): string[] {
  const units = cellsOf(lines[names + 1] ?? "", "\t");
  return cellsOf(lines[names] ?? "", "\t").map((name, i) => (units[i] ? `${name} (${units[i]})` : name));
}

function tellAbort(lines: readonly string[], problems: ProblemList): void {
  const aborted = lines.findIndex((line) => /^EXPERIMENTABORTED\tTOGGLE\tT/i.test(line));
  if (aborted >= 0)
    problems.tell("aborted", "warning", "The measurement was aborted: the spectrum ends early.", {
      line: aborted + 1,
    });
}

function facts(head: readonly string[]): Omit<FileContent, "loops"> {
  const value = (tag: string): string | null =>
    head
      .find((line) => line.startsWith(`${tag}\t`))
      ?.split("\t")[2]
      ?.trim() ?? null;
  const notes = head.filter((line) => /^(TITLE|\t[^\t]*$)/.test(line));
  const { temperatureC, thicknessCm } = headerFacts(notes.map((line) => `note ${line.trim()}`));
  return {
    instrument: value("PSTAT"),
    temperatureC,
    areaCm2: readNumber(value("AREA") ?? "") ?? null,
    thicknessCm,
  };
}
