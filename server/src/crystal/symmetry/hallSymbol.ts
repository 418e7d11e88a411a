import type { Vector3 } from "../lattice";
import type { SymmetryOperation } from "../structure";
import { compose, generateGroup, identity, inverse, parseAffineMap, reduced } from "./symmetryOperation";

// Hall symbols: S. R. Hall, Acta Cryst. A37, 517 (1981); tables as in International Tables B, appendix A1.4.2.

const third = 1 / 3;
const centrings: Record<string, readonly Vector3[]> = {
  P: [],
  A: [[0, 0.5, 0.5]],
  B: [[0.5, 0, 0.5]],
  C: [[0.5, 0.5, 0]],
  I: [[0.5, 0.5, 0.5]],
  R: [[2 * third, third, third]],
  H: [[2 * third, third, 0]],
  S: [[third, third, 2 * third]],
  T: [[third, 2 * third, third]],
  F: [
    [0, 0.5, 0.5],
    [0.5, 0, 0.5],
  ],
};

/** Rotations by axis and order; the diagonal axes `'` and `"` with the principal axis they are perpendicular to. */
const rotations: Record<string, readonly number[]> = {
  "2x": [1, 0, 0, 0, -1, 0, 0, 0, -1],
  "3x": [1, 0, 0, 0, 0, -1, 0, 1, -1],
  "4x": [1, 0, 0, 0, 0, -1, 0, 1, 0],
  "6x": [1, 0, 0, 0, 1, -1, 0, 1, 0],
  "2y": [-1, 0, 0, 0, 1, 0, 0, 0, -1],
  "3y": [-1, 0, 1, 0, 1, 0, -1, 0, 0],
  "4y": [0, 0, 1, 0, 1, 0, -1, 0, 0],
  "6y": [0, 0, 1, 0, 1, 0, -1, 0, 1],
  "2z": [-1, 0, 0, 0, -1, 0, 0, 0, 1],
  "3z": [0, -1, 0, 1, -1, 0, 0, 0, 1],
  "4z": [0, -1, 0, 1, 0, 0, 0, 0, 1],
  "6z": [1, -1, 0, 1, 0, 0, 0, 0, 1],
  "2'x": [-1, 0, 0, 0, 0, -1, 0, -1, 0],
  '2"x': [-1, 0, 0, 0, 0, 1, 0, 1, 0],
  "2'y": [0, 0, -1, 0, -1, 0, -1, 0, 0],
  '2"y': [0, 0, 1, 0, -1, 0, 1, 0, 0],
  "2'z": [0, -1, 0, -1, 0, 0, 0, 0, -1],
  '2"z': [0, 1, 0, 1, 0, 0, 0, 0, -1],
  "3*": [0, 0, 1, 1, 0, 0, 0, 1, 0],
};

const translations: Record<string, Vector3> = {
  a: [0.5, 0, 0],
  b: [0, 0.5, 0],
  c: [0, 0, 0.5],
  n: [0.5, 0.5, 0.5],
  u: [0.25, 0, 0],
  v: [0, 0.25, 0],
  w: [0, 0, 0.25],
  d: [0.25, 0.25, 0.25],
};

const unit: Record<string, Vector3> = { x: [1, 0, 0], y: [0, 1, 0], z: [0, 0, 1] };
const inversion: SymmetryOperation = { rotation: [-1, 0, 0, 0, -1, 0, 0, 0, -1], translation: [0, 0, 0] };

/**
 * The operations of a Hall symbol such as `-P 2ac 2n` or `P 31 2 (0 0 4)`, identity first; `_` may stand for a blank, `=` for
 * `"`. `undefined` for what is no Hall symbol.
 */
export function operationsOfHallSymbol(symbol: string): SymmetryOperation[] | undefined {
  const [, sign, letter = "", rest = "", basis] =
    /^\s*(-?)\s*([PABCIRHSTF])([^(]*)(?:\(([^)]*)\))?\s*$/i.exec(symbol.replaceAll("_", " ")) ?? [];
  const centring = centrings[letter.toUpperCase()];
  if (!centring) return undefined;
  const generators = matrixGenerators(rest);
  const change = basis === undefined ? identity : changeOfBasis(basis);
  if (!generators || !change) return undefined;
  const all = [
    ...centring.map((translation) => ({ ...identity, translation })),
    ...(sign === "-" ? [inversion] : []),
    ...generators,
  ];
  return generateGroup(basis === undefined ? all : transformed(all, change));
}

/** The rotation before: the axis that a symbol leaves out depends on it. */
interface Preceding {
  readonly order: number;
  readonly axis: string;
}

/** One matrix symbol, `-4ac` or `31` or `2"c`: sign, order, screw, axis, translations. */
const matrixSymbol =
  /\s*(-?)(?:(1)|(2)(1?)|(3)([12]?)|(4)([123]?)|(6)([1-5]?))([xyz]?['"=*]?)([abcnuvwd]*)/iy;

function matrixGenerators(text: string): SymmetryOperation[] | undefined {
  const generators: SymmetryOperation[] = [];
  const body = text.trim();
  let preceding: Preceding | undefined;
  matrixSymbol.lastIndex = 0;
  while (matrixSymbol.lastIndex < body.length || generators.length === 0) {
    const found = matrixSymbol.exec(body);
    if (!found) return undefined;
    const [digit = "1", screw = ""] = found.slice(2, 11).filter(Boolean);
    const order = Number(digit);
    const written = (found[11] ?? "").toLowerCase().replace("=", '"');
    const axis = written === "" ? impliedAxis(order, preceding) : written;
    const rotation = order === 1 ? identity.rotation : rotations[rotationName(order, axis, preceding)];
    if (!rotation) return undefined;
    generators.push({
      rotation: found[1] === "-" ? rotation.map((entry) => 0 - entry) : rotation,
      translation: sumOfTranslations(found[12] ?? "", axis, Number(screw) / order),
    });
    preceding = { order, axis: /[xyz]/.exec(axis)?.[0] ?? preceding?.axis ?? "z" };
  }
  return generators.map(reduced);
}

function sumOfTranslations(letters: string, axis: string, screw: number): Vector3 {
  const [x, y, z] = unit[axis] ?? [0, 0, 0];
  let sum: Vector3 = [x * screw, y * screw, z * screw];
  for (const letter of letters.toLowerCase()) {
    const [u, v, w] = translations[letter] ?? [0, 0, 0];
    sum = [sum[0] + u, sum[1] + v, sum[2] + w];
  }
  return sum;
}

/** The first rotation is along c; a twofold after a 2 or 4 along a, after a 3 or 6 along a - b; a later threefold along a + b + c. */
function impliedAxis(order: number, preceding: Preceding | undefined): string {
  if (!preceding || order === 1) return "z";
  if (order === 3) return "*";
  if (order === 2) return preceding.order === 2 || preceding.order === 4 ? "x" : "'";
  return "z";
}

function rotationName(order: number, axis: string, preceding: Preceding | undefined): string {
  if (axis === "'" || axis === '"') return `${order}${axis}${preceding?.axis ?? "z"}`;
  // `x'`: the principal axis is named too.
  const [principal = "", diagonal = ""] = axis;
  return `${order}${diagonal}${principal}`;
}

/** `0 0 4`: an origin shift in twelfths; `x-y,x+y,z`: the new coordinates in terms of the old. */
function changeOfBasis(text: string): SymmetryOperation | undefined {
  if (text.includes(",")) {
    const map = parseAffineMap(text);
    return map && Math.abs(inverse(map).rotation[0] ?? Infinity) < Infinity ? map : undefined;
  }
  const twelfths = text.trim().split(/\s+/).map(Number);
  const [u, v, w] = twelfths;
  if (twelfths.length !== 3 || u === undefined || v === undefined || w === undefined) return undefined;
  const translation: Vector3 = [u / 12, v / 12, w / 12];
  return translation.every(Number.isFinite) ? { ...identity, translation } : undefined;
}

/** V S V^-1 for each S, with the old lattice translations where they are no longer whole. */
function transformed(
  operations: readonly SymmetryOperation[],
  change: SymmetryOperation,
): SymmetryOperation[] {
  const back = inverse(change);
  const linear: SymmetryOperation = { rotation: change.rotation, translation: [0, 0, 0] };
  const lattice = Object.values(unit).map(
    (translation) => compose(linear, { ...identity, translation }).translation,
  );
  return [
    ...lattice.map((translation) => ({ ...identity, translation })),
    ...operations.map((operation) => wholeNumbers(compose(change, compose(operation, back)))),
  ];
}

function wholeNumbers(operation: SymmetryOperation): SymmetryOperation {
  return { ...operation, rotation: operation.rotation.map(Math.round) };
}
