import type { TextRange } from "../cif/problem";
import type { Lattice, Vector3 } from "./lattice";

/** A chemical species on a site: an element with its share of the site. */
export interface Occupant {
  /** Element symbol, `Li`. */
  readonly element: string;
  /** 0 to 1; what the occupants of a site lack to 1 is vacancy. Kept as written also above 1. */
  readonly occupancy: number;
  /** Formal charge, or `undefined` where none was given or found. */
  readonly oxidationState: number | undefined;
  /** Which isotope a file names, `element` being hydrogen: chemistry asks for the element, a listing shows the isotope. */
  readonly isotope?: "D" | "T" | undefined;
}

/** A set of symmetry-equivalent sites, told by one representative. */
export interface Orbit {
  /** The label of the first atom-site row that makes it up, `Li1`. */
  readonly label: string;
  /** Fractional coordinates of the representative. */
  readonly position: Vector3;
  /** Sites of this orbit in the unit cell. */
  readonly multiplicity: number;
  readonly occupants: readonly Occupant[];
  /** Fractional coordinates in [0, 1) of every site of the orbit, `3 x multiplicity`; the representative is first. */
  readonly images: Float64Array;
  /** The places in the CIF of the rows that make it up; empty for a structure that came from no text. */
  readonly rows: readonly TextRange[];
  /** Absent where the file gives none. */
  readonly displacement?: Displacement | undefined;
  /** Absent where the file gives none, and where atoms of several groups share the site. */
  readonly disorder?: DisorderGroup | undefined;
}

/** x' = W x + w in fractional coordinates. */
export interface SymmetryOperation {
  /** Row-major 3 x 3. */
  readonly rotation: readonly number[];
  readonly translation: Vector3;
}

/** Where the symmetry operations came from: what the file gives, or what was found in the sites themselves. */
export type SymmetrySource =
  "file-operators" | "hall-symbol" | "hm-symbol" | "number" | "assumed-p1" | "detected";

/** Where the oxidation states came from: the file, the user, the bond lengths, or the composition alone. */
export type OxidationMethod = "file" | "user" | "bond-valence" | "composition" | "none";

/** How the oxidation states of a structure were found, and how far they can be trusted. */
export interface OxidationAssignment {
  readonly method: OxidationMethod;
  /** `undefined` where there are no oxidation states. */
  readonly confidence: "high" | "medium" | "low" | undefined;
}

export const noOxidationStates: OxidationAssignment = { method: "none", confidence: undefined };

/** How far the atoms of a site are spread about it; kept to be shown, not computed with. */
export interface Displacement {
  /** Mean square displacement U, angstrom squared. */
  readonly isotropic: number | undefined;
  /** U11, U22, U33, U12, U13, U23 of the representative, angstrom squared. */
  readonly anisotropic: readonly [number, number, number, number, number, number] | undefined;
}

/** Which of several local arrangements of atoms a site belongs to. */
export interface DisorderGroup {
  /** Sites whose disorder is correlated; empty where the file names no assemblies. */
  readonly assembly: string;
  /** Sites of one group are filled together, those of different groups of an assembly are not. */
  readonly group: string;
}

/** A crystal as its symmetry-distinct sites; the full cell is in the orbits' `images`. */
export interface Structure {
  readonly lattice: Lattice;
  readonly operations: readonly SymmetryOperation[];
  readonly symmetrySource: SymmetrySource;
  readonly orbits: readonly Orbit[];
  readonly oxidation: OxidationAssignment;
}

/** A structure as far as geometry goes. */
export type Sites = Pick<Structure, "lattice" | "orbits">;

/** Sites in the unit cell. */
export function siteCount({ orbits }: Pick<Structure, "orbits">): number {
  return orbits.reduce((sum, orbit) => sum + orbit.multiplicity, 0);
}

/** Atoms of each element in the unit cell, in order of first appearance. */
export function composition({ orbits }: Pick<Structure, "orbits">): Map<string, number> {
  const atoms = new Map<string, number>();
  for (const { multiplicity, occupants } of orbits)
    for (const { element, occupancy } of occupants)
      atoms.set(element, (atoms.get(element) ?? 0) + multiplicity * occupancy);
  return atoms;
}

/** How far a site is filled: 1 where nothing is missing. */
export function totalOccupancy({ occupants }: Pick<Orbit, "occupants">): number {
  return occupants.reduce((sum, { occupancy }) => sum + occupancy, 0);
}

/** Whether every site is fully occupied by one element. */
export function isOrdered({ orbits }: Pick<Structure, "orbits">): boolean {
  return orbits.every(
    ({ occupants }) => occupants.length === 1 && Math.abs((occupants[0]?.occupancy ?? 0) - 1) < 1e-8,
  );
}
