import { findPlacedNeighbours, isOverfull, vectorTo } from "../neighbours";
import type { Vector3 } from "../lattice";
import { totalOccupancy, type Orbit, type Structure } from "../structure";
import { withEverySite } from "../symmetry/everySite";
import { cross, difference, dot, sum } from "../vector";
import { BondTest } from "./bondTest";

/** An atom as it is drawn: a site of the cell, its copy on the opposite face, or one outside that completes a polyhedron. */
export interface DrawnAtom {
  /** Index of its orbit. */
  readonly orbit: number;
  /** Which image of the orbit it is. */
  readonly image: number;
  /** In which cell, in lattice vectors from the one that is drawn. */
  readonly cell: Vector3;
}

/** The anions about a cation of the framework. */
export interface DrawnPolyhedron {
  /** Indices of atoms. */
  readonly centre: number;
  readonly corners: readonly number[];
}

export interface DrawnCell {
  readonly atoms: readonly DrawnAtom[];
  /** Pairs of indices of atoms. */
  readonly bonds: readonly (readonly [number, number])[];
  readonly polyhedra: readonly DrawnPolyhedron[];
}

/** Angstrom from a face within which an atom is drawn on the opposite one too. */
const faceSlack = 0.05;
/** Larger cations, with more anions about them, fill the gaps of a framework: their polyhedra would hide it. */
const mostCorners = 6.5;
/** Cubic angstrom: six times the volume that a polyhedron has at least. */
const leastSolid = 0.5;

/**
 * What a picture of the unit cell shows: every atom inside and on all faces, the bonds between them by {@link coordinations},
 * and about each cation of the framework, which has more than one charge, the four to six anions that it is bonded to, outside the cell
 * too.
 */
export function drawnCell(structure: Structure): DrawnCell {
  const atoms = new DrawnAtoms(structure);
  const surroundings = bondedSites(structure);
  const inCell = atoms.list.length;
  const polyhedra: DrawnPolyhedron[] = [];
  for (let centre = 0; centre < inCell; centre++) {
    const atom = atoms.list[centre];
    if (!atom || !isFrameworkCation(structure.orbits[atom.orbit])) continue;
    const anions = surroundings(atom).filter(({ orbit }) => isAnion(structure.orbits[orbit]));
    if (coordinationNumber(anions, structure.orbits) > mostCorners) continue;
    if (!isSolid(anions.map((anion) => structure.lattice.cartesian(positionOf(anion, structure.orbits)))))
      continue;
    polyhedra.push({ centre, corners: anions.map((anion) => atoms.add(anion)) });
  }
  return { atoms: atoms.list, bonds: bondsBetween(atoms, inCell, surroundings), polyhedra };
}

/** Fractional coordinates. */
export function positionOf({ orbit, image, cell: [x, y, z] }: DrawnAtom, orbits: readonly Orbit[]): Vector3 {
  const images = orbits[orbit]?.images ?? [];
  const along = (axis: number) => images[3 * image + axis] ?? 0;
  return [along(0) + x, along(1) + y, along(2) + z];
}

/** Atoms, each at its place once. */
class DrawnAtoms {
  readonly list: DrawnAtom[] = [];
  private readonly known = new Map<string, number>();

  constructor(structure: Structure) {
    const [sx, sy, sz] = structure.lattice.heights().map((height) => faceSlack / height);
    structure.orbits.forEach(({ images, multiplicity }, orbit) => {
      for (let image = 0; image < multiplicity; image++)
        for (const x of cellsOf(images[3 * image] ?? 0, sx ?? 0))
          for (const y of cellsOf(images[3 * image + 1] ?? 0, sy ?? 0))
            for (const z of cellsOf(images[3 * image + 2] ?? 0, sz ?? 0))
              this.add({ orbit, image, cell: [x, y, z] });
    });
  }

  add(atom: DrawnAtom): number {
    const key = keyOf(atom);
    const index = this.known.get(key) ?? this.list.push(atom) - 1;
    this.known.set(key, index);
    return index;
  }

  find(atom: DrawnAtom): number | undefined {
    return this.known.get(keyOf(atom));
  }
}

/** Of a coordinate in [0, 1): its own cell, and the one where it lies on the opposite face. */
function cellsOf(coordinate: number, slack: number): readonly number[] {
  if (coordinate < slack) return [0, 1];
  return coordinate > 1 - slack ? [-1, 0] : [0];
}

function keyOf({ orbit, image, cell }: DrawnAtom): string {
  return `${orbit} ${image} ${cell.join(" ")}`;
}

/** For a drawn atom, the sites that it is bonded to. */
function bondedSites(structure: Structure): (atom: DrawnAtom) => readonly DrawnAtom[] {
  const bonds = new BondTest(structure);
  const all = withEverySite(structure);
  if (bonds.longest === 0 || isOverfull(all, bonds.longest)) return () => [];
  const neighbours = findPlacedNeighbours(all, bonds.longest);
  const places = structure.orbits.flatMap(({ multiplicity }, orbit) =>
    Array.from({ length: multiplicity }, (_, image) => ({ orbit, image })),
  );
  const firstOf = firstSites(structure.orbits);
  return (atom) => {
    const site = (firstOf[atom.orbit] ?? 0) + atom.image;
    const start = positionOf(atom, structure.orbits);
    const found: DrawnAtom[] = [];
    for (let k = neighbours.offsets[site] ?? 0; k < (neighbours.offsets[site + 1] ?? 0); k++) {
      const other = places[neighbours.sites[k] ?? 0];
      if (!other || !bonds.has(atom.orbit, other.orbit, neighbours.distances[k] ?? 0)) continue;
      const end = sum(start, structure.lattice.fractional(vectorTo(neighbours, k)));
      const [x, y, z] = difference(end, positionOf({ ...other, cell: [0, 0, 0] }, structure.orbits));
      found.push({ ...other, cell: [Math.round(x), Math.round(y), Math.round(z)] });
    }
    return found;
  };
}

/** The first site of each orbit, counted orbit by orbit. */
function firstSites(orbits: readonly Orbit[]): number[] {
  let sites = 0;
  return orbits.map(({ multiplicity }) => (sites += multiplicity) - multiplicity);
}

/** Of the first atoms, which are those in the cell, to all that are drawn; each once. */
function bondsBetween(
  atoms: DrawnAtoms,
  inCell: number,
  surroundings: (atom: DrawnAtom) => readonly DrawnAtom[],
): (readonly [number, number])[] {
  return atoms.list.slice(0, inCell).flatMap((atom, from) =>
    surroundings(atom).flatMap((other): (readonly [number, number])[] => {
      const to = atoms.find(other);
      return to === undefined || (to < inCell && to < from) ? [] : [[from, to]];
    }),
  );
}

/** A partly occupied site counts by its occupancy. */
function coordinationNumber(anions: readonly DrawnAtom[], orbits: readonly Orbit[]): number {
  return anions.reduce((total, { orbit }) => {
    const anion = orbits[orbit];
    return total + (anion ? totalOccupancy(anion) : 0);
  }, 0);
}

function isFrameworkCation(orbit: Orbit | undefined): boolean {
  return meanCharge(orbit) > 1;
}

function isAnion(orbit: Orbit | undefined): boolean {
  return meanCharge(orbit) < 0;
}

function meanCharge(orbit: Orbit | undefined): number {
  let [charge, atoms] = [0, 0];
  for (const { oxidationState = 0, occupancy } of orbit?.occupants ?? []) {
    charge += occupancy * oxidationState;
    atoms += occupancy;
  }
  return atoms > 0 ? charge / atoms : 0;
}

/** Whether points span a volume. */
function isSolid([first, ...others]: readonly Vector3[]): boolean {
  if (!first) return false;
  const edges = others.map((point) => difference(point, first));
  return edges.some((one, i) =>
    edges.slice(i + 1).some((two, j) => {
      const normal = cross(one, two);
      return edges.slice(i + j + 2).some((three) => Math.abs(dot(normal, three)) > leastSolid);
    }),
  );
}
