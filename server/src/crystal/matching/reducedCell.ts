import type { Lattice, Vector3 } from "../lattice";
import type { Structure } from "../structure";
import { latticeOnBasis, product, toBasis, type Matrix } from "../symmetry/cellBasis";
import { cellSites } from "../symmetry/cellSites";
import { primitiveCell } from "../symmetry/primitiveCell";

/** Occupancies by element. */
export type Mixture = ReadonlyMap<string, number>;

/** A primitive cell on its shortest three lattice vectors, with who sits on its sites. */
export interface ReducedCell {
  readonly lattice: Lattice;
  /** Fractional coordinates. */
  readonly positions: readonly Vector3[];
  /** What sits on each site, as an index of `mixtures`. */
  readonly kinds: readonly number[];
  readonly mixtures: readonly Mixture[];
}

/** Angstrom. */
const tolerance = 0.05;

/** `undefined` where the primitive cell takes too long to find. */
export function reducedCell(structure: Structure): ReducedCell | undefined {
  const sites = cellSites(structure);
  const primitive = primitiveCell(sites, tolerance);
  const basis = primitive && shortestBasis(primitive.lattice);
  const lattice = basis && latticeOnBasis(primitive.lattice, basis);
  if (!lattice) return undefined;
  const toReduced = toBasis(basis);
  const positions = primitive.positions.map((position) => product(toReduced, position));
  return { lattice, positions, kinds: primitive.kinds, mixtures: mixturesByKind(structure, sites.kinds) };
}

/** Kinds count from 1: there is an empty mixture at 0. */
function mixturesByKind({ orbits }: Structure, kinds: readonly number[]): Mixture[] {
  const mixtures: Mixture[] = [new Map()];
  let site = 0;
  for (const { multiplicity, occupants } of orbits) {
    const mixture = new Map<string, number>();
    for (const { element, occupancy } of occupants)
      mixture.set(element, (mixture.get(element) ?? 0) + occupancy);
    mixtures[kinds[site] ?? 0] ??= mixture;
    site += multiplicity;
  }
  return mixtures;
}

/**
 * Three shortest independent vectors of a lattice as a basis: Minkowski's reduction, by shortening each vector with the
 * shorter ones until none gets shorter (Semaev, CaLC 2001, LNCS 2146, 181).
 */
export function shortestBasis(lattice: Lattice): Matrix {
  const length = (v: Vector3) => lattice.length(v);
  let basis: Vector3[] = [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ];
  for (;;) {
    basis = basis.sort((one, other) => length(one) - length(other));
    const [a, b, c] = basis;
    if (!a || !b || !c) return basis.flat();
    const [shorterB, shorterC] = [shortened(b, [a], length), shortened(c, [a, b], length)];
    if (length(shorterB) < length(b) - 1e-9) basis = [a, shorterB, c];
    else if (length(shorterC) < length(c) - 1e-9) basis = [a, b, shorterC];
    else return basis.flat();
  }
}

/** The shortest of a vector plus or minus some of the others. */
function shortened(vector: Vector3, others: readonly Vector3[], length: (v: Vector3) => number): Vector3 {
  let candidates: Vector3[] = [vector];
  for (const [x, y, z] of others)
    candidates = candidates.flatMap(([u, v, w]) =>
      [-1, 0, 1].map((factor): Vector3 => [u + factor * x, v + factor * y, w + factor * z]),
    );
  return candidates.reduce((best, other) => (length(other) < length(best) ? other : best));
}
