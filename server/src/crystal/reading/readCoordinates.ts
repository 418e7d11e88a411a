import type { CifValue, Column } from "../../cif/document";
import { numberValue } from "../../cif/number";
import type { TextRange } from "../../cif/problem";
import type { ProblemList } from "../../cif/problemList";
import type { Vector3 } from "../lattice";
import { textOf } from "./writtenValue";

/** Three coordinates of an atom-site row. */
export interface Position {
  readonly position: Vector3;
  readonly thirds: Vector3 | undefined;
  readonly hasDotCoordinate: boolean;
}

/** The coordinates of a row, which stands at `range`; `undefined`, and told, where one is unknown or no number. */
export function readCoordinates(
  columns: readonly [Column, Column, Column],
  row: number,
  label: string,
  range: TextRange,
  problems: ProblemList,
): Position | undefined {
  const coordinates: Coordinate[] = [];
  for (const column of columns) {
    const coordinate = readCoordinate(column.value(row), label, range, problems);
    if (!coordinate) return undefined;
    coordinates.push(coordinate);
  }
  const [x, y, z] = coordinates;
  if (!x || !y || !z) return undefined;
  const hasThird = x.third !== x.value || y.third !== y.value || z.third !== z.value;
  return {
    position: [x.value, y.value, z.value],
    thirds: hasThird ? [x.third, y.third, z.third] : undefined,
    hasDotCoordinate: x.isDot || y.isDot || z.isDot,
  };
}

interface Coordinate {
  readonly value: number;
  readonly third: number;
  readonly isDot: boolean;
}

function readCoordinate(
  value: CifValue | undefined,
  label: string,
  row: TextRange,
  problems: ProblemList,
): Coordinate | undefined {
  const { start, end } = value?.range ?? row;
  if (!value || value.kind === "unknown") {
    problems.warning("site-without-coordinates", `${label} has no coordinates: left out.`, start, end);
    return undefined;
  }
  if (value.kind === "inapplicable") return { value: 0, third: 0, isDot: true };
  const text = textOf(value).trim();
  const number = numberValue(text) ?? fraction(text, label, value.range, problems);
  if (number === undefined || !Number.isFinite(number) || Math.abs(number) > 1e6) {
    problems.error(
      "coordinate-not-a-number",
      `A coordinate of ${label} is not a number: the site is left out.`,
      start,
      end,
    );
    return undefined;
  }
  return { value: number, third: roundedThird(number, text), isDot: false };
}

/** `1/4`: against the rules of CIF, but plain. */
function fraction(text: string, label: string, range: TextRange, problems: ProblemList): number | undefined {
  const [, numerator, denominator] = /^([+-]?\d+)\/(\d+)$/.exec(text) ?? [];
  if (numerator === undefined || denominator === undefined) return undefined;
  problems.warning(
    "coordinate-as-fraction",
    `${label}: CIF wants decimals, not ${text}.`,
    range.start,
    range.end,
  );
  return Number(numerator) / Number(denominator);
}

/** The multiple of 1/6 that three or more written digits round, `0.333` or `.66667`; else the number itself. */
function roundedThird(value: number, text: string): number {
  const sixths = Math.round(value * 6);
  const exact = sixths / 6;
  if (sixths % 3 === 0 || Math.abs(exact - value) > 1e-3) return value;
  const digits = /\.(\d+)/.exec(text)?.[1]?.length ?? 0;
  return digits >= 3 && Math.abs(exact - value) < 1.01 * 10 ** -digits ? exact : value;
}
