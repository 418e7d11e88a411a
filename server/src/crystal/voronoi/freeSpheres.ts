import type { Vector3 } from "../lattice";
import { PeriodicComponents, type Shift } from "../periodicComponents";
import type { Sites } from "../structure";
import { wrapped } from "../symmetry/metricTensor";
import { SiteIndex } from "../symmetry/siteIndex";
import type { Point } from "./polyhedron";
import { cellPolyhedra } from "./voronoiCells";

/** Radii of spheres that have room between those of the atoms, angstrom; below zero where atoms overlap. */
export interface FreeSpheres {
  /** The largest that has room somewhere. */
  readonly largestIncluded: number;
  /** Where, in fractional coordinates in [0, 1). */
  readonly includedAt: Vector3;
  /** The largest that can pass through the crystal; `undefined` where there is no way at all. */
  readonly largestFree: number | undefined;
  /** The bottleneck of its way, in fractional coordinates in [0, 1). */
  readonly freeAt: Vector3 | undefined;
  /** The largest that can pass along a, b and c. */
  readonly alongAxes: readonly [number | undefined, number | undefined, number | undefined];
}

/** Angstrom: corners of cells that are closer are one. */
const sameCorner = 1e-4;

/**
 * The largest spheres between spheres on the sites, on the edges and corners of their radical cells (the network of Zeo++;
 * Willems et al., Microporous Mesoporous Mater. 149, 134 (2012)). `undefined` for a cell so full of sites, or so empty, that
 * the cells cannot be found.
 *
 * @param structure every site an orbit of its own.
 * @param radii of each orbit, angstrom.
 */
export function freeSpheres(structure: Sites, radii: Float64Array): FreeSpheres | undefined {
  const network = new Network(structure);
  const cells = cellPolyhedra(structure, radii)?.polyhedra;
  if (!cells) return undefined;
  for (const [site, { faces }] of cells.entries())
    for (const { corners } of faces)
      for (const [i, corner] of corners.entries())
        network.addEdge(site, corner, corners[(i + 1) % corners.length] ?? corner, radii[site] ?? 0);
  return network.spheres();
}

interface Edge {
  readonly from: number;
  readonly to: number;
  readonly shift: Shift;
  /** Of the largest sphere that can pass along it. */
  radius: number;
  /** Where it is narrowest. */
  bottleneck: Vector3;
}

/** Corners and edges of all cells, modulo the lattice. */
class Network {
  private readonly index: SiteIndex;
  private readonly corners: Vector3[] = [];
  /** Of the largest sphere about each corner. */
  private readonly rooms: number[] = [];
  private readonly edges = new Map<string, Edge>();

  constructor(private readonly structure: Sites) {
    this.index = new SiteIndex(structure.lattice, sameCorner);
  }

  /** An edge of the cell of a site; what passes along it touches the nearest of the atoms around. */
  addEdge(site: number, start: Point, end: Point, radius: number): void {
    const [from, fromCell] = this.cornerAt(site, start);
    this.rooms[from] = Math.min(this.rooms[from] ?? Infinity, Math.hypot(...start) - radius);
    const [to, toCell] = this.cornerAt(site, end);
    const shift: Shift = [toCell[0] - fromCell[0], toCell[1] - fromCell[1], toCell[2] - fromCell[2]];
    const key = `${from} ${to} ${shift.join(" ")}`;
    const narrowest = nearestOnSegment(start, end);
    const room = Math.hypot(...narrowest) - radius;
    const known = this.edges.get(key);
    if (known && known.radius <= room) return;
    const bottleneck = inUnitCell(this.placeOf(site, narrowest));
    if (known) Object.assign(known, { radius: room, bottleneck });
    else this.edges.set(key, { from, to, shift, radius: room, bottleneck });
  }

  /** Fractional coordinates of a point about a site. */
  private placeOf(site: number, [x, y, z]: Point): Vector3 {
    const [u = 0, v = 0, w = 0] = this.structure.orbits[site]?.images ?? [];
    const [dx, dy, dz] = this.structure.lattice.fractional([x, y, z]);
    return [u + dx, v + dy, w + dz];
  }

  private cornerAt(site: number, point: Point): readonly [number, Shift] {
    const place = this.placeOf(site, point);
    const inCell = inUnitCell(place);
    const corner = this.index.find(inCell) ?? this.addCorner(inCell);
    const [a, b, c] = this.corners[corner] ?? inCell;
    return [corner, [Math.round(place[0] - a), Math.round(place[1] - b), Math.round(place[2] - c)]];
  }

  private addCorner(position: Vector3): number {
    this.index.add(Float64Array.from(position), this.corners.length);
    return this.corners.push(position) - 1;
  }

  spheres(): FreeSpheres {
    const widestFirst = [...this.edges.values()].sort((one, other) => other.radius - one.radius);
    const components = new PeriodicComponents(this.corners.length);
    let widest: Edge | undefined;
    const along: [number | undefined, number | undefined, number | undefined] = [
      undefined,
      undefined,
      undefined,
    ];
    for (const edge of widestFirst) {
      const { from, to, shift, radius } = edge;
      const [a, b, c] = components.connect(from, to, shift) ?? [0, 0, 0];
      if (a !== 0 || b !== 0 || c !== 0) widest ??= edge;
      if (a !== 0) along[0] ??= radius;
      if (b !== 0) along[1] ??= radius;
      if (c !== 0) along[2] ??= radius;
    }
    const largestIncluded = Math.max(...this.rooms);
    return {
      largestIncluded,
      includedAt: this.corners[this.rooms.indexOf(largestIncluded)] ?? [0, 0, 0],
      largestFree: widest?.radius,
      freeAt: widest?.bottleneck,
      alongAxes: along,
    };
  }
}

const inUnitCell = ([x, y, z]: Vector3): Vector3 => [wrapped(x), wrapped(y), wrapped(z)];

/** The point of a segment that is nearest to the origin. */
function nearestOnSegment([x, y, z]: Point, [u, v, w]: Point): Point {
  const [dx, dy, dz] = [u - x, v - y, w - z];
  const squared = dx * dx + dy * dy + dz * dz;
  const share = squared > 0 ? Math.min(1, Math.max(0, -(x * dx + y * dy + z * dz) / squared)) : 0;
  return [x + share * dx, y + share * dy, z + share * dz];
}
