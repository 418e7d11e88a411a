import type { Block } from "../../cif/document";
import { parseNumber } from "../../cif/number";
import type { Lattice, Vector3 } from "../lattice";
import { apply, determinant, inverse } from "../symmetry/symmetryOperation";
import type { SymmetryOperation } from "../structure";

/**
 * How a block's Cartesian coordinates (angstrom) become fractional: by the matrix that the block gives, to fractional or from
 * it, else with a along x and b in the xy plane.
 */
export function cartesianReader(block: Block, lattice: Lattice): (position: Vector3) => Vector3 {
  const toFractional = readMap(block, "fract_transf") ?? readMap(block, "fract_tran");
  if (toFractional) return (position) => apply(toFractional, position);
  const toCartesian = readMap(block, "cartn_transf") ?? readMap(block, "cartn_tran");
  if (!toCartesian) return (position) => lattice.fractional(position);
  const back = inverse(toCartesian);
  return (position) => apply(back, position);
}

/** `_atom_sites.fract_transf_matrix[1][1]` or `_atom_sites_fract_tran_matrix_11`, with its vector where there is one. */
function readMap(block: Block, stem: string): SymmetryOperation | undefined {
  const value = (...tags: string[]) => {
    const found = block.find(...tags)?.value(0);
    return found && "text" in found ? parseNumber(found.text.trim())?.value : undefined;
  };
  const axes = [1, 2, 3];
  const rotation = axes
    .flatMap((i) =>
      axes.map((j) => value(`_atom_sites.${stem}_matrix[${i}][${j}]`, `_atom_sites_${stem}_matrix_${i}${j}`)),
    )
    .filter((entry) => entry !== undefined);
  if (rotation.length !== 9 || Math.abs(determinant(rotation)) < 1e-12) return undefined;
  const [u = 0, v = 0, w = 0] = axes.map((i) =>
    value(`_atom_sites.${stem}_vector[${i}]`, `_atom_sites_${stem}_vector_${i}`),
  );
  return { rotation, translation: [u, v, w] };
}
