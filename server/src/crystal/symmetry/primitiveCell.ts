import type { Lattice, Vector3 } from "../lattice";
import { latticeOnBasis, product, toBasis, type Matrix } from "./cellBasis";
import { wrapped } from "./metricTensor";
import { SiteIndex } from "./siteIndex";

/** Sites of a cell: positions in fractional coordinates in [0, 1), and numbers that are equal for sites of one kind. */
export interface CellSites {
  readonly lattice: Lattice;
  readonly positions: readonly Vector3[];
  readonly kinds: readonly number[];
}

export interface PrimitiveCell extends CellSites {
  /** Its vectors as rows, in fractional coordinates of the cell. */
  readonly basis: Matrix;
  /** For each site of the cell, its equal in the primitive cell. */
  readonly siteOf: readonly number[];
}

/** Looking for translations stops after this many comparisons of sites. */
const mostComparisons = 3e6;

/**
 * The smallest cell that repeats to the given one, sites compared within `tolerance` angstrom; `undefined` where it takes
 * too long to find.
 */
export function primitiveCell(cell: CellSites, tolerance: number): PrimitiveCell | undefined {
  const basis = primitiveBasis(cell, tolerance);
  const lattice = basis && latticeOnBasis(cell.lattice, basis);
  if (!lattice) return undefined;
  const toPrimitive = toBasis(basis);
  const index = new SiteIndex(lattice, tolerance);
  const positions: Vector3[] = [];
  const kinds: number[] = [];
  const siteOf = cell.positions.map((position, i) => {
    const [x, y, z] = product(toPrimitive, position);
    const at: Vector3 = [wrapped(x), wrapped(y), wrapped(z)];
    const known = index.find(at);
    if (known !== undefined) return known;
    index.add(Float64Array.from(at), positions.length);
    kinds.push(cell.kinds[i] ?? 0);
    return positions.push(at) - 1;
  });
  return { lattice, basis, positions, kinds, siteOf };
}

/** Basis vectors of the primitive cell as rows, in fractional coordinates of the cell. */
function primitiveBasis({ lattice, positions, kinds }: CellSites, tolerance: number): Matrix | undefined {
  const index = new SiteIndex(lattice, tolerance);
  positions.forEach((position, i) => {
    index.add(Float64Array.from(position), i);
  });
  const pivots = rarestSites(kinds);
  const first = positions[pivots[0] ?? 0];
  if (!first) return undefined;
  let basis: Matrix = [1, 0, 0, 0, 1, 0, 0, 0, 1];
  const orders = divisors(pivots.length);
  let comparisons = 0;
  for (const pivot of pivots.slice(1)) {
    const [x, y, z] = positions[pivot] ?? first;
    const translation = exactTranslation([x - first[0], y - first[1], z - first[2]], orders);
    if (!translation || isInLattice(basis, translation)) continue;
    const isSymmetry = positions.every(([u, v, w], i) => {
      comparisons++;
      const [p, q, r] = translation;
      const image = index.find([wrapped(u + p), wrapped(v + q), wrapped(w + r)]);
      return image !== undefined && kinds[image] === kinds[i];
    });
    if (isSymmetry) basis = withTranslation(basis, translation);
    if (comparisons > mostComparisons) return undefined;
  }
  return basis;
}

/** The sites of the kind that has fewest. */
export function rarestSites(kinds: readonly number[]): number[] {
  const sites = new Map<number, number[]>();
  kinds.forEach((kind, i) => {
    const others = sites.get(kind);
    if (others) others.push(i);
    else sites.set(kind, [i]);
  });
  return [...sites.values()].reduce(
    (rarest, other) => (other.length < rarest.length ? other : rarest),
    [...kinds.keys()],
  );
}

/** Translations permute the sites of a kind without fixing any: their order divides how many there are. */
function divisors(count: number): number[] {
  return Array.from({ length: count }, (_, k) => k + 1).filter((order) => order > 1 && count % order === 0);
}

/** The translation as fractions of the cell with one of these orders as denominator, the least that fits. */
function exactTranslation([x, y, z]: Vector3, orders: readonly number[]): Vector3 | undefined {
  for (const order of orders) {
    const [u, v, w] = [
      Math.round(x * order) / order,
      Math.round(y * order) / order,
      Math.round(z * order) / order,
    ];
    const error = Math.max(Math.abs(u - x), Math.abs(v - y), Math.abs(w - z));
    // A multiple of 1/order is within 1/(2 order) of anything: only a much closer one means something.
    if (error < Math.min(1e-3, 0.02 / order)) return [u, v, w];
  }
  return undefined;
}

function isInLattice(basis: Matrix, translation: Vector3): boolean {
  return product(toBasis(basis), translation).every(
    (component) => Math.abs(component - Math.round(component)) < 1e-6,
  );
}

/** A basis of the lattice that the rows of `basis` and the translation span, by Euclid's algorithm on whole numbers. */
function withTranslation(basis: Matrix, translation: Vector3): Matrix {
  const scale = commonDenominator([...basis, ...translation]);
  const rows = [basis.slice(0, 3), basis.slice(3, 6), basis.slice(6, 9), translation].map((row) =>
    row.map((component) => Math.round(component * scale)),
  );
  const echelon: number[][] = [];
  for (let column = 0; column < 3; column++) {
    for (;;) {
      rows.sort((first, second) => rank(first[column]) - rank(second[column]));
      const [pivot, next] = rows;
      const divisor = pivot?.[column] ?? 0;
      const factor = next?.[column] ?? 0;
      if (!pivot || !next || factor === 0) break;
      const quotient = Math.round(factor / divisor);
      rows[1] = next.map((component, k) => component - quotient * (pivot[k] ?? 0));
    }
    echelon.push(rows.shift() ?? []);
  }
  return echelon.flat().map((component) => component / scale);
}

/** Small numbers first, zeros last. */
const rank = (component = 0) => (component === 0 ? Infinity : Math.abs(component));

function commonDenominator(components: readonly number[]): number {
  let denominator = 1;
  for (const component of components) {
    let order = 1;
    while (Math.abs(component * denominator * order - Math.round(component * denominator * order)) > 1e-6)
      order++;
    denominator *= order;
  }
  return denominator;
}
