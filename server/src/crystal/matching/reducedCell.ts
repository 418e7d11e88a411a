import type { Lattice, Vector3 } from "../lattice";
import type { Structure } from "../structure";
import { latticeOnBasis, product, toBasis } from "../symmetry/cellBasis";
import { cellSites } from "../symmetry/cellSites";
import { primitiveCell } from "../symmetry/primitiveCell";
import { shortestBasis } from "../symmetry/shortestBasis";

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
