/** What a data name of a crystal structure means. */
export interface DataName {
  readonly meaning: string;
  readonly unit?: string;
  /** Whether Superion computes with it; the others are for the reader. */
  readonly used?: true;
}

const length = (axis: string): DataName => ({
  meaning: `Length of the cell edge ${axis}.`,
  unit: "angstrom",
  used: true,
});
const angle = (name: string, axes: string): DataName => ({
  meaning: `Cell angle ${name}, between ${axes}.`,
  unit: "degree",
  used: true,
});
const coordinate = (axis: string): DataName => ({
  meaning: `Position of the site along the cell edge ${axis}, as a fraction of its length.`,
  used: true,
});
const anisotropic = (quantity: "U" | "B", indices: string): DataName => ({
  meaning: `Component ${indices} of the anisotropic displacement tensor ${quantity} of the site.`,
  unit: "square angstrom",
});

/** Names as in the core dictionary of CIF 1; those with a point, as CIF 2 writes them, mean the same. */
const table: Record<string, DataName> = {
  _cell_length_a: length("a"),
  _cell_length_b: length("b"),
  _cell_length_c: length("c"),
  _cell_angle_alpha: angle("α", "b and c"),
  _cell_angle_beta: angle("β", "a and c"),
  _cell_angle_gamma: angle("γ", "a and b"),
  _cell_volume: {
    meaning: "Volume of the unit cell. Superion computes its own from edges and angles.",
    unit: "cubic angstrom",
  },
  _cell_formula_units_z: { meaning: "Formula units in the unit cell." },
  _cell_measurement_temperature: { meaning: "Temperature at which the cell was measured.", unit: "kelvin" },
  _cell_measurement_pressure: { meaning: "Pressure at which the cell was measured.", unit: "kilopascal" },
  _atom_site_label: {
    meaning: "Name of the site, unique in the block. Other loops refer to it.",
    used: true,
  },
  _atom_site_type_symbol: {
    meaning: "Element on the site, where given with its charge, as Li1+.",
    used: true,
  },
  _atom_site_fract_x: coordinate("a"),
  _atom_site_fract_y: coordinate("b"),
  _atom_site_fract_z: coordinate("c"),
  _atom_site_cartn_x: { meaning: "Position along x of an orthogonal frame.", unit: "angstrom" },
  _atom_site_cartn_y: { meaning: "Position along y of an orthogonal frame.", unit: "angstrom" },
  _atom_site_cartn_z: { meaning: "Position along z of an orthogonal frame.", unit: "angstrom" },
  _atom_site_occupancy: {
    meaning:
      "Share of the site that this species fills, averaged over the crystal: 1 is full. What all species of a site lack to 1 is vacancy.",
    used: true,
  },
  _atom_site_site_symmetry_multiplicity: {
    meaning: "Symmetry-equivalent sites in the unit cell. Superion counts them itself.",
  },
  _atom_site_symmetry_multiplicity: {
    meaning: "Symmetry-equivalent sites in the unit cell. Superion counts them itself.",
  },
  _atom_site_wyckoff_symbol: {
    meaning: "Wyckoff letter: which kind of special position of the space group the site is on.",
  },
  _atom_site_u_iso_or_equiv: {
    meaning: "Mean square displacement of the atom, the same in all directions.",
    unit: "square angstrom",
  },
  _atom_site_b_iso_or_equiv: {
    meaning: "Displacement parameter B = 8π²U, the same in all directions.",
    unit: "square angstrom",
  },
  _atom_site_adp_type: { meaning: "Kind of the displacement parameter: Uiso, Uani and the like." },
  _atom_site_thermal_displace_type: {
    meaning: "Kind of the displacement parameter, an older name of adp_type.",
  },
  _atom_site_calc_flag: {
    meaning: "Whether the position was determined (d), calculated (calc) or is a dummy (dum).",
  },
  _atom_site_attached_hydrogens: {
    meaning: "Hydrogen atoms that belong to the atom without sites of their own.",
  },
  _atom_site_disorder_assembly: { meaning: "Group of sites whose disorder is correlated." },
  _atom_site_disorder_group: {
    meaning: "Alternative inside a disorder assembly: sites of different groups are not occupied at once.",
  },
  _atom_site_refinement_flags: {
    meaning: "Restraints in the refinement: S special position, P partial occupancy, and others.",
  },
  _atom_site_aniso_label: { meaning: "Label of the site that the displacement tensor belongs to." },
  _atom_site_aniso_u_11: anisotropic("U", "11"),
  _atom_site_aniso_u_22: anisotropic("U", "22"),
  _atom_site_aniso_u_33: anisotropic("U", "33"),
  _atom_site_aniso_u_12: anisotropic("U", "12"),
  _atom_site_aniso_u_13: anisotropic("U", "13"),
  _atom_site_aniso_u_23: anisotropic("U", "23"),
  _atom_type_symbol: { meaning: "Species of the structure, an element with or without charge.", used: true },
  _atom_type_oxidation_number: {
    meaning: "Oxidation state of the species. It decides what is cation, anion or mobile ion.",
    used: true,
  },
  _atom_type_number_in_cell: { meaning: "Atoms of this species in the unit cell." },
  _atom_type_radius_bond: {
    meaning: "Radius within which bonds of the species are drawn.",
    unit: "angstrom",
  },
  _space_group_symop_operation_xyz: {
    meaning: "Symmetry operation, as x,y,z of the image. The list makes all sites out of the given ones.",
    used: true,
  },
  _symmetry_equiv_pos_as_xyz: {
    meaning: "Symmetry operation, as x,y,z of the image; older name of _space_group_symop_operation_xyz.",
    used: true,
  },
  _space_group_symop_id: { meaning: "Number of the symmetry operation, for other loops to refer to." },
  _symmetry_equiv_pos_site_id: { meaning: "Number of the symmetry operation, for other loops to refer to." },
  _space_group_name_h_m_alt: {
    meaning: "Space group in Hermann-Mauguin notation. Read for the operations where the file lists none.",
    used: true,
  },
  "_symmetry_space_group_name_h-m": {
    meaning:
      "Space group in Hermann-Mauguin notation, older name. Read for the operations where the file lists none.",
    used: true,
  },
  _space_group_name_hall: {
    meaning: "Space group in Hall's notation, which also tells setting and origin.",
    used: true,
  },
  _symmetry_space_group_name_hall: { meaning: "Space group in Hall's notation, older name.", used: true },
  _space_group_it_number: {
    meaning: "Number of the space group, 1 to 230, in International Tables A.",
    used: true,
  },
  _symmetry_int_tables_number: {
    meaning: "Number of the space group, 1 to 230, in International Tables A; older name.",
    used: true,
  },
  _space_group_crystal_system: { meaning: "Crystal system of the space group." },
  _symmetry_cell_setting: { meaning: "Crystal system of the cell; older name." },
  _chemical_formula_sum: {
    meaning: "Formula with each element once. Superion computes its own from the sites.",
  },
  _chemical_formula_structural: { meaning: "Formula written so that it shows the structure." },
  _chemical_formula_moiety: { meaning: "Formula by molecular or ionic units." },
  _chemical_formula_weight: { meaning: "Mass of one formula unit.", unit: "dalton" },
  _chemical_name_common: { meaning: "Everyday name of the compound." },
  _chemical_name_mineral: { meaning: "Mineral name." },
  _chemical_name_systematic: { meaning: "Systematic name of the compound." },
  _chemical_name_structure_type: { meaning: "Prototype of the structure, as garnet or spinel." },
  _exptl_crystal_density_diffrn: { meaning: "Density computed from cell and formula.", unit: "g/cm³" },
  _exptl_crystal_density_meas: { meaning: "Measured density.", unit: "g/cm³" },
  _diffrn_ambient_temperature: { meaning: "Temperature of the diffraction measurement.", unit: "kelvin" },
  _diffrn_ambient_pressure: { meaning: "Pressure of the diffraction measurement.", unit: "kilopascal" },
  _diffrn_radiation_wavelength: { meaning: "Wavelength of the radiation.", unit: "angstrom" },
  _refine_ls_r_factor_gt: {
    meaning: "Agreement of model and data, over the strong reflections: small is good.",
  },
  _refine_ls_wr_factor_ref: { meaning: "Weighted agreement of model and data." },
  _database_code_icsd: { meaning: "Number of the entry in the Inorganic Crystal Structure Database." },
  _database_code_icsd_number: { meaning: "Number of the entry in the Inorganic Crystal Structure Database." },
  _cod_database_code: { meaning: "Number of the entry in the Crystallography Open Database." },
  _journal_paper_doi: { meaning: "DOI of the article that reports the structure." },
  _audit_creation_date: { meaning: "Day the block was made." },
  _audit_creation_method: { meaning: "How, or with which program, the block was made." },
};

const byName = new Map(Object.entries(table));

/** The meaning of a lower-case data name in either notation; `undefined` for names that are not of a structure. */
export function lookUpDataName(tag: string): DataName | undefined {
  return byName.get(tag.replace(".", "_"));
}
