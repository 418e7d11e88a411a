import { parseCif } from "../../../server/src/cif/parser";
import type { Problem } from "../../../server/src/cif/problem";
import { readStructures } from "../../../server/src/crystal/reading/readStructure";
import type { Structure } from "../../../server/src/crystal/structure";

/** What a test says about a file; all else is an ordinary cubic cell of 5 angstrom. */
export interface CifParts {
  readonly cell?: string;
  readonly symmetry?: string;
  /** Columns of the atom-site loop, without `_atom_site_`. */
  readonly columns?: string;
  readonly sites?: readonly string[];
  readonly more?: string;
}

export const cubicCell = cell(5, 5, 5, 90, 90, 90);

export function cell(a: number, b: number, c: number, alpha: number, beta: number, gamma: number): string {
  return [
    ...Object.entries({ a, b, c }).map(([edge, length]) => `_cell_length_${edge} ${length}`),
    ...Object.entries({ alpha, beta, gamma }).map(([name, angle]) => `_cell_angle_${name} ${angle}`),
  ].join("\n");
}

export function operators(...triplets: readonly string[]): string {
  return ["loop_", "_space_group_symop_operation_xyz", ...triplets.map((triplet) => `'${triplet}'`)].join(
    "\n",
  );
}

export function cifText({
  cell: cellText = cubicCell,
  symmetry = operators("x,y,z"),
  columns = "label type_symbol fract_x fract_y fract_z occupancy",
  sites = ["Li1 Li 0 0 0 1"],
  more = "",
}: CifParts): string {
  const loop =
    sites.length === 0 ? [] : ["loop_", ...columns.split(" ").map((name) => `_atom_site_${name}`), ...sites];
  return ["data_test", cellText, symmetry, more, ...loop, ""].join("\n");
}

export interface Reading {
  readonly structure: Structure | undefined;
  readonly problems: readonly Problem[];
  /** Codes of the problems, with the text that each points to. */
  readonly told: readonly string[];
}

/** Reads the first structure of a text. */
export function read(text: string): Reading {
  const [entry] = readStructures(parseCif(text));
  const problems = entry?.problems ?? [];
  const told = problems.map(
    ({ code, range }) => `${code}: ${range ? text.slice(range.start, range.end) : ""}`,
  );
  return { structure: entry?.structure, problems, told };
}

export function readParts(parts: CifParts): Reading {
  return read(cifText(parts));
}

/** The structure of a text that has one. */
export function structureOf(parts: CifParts): Structure {
  const { structure, told } = readParts(parts);
  if (!structure) throw new Error(`no structure: ${told.join("; ")}`);
  return structure;
}

/** A cubic crystal of a space group. */
export function cubic(edge: number, spaceGroup: string, ...sites: readonly string[]): Structure {
  return structureOf({
    cell: cell(edge, edge, edge, 90, 90, 90),
    symmetry: `_symmetry_space_group_name_H-M '${spaceGroup}'`,
    sites,
  });
}

/** With the cation `A` at the origin, and the anion `B`. */
export function rockSalt(edge: number, cation: string, anion: string): Structure {
  return cubic(edge, "F m -3 m", `A ${cation} 0 0 0 1`, `B ${anion} 0.5 0 0 1`);
}

/** Sites as `label multiplicity: species`. */
export function orbitsOf({ orbits }: Structure): string[] {
  return orbits.map(({ label, multiplicity, occupants }) => {
    const species = occupants.map(({ element, occupancy }) => `${element} ${Number(occupancy.toFixed(6))}`);
    return `${label} ${multiplicity}: ${species.join(", ")}`;
  });
}
