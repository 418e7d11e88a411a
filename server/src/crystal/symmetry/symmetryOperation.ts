import type { Vector3 } from "../lattice";
import type { SymmetryOperation } from "../structure";

/** Rotation parts are row-major 3 x 3. */
const identityRotation: readonly number[] = [1, 0, 0, 0, 1, 0, 0, 0, 1];

export const identity: SymmetryOperation = { rotation: identityRotation, translation: [0, 0, 0] };

/** Translations that differ by less than this, in fractions of the cell, are the same. */
const translationTolerance = 2e-3;

/**
 * The affine map of a coordinate triplet such as `1/2+x, -y, .25-z`, in any order and spelling of its terms; translations
 * as written. `undefined` for what is no triplet of `variables`.
 */
export function parseAffineMap(text: string, variables = "xyz"): SymmetryOperation | undefined {
  const components = text
    .toLowerCase()
    .replace(/[\s'"_]+/g, "")
    .split(",");
  if (components.length !== 3) return undefined;
  const rotation: number[] = [];
  const translation: number[] = [];
  for (const component of components) {
    const row = parseComponent(component, variables);
    if (!row) return undefined;
    const [x, y, z, shift] = row;
    rotation.push(x, y, z);
    translation.push(shift);
  }
  const [u = 0, v = 0, w = 0] = translation;
  return { rotation, translation: [u, v, w] };
}

/** Beyond, sums lose the digits that tell 1/24 from 0. */
const largestTerm = 1e6;

/** The coefficients of x, y, z and the constant of one component, `-y+x+1/2`. */
function parseComponent(text: string, variables: string): [number, number, number, number] | undefined {
  const row: [number, number, number, number] = [0, 0, 0, 0];
  const term = /([+-]?)(?:(\d+\.?\d*|\.\d+)(?:\/(\d+))?)?\*?([a-z]?)(?:\/(\d+))?/y;
  let empty = true;
  while (term.lastIndex < text.length) {
    const start = term.lastIndex;
    const [matched, sign, number, divisor = "1", variable = "", trailing = "1"] = term.exec(text) ?? [""];
    const index = variable === "" ? 3 : variables.indexOf(variable);
    if (matched === "" || index < 0 || (number === undefined && variable === "")) return undefined;
    if (start > 0 && sign === "") return undefined;
    const size = Number(number ?? 1) / (Number(divisor) * Number(trailing));
    if (!(size <= largestTerm)) return undefined;
    row[index] = (row[index] ?? 0) + (sign === "-" ? -size : size);
    empty = false;
  }
  return empty ? undefined : row;
}

/**
 * The symmetry operation of a triplet: a map of volume 1 with integer rotation part, its translation in [0, 1) and, where
 * it is one, an exact multiple of 1/24.
 */
export function parseSymmetryOperation(text: string, variables = "xyz"): SymmetryOperation | undefined {
  const map = parseAffineMap(text, variables);
  if (!map?.rotation.every(Number.isInteger) || Math.abs(determinant(map.rotation)) !== 1) return undefined;
  return reduced(map);
}

/** The same operation with its translation in [0, 1), snapped to multiples of 1/24 (`0.3333` is one third). */
export function reduced({ rotation, translation: [u, v, w] }: SymmetryOperation): SymmetryOperation {
  return { rotation, translation: [reducedTranslation(u), reducedTranslation(v), reducedTranslation(w)] };
}

function reducedTranslation(value: number): number {
  const fraction = value - Math.floor(value);
  const snapped = Math.round(fraction * 24) / 24;
  const exact = Math.abs(snapped - fraction) < translationTolerance ? snapped : fraction;
  return exact >= 1 ? 0 : exact;
}

/** First `second`, then `first`; translation in [0, 1). */
export function compose(first: SymmetryOperation, second: SymmetryOperation): SymmetryOperation {
  const translation = apply(first, second.translation);
  return reduced({ rotation: times(first.rotation, second.rotation), translation });
}

/** The product of two row-major 3 x 3 matrices. */
export function times(
  [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0, i = 0]: readonly number[],
  [A = 0, B = 0, C = 0, D = 0, E = 0, F = 0, G = 0, H = 0, I = 0]: readonly number[],
): readonly number[] {
  return [
    a * A + b * D + c * G,
    a * B + b * E + c * H,
    a * C + b * F + c * I,
    d * A + e * D + f * G,
    d * B + e * E + f * H,
    d * C + e * F + f * I,
    g * A + h * D + i * G,
    g * B + h * E + i * H,
    g * C + h * F + i * I,
  ];
}

/** The image of a position in fractional coordinates, as it falls. */
export function apply({ rotation, translation: [u, v, w] }: SymmetryOperation, [x, y, z]: Vector3): Vector3 {
  const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0, i = 0] = rotation;
  return [a * x + b * y + c * z + u, d * x + e * y + f * z + v, g * x + h * y + i * z + w];
}

/** The inverse of an affine map of any volume but 0. */
export function inverse({ rotation, translation }: SymmetryOperation): SymmetryOperation {
  const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0, i = 0] = rotation;
  const adjugate = [
    e * i - f * h,
    c * h - b * i,
    b * f - c * e,
    f * g - d * i,
    a * i - c * g,
    c * d - a * f,
    d * h - e * g,
    b * g - a * h,
    a * e - b * d,
  ];
  const volume = determinant(rotation);
  const inverted = adjugate.map((entry) => entry / volume);
  const [u, v, w] = apply({ rotation: inverted, translation: [0, 0, 0] }, translation);
  return { rotation: inverted, translation: [-u, -v, -w] };
}

export function determinant(rotation: readonly number[]): number {
  const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0, i = 0] = rotation;
  return a * (e * i - f * h) - b * (d * i - f * g) + c * (d * h - e * g);
}

/** Tells rotation parts with entries from -3 to 3 apart. */
export function rotationKey(rotation: readonly number[]): number {
  return rotation.reduce((key, entry) => key * 7 + entry + 3, 0);
}

/** Tells operations modulo lattice translations apart. */
function operationKey({ rotation, translation }: SymmetryOperation): number {
  return translation.reduce(
    (key, shift) => key * 576 + (Math.round(shift * 576) % 576),
    rotationKey(rotation),
  );
}

/** Equal for sets of operations that are the same modulo lattice translations, in whatever order. */
export function operationKeys(operations: readonly SymmetryOperation[]): Set<number> {
  return new Set(operations.map(operationKey));
}

/** The operations without repetitions modulo lattice translations, in their order. */
export function distinctOperations(operations: readonly SymmetryOperation[]): SymmetryOperation[] {
  const distinct = new Map<number, SymmetryOperation>();
  for (const operation of operations) {
    const key = operationKey(operation);
    if (!distinct.has(key)) distinct.set(key, operation);
  }
  return [...distinct.values()];
}

/**
 * The group that the generators span modulo lattice translations, identity first; `undefined` where it has more than `limit`
 * operations.
 */
export function generateGroup(
  generators: readonly SymmetryOperation[],
  limit = 192,
): SymmetryOperation[] | undefined {
  const group = [identity];
  const keys = new Set([operationKey(identity)]);
  const spanning: SymmetryOperation[] = [];
  for (const generator of generators) {
    if (keys.has(operationKey(generator))) continue;
    spanning.push(generator);
    // `group` grows while it is walked, until every product is in it.
    for (const element of group) {
      for (const factor of spanning) {
        const product = compose(element, factor);
        const key = operationKey(product);
        if (keys.has(key)) continue;
        keys.add(key);
        if (group.push(product) > limit) return undefined;
      }
    }
  }
  return group;
}
