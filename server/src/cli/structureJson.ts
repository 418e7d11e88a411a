import { density } from "../crystal/density";
import { reducedFormula } from "../crystal/formula";
import type { DetectedSpaceGroup } from "../crystal/symmetry/spaceGroupDetection";
import {
  isOrdered,
  siteCount,
  type Occupant,
  type Orbit,
  type Structure,
  type SymmetrySource,
} from "../crystal/structure";

export interface StructureExtras {
  /** As detected; its number, symbol and Wyckoff letters are `null` without. */
  readonly spaceGroup?: DetectedSpaceGroup | undefined;
  /** Whether to list every site of the cell. */
  readonly cell?: boolean | undefined;
  /** Neighbours of each orbit's representative. */
  readonly neighbours?: Uint32Array | undefined;
}

export interface OrbitJson {
  readonly label: string;
  readonly position: readonly number[];
  readonly multiplicity: number;
  readonly wyckoff: string | null;
  readonly occupants: readonly { element: string; occupancy: number; oxidation: number | null }[];
  readonly neighbours?: number | undefined;
}

export interface StructureJson {
  readonly block: string;
  readonly formula: string;
  /** Atoms a cell. */
  readonly composition: Readonly<Record<string, number>>;
  readonly lattice: Readonly<Record<"a" | "b" | "c" | "alpha" | "beta" | "gamma" | "volume", number>>;
  /** g/cm3. */
  readonly density: number;
  readonly spaceGroup: {
    readonly number: number | null;
    readonly symbol: string | null;
    readonly source: SymmetrySource;
  };
  readonly ordered: boolean;
  readonly oxidation: Structure["oxidation"];
  /** Sites in the cell. */
  readonly sites: number;
  readonly orbits: readonly OrbitJson[];
  readonly cell?: readonly { readonly position: readonly number[]; readonly orbit: number }[] | undefined;
}

/** A structure in the form of the command line's JSON. Lengths in angstrom, angles in degrees. */
export function structureToJson(
  block: string,
  structure: Structure,
  extras: StructureExtras = {},
): StructureJson {
  const { lattice, orbits } = structure;
  const { spaceGroup, neighbours } = extras;
  return {
    block,
    formula: reducedFormula(structure),
    composition: compositionOf(structure),
    lattice: { ...lattice.parameters, volume: lattice.volume },
    density: density(structure),
    spaceGroup: {
      number: spaceGroup?.number ?? null,
      symbol: spaceGroup?.symbol ?? null,
      source: structure.symmetrySource,
    },
    ordered: isOrdered(structure),
    oxidation: structure.oxidation,
    sites: siteCount(structure),
    orbits: orbits.map((orbit, i) => orbitToJson(orbit, spaceGroup?.wyckoffLetters[i], neighbours?.[i])),
    cell: extras.cell ? orbits.flatMap(sitesOfOrbit) : undefined,
  };
}

function orbitToJson(
  { label, position, multiplicity, occupants }: Orbit,
  wyckoff: string | undefined,
  neighbours: number | undefined,
): OrbitJson {
  return {
    label,
    position,
    multiplicity,
    wyckoff: wyckoff ?? null,
    occupants: occupants.map((occupant) => ({
      element: symbolOf(occupant),
      occupancy: occupant.occupancy,
      oxidation: occupant.oxidationState ?? null,
    })),
    neighbours,
  };
}

/** Deuterium and tritium by their own symbols, as the file names them. */
function symbolOf({ element, isotope }: Occupant): string {
  return element === "H" && isotope ? isotope : element;
}

function compositionOf({ orbits }: Structure): Record<string, number> {
  const atoms: Record<string, number> = {};
  for (const { multiplicity, occupants } of orbits)
    for (const occupant of occupants) {
      const symbol = symbolOf(occupant);
      atoms[symbol] = (atoms[symbol] ?? 0) + multiplicity * occupant.occupancy;
    }
  return atoms;
}

function sitesOfOrbit(
  { images, multiplicity }: Orbit,
  orbit: number,
): { position: number[]; orbit: number }[] {
  return Array.from({ length: multiplicity }, (_, k) => ({
    position: [...images.subarray(3 * k, 3 * k + 3)],
    orbit,
  }));
}
