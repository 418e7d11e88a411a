import type { Vector3 } from "../lattice";
import type { Structure } from "../structure";
import { difference } from "../vector";
import { latticeOnBasis, product, toBasis, transposed, type Matrix } from "./cellBasis";
import { wrapped } from "./metricTensor";
import { arePointOperations, pointOperations } from "./pointOperations";
import { rarestSites, type CellSites, type PrimitiveCell } from "./primitiveCell";
import { shortestBasis } from "./shortestBasis";
import { SiteIndex } from "./siteIndex";
import { rotationKey, times } from "./symmetryOperation";

/** Angstrom: wide ones, within which symmetry is suspected, and a narrow one, within which the cell has that of the operations. */
const [wideForLattice, wideForSites, narrow] = [0.1, 0.05, 1e-3];

/**
 * Whether the sites may have more symmetry than the operations of the structure, or the cell less. Where they do not, to spare,
 * the operations are all symmetry that there is: far quicker to tell than by looking for it.
 *
 * @param primitive cell of the structure.
 */
export function mayDifferFromOperations(
  { operations, orbits }: Pick<Structure, "operations" | "orbits">,
  primitive: PrimitiveCell,
): boolean {
  const rotations = new Map(operations.map(({ rotation }) => [rotationKey(rotation), rotation]));
  const translations = operations.length / rotations.size;
  const sites = orbits.reduce((sum, { multiplicity }) => sum + multiplicity, 0);
  if (translations !== sites / primitive.positions.length) return true;
  const short = shortestBasis(primitive.lattice);
  const lattice = latticeOnBasis(primitive.lattice, short);
  if (!lattice) return true;
  const own = onBasis([...rotations.values()], times(short, primitive.basis));
  if (!arePointOperations(lattice, own, narrow)) return true;
  const toShort = toBasis(short);
  const cell = { ...primitive, lattice, positions: primitive.positions.map((at) => product(toShort, at)) };
  const maps = new SiteMaps(cell);
  return otherOperations(own, pointOperations(lattice, wideForLattice)).some((one) => maps.isSymmetry(one));
}

/** Operations on fractional coordinates of a cell on another basis, whose rows are told in that cell. */
function onBasis(operations: readonly Matrix[], basis: Matrix): Matrix[] {
  const [to, from] = [toBasis(basis), transposed(basis)];
  return operations.map((operation) => times(times(to, operation), from).map((entry) => Math.round(entry)));
}

/** One operation of each coset of a group that is not the group itself: if one is a symmetry, all of its coset are. */
function otherOperations(group: readonly Matrix[], all: readonly Matrix[]): Matrix[] {
  const covered = new Set(group.map(rotationKey));
  return all.filter((operation) => {
    if (covered.has(rotationKey(operation))) return false;
    for (const member of group) covered.add(rotationKey(times(operation, member)));
    return true;
  });
}

/** Looks for the translations with which rotations are symmetries of a cell. */
class SiteMaps {
  private readonly indices = new Map<number, SiteIndex>();
  private readonly pivots: readonly number[];

  constructor(private readonly cell: CellSites) {
    this.pivots = rarestSites(cell.kinds);
    cell.positions.forEach((position, i) => {
      const kind = cell.kinds[i] ?? 0;
      const index = this.indices.get(kind) ?? new SiteIndex(cell.lattice, wideForSites);
      this.indices.set(kind, index);
      index.add(Float64Array.from(position, wrapped), i);
    });
  }

  isSymmetry(rotation: Matrix): boolean {
    const { positions, kinds } = this.cell;
    const moved = product(rotation, positions[this.pivots[0] ?? 0] ?? origin);
    return this.pivots.some((pivot) => {
      const [u, v, w] = difference(positions[pivot] ?? origin, moved);
      return positions.every((position, i) => {
        const [x, y, z] = product(rotation, position);
        const index = this.indices.get(kinds[i] ?? 0);
        return index?.find([wrapped(x + u), wrapped(y + v), wrapped(z + w)]) !== undefined;
      });
    });
  }
}

const origin: Vector3 = [0, 0, 0];
