/** Cell, symmetry, sites, chemistry and geometry: the core of a structure. See `../compactNames.ts` for the notation. */
export const structureNames = `
[cell] single
_cell_length_{a,b,c} | num | Å | 0: | Length of the cell edge {}.
_cell_angle_{alpha,beta,gamma} | num | ° | 0:180 | Cell angle {α,β,γ}, between {b and c,a and c,a and b}.
_cell_volume | num | Å³ | 0: | Volume of the unit cell.
_cell_formula_units_Z | num | | 1: | How many formula units the unit cell holds.
_cell_formula_units_Z_prime | num | | 0: | Formula units in the asymmetric unit.
_cell_atomic_mass | num | Da | 0: | Mass of all atoms in the unit cell.
_cell_reciprocal_length_{a,b,c} | num | Å⁻¹ | 0: | Length of the reciprocal cell edge {}*.
_cell_reciprocal_angle_{alpha,beta,gamma} | num | ° | 0:180 | Angle {α,β,γ}* of the reciprocal cell.
_cell_special_details | text | | | What else is to be told of the cell, such as the choice of its setting.
_cell_details > _cell_special_details
_cell_metric_tensor | list | Å² | | Metric tensor of the cell: the products of its edges.
_cell_orthogonal_matrix | list | Å | | Matrix that turns fractional into orthogonal coordinates.
_cell_convert_Uij_to_betaij | list | Å⁻¹ | | Factors from U to β of the displacement tensor.
_cell_convert_Uiso_to_Uij | list | | | Factors from an isotropic U to the components of the tensor.
_cell_reciprocal_metric_tensor | list | Å⁻² | | Metric tensor of the reciprocal cell.
_cell_reciprocal_orthogonal_matrix | list | Å⁻¹ | | Matrix of the reciprocal cell in an orthogonal frame.
_cell_reciprocal_vector_{a,b,c} | list | Å⁻¹ | | Reciprocal cell vector {}* in an orthogonal frame.
_cell_vector_{a,b,c} | list | Å | | Cell vector {} in an orthogonal frame.

[cell_measurement] single
_cell_measurement_temperature | num | K | 0: | Temperature at which the cell was measured. The newer core dictionary tells it by _diffrn_ambient_temperature.
_cell_measurement_temp ~ _cell_measurement_temperature
_cell_measurement_pressure | num | kPa | 0: | Pressure at which the cell was measured. The newer core dictionary tells it by _diffrn_ambient_pressure.
_cell_measurement_radiation | text | | | Radiation that the cell was measured with.
_cell_measurement_wavelength | num | Å | 0: | Wavelength that the cell was measured with. The newer core dictionary tells it by _diffrn_radiation_wavelength.
_cell_measurement_reflns_used | int | | 0: | How many reflections the cell was refined from.
_cell_measurement_theta_{max,min} | num | ° | 0:90 | {Largest,Smallest} θ among the reflections that gave the cell.

[cell_measurement_refln] loop key=_cell_measurement_refln_index_h,_cell_measurement_refln_index_k,_cell_measurement_refln_index_l
_cell_measurement_refln_index_{h,k,l} | int | | | Miller index {} of a reflection that gave the cell.
_cell_measurement_refln_hkl | list | | | Miller indices of a reflection that gave the cell.
_cell_measurement_refln_theta | num | ° | 0:90 | θ of a reflection that gave the cell.

[space_group] both
_space_group_id | code | | | Name by which other items refer to the space group.
_space_group_IT_number | int | | 1:230 | Number of the space group in International Tables A.
_space_group_name_H-M_alt | text | | | Hermann-Mauguin symbol of the space group, in any setting, with blanks between its parts.
_space_group_name_H-M_alt_description | text | | | What is special about the Hermann-Mauguin symbol that is given.
_space_group_name_H-M_full | text | | | Full international Hermann-Mauguin symbol.
_space_group_name_H-M_ref | text | | | Short Hermann-Mauguin symbol of the reference setting.
_space_group_name_Hall | text | | | Hall's symbol, which also tells setting and origin.
_space_group_name_Schoenflies | text | | | Schoenflies symbol, as Oh.5.
_space_group_crystal_system | code | | =system | Crystal system of the space group.
_space_group_Bravais_type | code | | | Bravais type, as mP, aP or cF.
  aP: anorthic (triclinic) primitive
  mP: monoclinic primitive
  mS: monoclinic centred
  oP: orthorhombic primitive
  oS: orthorhombic base-centred
  oI: orthorhombic body-centred
  oF: orthorhombic face-centred
  tP: tetragonal primitive
  tI: tetragonal body-centred
  hP: hexagonal primitive
  hR: rhombohedral
  cP: cubic primitive
  cI: cubic body-centred
  cF: cubic face-centred
_space_group_centring_type | code | | | Which lattice points the cell has beside its corners.
  P: none, primitive
  A: A faces
  B: B faces
  C: C faces
  F: all faces
  I: the body centre
  R: rhombohedral, obverse, on hexagonal axes
  Rrev: rhombohedral, reverse, on hexagonal axes
  H: hexagonal
_space_group_IT_coordinate_system_code | code | | | Code of the setting in International Tables A.
  b1: monoclinic, unique axis b, cell choice 1, abc
  b2: monoclinic, unique axis b, cell choice 2, abc
  b3: monoclinic, unique axis b, cell choice 3, abc
  -b1: monoclinic, unique axis b, cell choice 1, c-ba
  -b2: monoclinic, unique axis b, cell choice 2, c-ba
  -b3: monoclinic, unique axis b, cell choice 3, c-ba
  c1: monoclinic, unique axis c, cell choice 1, abc
  c2: monoclinic, unique axis c, cell choice 2, abc
  c3: monoclinic, unique axis c, cell choice 3, abc
  -c1: monoclinic, unique axis c, cell choice 1, ba-c
  -c2: monoclinic, unique axis c, cell choice 2, ba-c
  -c3: monoclinic, unique axis c, cell choice 3, ba-c
  a1: monoclinic, unique axis a, cell choice 1, abc
  a2: monoclinic, unique axis a, cell choice 2, abc
  a3: monoclinic, unique axis a, cell choice 3, abc
  -a1: monoclinic, unique axis a, cell choice 1, -acb
  -a2: monoclinic, unique axis a, cell choice 2, -acb
  -a3: monoclinic, unique axis a, cell choice 3, -acb
  abc: orthorhombic
  ba-c: orthorhombic
  cab: orthorhombic
  -cba: orthorhombic
  bca: orthorhombic
  a-cb: orthorhombic
  1abc: orthorhombic, origin choice 1
  1ba-c: orthorhombic, origin choice 1
  1cab: orthorhombic, origin choice 1
  1-cba: orthorhombic, origin choice 1
  1bca: orthorhombic, origin choice 1
  1a-cb: orthorhombic, origin choice 1
  2abc: orthorhombic, origin choice 2
  2ba-c: orthorhombic, origin choice 2
  2cab: orthorhombic, origin choice 2
  2-cba: orthorhombic, origin choice 2
  2bca: orthorhombic, origin choice 2
  2a-cb: orthorhombic, origin choice 2
  1: tetragonal or cubic, origin choice 1
  2: tetragonal or cubic, origin choice 2
  h: trigonal, on hexagonal axes
  r: trigonal, on rhombohedral axes
_space_group_Laue_class | code | | | Laue class of the point group.
  -1: triclinic
  2/m: monoclinic
  mmm: orthorhombic
  4/m: tetragonal, low
  4/mmm: tetragonal, high
  -3: trigonal, low
  -3m: trigonal, high
  6/m: hexagonal, low
  6/mmm: hexagonal, high
  m-3: cubic, low
  m-3m: cubic, high
_space_group_Patterson_name_H-M | text | | | Hermann-Mauguin symbol of the symmetry of the Patterson function.
_space_group_point_group_H-M | text | | | Point group in Hermann-Mauguin notation.
_space_group_reference_setting | text | | | Reference setting, as number and Hall symbol.
_space_group_transform_Pp_abc | text | | | Change to the basis of the reference setting, in the notation a,b,c;0,0,0.
_space_group_transform_Qq_xyz | text | | | Change of coordinates to the reference setting, in the notation x,y,z.
_space_group_multiplicity | int | | 1:192 | Number of symmetry operations in the unit cell.

[space_group_symop] loop
_space_group_symop_id | code | | | Number of the symmetry operation, for other loops to refer to.
_space_group_symop_operation_xyz | operation | | | Symmetry operation, as the image of x,y,z. The list makes all sites out of the given ones.
_space_group_symop_operation_description | text | | | The symmetry operation in words.
_space_group_symop_generator_xyz | operation | | | Generator of the space group, as the image of x,y,z.
_space_group_symop_sg_id | code | | | Space group that the operation belongs to, where there are several.
_space_group_symop_{R,RT} | list | | | Rotation part of the operation{, transposed}.
_space_group_symop_{T,Seitz_matrix} | list | | | {Translation part,Four by four matrix} of the operation.

[space_group_generator] loop key=_space_group_generator_id
_space_group_generator_id | code | | | Number of the generator.
_space_group_generator_key ~ _space_group_generator_id
_space_group_generator_xyz | operation | | | Generator of the space group, as the image of x,y,z.

[space_group_Wyckoff] loop
_space_group_Wyckoff_id | code | | | Number of the Wyckoff position in the list.
_space_group_Wyckoff_letter | code | | | Letter of the Wyckoff position.
_space_group_Wyckoff_multiplicity | int | | 1: | Sites of the Wyckoff position in the unit cell.
_space_group_Wyckoff_coords_xyz | text | | | Coordinates of one site of the Wyckoff position.
_space_group_Wyckoff_site_symmetry | text | | | Site symmetry of the Wyckoff position.
_space_group_Wyckoff_sg_id | code | | | Space group that the Wyckoff position belongs to.

[symmetry] single
_symmetry_cell_setting > _space_group_crystal_system
  rhombohedral: the trigonal system, on rhombohedral axes
_symmetry_Int_Tables_number > _space_group_IT_number
_symmetry_space_group_name_H-M > _space_group_name_H-M_alt
_symmetry_space_group_name_Hall > _space_group_name_Hall
[symmetry_equiv] loop
_symmetry_equiv_pos_as_xyz > _space_group_symop_operation_xyz
_symmetry_equiv_pos_site_id > _space_group_symop_id

[atom_site] loop key=_atom_site_label
_atom_site_label | text | | | Name of the site, unique in the block. Other loops refer to it.
_atom_site_type_symbol | text | | | Element on the site, where given with its charge, as Li1+.
_atom_site_fract_{x,y,z} | num | | | Position of the site along the cell edge {a,b,c}, as a fraction of its length.
_atom_site_Cartn_{x,y,z} | num | Å | | Position along {} of an orthogonal frame.
_atom_site_fract_xyz | list | | | Position of the site as a list of three fractions.
_atom_site_fract_symmform | text | | | Which shifts of the site symmetry leaves free, as Dx,Dy,0.
_atom_site_Cartn_xyz | list | Å | | Position in an orthogonal frame as a list of three lengths.
_atom_site_occupancy | num | | 0:1 | Share of the site that this species fills, averaged over the crystal: 1 is full. What all species of a site lack to 1 is vacancy.
_atom_site_site_symmetry_multiplicity | int | | 1:192 | Symmetry-equivalent sites in the unit cell.
_atom_site_symmetry_multiplicity > _atom_site_site_symmetry_multiplicity
_atom_site_site_symmetry_order | int | | 1:48 | Operations that leave the site in place.
_atom_site_Wyckoff_symbol | code | | | Wyckoff letter: which kind of special position of the space group the site is on.
_atom_site_U_iso_or_equiv | num | Å² | 0: | Mean square displacement of the atom, the same in all directions.
_atom_site_U_equiv_geom_mean | num | Å² | 0: | Isotropic displacement parameter as the geometric mean of the tensor's axes.
_atom_site_B_iso_or_equiv | num | Å² | 0: | Displacement parameter B = 8π²U, the same in all directions.
_atom_site_B_equiv_geom_mean | num | Å² | 0: | Isotropic B as the geometric mean of the tensor's axes.
_atom_site_adp_type | code | | =adp | How the displacement of the site is described.
_atom_site_thermal_displace_type > _atom_site_adp_type
_atom_site_calc_flag | code | | | Where the position came from.
  d: determined from the diffraction data
  calc: calculated from the geometry around it
  c: calculated from the geometry around it
  dum: a dummy, no atom
_atom_site_calc_attached_atom | label | | | Site to which a calculated one is attached.
_atom_site_attached_hydrogens | int | | 0:8 | Hydrogen atoms that belong to the atom without sites of their own.
_atom_site_chemical_conn_number | int | | 1: | Number of the atom in the chemical connectivity list.
_atom_site_constraints | text | | | What was constrained in the refinement of the site.
_atom_site_restraints | text | | | What was restrained in the refinement of the site.
_atom_site_description | text | | | What is to be told of the site.
_atom_site_details ~ _atom_site_description
_atom_site_disorder_assembly | code | | | Group of sites whose disorder is correlated.
_atom_site_disorder_group | code | | | Alternative inside a disorder assembly: sites of different groups are not there at once.
_atom_site_label_component_{0-6} | text | | | Part {} of the label of the site; 0 is the element.
_atom_site_refinement_flags | code | | | How the site was refined: S special position, D geometry restrained, G rigid group, R riding, T displacements constrained, U displacements restrained, P partial occupancy. Newer files tell it apart, of position, displacements and occupancy.
_atom_site_refinement_flags_posn | code | | | How the position was refined: letters for what was constrained or restrained.
  .: no constraints
  D: distances or angles restrained
  G: in a rigid group
  R: riding on another site
  S: on a special position
  DG: as D and G
  DR: as D and R
  DS: as D and S
  GR: as G and R
  GS: as G and S
  RS: as R and S
  DGR: as D, G and R
  DGS: as D, G and S
  DRS: as D, R and S
  GRS: as G, R and S
  DGRS: as all of them
_atom_site_refinement_flags_adp | code | | | How the displacements were refined.
  .: no constraints
  T: constrained by the site symmetry
  U: isotropic or anisotropic restrained
  TU: both
_atom_site_refinement_flags_occupancy | code | | | How the occupancy was refined.
  .: fixed at 1
  P: partial occupancy
_atom_site_rotation_order | int | | | Order of the site's point symmetry.
_atom_site_id | code | | | Number of the site; the label in mmCIF.
_atom_site_type_energy | text | | | Kind of the atom in a force field.
_atom_site_group_PDB | code | | | Kind of record in a PDB file.
  ATOM: atom of a polymer
  HETATM: other atom
_atom_site_{label,auth}_atom_id | code | | | Name of the atom in its residue{, as the authors give it}.
_atom_site_{label,auth}_comp_id | code | | | Name of the residue{, as the authors give it}.
_atom_site_{label,auth}_asym_id | code | | | Chain that the atom belongs to{, as the authors name it}.
_atom_site_{label,auth}_seq_id | code | | | Number of the residue in its chain{, as the authors give it}.
_atom_site_label_alt_id | code | | | Alternative of a disordered atom.
_atom_site_label_entity_id | code | | | Entity that the atom belongs to.
_atom_site_pdbx_formal_charge | int | e | -8:8 | Formal charge of the atom.
_atom_site_pdbx_PDB_ins_code | code | | | Insertion code of the residue.
_atom_site_pdbx_PDB_model_num | int | | | Number of the model in the file.

[atom_site_aniso] loop key=_atom_site_aniso_label
_atom_site_aniso_label | label | | | Site that the displacement tensor belongs to.
_atom_site_aniso_type_symbol | text | | | Element on the site.
_atom_site_aniso_U_{11,22,33,12,13,23} | num | Å² | | Component {} of the anisotropic displacement tensor U of the site.
_atom_site_aniso_B_{11,22,33,12,13,23} | num | Å² | | Component {} of the tensor B = 8π²U of the site.
_atom_site_aniso_beta_{11,22,33,12,13,23} | num | | | Component {} of the displacement tensor β of the site.
_atom_site_aniso_U{[1][1],[2][2],[3][3],[1][2],[1][3],[2][3]} ~ _atom_site_aniso_U_{11,22,33,12,13,23}
_atom_site_aniso_B{[1][1],[2][2],[3][3],[1][2],[1][3],[2][3]} ~ _atom_site_aniso_B_{11,22,33,12,13,23}
_atom_site_aniso_matrix_{U,B} | list | Å² | | Displacement tensor {} as a matrix.
_atom_site_aniso_matrix_beta | list | | | Displacement tensor β as a matrix.
_atom_site_tensor_beta ~ _atom_site_aniso_matrix_beta
_atom_site_aniso_ratio | num | | 1: | Longest axis of the displacement ellipsoid over the shortest.

[atom_sites] single
_atom_sites_Cartn_tran_matrix_{11,12,13,21,22,23,31,32,33} | num | Å | | Element {} of the matrix from fractional to orthogonal coordinates.
_atom_sites_Cartn_transform_mat_{11,12,13,21,22,23,31,32,33} ~ _atom_sites_Cartn_tran_matrix_{}
_atom_sites_Cartn_transf_matrix{[1][1],[1][2],[1][3],[2][1],[2][2],[2][3],[3][1],[3][2],[3][3]} ~ _atom_sites_Cartn_tran_matrix_{11,12,13,21,22,23,31,32,33}
_atom_sites_Cartn_tran_vector_{1,2,3} | num | Å | | Component {} of the shift from fractional to orthogonal coordinates.
_atom_sites_Cartn_transform_vec_{1,2,3} ~ _atom_sites_Cartn_tran_vector_{}
_atom_sites_Cartn_transf_vector{[1],[2],[3]} ~ _atom_sites_Cartn_tran_vector_{1,2,3}
_atom_sites_Cartn_transform_axes | text | | | How the orthogonal axes lie to the cell.
_atom_sites_fract_transform_axes | text | | | How the orthogonal axes that fractions are computed from lie to the cell.
_atom_sites_fract_tran_matrix_{11,12,13,21,22,23,31,32,33} | num | Å⁻¹ | | Element {} of the matrix from orthogonal to fractional coordinates.
_atom_sites_fract_transform_mat_{11,12,13,21,22,23,31,32,33} ~ _atom_sites_fract_tran_matrix_{}
_atom_sites_fract_transf_matrix{[1][1],[1][2],[1][3],[2][1],[2][2],[2][3],[3][1],[3][2],[3][3]} ~ _atom_sites_fract_tran_matrix_{11,12,13,21,22,23,31,32,33}
_atom_sites_fract_tran_vector_{1,2,3} | num | | | Component {} of the shift from orthogonal to fractional coordinates.
_atom_sites_fract_transform_vec_{1,2,3} ~ _atom_sites_fract_tran_vector_{}
_atom_sites_fract_transf_vector{[1],[2],[3]} ~ _atom_sites_fract_tran_vector_{1,2,3}
_atom_sites_solution_{primary,secondary} | code | | =solution | How the {first sites,other sites} were found.
_atom_sites_solution_hydrogens | code | | =hydrogenSolution | How the hydrogen sites were found.
_atom_sites_special_details | text | | | What else is to be told of the sites.

[atom_type] loop key=_atom_type_symbol
_atom_type_symbol | text | | | Species of the structure, an element with or without charge.
_atom_type_description | text | | | Name of the species.
_atom_type_oxidation_number | num | | -8:8 | Oxidation state of the species. It decides what is cation, anion or mobile ion.
_atom_type_number_in_cell | num | | 0: | Atoms of this species in the unit cell.
_atom_type_analytical_mass_% | num | % | 0:100 | Share of the mass by chemical analysis.
_atom_type_analytical_mass_percent ~ _atom_type_analytical_mass_%
_atom_type_atomic_mass | num | Da | 0: | Atomic mass of the species.
_atom_type_atomic_number | int | | 1: | Atomic number of the species.
_atom_type_electron_count | int | | 1: | Electrons of the species.
_atom_type_element_symbol | code | | =element | Element of the species.
_atom_type_mass_number | int | | 1: | Mass number of the isotope.
_atom_type_display_colour | text | | | Colour that the species is drawn in.
_atom_type_radius_bond | num | Å | 0:5 | Radius within which bonds of the species are drawn.
_atom_type_radius_contact | num | Å | 0:5 | Radius within which contacts of the species are listed.
_atom_type_scat_dispersion_real | num | e | | Real part f′ of the anomalous scattering.
_atom_type_scat_dispersion_imag | num | e | | Imaginary part f″ of the anomalous scattering.
_atom_type_scat_dispersion_source | text | | | Where the dispersion terms were taken from.
_atom_type_scat_source | text | | | Where the scattering factors were taken from.
_atom_type_scat_length_neutron | num | fm | | Bound coherent scattering length for neutrons.
_atom_type_scat_versus_stol_list | text | | | Scattering factors in steps of sinθ/λ. The newer core dictionary lists them by _atom_scat_versus_stol_scat_value.
_atom_type_scat_dispersion | text | | | Anomalous scattering as a complex number.
_atom_type_scat_dispersion_{real,imag}_{Cu,Mo} | num | e | | {Real part f′,Imaginary part f″} of the anomalous scattering for {2} Kα.
_atom_type_scat_{Gaussian,exponential_polynomial,inv_Mott_Bethe}_coefs | list | | | Coefficients of the scattering factor as {a sum of Gaussians,the exponential of a polynomial,Gaussians by Mott and Bethe}.
_atom_type_scat_{Gaussian,exponential_polynomial,inv_Mott_Bethe}_{lower,upper}_limit | num | Å⁻¹ | | {2:Smallest,Largest} sinθ/λ for which the coefficients hold.
_atom_type_scat_Cromer_Mann_{a1,a2,a3,a4,b1,b2,b3,b4,c} | num | | | Coefficient {} of the scattering factor as a sum of Gaussians.
_atom_type_scat_Cromer_Mann_coeffs | list | | | Coefficients of the scattering factor as a sum of Gaussians.
_atom_type_scat_hi_ang_Fox_c{0,1,2,3} | num | | | Coefficient {} of the scattering factor at high angles after Fox.
_atom_type_scat_hi_ang_Fox_coeffs | list | | | Coefficients of the scattering factor at high angles after Fox.
_atom_type_scat_symbol ~ _atom_type_symbol

[atom_scat_versus_stol] loop key=_atom_scat_versus_stol_atom_type,_atom_scat_versus_stol_stol_value
_atom_scat_versus_stol_atom_type | text | | | Species of the scattering factor.
_atom_scat_versus_stol_scat_value | num | e | 0: | Scattering factor at this sinθ/λ.
_atom_scat_versus_stol_stol_value | num | Å⁻¹ | 0: | sinθ/λ of the scattering factor.

[atom_analytical] loop key=_atom_analytical_id
_atom_analytical_id | code | | | Number of a share in an analysis.
_atom_analytical_meas_id | code | | | Which analysis the share comes from.
_atom_analytical_analyte | code | | =element | Element whose share was measured.
_atom_analytical_analyte_mass_percent | num | % | 0:100 | Measured share of the element in the mass.
_atom_analytical_chemical_species | text | | | Species whose share was measured.
_atom_analytical_chemical_species_mass_percent | num | % | 0:100 | Measured share of the species in the mass.

[atom_analytical_mass_loss] loop key=_atom_analytical_mass_loss_id
_atom_analytical_mass_loss_id | code | | | Number of a loss of mass on heating.
_atom_analytical_mass_loss_meas_id | code | | | Which analysis the loss of mass belongs to.
_atom_analytical_mass_loss_percent | num | % | | Loss of mass on heating; a gain is negative.
_atom_analytical_mass_loss_temperature | num | K | 0: | Temperature of the loss of mass.
_atom_analytical_mass_loss_special_details | text | | | What is to be told of the loss of mass.

[atom_analytical_source] loop key=_atom_analytical_source_id
_atom_analytical_source_id | code | | | Number of the analysis.
_atom_analytical_source_{technique,equipment_make,special_details} | text | | | {Technique,Maker and model of the equipment,Details} of the chemical analysis.

[chemical] single
_chemical_absolute_configuration | code | | | How the absolute configuration is known.
  rm: from a chiral reference molecule
  ad: from anomalous dispersion
  rmad: from both
  syn: from the synthesis
  unk: unknown or arbitrary
  .: not applicable
_chemical_compound_source | text | | | Where the compound came from.
_chemical_enantioexcess_{bulk,crystal} | num | | 0:1 | Enantiomeric excess of the {bulk,crystal}.
_chemical_enantioexcess_bulk_technique | code | | | How the enantiomeric excess of the bulk was found.
  OA: from the optical rotation of a solution
  CD: from the circular dichroism of a solution
  EC: by enantioselective chromatography of a solution
  other: in another way
_chemical_enantioexcess_crystal_technique | code | | | How the enantiomeric excess of the crystal was found.
  CD: from the circular dichroism of the dissolved crystal
  EC: by enantioselective chromatography of the dissolved crystal
  other: in another way
_chemical_identifier_inchi | text | | | InChI of the compound.
_chemical_identifier_inchi_key | text | | | Hashed InChI of the compound.
_chemical_identifier_inchi_version | text | | | Version of the InChI.
_chemical_melting_point | num | K | 0: | Melting point.
_chemical_melting_point_{gt,lt} | num | K | 0: | Temperature {above,below} which it melts.
_chemical_name_common | text | | | Everyday name of the compound.
_chemical_name_mineral | text | | | Mineral name.
_chemical_name_structure_type | text | | | Prototype of the structure, as garnet or spinel.
_chemical_name_systematic | text | | | Systematic name of the compound.
_chemical_optical_rotation | text | | | Optical rotation with wavelength, temperature and solvent.
_chemical_properties_biological | text | | | Biological properties of the compound.
_chemical_properties_physical | text | | | Physical properties, as air-sensitive or conducting.
_chemical_temperature_decomposition | num | K | 0: | Temperature at which it decomposes.
_chemical_temperature_decomposition_{gt,lt} | num | K | 0: | Temperature {above,below} which it decomposes.
_chemical_temperature_sublimation | num | K | 0: | Temperature at which it sublimes.
_chemical_temperature_sublimation_{gt,lt} | num | K | 0: | Temperature {above,below} which it sublimes.

[chemical_formula] single
_chemical_formula_sum | text | | | Formula with each element once, separated by blanks: C and H first, the others by the alphabet.
_chemical_formula_analytical | text | | | Formula found by chemical analysis.
_chemical_formula_iupac | text | | | Formula in the notation of IUPAC.
_chemical_formula_moiety | text | | | Formula by molecular or ionic units.
_chemical_formula_structural | text | | | Formula written so that it shows the structure.
_chemical_formula_weight | num | Da | 1: | Mass of one formula unit.
_chemical_formula_weight_meas | num | Da | 1: | Measured mass of one formula unit.

[chemical_conn_atom] loop key=_chemical_conn_atom_number
_chemical_conn_atom_charge | int | e | -6:6 | Charge of the atom in the structural formula.
_chemical_conn_atom_display_{x,y} | num | | 0:1 | Place of the atom in the drawing along {}.
_chemical_conn_atom_NCA | int | | 0: | Bonded atoms other than hydrogen.
_chemical_conn_atom_NH | int | | 0: | Bonded hydrogen atoms.
_chemical_conn_atom_number | int | | 1: | Number of the atom in the structural formula.
_chemical_conn_atom_type_symbol | text | | | Element of the atom in the structural formula.

[chemical_conn_bond] loop key=_chemical_conn_bond_atom_1,_chemical_conn_bond_atom_2
_chemical_conn_bond_id | code | | | Number of the bond.
_chemical_conn_bond_atom_{1,2} | int | | 1: | Number of the {first,second} atom of the bond.
_chemical_conn_bond_type | code | | | Kind of the bond in the structural formula.
  sing: single
  doub: double
  trip: triple
  quad: quadruple
  arom: aromatic
  poly: polymeric
  delo: delocalised double
  pi: π bond
_chemical_conn_bond_distance | num | Å | 0: | Expected length of the bond.

[geom] single
_geom_special_details | text | | | How distances and angles and their uncertainties were computed.
_geom_details ~ _geom_special_details
_geom_{bond,contact}_distance_incr | num | Å | | Added to the radii that decide what is a {bond,contact}.

[geom_bond] loop key=_geom_bond_atom_site_label_1,_geom_bond_atom_site_label_2
_geom_bond_id | code | | | Name of the bond.
_geom_bond_atom_site_label_{1,2} | label | | | Site at the {first,second} end of the bond.
_geom_bond_atom_site_id_{1,2} ~ _geom_bond_atom_site_label_{}
_geom_bond_distance | num | Å | 0: | Length of the bond.
_geom_bond_dist ~ _geom_bond_distance
_geom_bond_multiplicity | int | | 0: | How often symmetry repeats the bond at the first site.
_geom_bond_publ_flag | code | | =publ | Whether the bond is to be printed.
_geom_bond_site_symmetry_{1,2} | symmetry | | | Symmetry operation and cell of the {first,second} site, as 2_565.
_geom_bond_valence | num | e | 0: | Bond valence.

[geom_angle] loop key=_geom_angle_atom_site_label_1,_geom_angle_atom_site_label_2,_geom_angle_atom_site_label_3
_geom_angle | num | ° | 0:180 | Angle at the second site, between those to the first and the third.
_geom_angle_value ~ _geom_angle
_geom_angle_id | code | | | Name of the angle.
_geom_angle_distances | list | Å | | Distances of the two legs.
_geom_angle_atom_site_label_{1,2,3} | label | | | Site {at one end,at the vertex,at the other end} of the angle.
_geom_angle_atom_site_id_{1,2,3} ~ _geom_angle_atom_site_label_{}
_geom_angle_publ_flag | code | | =publ | Whether the angle is to be printed.
_geom_angle_site_symmetry_{1,2,3} | symmetry | | | Symmetry operation and cell of site {}.

[geom_contact] loop key=_geom_contact_atom_site_label_1,_geom_contact_atom_site_label_2
_geom_contact_id | code | | | Name of the contact.
_geom_contact_atom_site_label_{1,2} | label | | | Site at the {first,second} end of the contact.
_geom_contact_atom_site_id_{1,2} ~ _geom_contact_atom_site_label_{}
_geom_contact_distance | num | Å | 0: | Distance of two sites that are not bonded.
_geom_contact_dist ~ _geom_contact_distance
_geom_contact_publ_flag | code | | =publ | Whether the contact is to be printed.
_geom_contact_site_symmetry_{1,2} | symmetry | | | Symmetry operation and cell of the {first,second} site.

[geom_hbond] loop key=_geom_hbond_atom_site_label_D,_geom_hbond_atom_site_label_H,_geom_hbond_atom_site_label_A
_geom_hbond_id | code | | | Name of the hydrogen bond.
_geom_hbond_angle_DHA | num | ° | 0:180 | Angle at hydrogen.
_geom_hbond_atom_site_label_{D,H,A} | label | | | Site of the {donor,hydrogen,acceptor}.
_geom_hbond_atom_site_id_{D,H,A} ~ _geom_hbond_atom_site_label_{}
_geom_hbond_distance_{DH,HA,DA} | num | Å | 0: | Distance from {donor to hydrogen,hydrogen to acceptor,donor to acceptor}.
_geom_hbond_dist_{DH,HA,DA} ~ _geom_hbond_distance_{}
_geom_hbond_publ_flag | code | | =publ | Whether the hydrogen bond is to be printed.
_geom_hbond_site_symmetry_{D,H,A} | symmetry | | | Symmetry operation and cell of the {donor,hydrogen,acceptor}.

[geom_torsion] loop key=_geom_torsion_atom_site_label_1,_geom_torsion_atom_site_label_2,_geom_torsion_atom_site_label_3,_geom_torsion_atom_site_label_4
_geom_torsion | num | ° | -180:180 | Torsion angle along four sites, positive clockwise.
_geom_torsion_angle ~ _geom_torsion
_geom_torsion_value ~ _geom_torsion
_geom_torsion_id | code | | | Name of the torsion angle.
_geom_torsion_distances | list | Å | | Distances along the four sites.
_geom_torsion_atom_site_label_{1,2,3,4} | label | | | Site {} of the torsion angle.
_geom_torsion_atom_site_id_{1,2,3,4} ~ _geom_torsion_atom_site_label_{}
_geom_torsion_publ_flag | code | | =publ | Whether the torsion angle is to be printed.
_geom_torsion_site_symmetry_{1,2,3,4} | symmetry | | | Symmetry operation and cell of site {}.

[model_site] loop key=_model_site_label,_model_site_symop
_model_site_ADP_eigenvalues | list | Å² | | Mean square displacements of the site along its principal axes, largest first.
_model_site_ADP_eigenvectors | list | | | Principal axes of the displacement of the site.
_model_site_ADP_matrix_beta | list | | | Displacement of the site, as β.
_model_site_Cartn_xyz | list | Å | | Orthogonal coordinates of the site.
_model_site_display_colour | text | | | Colour that the site is drawn in.
_model_site_fract_xyz | list | | | Fractional coordinates of the site.
_model_site_id | code | | | Name of the site in the connected model.
_model_site_index | int | | 1: | Number of the site in its molecule.
_model_site_label | label | | | Site that the one of the model is an image of.
_model_site_mole_index | int | | 1: | Number of the molecule that the site is part of.
_model_site_radius_bond | num | Å | 0.1: | Radius within which bonds of the site are drawn.
_model_site_radius_contact | num | Å | 1: | Radius within which contacts of the site are listed.
_model_site_symop | symmetry | | | Symmetry operation and cell of the site.
_model_site_type_symbol | text | | | Species on the site.

[valence_param] loop key=_valence_param_id
_valence_param_id | code | | | Number of the bond valence parameters.
_valence_param_atom_{1,2} | text | | | Element of the {cation,anion} of the bond.
_valence_param_atom_{1,2}_valence | num | | | Oxidation state of the {cation,anion}.
_valence_param_Ro | num | Å | | Length of a bond of valence 1: R₀ in exp((R₀ − R)/B).
_valence_param_B | num | Å | | B in exp((R₀ − R)/B), often 0.37.
_valence_param_details | text | | | What is to be told of the parameters.
_valence_param_ref_id | code | | | Which reference the parameters come from.

[valence_ref] loop key=_valence_ref_id
_valence_ref_id | code | | | Number of the reference.
_valence_ref_reference | text | | | Where bond valence parameters were published.
`;
