import type { Lattice, Vector3 } from "../crystal/lattice";
import type { SymmetryOperation } from "../crystal/structure";
import { wrapped } from "../crystal/symmetry/metricTensor";
import { SiteIndex } from "../crystal/symmetry/siteIndex";
import { apply } from "../crystal/symmetry/symmetryOperation";

/** A site, and in which cell it is. */
export interface PlacedSite {
  readonly site: number;
  readonly cells: Vector3;
}

/** Angstrom: minima that are closer are one site. */
const sameSite = 0.15;

/** The sites of the mobile ion, numbered as they are found, and what symmetry makes of them. */
export class SiteList {
  readonly positions: Vector3[] = [];
  readonly energies: number[] = [];
  readonly orbits: number[] = [];
  private readonly index: SiteIndex;
  private orbitCount = 0;

  constructor(
    lattice: Lattice,
    private readonly operations: readonly SymmetryOperation[],
  ) {
    this.index = new SiteIndex(lattice, sameSite);
  }

  /** The site at a place in fractional coordinates. */
  find(place: Vector3): PlacedSite | undefined {
    const site = this.index.find([wrapped(place[0]), wrapped(place[1]), wrapped(place[2])]);
    const position = site === undefined ? undefined : this.positions[site];
    if (site === undefined || !position) return undefined;
    return { site, cells: cellsBetween(position, place) };
  }

  /** The site at a place; where there is none it becomes one, and so do all its images. */
  findOrAdd(place: Vector3, energy: number): PlacedSite {
    const known = this.find(place);
    if (known) return known;
    for (const operation of this.operations) this.add(apply(operation, place), energy);
    this.orbitCount++;
    return this.find(place) ?? { site: 0, cells: [0, 0, 0] };
  }

  private add(place: Vector3, energy: number): void {
    if (this.find(place)) return;
    const position: Vector3 = [wrapped(place[0]), wrapped(place[1]), wrapped(place[2])];
    this.index.add(Float64Array.from(position), this.positions.length);
    this.positions.push(position);
    this.energies.push(energy);
    this.orbits.push(this.orbitCount);
  }

  /** What an operation makes of a site. */
  image(operation: SymmetryOperation, { site, cells }: PlacedSite): PlacedSite | undefined {
    const [x, y, z] = this.positions[site] ?? [0, 0, 0];
    const [i, j, k] = cells;
    return this.find(apply(operation, [x + i, y + j, z + k]));
  }
}

/** Whole cells from a position to an image of it. */
export const cellsBetween = (position: Vector3, place: Vector3): Vector3 => [
  Math.round(place[0] - position[0]),
  Math.round(place[1] - position[1]),
  Math.round(place[2] - position[2]),
];
