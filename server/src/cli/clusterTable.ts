import Papa from "papaparse";
import type { CompoundProperties } from "../clustering/candidates";
import type { FeatureMatrix } from "../clustering/featureMatrix";
import type { Labels } from "../clustering/labelVariance";
import type { PlacedProblem } from "./report";

/** Columns of a table that are no features, by their headings. */
export interface NamedColumns {
  /** log10 of conductivities, or activation energies: what clusters are judged by. */
  readonly labels?: string;
  readonly hull?: string;
  readonly gap?: string;
  readonly barrier?: string;
  readonly ignore: readonly string[];
}

/** A compound of a table. */
export interface TableRow {
  /** The heading is line 1. */
  readonly line: number;
  /** What the first column of text says; the line, where there is none. */
  readonly name: string;
}

export interface ClusterTable {
  /** Rows with a fault are left out. */
  readonly rows: readonly TableRow[];
  readonly matrix: FeatureMatrix;
  /** `undefined` where no column of labels was named. */
  readonly labels: Labels | undefined;
  readonly properties: readonly CompoundProperties[];
  readonly problems: readonly PlacedProblem[];
}

/** Rows by which columns are told to be numbers or text. */
const previewRows = 200;

/** Reads compounds, a row each, with their features, the columns of numbers that are not named otherwise. */
export function readClusterTable(text: string, named: NamedColumns): ClusterTable {
  const content = text.replace(/^\uFEFF/u, "");
  const columns = columnsOf(content, named);
  const reader = new TableReader(columns);
  if (columns.problems.length === 0)
    Papa.parse<string[]>(content, {
      ...parsing,
      step: ({ data }) => {
        reader.take(data);
      },
    });
  return reader.table();
}

const parsing = { delimitersToGuess: [",", ";", "\t"] };

/** Places of columns, from 0. */
interface TableColumns {
  readonly heading: readonly string[];
  readonly features: readonly number[];
  readonly name: number | undefined;
  readonly labels: number | undefined;
  readonly hull: number | undefined;
  readonly gap: number | undefined;
  readonly barrier: number | undefined;
  readonly problems: readonly PlacedProblem[];
}

function columnsOf(content: string, { labels, hull, gap, barrier, ignore }: NamedColumns): TableColumns {
  const { data } = Papa.parse<string[]>(content, { ...parsing, preview: previewRows });
  const heading = (data[0] ?? []).map((name) => name.trim());
  const place = (name: string | undefined) => {
    const column = name === undefined ? -1 : heading.indexOf(name.trim());
    return column < 0 ? undefined : column;
  };
  const wanted = [labels, hull, gap, barrier, ...ignore].flatMap((name) => name ?? []);
  const spokenFor = new Set(wanted.map(place));
  const others = [...heading.keys()].filter((column) => !spokenFor.has(column));
  const isNumeric = (column: number) => holdsNumbers(data.slice(1).map((row) => row[column] ?? ""));
  const features = others.filter(isNumeric);
  const missing = wanted.filter((name) => place(name) === undefined);
  const problems = missing.map((name) => problem("missing-column", 1, null, `There is no column "${name}".`));
  if (missing.length === 0 && features.length === 0)
    problems.push(problem("no-features", 1, null, "The table has no columns of numbers to cluster by."));
  return {
    heading,
    features,
    name: others.find((column) => !features.includes(column)),
    labels: place(labels),
    hull: place(hull),
    gap: place(gap),
    barrier: place(barrier),
    problems,
  };
}

/** Whether most cells that are not empty hold numbers. */
function holdsNumbers(cells: readonly string[]): boolean {
  const filled = cells.filter((cell) => cell.trim() !== "");
  return (
    filled.length > 0 && filled.filter((cell) => Number.isFinite(Number(cell))).length > filled.length / 2
  );
}

/** Takes the rows of a table, one after the other. */
class TableReader {
  private readonly rows: TableRow[] = [];
  private readonly labels: number[] = [];
  private readonly properties: CompoundProperties[] = [];
  private readonly problems: PlacedProblem[] = [];
  private values = new Float64Array(1024);
  private line = 0;

  constructor(private readonly columns: TableColumns) {
    this.problems.push(...columns.problems);
  }

  take(cells: readonly string[]): void {
    if (++this.line === 1 || cells.every((cell) => cell.trim() === "")) return;
    if (!this.takeFeatures(cells)) return;
    const { name, labels, hull, gap, barrier } = this.columns;
    const named = name === undefined ? "" : (cells[name] ?? "").trim();
    this.rows.push({ line: this.line, name: named || `row ${this.line}` });
    this.labels.push(this.known(cells, labels) ?? NaN);
    this.properties.push({
      energyAboveHull: this.known(cells, hull),
      bandGap: this.known(cells, gap),
      activationEnergy: this.known(cells, barrier),
    });
  }

  table(): ClusterTable {
    const { features, labels } = this.columns;
    const problems = [...this.problems];
    if (this.rows.length === 0 && problems.length === 0)
      problems.push(problem("no-rows", null, null, "The table has no rows."));
    return {
      rows: this.rows,
      matrix: {
        rows: this.rows.length,
        columns: features.length,
        values: this.values.subarray(0, this.rows.length * features.length),
      },
      labels: labels === undefined ? undefined : Float64Array.from(this.labels),
      properties: this.properties,
      problems,
    };
  }

  /** Whether all features of the row are numbers: one that is not becomes a problem. */
  private takeFeatures(cells: readonly string[]): boolean {
    const { features, heading } = this.columns;
    const first = this.rows.length * features.length;
    this.makeRoom(first + features.length);
    for (const [k, column] of features.entries()) {
      const cell = (cells[column] ?? "").trim();
      const value = cell === "" ? NaN : Number(cell);
      if (!Number.isFinite(value)) {
        const what = cell === "" ? "is empty" : `"${cell}" is no finite number`;
        const message = `The ${heading[column] ?? ""} ${what}: the row is left out.`;
        this.problems.push(problem("not-a-number", this.line, column + 1, message));
        return false;
      }
      this.values[first + k] = value;
    }
    return true;
  }

  /** `null` where the cell is empty; one that holds no number becomes a problem. */
  private known(cells: readonly string[], column: number | undefined): number | null {
    const cell = column === undefined ? "" : (cells[column] ?? "").trim();
    if (column === undefined || cell === "") return null;
    if (Number.isFinite(Number(cell))) return Number(cell);
    const message = `The ${this.columns.heading[column] ?? ""} "${cell}" is no number and counts as not known.`;
    this.problems.push({ ...problem("not-a-number", this.line, column + 1, message), severity: "warning" });
    return null;
  }

  private makeRoom(count: number): void {
    if (count <= this.values.length) return;
    const larger = new Float64Array(2 * count);
    larger.set(this.values);
    this.values = larger;
  }
}

function problem(code: string, line: number | null, column: number | null, message: string): PlacedProblem {
  return { code, severity: "error", line, column, message };
}
