import Papa from "papaparse";
import { recognizeColumns, type Column, type ColumnKind, type Columns } from "./tableColumns";
import type { TableProblem } from "./tableProblem";
import { celsiusToKelvin, type Conversion } from "./units";
import { writtenNumber } from "./writtenNumber";

/** One row of a table of measurements, in units that are computed with. */
export interface Measurement {
  /** From 1, the header being row 1. */
  readonly row: number;
  /** As written, a path. */
  readonly file: string;
  /** Code of the data block; `undefined` where the table names none. */
  readonly block: string | undefined;
  /** S/cm, above 0. */
  readonly conductivity: number;
  /** Whether the conductivity is only known to lie below that. */
  readonly isUpperBound: boolean;
  /** Kelvin; room temperature where the table has no column for it. */
  readonly temperature: number;
  /** Electronvolt, of sigma T. */
  readonly activationEnergy: number | undefined;
  /** Without the address before it, in lower case; empty where unknown. */
  readonly doi: string;
}

export interface MeasurementTable {
  readonly measurements: readonly Measurement[];
  /** A row with an error is not among the measurements. */
  readonly problems: readonly TableProblem[];
  /** Where each kind of value stands, from 1; `null` where the table has no column for it. */
  readonly columnOf: (kind: ColumnKind) => number | null;
}

/** 25 degrees Celsius, kelvin. */
export const roomTemperature = 298.15;

/** Conductivities outside of these, S/cm, are slips of units: no solid conducts lithium that well, and nothing is measured below. */
const [leastConductivity, mostConductivity] = [1e-25, 10];
/** Kelvin: no lithium conductor is measured outside of these. */
const [leastTemperature, mostTemperature] = [150, 1500];
/** Electronvolt: conductivities are not thermally activated by less or more. */
const [leastEnergy, mostEnergy] = [0.03, 3];

/**
 * Reads a table of measured conductivities: text with a header row, separated by commas, semicolons or tabs, with columns
 * `file` and `conductivity` and, where known, `temperature`, `activation energy`, `DOI` and `block`; headers may name units.
 * Each row gives a measurement or one problem.
 */
export function readMeasurements(text: string): MeasurementTable {
  const { data } = Papa.parse<string[]>(text, { header: false });
  const [header = [], ...rows] = data;
  const columns = recognizeColumns(header);
  const problems = headerProblems(columns, header);
  const columnOf = (kind: ColumnKind) => {
    const index = columns.columns.get(kind)?.index;
    return index === undefined ? null : index + 1;
  };
  if (problems.some(({ severity }) => severity === "error")) return { measurements: [], problems, columnOf };
  const temperature = temperatureConversion(columns.columns.get("temperature"), rows, problems);
  const measurements = rows.flatMap((cells, i) => {
    if (cells.every((cell) => cell.trim() === "")) return [];
    const read = new RowReader(columns.columns, header.length, cells, i + 2).read(temperature);
    if ("code" in read) problems.push(read);
    return "code" in read ? [] : [read];
  });
  if (rows.every((cells) => cells.every((cell) => cell.trim() === "")))
    problems.push(ofTable("no-rows", "The table has a header but no rows."));
  return { measurements, problems, columnOf };
}

function ofTable(code: string, message: string, column: number | null = null): TableProblem {
  return { code, severity: "error", row: column === null ? null : 1, column, message };
}

function headerProblems({ columns, unknownUnits, unused }: Columns, header: readonly string[]) {
  const problems: TableProblem[] = [];
  const found = header.map((name) => `"${name.trim()}"`).join(", ");
  for (const [kind, code] of [
    ["file", "no-file-column"],
    ["conductivity", "no-conductivity-column"],
  ] as const)
    if (!columns.has(kind))
      problems.push(
        ofTable(
          code,
          `The table needs a column "${kind}"; its first row has ${found || "nothing"}. The first row names the columns, such as: file, conductivity (S/cm), temperature (°C), doi.`,
        ),
      );
  for (const { index, header: name, unit, known } of unknownUnits)
    problems.push(
      ofTable(
        "unknown-unit",
        `The unit "${unit}" of column "${name}" is not known; use ${known}.`,
        index + 1,
      ),
    );
  if (unused.length > 0) {
    const message = `Columns that are not used: ${unused.join(", ")}.`;
    problems.push({ code: "unused-columns", severity: "information", row: 1, column: null, message });
  }
  return problems;
}

/** Without a unit in the header, the coldest value decides: 200 and more can only be kelvin. */
function temperatureConversion(
  column: Column | undefined,
  rows: readonly (readonly string[])[],
  problems: TableProblem[],
): Conversion {
  if (!column) return (value) => value;
  if (column.convert) return column.convert;
  const values = rows.flatMap((cells) => writtenNumber(cells[column.index] ?? "")?.value ?? []);
  const isKelvin = values.length > 0 && Math.min(...values) >= 200;
  problems.push({
    code: "temperature-unit-assumed",
    severity: "warning",
    row: 1,
    column: column.index + 1,
    message: `Column "${column.header}" names no unit: its values are taken as ${isKelvin ? "kelvin" : "°C"}. Write "T (K)" or "T (°C)" to be sure.`,
  });
  return isKelvin ? (value) => value : celsiusToKelvin;
}

/** Reads one row: all of its cells, or the first thing that is wrong. */
class RowReader {
  constructor(
    private readonly columns: ReadonlyMap<ColumnKind, Column>,
    private readonly width: number,
    private readonly cells: readonly string[],
    private readonly row: number,
  ) {}

  read(toKelvin: Conversion): Measurement | TableProblem {
    if (this.cells.slice(this.width).some((cell) => cell.trim() !== ""))
      return this.problem(
        "too-many-cells",
        undefined,
        `The row has ${this.cells.length} cells under ${this.width} headers. Numbers with a decimal comma must stand in quotes, or the columns be separated by semicolons.`,
      );
    const file = this.text("file");
    if (file === "") return this.problem("no-file", "file", "The row names no CIF file.");
    const conductivity = this.conductivity();
    if ("code" in conductivity) return conductivity;
    const temperature = this.temperature(toKelvin);
    if (typeof temperature === "object") return temperature;
    const activationEnergy = this.activationEnergy();
    if (typeof activationEnergy === "object") return activationEnergy;
    return {
      row: this.row,
      file,
      block: this.text("block").replace(/^data_/i, "") || undefined,
      ...conductivity,
      temperature,
      activationEnergy,
      doi: plainDoi(this.text("doi")),
    };
  }

  private conductivity(): Pick<Measurement, "conductivity" | "isUpperBound"> | TableProblem {
    const problem = (code: string, message: string) => this.problem(code, "conductivity", message);
    const text = this.text("conductivity");
    if (text === "") return problem("no-conductivity", "The row gives no conductivity.");
    const number = writtenNumber(text);
    if (!number) return problem("unreadable-number", `"${text}" is not read as a number.`);
    if (number.relation === "above")
      return problem(
        "lower-bound",
        `"${text}" tells only that the conductivity is higher: upper bounds can be learned from, lower bounds cannot. Give a value if there is one.`,
      );
    const conductivity = this.columns.get("conductivity")?.convert?.(number.value) ?? number.value;
    if (conductivity <= 0)
      return problem(
        "conductivity-not-positive",
        conductivity < 0
          ? `A conductivity cannot be negative ("${text}"). If the column holds logarithms, name it "log10 conductivity".`
          : `A conductivity of zero has no logarithm. Write the limit of detection as a bound, such as <1e-10.`,
      );
    if (conductivity < leastConductivity || conductivity > mostConductivity)
      return problem(
        "conductivity-impossible",
        `${conductivity.toExponential(1)} S/cm is no conductivity of a solid electrolyte. Is the unit right, such as "conductivity (mS/cm)"?`,
      );
    return { conductivity, isUpperBound: number.relation === "below" };
  }

  private temperature(toKelvin: Conversion): number | TableProblem {
    if (!this.columns.has("temperature")) return roomTemperature;
    const text = this.text("temperature");
    const problem = (code: string, message: string) => this.problem(code, "temperature", message);
    if (text === "")
      return problem(
        "no-temperature",
        "The row gives no temperature though the table has a column for it. Write 25 °C (298 K) if it was measured at room temperature.",
      );
    if (/^(rt|r\.t\.|room temperature)$/i.test(text)) return roomTemperature;
    const number = writtenNumber(text);
    if (number?.relation !== "equal")
      return problem("unreadable-number", `"${text}" is not read as a temperature.`);
    const kelvin = toKelvin(number.value);
    if (kelvin >= leastTemperature && kelvin <= mostTemperature) return kelvin;
    return problem(
      "temperature-impossible",
      `"${text}" would be ${kelvin.toFixed(0)} K, where no lithium conductor is measured (${leastTemperature} to ${mostTemperature} K). Is the unit of the column right?`,
    );
  }

  private activationEnergy(): number | undefined | TableProblem {
    const text = this.text("activationEnergy");
    if (text === "") return undefined;
    const number = writtenNumber(text);
    if (number?.relation !== "equal")
      return this.problem("unreadable-number", "activationEnergy", `"${text}" is not read as an energy.`);
    const energy = this.columns.get("activationEnergy")?.convert?.(number.value) ?? number.value;
    if (energy >= leastEnergy && energy <= mostEnergy) return energy;
    return this.problem(
      "energy-impossible",
      "activationEnergy",
      `An activation energy of ${Number(energy.toPrecision(3))} eV is outside of what occurs (${leastEnergy} to ${mostEnergy} eV). Is the unit right, such as "Ea (kJ/mol)"?`,
    );
  }

  private text(kind: ColumnKind): string {
    const column = this.columns.get(kind);
    return column ? (this.cells[column.index] ?? "").trim() : "";
  }

  private problem(code: string, kind: ColumnKind | undefined, message: string): TableProblem {
    const index = kind && this.columns.get(kind)?.index;
    return {
      code,
      severity: "error",
      row: this.row,
      column: index === undefined ? null : index + 1,
      message,
    };
  }
}

/** `https://doi.org/10.1038/NMAT3066`, `doi: 10.1038/nmat3066` and `10.1038/nmat3066` are one. */
function plainDoi(text: string): string {
  return text
    .toLowerCase()
    .replace(/^(https?:\/\/)?(dx\.)?doi\.org\//, "")
    .replace(/^doi:\s*/, "");
}
