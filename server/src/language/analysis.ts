import type { Problem, TextRange } from "../cif/problem";
import type { LatticeParameters, Vector3 } from "../crystal/lattice";
import type { SimplificationName } from "../crystal/simplification";
import type {
  DisorderGroup,
  Displacement,
  Occupant,
  OxidationAssignment,
  SymmetrySource,
} from "../crystal/structure";
import type { SimilarElement } from "../graph/similarElement";
import type { Annotation } from "../protocol/annotation";

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
  /** As the sites show it; absent where none was found. */
  readonly spaceGroup: { readonly number: number; readonly symbol: string } | undefined;
  /** Valence units; absent where bonds have no parameters. */
  readonly globalInstability: number | undefined;
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
  /** Wyckoff letter, where the structure is told in a setting of its space group. */
  readonly wyckoff: string | undefined;
  /** Wyckoff letter of the site in the standard cell of its space group, where that is another cell or has more symmetry. */
  readonly standardWyckoff: string | undefined;
  /** Bond valence sum of each occupant, were it there, in valence units. */
  readonly bondValenceSums: readonly (number | undefined)[];
  /** Bonded atoms, a partly occupied site counting by its occupancy. */
  readonly coordinationNumber: number;
  /** By the elements at the other end, nearest first. */
  readonly bonds: readonly BondSummary[];
  readonly displacement: Displacement | undefined;
  readonly disorder: DisorderGroup | undefined;
  /** Sites within `radius` angstrom, the cutoff of the parent; absent without a model. */
  readonly neighbours: { readonly count: number; readonly radius: number } | undefined;
  /** The occupancy-weighted sum of the occupants' embeddings, 16 numbers; absent without a model. */
  readonly embedding: readonly number[] | undefined;
  /** The element that the model takes the site for; absent without a model. */
  readonly similar: SimilarElement | undefined;
  readonly simplified: readonly SimplifiedSite[];
}

/** Bonds of a site to sites that hold the same elements. */
export interface BondSummary {
  /** `O`, `S/Cl`. */
  readonly to: string;
  readonly count: number;
  /** Angstrom. */
  readonly shortest: number;
  readonly longest: number;
}

/** What a representation makes of a site. */
export interface SimplifiedSite {
  readonly as: SimplificationName;
  /** Empty where it drops the site. */
  readonly occupants: readonly Occupant[];
}
