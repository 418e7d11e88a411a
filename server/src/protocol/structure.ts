import type { Representation } from "./simplification";
import type { Refused } from "./values";

/** The editor's command that opens the panel, which lenses call; arguments: uri, code of the block. */
export const showStructureCommand = "superion.showStructure";

/** Client -> server: what a picture of the crystal in one data block of an open document shows. */
export const structureMethod = "superion/structure";

export interface StructureParams {
  readonly uri: string;
  /** Code of the data block; the first block with a structure where absent. */
  readonly block?: string;
  readonly as: Representation;
}

export type StructureResult = { readonly kind: "structure"; readonly picture: StructurePicture } | Refused;

/** A unit cell as it is drawn. Lengths in angstrom, positions Cartesian if not said otherwise. */
export interface StructurePicture {
  /** Code of the data block. */
  readonly block: string;
  /** Codes of all data blocks with a structure. */
  readonly blocks: readonly string[];
  /** Reduced, of the structure as it stands in the file. */
  readonly formula: string;
  readonly lattice: PictureLattice;
  /** The sites that the representation keeps. */
  readonly sites: readonly PictureSite[];
  /** Why there are only sites; `null` where there are atoms. */
  readonly omission: string | null;
  readonly atoms: readonly PictureAtom[];
  /** Pairs of indices of atoms. */
  readonly bonds: readonly (readonly [number, number])[];
  /** Indices of atoms: a cation of the framework, and the anions about it. */
  readonly polyhedra: readonly { readonly centre: number; readonly corners: readonly number[] }[];
}

export interface PictureLattice {
  /** Angstrom and degrees: a, b, c, alpha, beta, gamma. */
  readonly parameters: readonly number[];
  /** The vectors a, b and c. */
  readonly vectors: readonly (readonly [number, number, number])[];
}

/** A symmetry-distinct site. */
export interface PictureSite {
  readonly label: string;
  /** What they lack to 1 is vacancy. */
  readonly occupants: readonly PictureOccupant[];
  /** Fractional coordinates of the representative. */
  readonly position: readonly [number, number, number];
  readonly multiplicity: number;
  /** Of the sphere that stands for it. */
  readonly radius: number;
  /** Its rows in the text, from line to line, counted from 0. */
  readonly lines: readonly { readonly first: number; readonly last: number }[];
}

export interface PictureOccupant {
  readonly element: string;
  readonly occupancy: number;
  readonly oxidationState: number | null;
}

export interface PictureAtom {
  /** Index of its site. */
  readonly site: number;
  readonly position: readonly [number, number, number];
  /** Half axes of its displacement ellipsoid, one after another; `null` where the file gives none. */
  readonly ellipsoid: readonly number[] | null;
}
