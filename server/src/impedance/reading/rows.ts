import type { Column, SpectrumColumns } from "./columns";
import { readNumber } from "./number";
import type { Points } from "./points";
import type { ProblemList } from "./problemList";

/** What is needed to see that a file was cut off in a row. */
export interface FileEnd {
  /** Index of the last line that is not blank. */
  readonly lastLine: number;
  /** Whether a line end closes it. */
  readonly closed: boolean;
}

const absoluteZero = -273.15;

/** Reads rows of cells into points. */
export class RowReader {
  private previousCells: readonly string[] = [];
  /** How the last cells of the rows are written. */
  private readonly lastShapes = new Set<string>();
  private previousLoop: number | undefined;
  /** Phases without a unit, which is found out from all of them. */
  private readonly unitless: number[] = [];

  constructor(
    private readonly columns: SpectrumColumns,
    private readonly points: Points,
    private readonly problems: ProblemList,
    private readonly end: FileEnd,
  ) {}

  /** `text` is the line that the cells come from, `line` its index. */
  add(cells: readonly string[], text: string, line: number): void {
    const { frequency, first, second } = this.columns;
    const values = [frequency, first, second].map((column) => this.value(cells, column));
    const [f, a, b] = values;
    const isWhole = f !== undefined && a !== undefined && b !== undefined;
    if (line === this.end.lastLine && (!isWhole || this.isCutOff(cells))) {
      this.tellCutOff(line);
    } else if (isWhole) {
      this.previousCells = cells;
      this.lastShapes.add(shapeOf(cells.at(-1)));
      this.beginLoop(cells);
      this.addPoint(f, a, b, this.temperature(cells), line);
    } else {
      this.points.skipRow(line + 1);
      const broken = [frequency, first, second][values.indexOf(undefined)];
      this.tellUnreadable(cells[broken?.index ?? -1], text, line);
    }
  }

  private addPoint(f: number, a: number, b: number, temperature: number, line: number): void {
    const before = this.points.count;
    if (this.columns.form === "cartesian") this.points.add(f, a, b, temperature, line + 1);
    else this.points.add(f, a * Math.cos(b), a * Math.sin(b), temperature, line + 1);
    if (!this.columns.secondUnitKnown && this.points.count > before) this.unitless.push(before, a, b);
  }

  private value(cells: readonly string[], { index, scale, offset }: Column): number | undefined {
    const value = readNumber(cells[index] ?? "");
    return value === undefined ? undefined : value * scale + offset;
  }

  private temperature(cells: readonly string[]): number {
    const { temperature } = this.columns;
    const value = temperature && this.value(cells, temperature);
    return value !== undefined && value > absoluteZero ? value : NaN;
  }

  private beginLoop(cells: readonly string[]): void {
    const loop = this.columns.loop && this.value(cells, this.columns.loop);
    if (this.previousLoop !== undefined && loop !== this.previousLoop) this.points.beginLoop();
    this.previousLoop = loop;
  }

  /** Fewer cells than the row above, or a last cell that lost digits where all others are written alike. */
  private isCutOff(cells: readonly string[]): boolean {
    if (this.previousCells.length === 0) return false;
    if (cells.length < this.previousCells.length) return true;
    const shape = shapeOf(cells.at(-1));
    return !this.end.closed && this.lastShapes.size === 1 && !this.lastShapes.has(shape);
  }

  private tellCutOff(line: number): void {
    const message =
      "The last row is broken off: it was left out. Was the file cut, or the measurement stopped?";
    this.problems.tell("truncated-row", "warning", message, { line: line + 1 });
  }

  private tellUnreadable(cell: string | undefined, text: string, line: number): void {
    const what =
      cell === undefined || cell.trim() === "" ? "a value is missing" : `"${shortened(cell)}" is no number`;
    const at = cell === undefined || cell === "" ? -1 : text.indexOf(cell);
    this.problems.tellOfRow(
      "unreadable-row",
      "warning",
      (rows) =>
        `Left out: ${what} in this row${rows > 1 ? `, and ${rows - 1} more rows are unreadable` : ""}.`,
      { line: line + 1, column: at < 0 ? null : at + 1 },
    );
  }

  /** To be called behind the last row: decides whether phases without unit were in degrees. */
  finish(): void {
    if (this.unitless.length === 0) return;
    const phases = this.unitless.filter((_, i) => i % 3 === 2);
    const inDegrees = phases.some((phase) => Math.abs(phase) > 1.01 * Math.PI);
    if (!inDegrees)
      this.problems.tell(
        "phase-unit",
        "warning",
        "The unit of the phase is not told; read as radian, since no value exceeds pi.",
      );
    for (let i = 0; inDegrees && i < this.unitless.length; i += 3) {
      const [at = 0, modulus = NaN, degrees = NaN] = this.unitless.slice(i, i + 3);
      const phase = (degrees * Math.PI) / 180;
      this.points.zRe[at] = modulus * Math.cos(phase);
      this.points.zIm[at] = modulus * Math.sin(phase);
    }
  }
}

/** Digits behind the point, and those of the exponent. */
function shapeOf(cell = ""): string {
  const [, decimals = "", exponent = ""] = /(?:[.,](\d*))?(e[+-]?\d*)?$/i.exec(cell.trim()) ?? [];
  return `${decimals.length} ${exponent.length}`;
}

const shortened = (cell: string): string =>
  cell.trim().length > 30 ? `${cell.trim().slice(0, 30)}...` : cell.trim();
