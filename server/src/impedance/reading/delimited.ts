import { columnMeaning } from "./columnMeaning";
import { cartesianColumns, spectrumColumns, type SpectrumColumns } from "./columns";
import type { TextLines } from "./decodeText";
import type { FileContent, TextFormat } from "./format";
import { headerFacts } from "./headerFacts";
import { loopsOf } from "./loops";
import { readNumber } from "./number";
import { Points } from "./points";
import type { ProblemList } from "./problemList";
import { columnsOrRefuse, readTable } from "./readTable";
import { cellsOf, isBlank, type Separator } from "./textTable";

/** A table of numbers with or without names, however its cells stand apart; what no other reader knows. */
export const delimited: TextFormat = {
  name: "delimited text",
  recognises: (text) => shapeOf(text.lines) !== undefined,
  read,
};

const separators: readonly Separator[] = ["\t", ";", ",", " "];
/** Lines that are looked at to find separator and names. */
const depth = 3000;
const fewestColumns = 3;

/** Where the numbers begin, and how they stand apart. */
interface Shape {
  readonly separator: Separator;
  readonly firstRow: number;
  readonly width: number;
}

/** Names of columns and the line that they stand in. */
interface Names {
  readonly line: number;
  readonly names: readonly string[];
}

function read(text: TextLines, problems: ProblemList): FileContent | null {
  const shape = shapeOf(text.lines);
  if (!shape) return problems.refuse("no-table", "There are no rows of frequencies and impedances.");
  const names = namesAbove(text.lines, shape);
  if (names) tellRepeated(names, problems);
  const columns = names ? columnsOrRefuse(names.names, names.line, problems) : unnamed(text, shape, problems);
  if (!columns) return null;
  if (shape.separator === "," && names && shape.width >= 2 * names.names.length) {
    const message =
      "Commas divide the cells and the decimals too. Export with semicolons or tabs, or with decimal points.";
    return problems.refuse("comma-twice", message, { line: shape.firstRow + 1 });
  }
  const points = readTables(text, shape, columns, problems);
  const head = text.lines.slice(0, shape.firstRow);
  return { instrument: null, ...headerFacts(head), loops: loopsOf(points) };
}

function tellRepeated({ names, line }: Names, problems: ProblemList): void {
  if (names.filter((name) => columnMeaning(name)?.quantity === "frequency").length > 1)
    problems.tell("columns-repeat", "warning", "Spectra stand side by side: the first is read.", {
      line: line + 1,
    });
}

/** The separator that makes most lines into rows of numbers. */
function shapeOf(lines: readonly string[]): Shape | undefined {
  const sample = lines.slice(0, depth);
  let best: (Shape & { rows: number }) | undefined;
  for (const separator of separators) {
    const widths = sample.map((line) => (mayBeRow(line) ? rowWidth(line, separator) : 0));
    const rows = widths.filter((width) => width > 0).length;
    const firstRow = widths.findIndex((width, i) => width > 0 && (rows === 1 || goesOn(sample, widths, i)));
    if (firstRow >= 0 && rows > (best?.rows ?? 0))
      best = { separator, firstRow, width: widths[firstRow] ?? 0, rows };
  }
  return best && (best.rows > 1 || namesAbove(lines, best) !== undefined) ? best : undefined;
}

const mayBeRow = (line: string): boolean => /\d/.test(line.slice(0, 200)) && !isComment(line);
const isComment = (line: string): boolean => /^\s*(#|%|!|\/\/)/.test(line.slice(0, 200));

/** Whether the next line that is not blank is a row of the same width. */
function goesOn(lines: readonly string[], widths: readonly number[], row: number): boolean {
  let next = row + 1;
  while (next < lines.length && isBlank(lines[next])) next++;
  return widths[next] === widths[row];
}

/** Number of cells if at least three of them are numbers, else 0. */
function rowWidth(line: string, separator: Separator): number {
  const cells = cellsOf(line, separator);
  const numbers = cells.filter((cell) => readNumber(cell) !== undefined).length;
  return numbers >= fewestColumns ? cells.length : 0;
}

/** The last line above the numbers that names a spectrum's columns, or the one right above that has names of whatever. */
function namesAbove(lines: readonly string[], shape: Shape): Names | undefined {
  const above = lines
    .slice(0, shape.firstRow)
    .flatMap((text, line) => (isBlank(text) ? [] : [{ text, line }]));
  const near = above.reverse().slice(0, 100);
  for (const accepted of [["found"], ["no-frequency", "areal"]])
    for (const { text, line } of near) {
      const splits = text.length > 5000 ? [] : splitsOf(text, shape);
      const names = splits.find((split) => accepted.includes(spectrumColumns(split).kind));
      if (names) return { line, names: withUnitsBelow(names, lines, line, shape) };
    }
  const [nearest] = near;
  const names = nearest && cellsOf(nearest.text, shape.separator);
  const areNames =
    names?.length === shape.width && shape.separator !== " " && names.every((name) => /[a-z]/i.test(name));
  return areNames ? { line: nearest?.line ?? 0, names } : undefined;
}

/**
 * Ways to divide a line of names: by the separator of the numbers, or, where that does not give one name a column, by whatever
 * does. A comment sign may stand before them.
 */
function splitsOf(text: string, { separator, width }: Shape): string[][] {
  const plain = text.replace(/^\s*(#|%|!|\/\/)+\s*/, "");
  const same = cellsOf(plain, separator);
  if (same.length === width) return [same];
  const others = separators.map((by) => cellsOf(plain, by).filter((cell) => cell !== ""));
  const fitting = [...others, plain.trim().split(/\s{2,}/)].filter((names) => names.length === width);
  return [...fitting, same];
}

/** A line of units between names and numbers: `Hz; kOhm; kOhm`. */
function withUnitsBelow(names: string[], lines: readonly string[], line: number, shape: Shape): string[] {
  if (line + 1 >= shape.firstRow) return names;
  const units = cellsOf(lines[line + 1] ?? "", shape.separator).map((unit) =>
    unit.replace(/^[[(]|[\])]$/g, ""),
  );
  const withUnits = names.map((name, i) => (units[i] ? `${name} (${units[i]})` : name));
  return spectrumColumns(withUnits).kind === "no-impedance" || units.length !== names.length
    ? names
    : withUnits;
}

/** Without names, three columns are frequency, Z' and Z''; of more, the modulus must confirm it. */
function unnamed(text: TextLines, shape: Shape, problems: ProblemList): SpectrumColumns | null {
  const place = { line: shape.firstRow + 1 };
  const [frequency = 0, re = NaN, im = NaN, ...others] = cellsOf(
    text.lines[shape.firstRow] ?? "",
    shape.separator,
  ).map(readNumber);
  if (!(frequency >= 0)) {
    const message = "The columns have no names, and the first holds no frequencies (in hertz, above zero).";
    return problems.refuse("no-frequency", message, place);
  }
  const modulus = Math.hypot(re, im);
  if (others.length > 0 && !others.some((other = NaN) => Math.abs(other - modulus) < 0.01 * modulus)) {
    const message = `The ${shape.width} columns have no names. Put a line such as "frequency (Hz), Z' (Ohm), Z'' (Ohm)" above them.`;
    return problems.refuse("no-names", message, place);
  }
  const message = "The columns have no names: read as frequency (Hz), Z' (ohm) and Z'' (ohm).";
  problems.tell("no-names", "information", message, place);
  return cartesianColumns(0, 1, 2);
}

/** All tables of the file: names may stand again before every sweep, and in another order. */
function readTables(text: TextLines, shape: Shape, first: SpectrumColumns, problems: ProblemList): Points {
  const points = new Points(problems);
  const { separator } = shape;
  let from = shape.firstRow;
  let columns = first;
  const named = text.lines.flatMap((line, i) => (i > shape.firstRow && isNames(line, separator) ? [i] : []));
  for (const to of [...named, text.lines.length]) {
    points.beginLoop();
    readTable(withoutComments(text), { from, to, separator, columns }, problems, points);
    const search = spectrumColumns(cellsOf(text.lines[to] ?? "", separator));
    if (search.kind === "found") columns = search.columns;
    from = to + 1;
  }
  return points;
}

const isNames = (line: string, separator: Separator): boolean =>
  /[a-z]/i.test(line.slice(0, 40)) &&
  !/^\s*[+-]?\d/.test(line) &&
  line.length < 5000 &&
  spectrumColumns(cellsOf(line, separator)).kind === "found";

function withoutComments(text: TextLines): TextLines {
  return { ...text, lines: text.lines.map((line) => (isComment(line) ? "" : line)) };
}
