import type { ImpedanceProblem } from "../problem";
import { decodeText } from "../reading/decodeText";
import { readNumber } from "../reading/number";
import { ProblemList } from "../reading/problemList";
import { cellsOf, isBlank, type Separator } from "../reading/textTable";
import { headerFacts } from "../reading/headerFacts";
import { temperatureInText } from "../reading/temperatureInText";
import type { SteadyCurrent, TransientPoint } from "./dcPolarisation";
import { polarisationColumns, type DirectColumn, type PolarisationColumns } from "./polarisationColumns";
import { stepsOf, type MeasuredPoint } from "./voltageSteps";

/** Currents of a cell with blocking electrodes under direct voltages. */
export interface Polarisation {
  /** As the file tells them; empty where it has a time. */
  readonly steady: readonly SteadyCurrent[];
  /** Seconds from when the voltage was applied. */
  readonly transients: readonly TransientPoint[];
  /** Degrees Celsius. */
  readonly temperatureC: number | null;
  readonly temperatureSource: "file" | "name" | null;
  readonly problems: readonly ImpedanceProblem[];
}

const separators: readonly Separator[] = ["\t", ";", ",", " "];
/** Lines in which names of columns may stand. */
const depth = 3000;
const mostRows = 100_000;
/** More voltages than anybody sets are a sweep. */
const mostVoltages = 100;

interface Head {
  readonly line: number;
  readonly firstRow: number;
  readonly separator: Separator;
  readonly columns: PolarisationColumns;
}

/**
 * Reads a table with voltages and currents, and maybe times, of whatever instrument: names as `voltage_V`, `Ewe/V`,
 * `Spannung (mV)`, `<I>/mA`, `time/s`. `undefined` for a file that has no such columns, or is a spectrum.
 */
export function readPolarisation(bytes: Uint8Array, name: string): Polarisation | undefined {
  const text = decodeText(bytes);
  const head = text && headOf(text.lines);
  if (!text || !head) return undefined;
  const problems = new ProblemList();
  const points = pointsOf(text.lines, head, problems);
  const currents = head.columns.time ? [] : points;
  const steps = head.columns.time ? stepsOf(points) : [];
  const voltages = Math.max(steps.length, currents.length);
  if (points.length === 0) problems.refuse("no-rows", "The table has no row with voltage and current.");
  if (voltages > mostVoltages)
    problems.refuse(
      "voltage-sweep",
      `The voltage changes ${voltages} times: it must rest until the current is steady.`,
    );
  return {
    steady: problems.hasErrors
      ? []
      : currents.map(({ voltage, current, standardError }) => ({ voltage, current, standardError })),
    transients: problems.hasErrors ? [] : steps.flat(),
    ...temperatureOf(text.lines.slice(0, head.line), name),
    problems: problems.all(),
  };
}

function headOf(lines: readonly string[]): Head | undefined {
  for (const [line, text] of lines.slice(0, depth).entries()) {
    if (text.length > 5000 || !/[a-z]/i.test(text)) continue;
    for (const separator of separators) {
      const names = cellsOf(text.replace(/^\s*#+\s*/, ""), separator);
      const columns = polarisationColumns(names);
      if (!columns) continue;
      const units = cellsOf(lines[line + 1] ?? "", separator);
      const hasUnits = readNumber(units[columns.current.index] ?? "") === undefined;
      return {
        line,
        firstRow: line + (hasUnits ? 2 : 1),
        separator,
        columns: (hasUnits ? polarisationColumns(names, units) : undefined) ?? columns,
      };
    }
  }
  return undefined;
}

function pointsOf(
  lines: readonly string[],
  { firstRow, separator, columns }: Head,
  problems: ProblemList,
): MeasuredPoint[] {
  const points: MeasuredPoint[] = [];
  for (let i = firstRow; i < lines.length && points.length < mostRows; i++) {
    const line = lines[i] ?? "";
    if (isBlank(line) || /^\s*#/.test(line)) continue;
    const cells = cellsOf(line, separator);
    const value = (column: DirectColumn | undefined) =>
      column === undefined ? 0 : (readNumber(cells[column.index] ?? "") ?? NaN) * column.scale;
    const [voltage, current, time] = [value(columns.voltage), value(columns.current), value(columns.time)];
    if (![voltage, current, time].every(Number.isFinite)) {
      const wording = (rows: number) =>
        `Left out: voltage, current or time is no number in ${rows === 1 ? "this row" : `${rows} rows`}.`;
      problems.tellOfRow("unreadable-row", "warning", wording, { line: i + 1 });
      continue;
    }
    const error = value(columns.error);
    points.push({ voltage, current, time, standardError: columns.error && error > 0 ? error : null });
  }
  if (points.length === mostRows)
    problems.refuse(
      "too-many-points",
      `The file holds ${mostRows} rows or more: leave out what is not needed.`,
    );
  return points;
}

/** The file's word goes before that of its name. */
function temperatureOf(
  head: readonly string[],
  name: string,
): Pick<Polarisation, "temperatureC" | "temperatureSource"> {
  const { temperatureC } = headerFacts(head);
  if (temperatureC !== null) return { temperatureC, temperatureSource: "file" };
  const named = temperatureInText(name);
  return named.kind === "found"
    ? { temperatureC: named.celsius, temperatureSource: "name" }
    : { temperatureC: null, temperatureSource: null };
}
