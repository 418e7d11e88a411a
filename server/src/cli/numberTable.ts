import Papa from "papaparse";
import type { PlacedProblem } from "./report";

/** A column to look for: any of `names`, in lower case. */
export interface WantedColumn {
  readonly names: readonly string[];
  readonly isOptional?: boolean;
  /** Text is kept as it is; otherwise the column holds numbers. */
  readonly isText?: boolean;
}

export interface NumberRow<Name extends string> {
  /** From 1, the heading being line 1. */
  readonly line: number;
  /** `null` where the cell is empty or the column is absent. */
  readonly number: (name: Name) => number | null;
  readonly text: (name: Name) => string;
}

/** Rows of a CSV table with a heading, and what is wrong with it. Rows with an error are left out. */
export interface NumberTable<Name extends string> {
  readonly rows: readonly NumberRow<Name>[];
  readonly problems: readonly PlacedProblem[];
}

/** Reads a table with a heading; lines that begin with `#` are remarks, other columns are passed over. */
export function readNumberTable<Name extends string>(
  text: string,
  wanted: Readonly<Record<Name, WantedColumn>>,
): NumberTable<Name> {
  const { data } = Papa.parse<string[]>(text.replace(/^\uFEFF/u, ""), {
    delimitersToGuess: [",", ";", "\t"],
  });
  const lines = data.map((cells, i) => ({ cells, line: i + 1 }));
  const [heading, ...body] = lines.filter(({ cells }) => !isRemark(cells));
  const names = (heading?.cells ?? []).map((name) => name.trim().toLowerCase());
  const entries = Object.entries<WantedColumn>(wanted);
  const places = new Map(
    entries.map(([name, { names: accepted }]) => [name, names.findIndex((each) => accepted.includes(each))]),
  );
  const missing = entries.filter(([name, { isOptional }]) => !isOptional && (places.get(name) ?? -1) < 0);
  if (missing.length > 0)
    return {
      rows: [],
      problems: missing.map(([, { names: accepted }]) =>
        problem("missing-column", heading?.line ?? 1, null, `There is no column "${accepted[0] ?? ""}".`),
      ),
    };
  const problems: PlacedProblem[] = [];
  const rows = body.flatMap(({ cells, line }) => {
    const cell = (name: string) => (cells[places.get(name) ?? -1] ?? "").trim();
    const wrong = entries.flatMap(([name, column]) => {
      const isMissing = cell(name) === "" && !column.isOptional;
      const isNoNumber = !column.isText && cell(name) !== "" && !Number.isFinite(Number(cell(name)));
      const place = (places.get(name) ?? 0) + 1;
      const message = `The ${column.names[0] ?? name} "${cell(name)}" is no number.`;
      return isMissing || isNoNumber ? [problem("not-a-number", line, place, message)] : [];
    });
    problems.push(...wrong);
    const number = (name: Name) => (cell(name) === "" ? null : Number(cell(name)));
    return wrong.length > 0 ? [] : [{ line, number, text: cell }];
  });
  if (rows.length === 0 && problems.length === 0)
    problems.push(problem("no-rows", null, null, "The table has no rows."));
  return { rows, problems };
}

function isRemark(cells: readonly string[]): boolean {
  return (cells[0] ?? "").trimStart().startsWith("#") || cells.every((cell) => cell.trim() === "");
}

function problem(code: string, line: number | null, column: number | null, message: string): PlacedProblem {
  return { code, severity: "error", line, column, message };
}
