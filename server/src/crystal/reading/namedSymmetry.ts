import type { TextRange } from "../../cif/problem";
import type { ProblemList } from "../../cif/problemList";
import { operationsOfHallSymbol } from "../symmetry/hallSymbol";
import type { Lattice } from "../lattice";
import {
  hasOtherAxes,
  operationsOfSetting,
  settingsOfNumber,
  settingsOfSymbol,
  type SpaceGroupSetting,
} from "../symmetry/spaceGroup";
import type { SymmetryOperation, SymmetrySource } from "../structure";
import { edgesAndDiagonals, MetricTensor } from "../symmetry/metricTensor";
import { rotationKey } from "../symmetry/symmetryOperation";
import type { WrittenValue } from "./writtenValue";

export interface Symmetry {
  readonly source: SymmetrySource;
  /** The operations; several sets where the symbol leaves the origin open, the likeliest first. */
  readonly candidates: readonly (readonly SymmetryOperation[])[];
  /** Where the symmetry stands in the text. */
  readonly range: TextRange;
}

export function symmetryOfHall(
  hall: WrittenValue,
  lattice: Lattice,
  problems: ProblemList,
): Symmetry | undefined {
  const operations = operationsOfHallSymbol(hall.text);
  if (!operations) {
    problems.warning(
      "space-group-unknown",
      `"${hall.text}" is no Hall symbol.`,
      hall.range.start,
      hall.range.end,
    );
    return undefined;
  }
  return fitting("hall-symbol", [operations], hall, lattice, problems);
}

export function symmetryOfSymbol(
  symbol: WrittenValue,
  lattice: Lattice,
  problems: ProblemList,
): Symmetry | undefined {
  const settings = settingsOfSymbol(symbol.text, lattice.parameters);
  if (settings.length === 0) {
    problems.warning(
      "space-group-unknown",
      `"${symbol.text}" is no Hermann-Mauguin symbol that Superion knows.`,
      symbol.range.start,
      symbol.range.end,
    );
    return undefined;
  }
  return fitting("hm-symbol", settings.map(operationsOfSetting), symbol, lattice, problems);
}

/** The standard setting of a number, unless the symbol that could not be read names another centring. */
export function symmetryOfNumber(
  number: WrittenValue,
  symbol: WrittenValue | undefined,
  lattice: Lattice,
  problems: ProblemList,
): Symmetry | undefined {
  const settings = settingsOfNumber(Number(number.text), lattice.parameters);
  if (settings.length === 0) {
    const { start, end } = number.range;
    problems.warning(
      "space-group-unknown",
      `"${number.text}" is no space-group number (1 to 230).`,
      start,
      end,
    );
    return undefined;
  }
  const [centring = ""] = symbol?.text ?? "";
  if (
    /[PABCIFR]/i.test(centring) &&
    !settings.some(({ symbol: name }) => name.startsWith(centring.toUpperCase()))
  )
    return undefined;
  const [first] = settings;
  if (first && hasOtherAxes(Number(number.text)))
    problems.warning(
      "space-group-setting-assumed",
      `The number ${number.text} does not tell the axes: ${first.symbol} is assumed.`,
      number.range.start,
      number.range.end,
    );
  return fitting("number", settings.map(operationsOfSetting), number, lattice, problems);
}

/** Only operations that leave the cell's shape as it is can be its symmetry. */
function fitting(
  source: SymmetrySource,
  candidates: readonly (readonly SymmetryOperation[])[],
  { text, range }: WrittenValue,
  lattice: Lattice,
  problems: ProblemList,
): Symmetry | undefined {
  const possible = candidates.filter((operations) => keepsMetric(operations, lattice));
  if (possible.length > 0) return { source, candidates: possible, range };
  problems.warning(
    "space-group-does-not-fit-cell",
    `Space group ${text} does not go with the shape of the unit cell.`,
    range.start,
    range.end,
  );
  return undefined;
}

/** Listed operations are used as they stand, also where the cell lacks the shape for them. */
export function tellMisfit(
  operations: readonly SymmetryOperation[],
  { start, end }: TextRange,
  lattice: Lattice,
  problems: ProblemList,
): void {
  if (keepsMetric(operations, lattice)) return;
  problems.warning(
    "space-group-does-not-fit-cell",
    "The symmetry operations do not go with the shape of the unit cell: they bring atoms to other distances.",
    start,
    end,
  );
}

/** Whether every rotation leaves the lengths of the cell's edges and face diagonals unchanged, to 2 percent. */
function keepsMetric(operations: readonly SymmetryOperation[], lattice: Lattice): boolean {
  const metric = new MetricTensor(lattice);
  const before = edgesAndDiagonals.map((vector) => metric.squaredLength(...vector));
  return rotationsOf(operations).every((rotation) => {
    const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0, i = 0] = rotation;
    return edgesAndDiagonals.every(([x, y, z], k) => {
      const after = metric.squaredLength(a * x + b * y + c * z, d * x + e * y + f * z, g * x + h * y + i * z);
      const ratio = after / (before[k] ?? 0);
      return ratio > 0.98 ** 2 && ratio < 1.02 ** 2;
    });
  });
}

/** Compares the operations that are used, which come from `source`, with the space groups that the file names. */
export function tellContradiction(
  operations: readonly SymmetryOperation[],
  source: string,
  named: readonly (WrittenValue | undefined)[],
  lattice: Lattice,
  problems: ProblemList,
): void {
  for (const written of named) {
    const [setting] = written ? settingsOfName(written.text, lattice) : [];
    if (!written || !setting) continue;
    const expected = operationsOfSetting(setting);
    // A primitive cell has fewer centrings than the setting that the symbol names.
    const agree =
      rotationsOf(operations).length === rotationsOf(expected).length &&
      (operations.length >= expected.length || !keepsMetric(expected, lattice));
    if (agree) continue;
    problems.warning(
      "space-group-contradiction",
      `The file names space group ${written.text} (${expected.length} operations), but its ${source} means ${operations.length}, which are used.`,
      written.range.start,
      written.range.end,
    );
    return;
  }
}

function settingsOfName(text: string, { parameters }: Lattice): SpaceGroupSetting[] {
  return /^\d+$/.test(text) ? settingsOfNumber(Number(text), parameters) : settingsOfSymbol(text, parameters);
}

/** Compares the number that the file gives with that of its symbol. */
export function tellWrongNumber(
  symbol: WrittenValue,
  number: WrittenValue | undefined,
  lattice: Lattice,
  problems: ProblemList,
): void {
  const [setting] = settingsOfSymbol(symbol.text, lattice.parameters);
  const given = Number(number?.text);
  if (!number || setting?.number === undefined || !Number.isInteger(given) || given === setting.number)
    return;
  problems.contradiction(
    "space-group-contradiction",
    `The file gives the space-group number ${given}, but its symbol ${symbol.text} has number ${setting.number}, which is used.`,
    number.range,
    String(setting.number),
  );
}

const knownRotations = new WeakMap<readonly SymmetryOperation[], readonly Rotation[]>();

type Rotation = SymmetryOperation["rotation"];

/** The rotation parts of the operations, each once: as many as the point group has operations. */
function rotationsOf(operations: readonly SymmetryOperation[]): readonly Rotation[] {
  const known = knownRotations.get(operations);
  if (known) return known;
  const distinct = new Map(operations.map(({ rotation }) => [rotationKey(rotation), rotation]));
  const rotations = [...distinct.values()];
  knownRotations.set(operations, rotations);
  return rotations;
}
