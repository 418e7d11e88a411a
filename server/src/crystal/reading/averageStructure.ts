import type { Block } from "../../cif/document";
import type { ProblemList } from "../../cif/problemList";
import { firstColumn, textOf } from "./writtenValue";

/** Operations in more than three dimensions: the first three coordinates are those of the average structure. */
export const superspaceTags = [
  "_space_group_symop_ssg_operation_algebraic",
  "_space_group_symop.ssg_operation_algebraic",
  "_space_group_symop_ssg.operation_algebraic",
  "_space_group_symop_magn_ssg_operation.algebraic",
  "_space_group_symop_magn_ssg_operation_algebraic",
  "_space_group_symop.magn_ssg_operation_algebraic",
];
const dimensionTags = ["_cell_modulation_dimension", "_cell.modulation_dimension"];
const magneticTags = [
  "_space_group_symop_magn_operation.xyz",
  "_space_group_symop_magn_operation_xyz",
  "_space_group_symop.magn_operation_xyz",
  "_atom_site_moment.label",
  "_atom_site_moment_label",
];

/** Tells of what a structure has that is not read: modulation waves and magnetic moments. */
export function tellAverageStructure(block: Block, problems: ProblemList): void {
  const dimension = block.find(...dimensionTags);
  const modulated =
    dimension && Number(textOf(dimension.value(0))) > 0 ? dimension : firstColumn(block, superspaceTags);
  if (modulated)
    problems.warning(
      "modulated-structure",
      "The structure is modulated: what is read is its average structure, without modulation waves.",
      modulated.tagRange.start,
      modulated.tagRange.end,
    );
  const magnetic = firstColumn(block, magneticTags);
  if (magnetic)
    problems.information(
      "magnetic-structure",
      "The file describes a magnetic structure: its atoms are read, its magnetic moments are not.",
      magnetic.tagRange.start,
      magnetic.tagRange.end,
    );
}
