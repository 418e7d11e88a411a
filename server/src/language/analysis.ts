import type { Problem, TextRange } from "../cif/problem";
import type { LatticeParameters, Vector3 } from "../crystal/lattice";
import type { Occupant, OxidationAssignment, SymmetrySource } from "../crystal/structure";
import type { Annotation } from "../protocol/annotation";
import type { Representation } from "../protocol/simplification";

/** More problems than these of one file help nobody. */
export const mostProblems = 1000;

/** What the worker finds out about one text: plain data, so that it can pass between threads. */
export interface DocumentAnalysis {
  readonly blocks: readonly BlockAnalysis[];
  /** Of the syntax, of reading structures and of predicting; the first {@link mostProblems}, by place. */
  readonly problems: readonly Problem[];
  /** How many there are in all. */
  readonly problemCount: number;
}

/** A data block that is meant as a structure. */
export interface BlockAnalysis {
  /** As written, without `data_`. */
  readonly code: string;
  readonly headerRange: TextRange;
  readonly structure: StructureSummary | undefined;
  /** Absent where no model could be loaded. */
  readonly annotation: Annotation | undefined;
  /** Why there is no prediction, in words; `undefined` where there is one. */
  readonly refusal: string | undefined;
}

export interface StructureSummary {
  /** Reduced formula. */
  readonly formula: string;
  readonly lattice: LatticeParameters;
  /** Cubic angstrom. */
  readonly volume: number;
  /** g/cm3; `undefined` where an element has no known mass. */
  readonly density: number | undefined;
  /** Sites in the unit cell. */
  readonly siteCount: number;
  readonly ordered: boolean;
  readonly operationCount: number;
  readonly symmetrySource: SymmetrySource;
  readonly oxidation: OxidationAssignment;
  readonly sites: readonly SiteSummary[];
}

/** One orbit. */
export interface SiteSummary {
  readonly label: string;
  /** The places of its atom-site rows in the text. */
  readonly rows: readonly TextRange[];
  /** Fractional coordinates. */
  readonly position: Vector3;
  readonly multiplicity: number;
  readonly occupants: readonly Occupant[];
  /** Sites within `radius` angstrom, the cutoff of the parent; absent without a model. */
  readonly neighbours: { readonly count: number; readonly radius: number } | undefined;
  /** The occupancy-weighted sum of the occupants' embeddings, 16 numbers; absent without a model. */
  readonly embedding: readonly number[] | undefined;
  readonly simplified: readonly SimplifiedSite[];
}

/** What a representation makes of a site. */
export interface SimplifiedSite {
  readonly as: Representation;
  /** Empty where it drops the site. */
  readonly occupants: readonly Occupant[];
}
