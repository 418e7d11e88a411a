/** Rock salt with the given atom-site rows: label, element, x, y, z, occupancy. */
export function rockSalt(
  sites: readonly string[] = ["Li1 Li1+ 0 0 0 1", "Cl1 Cl1- 0.5 0.5 0.5 1"],
  code = "LiCl",
  edge = "5.14",
): string {
  return `data_${code}
_cell_length_a ${edge}
_cell_length_b ${edge}
_cell_length_c ${edge}
_cell_angle_alpha 90
_cell_angle_beta 90
_cell_angle_gamma 90
_space_group_name_H-M_alt 'F m -3 m'
_space_group_IT_number 225
loop_
_atom_site_label
_atom_site_type_symbol
_atom_site_fract_x
_atom_site_fract_y
_atom_site_fract_z
_atom_site_occupancy
${sites.join("\n")}
`;
}

/** Rock salt of two elements whose charges are not told. */
export function binarySalt(code: string, cation: string, anion: string, edge: number): string {
  return rockSalt([`${cation}1 ${cation} 0 0 0 1`, `${anion}1 ${anion} 0.5 0.5 0.5 1`], code, String(edge));
}
