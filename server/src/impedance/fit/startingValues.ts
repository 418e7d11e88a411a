import { shapeOf, type Circuit, type CircuitPart } from "../circuit/circuit";
import { circuitResponse } from "../circuit/response";
import { tailExponent } from "../tail/tailExponent";
import type { Spectrum } from "../spectrum";
import { solveSymmetric } from "./symmetricSystem";
import { scaledShape, unitShapes, type Range, type UnitShape } from "./unitShapes";
import type { Weights } from "./weights";

/** Time constants to try in a decade. */
const timesPerDecade = 1.7;
/** How far beyond the highest frequency an arc may peak, decades. */
const decadesBeyond = 2.5;
const mostCombinations = 4000;

/**
 * Starting values for a fit, the best first: time constants and exponents from a coarse grid, and for each choice the sizes of
 * the parts in series by linear least squares, none negative. The exponent of the tail comes from its slope.
 */
export function startingValues(
  circuit: Circuit,
  spectrum: Spectrum,
  weights: Weights,
  count: number,
): number[][] {
  const range = rangeOf(spectrum);
  const columns = circuit.parts.map((part) =>
    unitShapes(part, range).map((shape) => columnOf(part, shape, spectrum, weights)),
  );
  const products = new Products(columns.flat(), dataColumn(spectrum, weights));
  const offsets = columns.map((_, i) => columns.slice(0, i).reduce((sum, own) => sum + own.length, 0));
  const tried = combinations(
    circuit.parts,
    columns.map(({ length }) => length),
  ).map((choice) => {
    const places = choice.map((index, part) => (offsets[part] ?? 0) + index);
    return { choice, ...products.sizes(places) };
  });
  tried.sort((a, b) => a.cost - b.cost);
  return apart(tried, count).map(({ choice, sizes }) =>
    circuit.parts.flatMap((part, i) => {
      const shape = columns[i]?.[choice[i] ?? 0]?.shape ?? [];
      return scaledShape(part, shape, sizes[i] ?? 1);
    }),
  );
}

function rangeOf(spectrum: Spectrum): Range {
  const highest = spectrum.frequencies.reduce((a, b) => Math.max(a, b), 0);
  const lowest = spectrum.frequencies.reduce((a, b) => Math.min(a, b), Infinity);
  const first = -Math.log10(2 * Math.PI * highest) - decadesBeyond;
  const last = -Math.log10(2 * Math.PI * lowest);
  const count = Math.max(4, Math.ceil((last - first) * timesPerDecade));
  const times = Array.from({ length: count }, (_, i) => 10 ** (first + ((last - first) * i) / (count - 1)));
  return { times, tailExponents: [...new Set([tailExponent(spectrum), 0.6])] };
}

/** Weighted impedance of a part, real parts before imaginary ones. */
interface Column {
  readonly shape: UnitShape;
  readonly values: Float64Array;
}

function columnOf(part: CircuitPart, shape: UnitShape, spectrum: Spectrum, weights: Weights): Column {
  const { zRe, zIm } = circuitResponse({ parts: [shifted(part)] }, spectrum.frequencies, shape);
  return { shape, values: weighted(zRe, zIm, weights) };
}

/** The part as if it stood first. */
function shifted(part: CircuitPart, by = part.offset): CircuitPart {
  const offset = part.offset - by;
  return part.kind === "element"
    ? { ...part, offset }
    : { ...part, offset, parts: part.parts.map((inner) => shifted(inner, by)) };
}

function dataColumn({ zRe, zIm }: Spectrum, weights: Weights): Float64Array {
  return weighted(zRe, zIm, weights);
}

function weighted(re: Float64Array, im: Float64Array, weights: Weights): Float64Array {
  const values = new Float64Array(2 * re.length);
  re.forEach((value, i) => {
    values[i] = value * (weights.re[i] ?? 0);
    values[re.length + i] = (im[i] ?? 0) * (weights.im[i] ?? 0);
  });
  return values;
}

/** Scalar products of all columns with each other and with the data: what linear least squares needs of them. */
class Products {
  private readonly matrix: Float64Array[];
  private readonly right: Float64Array;
  private readonly total: number;

  constructor(columns: readonly Column[], data: Float64Array) {
    this.matrix = columns.map(({ values }) =>
      Float64Array.from(columns, (other) => dot(values, other.values)),
    );
    this.right = Float64Array.from(columns, ({ values }) => dot(values, data));
    this.total = dot(data, data);
  }

  /** The sizes of the columns at `places` that fit the data best, none negative; what wants to be negative stays small. */
  sizes(places: readonly number[]): { readonly sizes: number[]; readonly cost: number } {
    let used = places.map((_, i) => i);
    let solution = this.solve(places, used);
    while (used.length > 1 && solution.some((size) => !(size > 0))) {
      const worst = solution.indexOf(Math.min(...solution));
      used = used.filter((_, i) => i !== worst);
      solution = this.solve(places, used);
    }
    const gain = used.reduce((sum, i, k) => sum + (solution[k] ?? 0) * (this.right[places[i] ?? 0] ?? 0), 0);
    const sizes = places.map((place, i) => {
      const size = solution[used.indexOf(i)] ?? 0;
      const own = this.matrix[place]?.[place] ?? 1;
      return size > 0 ? size : 1e-2 * Math.sqrt(this.total / own);
    });
    return { sizes, cost: this.total - gain };
  }

  private solve(places: readonly number[], used: readonly number[]): Float64Array {
    const size = used.length;
    const chosen = used.map((i) => places[i] ?? 0);
    const matrix = new Float64Array(size * size);
    const right = new Float64Array(size);
    chosen.forEach((row, i) => {
      right[i] = this.right[row] ?? 0;
      chosen.forEach((column, k) => {
        matrix[i * size + k] = (this.matrix[row]?.[column] ?? 0) * (i === k ? 1 + 1e-12 : 1);
      });
    });
    return solveSymmetric(matrix, right) ?? new Float64Array(size);
  }
}

/** Choices of one shape for each part. Of parts that are alike only one order is tried. */
function combinations(parts: readonly CircuitPart[], counts: readonly number[]): number[][] {
  const shapes = parts.map(shapeOf);
  let choices: number[][] = [[]];
  for (const [i, count] of counts.entries()) {
    const twin = shapes.slice(0, i).lastIndexOf(shapes[i] ?? "");
    const indices = Array.from({ length: count }, (_, index) => index);
    choices = choices.flatMap((choice) =>
      indices
        .filter((index) => twin < 0 || count === 1 || index > (choice[twin] ?? 0))
        .map((index) => [...choice, index]),
    );
    choices = thinned(choices, mostCombinations);
  }
  return choices;
}

/** Evenly taken from a list that is too long. */
function thinned<T>(items: readonly T[], most: number): T[] {
  const step = Math.max(1, items.length / most);
  return items.filter((_, i) => Math.floor(i / step) !== Math.floor((i - 1) / step));
}

/** The best that are no neighbours of a better one on the grid. */
function apart<T extends { readonly choice: readonly number[] }>(sorted: readonly T[], count: number): T[] {
  const chosen: T[] = [];
  for (const one of sorted) {
    if (chosen.length === count) break;
    const isNear = chosen.some(({ choice }) =>
      choice.every((index, i) => Math.abs(index - (one.choice[i] ?? 0)) <= 1),
    );
    if (!isNear) chosen.push(one);
  }
  return chosen;
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a[i] ?? 0) * (b[i] ?? 0);
  return sum;
}
