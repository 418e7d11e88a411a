import { plainName } from "../cif/dictionary/dictionary";

/** Of what Superion computes with, the parts of the names. */
const used = [
  /^_cell_(?:length|angle)_/,
  /^_atom_site_(?:label|type_symbol|fract_[xyz]|cartn_[xyz]|occupancy|disorder_(?:group|assembly))$/,
  /^_atom_type_(?:symbol|oxidation_number)$/,
  /^_(?:space_group_symop_operation_xyz|symmetry_equiv_pos_as_xyz)$/,
  /^_(?:space_group_name_h-m_(?:alt|full|ref)|symmetry_space_group_name_h-m)$/,
  /^_(?:space_group|symmetry_space_group)_name_hall$/,
  /^_(?:space_group_it_number|symmetry_int_tables_number)$/,
];

/** Whether Superion computes with the values of a name; the others are for the reader. */
export function isUsed(name: string): boolean {
  const plain = plainName(name);
  return used.some((pattern) => pattern.test(plain));
}
