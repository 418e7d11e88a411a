import type { Block } from "../../cif/document";
import { numberValue } from "../../cif/number";
import type { ProblemList } from "../../cif/problemList";
import type { Lattice, Vector3 } from "../lattice";
import { apply, determinant, inverse } from "../symmetry/symmetryOperation";
import type { SymmetryOperation } from "../structure";

/** Share of the volume by which the matrix of a block and its cell may differ. */
const tolerance = 0.02;

/**
 * How a block's Cartesian coordinates (angstrom) become fractional: by the matrix that the block gives, to fractional or from
 * it, else with a along x and b in the xy plane.
 */
export function cartesianReader(
  block: Block,
  lattice: Lattice,
  problems: ProblemList,
): (position: Vector3) => Vector3 {
  const read = (stem: string, volume: number) => readMap(block, stem, volume, problems);
  const { volume } = lattice;
  const toFractional = read("fract_transf", 1 / volume) ?? read("fract_tran", 1 / volume);
  if (toFractional) return (position) => apply(toFractional, position);
  const toCartesian = read("cartn_transf", volume) ?? read("cartn_tran", volume);
  if (!toCartesian) return (position) => lattice.fractional(position);
  const back = inverse(toCartesian);
  return (position) => apply(back, position);
}

/**
 * `_atom_sites.fract_transf_matrix[1][1]` or `_atom_sites_fract_tran_matrix_11`, with its vector where there is one: a map
 * of this volume, or none.
 */
function readMap(
  block: Block,
  stem: string,
  volume: number,
  problems: ProblemList,
): SymmetryOperation | undefined {
  const value = (...tags: string[]) => {
    const found = block.find(...tags)?.value(0);
    return found && "text" in found ? numberValue(found.text.trim()) : undefined;
  };
  const axes = [1, 2, 3];
  const tagsOf = (i: number, j: number) => [
    `_atom_sites.${stem}_matrix[${i}][${j}]`,
    `_atom_sites_${stem}_matrix_${i}${j}`,
  ];
  const rotation = axes
    .flatMap((i) => axes.map((j) => value(...tagsOf(i, j))))
    .filter((entry) => entry !== undefined);
  if (rotation.length !== 9) return undefined;
  const [u = 0, v = 0, w = 0] = axes.map((i) =>
    value(`_atom_sites.${stem}_vector[${i}]`, `_atom_sites_${stem}_vector_${i}`),
  );
  const isOfVolume = Math.abs(Math.abs(determinant(rotation)) / volume - 1) < tolerance;
  if (isOfVolume && [u, v, w].every(Number.isFinite)) return { rotation, translation: [u, v, w] };
  const place = block.find(...tagsOf(1, 1))?.tagRange ?? block.headerRange;
  problems.warning(
    "cartesian-axes-contradiction",
    `The matrix _atom_sites_${stem} does not go with the unit cell: it is not used.`,
    place.start,
    place.end,
  );
  return undefined;
}
