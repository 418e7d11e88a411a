import {
  hall_symbol_entries_from_number as hallSymbolEntries,
  wyckoff_positions as positionsOfSetting,
  type MoyoWyckoffPosition,
} from "@spglib/moyo-wasm";
import type { Vector3 } from "../lattice";
import type { Orbit, Structure, SymmetryOperation } from "../structure";
import { cross } from "../vector";
import { operationsOfHallSymbol } from "./hallSymbol";
import { operationKeys, parseAffineMap } from "./symmetryOperation";

interface Setting {
  readonly operations: ReadonlySet<number>;
  /** Fewest sites first. */
  readonly positions: readonly WyckoffPosition[];
}

interface WyckoffPosition {
  readonly letter: string;
  readonly multiplicity: number;
  /** What the coordinates of its first site are made of, `x,-x,1/4`. */
  readonly map: SymmetryOperation;
}

/**
 * The Wyckoff letter of each orbit in the setting that the operations of the structure are, International Tables A; a shift
 * of the origin can exchange letters. `undefined` where the operations are no setting of this space group.
 */
export function wyckoffLetters({ operations, orbits }: Structure, number: number): string[] | undefined {
  const own = operationKeys(operations);
  const setting = settingsOf(number).find(
    (one) => one.operations.size === own.size && [...own].every((key) => one.operations.has(key)),
  );
  const letters = setting && orbits.map((orbit) => letterOf(orbit, setting));
  return letters?.every((letter) => letter !== undefined) ? letters : undefined;
}

const knownSettings = new Map<number, readonly Setting[]>();

function settingsOf(number: number): readonly Setting[] {
  const known = knownSettings.get(number);
  if (known) return known;
  const settings = hallSymbolEntries(number).map(({ hall_number, hall_symbol }) => ({
    operations: operationKeys(operationsOfHallSymbol(hall_symbol) ?? []),
    positions: positionsOfSetting(hall_number).flatMap(toPosition),
  }));
  knownSettings.set(number, settings);
  return settings;
}

function toPosition({ letter, multiplicity, coordinates }: MoyoWyckoffPosition): WyckoffPosition[] {
  const map = parseAffineMap(coordinates);
  return map ? [{ letter, multiplicity, map }] : [];
}

function letterOf({ multiplicity, images }: Orbit, { positions }: Setting): string | undefined {
  const candidates = positions.filter((position) => position.multiplicity === multiplicity);
  const [only, ...others] = candidates;
  if (others.length === 0) return only?.letter;
  return candidates.find(({ map }) => liesOn(images, map))?.letter;
}

/** Fractions of the cell; sites on special positions lie on them exactly. */
const tolerance = 1e-4;

/** Whether one of the sites, up to lattice vectors, has coordinates that the map makes of some x, y, z. */
function liesOn(images: Float64Array, { rotation, translation: [u, v, w] }: SymmetryOperation): boolean {
  const distance = distanceTo(columnsOf(rotation));
  for (let k = 0; k < images.length; k += 3) {
    const [x, y, z] = [(images[k] ?? 0) - u, (images[k + 1] ?? 0) - v, (images[k + 2] ?? 0) - w];
    if (shifts.some(([i, j, l]) => distance([x + i, y + j, z + l]) < tolerance)) return true;
  }
  return false;
}

const shifts = [-1, 0, 1].flatMap((i) =>
  [-1, 0, 1].flatMap((j) => [-1, 0, 1].map((k): Vector3 => [i, j, k])),
);

/** The vectors along which x, y and z move a site, those that do not left out. */
function columnsOf([
  a = 0,
  b = 0,
  c = 0,
  d = 0,
  e = 0,
  f = 0,
  g = 0,
  h = 0,
  i = 0,
]: readonly number[]): Vector3[] {
  const columns: Vector3[] = [
    [a, d, g],
    [b, e, h],
    [c, f, i],
  ];
  return columns.filter((column) => column.some((entry) => entry !== 0));
}

/** Distance of a vector from the point, line or plane through the origin that the columns span. */
function distanceTo([first, second]: readonly Vector3[]): (vector: Vector3) => number {
  if (!first) return (vector) => Math.hypot(...vector);
  if (!second) return (vector) => Math.hypot(...cross(vector, first)) / Math.hypot(...first);
  const [x, y, z] = cross(first, second);
  return ([u, v, w]) => Math.abs(u * x + v * y + w * z) / Math.hypot(x, y, z);
}
