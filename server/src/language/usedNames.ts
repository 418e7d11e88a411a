import { plainName } from "../cif/dictionary/dictionary";

/** Of what Superion computes with, the parts of the names, in the order in which files have them. */
const used = [
  /^_cell_length_/,
  /^_cell_angle_/,
  /^_(?:space_group_name_h-m_(?:alt|full|ref)|symmetry_space_group_name_h-m)$/,
  /^_(?:space_group_it_number|symmetry_int_tables_number)$/,
  /^_(?:space_group|symmetry_space_group)_name_hall$/,
  /^_atom_site_label$/,
  /^_atom_site_type_symbol$/,
  /^_atom_site_fract_[xyz]$/,
  /^_atom_site_occupancy$/,
  /^_atom_site_disorder_(?:group|assembly)$/,
  /^_atom_site_cartn_[xyz]$/,
  /^_(?:space_group_symop_operation_xyz|symmetry_equiv_pos_as_xyz)$/,
  /^_atom_type_(?:symbol|oxidation_number)$/,
];

/** Whether Superion computes with the values of a name; the others are for the reader. */
export function isUsed(name: string): boolean {
  return orderOfUse(name) < used.length;
}

/** Smaller is earlier; the same for all names that Superion does not compute with. */
export function orderOfUse(name: string): number {
  const plain = plainName(name);
  const at = used.findIndex((pattern) => pattern.test(plain));
  return at < 0 ? used.length : at;
}
