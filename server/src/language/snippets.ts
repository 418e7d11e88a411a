/** A piece of text to begin with, in the notation of LSP's snippets. */
export interface Snippet {
  readonly label: string;
  readonly description: string;
  readonly text: string;
  /** Whether it begins a data block of its own. */
  readonly isBlock?: true;
}

/** What a structure at least consists of, and the loops that stand in most files. */
export const snippets: readonly Snippet[] = [
  {
    label: "data_ structure",
    description: "Smallest structure: cell, space group and sites",
    isBlock: true,
    text: [
      "data_${1:Li3N}",
      "_cell_length_a ${2:3.65}",
      "_cell_length_b ${3:3.65}",
      "_cell_length_c ${4:3.87}",
      "_cell_angle_alpha ${5:90}",
      "_cell_angle_beta ${6:90}",
      "_cell_angle_gamma ${7:120}",
      "_space_group_name_H-M_alt '${8:P 6/m m m}'",
      "_space_group_IT_number ${9:191}",
      "loop_",
      "_atom_site_label",
      "_atom_site_type_symbol",
      "_atom_site_fract_x",
      "_atom_site_fract_y",
      "_atom_site_fract_z",
      "_atom_site_occupancy",
      "${10:N1} ${11:N3-} ${12:0} ${13:0} ${14:0} ${15:1}",
      "$0",
    ].join("\n"),
  },
  {
    label: "loop_ sites",
    description: "Loop of atom sites with occupancy",
    text: [
      "loop_",
      "_atom_site_label",
      "_atom_site_type_symbol",
      "_atom_site_fract_x",
      "_atom_site_fract_y",
      "_atom_site_fract_z",
      "_atom_site_occupancy",
      "${1:Li1} ${2:Li1+} ${3:0} ${4:0} ${5:0} ${6:1}",
      "$0",
    ].join("\n"),
  },
  {
    label: "loop_ displacements",
    description: "Loop of anisotropic displacement parameters",
    text: [
      "loop_",
      "_atom_site_aniso_label",
      ...["11", "22", "33", "12", "13", "23"].map((indices) => `_atom_site_aniso_U_${indices}`),
      "${1:Li1} ${2:0.01} ${3:0.01} ${4:0.01} ${5:0} ${6:0} ${7:0}",
      "$0",
    ].join("\n"),
  },
  {
    label: "loop_ symmetry operations",
    description: "Loop of the operations of the space group",
    text: ["loop_", "_space_group_symop_id", "_space_group_symop_operation_xyz", "1 '${1:x,y,z}'", "$0"].join(
      "\n",
    ),
  },
  {
    label: "loop_ oxidation states",
    description: "Loop of species with their oxidation numbers",
    text: ["loop_", "_atom_type_symbol", "_atom_type_oxidation_number", "${1:Li1+} ${2:1}", "$0"].join("\n"),
  },
  {
    label: "loop_ bonds",
    description: "Loop of bond lengths",
    text: [
      "loop_",
      "_geom_bond_atom_site_label_1",
      "_geom_bond_atom_site_label_2",
      "_geom_bond_distance",
      "_geom_bond_site_symmetry_2",
      "${1:Li1} ${2:N1} ${3:2.1} ${4:.}",
      "$0",
    ].join("\n"),
  },
  {
    label: "loop_ angles",
    description: "Loop of bond angles",
    text: [
      "loop_",
      "_geom_angle_atom_site_label_1",
      "_geom_angle_atom_site_label_2",
      "_geom_angle_atom_site_label_3",
      "_geom_angle",
      "${1:Li1} ${2:N1} ${3:Li1} ${4:90}",
      "$0",
    ].join("\n"),
  },
];
