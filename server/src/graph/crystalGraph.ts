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
  /** The node that each bond leaves. */
  readonly starts: Uint32Array;
  /** The node that each bond leads to. */
  readonly ends: Uint32Array;
  /** Angstrom. */
  readonly distances: Float64Array;
  /** How many equal bonds of one site each row stands for. */
  readonly counts: Float64Array;
  /** How many bonds of the full cell each row stands for. */
  readonly weights: Float64Array;
  /** Directed bonds of the full cell that leave each node. */
  readonly bondsOfNodes: Float64Array;
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
  const bonds = new BondRows();
  structure.orbits.forEach((_, i) => {
    for (const [end, distances] of distancesByEnd(neighbours, i)) bonds.add(end, distances);
    offsets[i + 1] = bonds.length;
  });
  const bondsOfNodes = multiplicities.map((multiplicity, i) => multiplicity * (neighbours.counts[i] ?? 0));
  const starts = new Uint32Array(bonds.length);
  structure.orbits.forEach((_, i) => starts.fill(i, offsets[i], offsets[i + 1]));
  const counts = Float64Array.from(bonds.counts);
  const weights = counts.map((count, row) => count * (multiplicities[starts[row] ?? 0] ?? 0));
  return {
    structure,
    multiplicities,
    offsets,
    starts,
    ends: Uint32Array.from(bonds.ends),
    distances: Float64Array.from(bonds.distances),
    counts,
    weights,
    bondsOfNodes,
    bonds: bondsOfNodes.reduce((sum, count) => sum + count, 0),
  };
}

/** The distances from a node to each of those that it is bonded to. */
function distancesByEnd({ offsets, orbits, distances }: NeighbourList, node: number): Map<number, number[]> {
  const byEnd = new Map<number, number[]>();
  for (let row = offsets[node] ?? 0; row < (offsets[node + 1] ?? 0); row++) {
    const [end, distance] = [orbits[row] ?? 0, distances[row] ?? 0];
    const known = byEnd.get(end);
    if (known) known.push(distance);
    else byEnd.set(end, [distance]);
  }
  return byEnd;
}

/** Bonds of one node after the other, equal ones in one row. */
class BondRows {
  readonly ends: number[] = [];
  readonly distances: number[] = [];
  readonly counts: number[] = [];

  get length(): number {
    return this.ends.length;
  }

  /** Adds all bonds from one node to another. */
  add(end: number, distances: number[]): void {
    let first = -Infinity;
    for (const distance of distances.sort((a, b) => a - b))
      if (distance - first < sameDistance) this.counts.push((this.counts.pop() ?? 0) + 1);
      else {
        first = distance;
        this.ends.push(end);
        this.distances.push(distance);
        this.counts.push(1);
      }
  }
}
