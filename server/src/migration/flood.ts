import type { Vector3 } from "../crystal/lattice";
import { risingOrder } from "./energyOrder";
import type { EnergyMap } from "./energyMap";
import type { Watch } from "./watch";
import {
  isIndependent,
  packCells,
  unpackCells,
  withWinding,
  type PackedCells,
  type Windings,
} from "./windings";

/** Where two basins touch at their lowest. */
export interface Pass {
  /** Basins by their number; the second one lies so many cells on. */
  readonly from: number;
  readonly to: number;
  readonly cells: Vector3;
  /** Electronvolt, of the map. */
  readonly energy: number;
  /** The highest point of the way, which belongs to `from`, and its neighbour in `to`. */
  readonly point: number;
  readonly neighbour: number;
  /** Whether it joins what was apart until then, or opens a way through the crystal in a new direction. */
  readonly joins: boolean;
}

/** What comes to light as a map is flooded from its lowest point upwards. */
export interface Flooding {
  /**
   * The energies, electronvolt, from which on a region goes on through the crystal in one, two and three dimensions;
   * `undefined` where none does below the limit.
   */
  readonly thresholds: readonly [number | undefined, number | undefined, number | undefined];
  /** The lowest point of each basin, by rising energy. */
  readonly minima: readonly number[];
  /** The lowest pass between each pair of basins, by rising energy. */
  readonly passes: readonly Pass[];
}

/**
 * Floods a map point by point. Points are connected to their 26 neighbours, also across the faces of the cell; every point of a
 * region knows how many cells away the region's first point is, so that a region that meets itself some cells on is
 * known to go through the crystal in that direction: exact for the grid, with no search for the energy. Each point
 * belongs to the basin of its lowest neighbour.
 *
 * @param limit electronvolt: the flood stops there, or soon after it has found all three dimensions.
 * @returns `undefined` where `watch` stopped it.
 */
export function flood(map: EnergyMap, limit: number, watch: Watch): Flooding | undefined {
  const order = risingOrder(map.values, (share) => watch(share / 2));
  if (!order) return undefined;
  const flooded = new Flood(map);
  for (const [rank, point] of order.entries()) {
    if ((rank & 0xfff) === 0 && !watch((1 + rank / order.length) / 2)) return undefined;
    if ((map.values[point] ?? 0) > Math.min(limit, flooded.end)) break;
    flooded.add(point);
  }
  return flooded.result();
}

/** Electronvolt above the last threshold. */
export const slack = 0.05;
const dry = -1;
/** Apart enough for any packed number of cells. */
const basinKey = 2 ** 31;

class Flood {
  /** Towards the first point of each region, and how many cells on it is. */
  private readonly parents: Int32Array;
  private readonly shifts: Int32Array;
  private readonly basins: Int32Array;
  /** How many cells on the lowest point of its basin is. */
  private readonly basinCells: Int32Array;
  private readonly windings = new Map<number, Windings>();
  private readonly thresholds: [number | undefined, number | undefined, number | undefined] = [
    undefined,
    undefined,
    undefined,
  ];
  /** Electronvolt, of the current point. */
  private energy = 0;
  private readonly minima: number[] = [];
  private readonly passes: Pass[] = [];
  /** For each basin the passes that are known, by the other basin and its cell. */
  private readonly known: Set<number>[] = [];
  /** The neighbours of the current point. */
  private readonly around = new Int32Array(26);
  private readonly aroundCells = new Int32Array(26);

  constructor(private readonly map: EnergyMap) {
    const { length } = map.values;
    this.parents = new Int32Array(length).fill(dry);
    this.shifts = new Int32Array(length);
    this.basins = new Int32Array(length);
    this.basinCells = new Int32Array(length);
  }

  /** Electronvolt: where all that matters is found, equivalent passes and those that are hardly higher too. */
  get end(): number {
    return (this.thresholds[2] ?? Infinity) + slack;
  }

  result(): Flooding {
    const { thresholds, minima, passes } = this;
    return { thresholds, minima, passes };
  }

  add(point: number): void {
    const wet = this.findWetNeighbours(point);
    this.energy = this.map.values[point] ?? 0;
    this.parents[point] = point;
    this.join(point, wet);
    for (let k = 0; k < wet; k++) this.connect(point, this.around[k] ?? 0, this.aroundCells[k] ?? 0);
  }

  /** Lists the neighbours that are flooded already, and tells how many. */
  private findWetNeighbours(point: number): number {
    const [na, nb, nc] = this.map.shape;
    const row = Math.floor(point / nc);
    const [x, y, z] = [Math.floor(row / nb), row % nb, point % nc];
    let count = 0;
    for (let i = -1; i <= 1; i++) {
      const cellA = x + i < 0 ? -1 : x + i >= na ? 1 : 0;
      for (let j = -1; j <= 1; j++) {
        const cellB = y + j < 0 ? -1 : y + j >= nb ? 1 : 0;
        const plane = ((x + i - cellA * na) * nb + (y + j - cellB * nb)) * nc;
        for (let k = -1; k <= 1; k++) {
          if (i === 0 && j === 0 && k === 0) continue;
          const cellC = z + k < 0 ? -1 : z + k >= nc ? 1 : 0;
          const neighbour = plane + z + k - cellC * nc;
          // A point that is its own neighbour, in a cell of one point, is flooded now.
          if (neighbour !== point && this.parents[neighbour] === dry) continue;
          this.around[count] = neighbour;
          this.aroundCells[count++] = packCells([cellA, cellB, cellC]);
        }
      }
    }
    return count;
  }

  /** Gives a point to the basin of its lowest neighbour; without one it is the first of a new basin. */
  private join(point: number, wet: number): void {
    let [lowest, cells, energy] = [dry, 0, Infinity];
    for (let k = 0; k < wet; k++) {
      const neighbour = this.around[k] ?? 0;
      const value = this.map.values[neighbour] ?? 0;
      if (neighbour !== point && value < energy)
        [lowest, cells, energy] = [neighbour, this.aroundCells[k] ?? 0, value];
    }
    if (lowest === dry) {
      this.basins[point] = this.minima.push(point) - 1;
      this.known.push(new Set());
    } else {
      this.basins[point] = this.basins[lowest] ?? 0;
      this.basinCells[point] = cells + (this.basinCells[lowest] ?? 0);
      this.unite(point, lowest, cells);
    }
  }

  private connect(point: number, neighbour: number, cells: PackedCells): void {
    const joins = this.unite(point, neighbour, cells);
    const [from, to] = [this.basins[point] ?? 0, this.basins[neighbour] ?? 0];
    const between = cells + (this.basinCells[neighbour] ?? 0) - (this.basinCells[point] ?? 0);
    if (from === to && between === 0) return;
    const known = this.known[from];
    const key = to * basinKey + between;
    if (known?.has(key)) return;
    known?.add(key);
    this.known[to]?.add(from * basinKey - between);
    this.passes.push({ from, to, cells: unpackCells(between), energy: this.energy, point, neighbour, joins });
  }

  /** Whether two points were apart, or whether their region now goes through the crystal in a new direction. */
  private unite(point: number, neighbour: number, cells: PackedCells): boolean {
    const [start, end] = [this.rootOf(point), this.rootOf(neighbour)];
    // From the first point of the one region to that of the other.
    const between = cells + (this.shifts[neighbour] ?? 0) - (this.shifts[point] ?? 0);
    if (start === end) return between !== 0 && this.wind(start, unpackCells(between));
    // The older region, with the lower first point, takes the other one in.
    const isOlder = (this.map.values[end] ?? 0) <= (this.map.values[start] ?? 0);
    const [older, younger] = isOlder ? [end, start] : [start, end];
    this.parents[younger] = older;
    this.shifts[younger] = isOlder ? between : -between;
    const inherited = this.windings.get(younger) ?? [];
    for (const way of inherited) this.wind(older, way);
    return true;
  }

  /** Lets the path to the first point of a region be one step, or none. */
  private rootOf(point: number): number {
    let root = point;
    let cells = 0;
    for (let next = this.parents[root] ?? root; next !== root; next = this.parents[root] ?? root) {
      cells += this.shifts[root] ?? 0;
      root = next;
    }
    for (let current = point; current !== root;) {
      const [next, step] = [this.parents[current] ?? root, this.shifts[current] ?? 0];
      this.parents[current] = root;
      this.shifts[current] = cells;
      cells -= step;
      current = next;
    }
    return root;
  }

  /** Notes that a region meets itself some cells on. */
  private wind(root: number, way: Vector3): boolean {
    const windings = this.windings.get(root) ?? [];
    if (!isIndependent(windings, way)) return false;
    const more = withWinding(windings, way);
    this.windings.set(root, more);
    for (let k = 0; k < more.length; k++) this.thresholds[k] ??= this.energy;
    return true;
  }
}
