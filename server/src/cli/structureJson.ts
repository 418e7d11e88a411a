import type { BondValenceSums } from "../crystal/bonding/bondValenceSums";
import type { Coordination } from "../crystal/bonding/coordination";
import { density } from "../crystal/density";
import { hillFormula, iupacFormula, reducedFormula } from "../crystal/formula";
import type { ShortestDistance } from "../crystal/shortestDistances";
import type { DetectedSpaceGroup } from "../crystal/symmetry/spaceGroupDetection";
import {
  isOrdered,
  siteCount,
  type DisorderGroup,
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
  /** Electronvolt a cell; `null` where there is none. */
  readonly ewaldEnergy?: number | null | undefined;
  readonly bonding?:
    { readonly coordinations: readonly Coordination[]; readonly valences: BondValenceSums } | undefined;
  readonly shortestDistances?: readonly ShortestDistance[] | undefined;
}

export interface OrbitJson {
  readonly label: string;
  readonly position: readonly number[];
  readonly multiplicity: number;
  readonly wyckoff: string | null;
  readonly occupants: readonly { element: string; occupancy: number; oxidation: number | null }[];
  /** Where the file gives one. */
  readonly disorder?: DisorderGroup | undefined;
  readonly neighbours?: number | undefined;
  readonly coordination?: CoordinationJson | undefined;
  /** Valence units. */
  readonly bondValenceSum?: number | null | undefined;
}

export interface CoordinationJson {
  readonly number: number;
  /** Of one site; `orbit` is the index of the other end, `distance` in angstrom, `valence` in valence units. */
  readonly bonds: readonly { orbit: number; distance: number; count: number; valence: number }[];
}

export interface StructureJson {
  readonly block: string;
  readonly formula: string;
  readonly hillFormula: string;
  readonly iupacFormula: string;
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
  readonly ewaldEnergy?: number | null | undefined;
  /** Valence units. */
  readonly globalInstability?: number | null | undefined;
  readonly shortestDistances?:
    readonly { elements: readonly string[]; distance: number; together: number | null }[] | undefined;
}

/** A structure in the form of the command line's JSON. Lengths in angstrom, angles in degrees. */
export function structureToJson(
  block: string,
  structure: Structure,
  extras: StructureExtras = {},
): StructureJson {
  const { lattice, orbits } = structure;
  const { spaceGroup, bonding, ewaldEnergy } = extras;
  return {
    block,
    formula: reducedFormula(structure),
    hillFormula: hillFormula(structure),
    iupacFormula: iupacFormula(structure),
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
    orbits: orbits.map((orbit, i) => orbitToJson(orbit, i, extras)),
    cell: extras.cell ? orbits.flatMap(sitesOfOrbit) : undefined,
    ewaldEnergy,
    globalInstability: bonding && (bonding.valences.globalInstability ?? null),
    shortestDistances: extras.shortestDistances?.map(({ elements, distance, together }) => ({
      elements,
      distance,
      together: together ?? null,
    })),
  };
}

function orbitToJson(
  { label, position, multiplicity, occupants, disorder }: Orbit,
  index: number,
  { spaceGroup, neighbours, bonding }: StructureExtras,
): OrbitJson {
  return {
    label,
    position,
    multiplicity,
    wyckoff: spaceGroup?.wyckoffLetters[index] ?? null,
    occupants: occupants.map((occupant) => ({
      element: symbolOf(occupant),
      occupancy: occupant.occupancy,
      oxidation: occupant.oxidationState ?? null,
    })),
    disorder,
    neighbours: neighbours?.[index],
    coordination: bonding?.coordinations[index],
    bondValenceSum: bonding && (bonding.valences.sums[index] ?? null),
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
