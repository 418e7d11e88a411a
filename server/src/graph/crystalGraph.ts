import { findNeighbours, type NeighbourList } from "../crystal/neighbours";
import type { Structure } from "../crystal/structure";

/**
 * The quotient crystal graph: a node an orbit, and the bonds of one representative site standing for those of all its
 * images. Bonds from one orbit to another at one distance are equal in every feature, so they are one row with a count.
 */
export interface CrystalGraph {
  readonly structure: Structure;
  /** Sites in the cell of each node. */
  readonly multiplicities: Float64Array;
  /** The bonds of node `i` are the rows `offsets[i]` to `offsets[i + 1] - 1`. */
  readonly offsets: Uint32Array;
  /** The node that each bond leads to. */
  readonly ends: Uint32Array;
  /** Angstrom. */
  readonly distances: Float64Array;
  /** How many equal bonds of one site each row stands for. */
  readonly counts: Float64Array;
  /** Directed bonds of the full cell. */
  readonly bonds: number;
}

/** Distances that agree to this many angstrom are one: far above rounding, far below any effect on the features. */
const sameDistance = 1e-8;

/**
 * The graph of all bonds up to `cutoff` angstrom.
 *
 * @throws RangeError for a structure that `isOverfull`.
 */
export function buildCrystalGraph(structure: Structure, cutoff: number): CrystalGraph {
  const neighbours = findNeighbours(structure, cutoff);
  const multiplicities = Float64Array.from(structure.orbits, ({ multiplicity }) => multiplicity);
  const offsets = new Uint32Array(structure.orbits.length + 1);
  const rows: EqualBonds[] = [];
  structure.orbits.forEach((_, i) => {
    rows.push(...equalBonds(neighbours, i));
    offsets[i + 1] = rows.length;
  });
  return {
    structure,
    multiplicities,
    offsets,
    ends: Uint32Array.from(rows, ({ end }) => end),
    distances: Float64Array.from(rows, ({ distance }) => distance),
    counts: Float64Array.from(rows, ({ count }) => count),
    bonds: neighbours.counts.reduce((sum, count, i) => sum + count * (multiplicities[i] ?? 0), 0),
  };
}

interface EqualBonds {
  readonly end: number;
  readonly distance: number;
  count: number;
}

function equalBonds({ offsets, orbits, distances }: NeighbourList, node: number): EqualBonds[] {
  const bonds: EqualBonds[] = [];
  for (let row = offsets[node] ?? 0; row < (offsets[node + 1] ?? 0); row++)
    bonds.push({ end: orbits[row] ?? 0, distance: distances[row] ?? 0, count: 1 });
  bonds.sort((a, b) => a.end - b.end || a.distance - b.distance);
  const merged: EqualBonds[] = [];
  for (const bond of bonds) {
    const last = merged.at(-1);
    if (last?.end === bond.end && bond.distance - last.distance < sameDistance) last.count++;
    else merged.push(bond);
  }
  return merged;
}
