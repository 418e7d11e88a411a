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
  /** The largest that can pass through the crystal; `undefined` where there is no way at all. */
  readonly largestFree: number | undefined;
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
    const room = distanceToSegment(start, end) - radius;
    const known = this.edges.get(key);
    if (known) known.radius = Math.min(known.radius, room);
    else this.edges.set(key, { from, to, shift, radius: room });
  }

  private cornerAt(site: number, [x, y, z]: Point): readonly [number, Shift] {
    const [u = 0, v = 0, w = 0] = this.structure.orbits[site]?.images ?? [];
    const [dx, dy, dz] = this.structure.lattice.fractional([x, y, z]);
    const place: Vector3 = [u + dx, v + dy, w + dz];
    const inCell: Vector3 = [wrapped(place[0]), wrapped(place[1]), wrapped(place[2])];
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
    let largestFree: number | undefined;
    const along: [number | undefined, number | undefined, number | undefined] = [
      undefined,
      undefined,
      undefined,
    ];
    for (const { from, to, shift, radius } of widestFirst) {
      const [a, b, c] = components.connect(from, to, shift) ?? [0, 0, 0];
      if (a !== 0 || b !== 0 || c !== 0) largestFree ??= radius;
      if (a !== 0) along[0] ??= radius;
      if (b !== 0) along[1] ??= radius;
      if (c !== 0) along[2] ??= radius;
    }
    return { largestIncluded: Math.max(...this.rooms), largestFree, alongAxes: along };
  }
}

/** From the origin. */
function distanceToSegment([x, y, z]: Point, [u, v, w]: Point): number {
  const [dx, dy, dz] = [u - x, v - y, w - z];
  const squared = dx * dx + dy * dy + dz * dz;
  const share = squared > 0 ? Math.min(1, Math.max(0, -(x * dx + y * dy + z * dz) / squared)) : 0;
  return Math.hypot(x + share * dx, y + share * dy, z + share * dz);
}
