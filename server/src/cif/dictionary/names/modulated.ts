/** Modulated and magnetic structures. See `../compactNames.ts` for the notation. */
export const modulatedNames = `
[cell_modulation] single
_cell_modulation_dimension | int | | 1:8 | Number of independent modulation wave vectors.
_cell_reciprocal_basis_description | text | | | Which reciprocal basis the wave vectors refer to.
_cell_subsystems_number | int | | 2: | Subsystems of the composite.

[cell_subsystem] loop key=_cell_subsystem_code
_cell_subsystem_code | code | | | Name of the subsystem of a composite.
_cell_subsystem_description | text | | | What the subsystem is.
_cell_subsystem_matrix_W_{1-11}_{1-11} | num | | | Element {},{2} of the matrix from the composite's reciprocal basis to the subsystem's.

[cell_wave_vector] loop key=_cell_wave_vector_seq_id
_cell_wave_vector_seq_id | int | | 1:8 | Number of the modulation wave vector.
_cell_wave_vector_{x,y,z} | num | | | Component of the wave vector along {a*,b*,c*}.
_cell_wave_vector_xyz | list | | | Components of the wave vector along a*, b* and c*.

[cell_wave_vectors] single
_cell_wave_vectors_meas_details | text | | | How the wave vectors were measured.
_cell_wave_vectors_pressure_{max,min} | num | kPa | 0: | {Largest,Smallest} pressure at which the wave vectors were measured.
_cell_wave_vectors_temp_{max,min} | num | K | 0: | {Largest,Smallest} temperature at which the wave vectors were measured.
_cell_wave_vectors_variation | text | | | How the wave vectors change.

[atom_site_Fourier_wave_vector] loop key=_atom_site_Fourier_wave_vector_seq_id
_atom_site_Fourier_wave_vector_seq_id | int | | 0: | Number of the wave vector of modulation functions.
_atom_site_Fourier_wave_vector_{x,y,z} | num | | | Component of the wave vector along {a*,b*,c*}.
_atom_site_Fourier_wave_vector_xyz | list | | | Components of the wave vector along a*, b* and c*.
_atom_site_Fourier_wave_vector_q{1-9}_coeff | int | | | Coefficient of wave vector {} in the sum.
_atom_site_Fourier_wave_vector_q{1-9}_coeff_seq_id | int | | | Which wave vector coefficient {} belongs to.
_atom_site_Fourier_wave_vector_q_coeff_seq_id | list | | | Which wave vectors the coefficients belong to.
_atom_site_Fourier_wave_vector_q_coeff | list | | | Coefficients of the wave vectors in the sum.
_atom_site_Fourier_wave_vector_description | text | | | What the wave vector is made of.

[atom_site_modulation] loop
_atom_site_{U,displace,occ}_modulation_flag | code | | =yesno | Whether the {displacement parameters,position,occupancy} of the site {are,is,is} modulated.
_atom_site_subsystem_code | code | | | Subsystem that the site belongs to.
_atom_site_displace_Fourier_{id,param_id} | code | | | Number of the modulation of a position.
_atom_site_displace_Fourier_atom_site_label | label | | | Site whose position is modulated.
_atom_site_displace_Fourier_axis | code | | | Axis of the modulation.
  x: along a
  y: along b
  z: along c
  a1: along the first axis of the description
  a2: along the second axis of the description
  a3: along the third axis of the description
_atom_site_displace_Fourier_wave_vector_seq_id | int | | 0: | Wave vector of the modulation.
_atom_site_displace_Fourier_param_{cos,sin} | num | | | {Cosine,Sine} of the modulation of a position.
_atom_site_displace_Fourier_param_modulus | num | | 0: | Modulus of the modulation of a position.
_atom_site_displace_Fourier_param_phase | num | cycles | -1:1 | Phase of the modulation of a position.
_atom_site_displace_special_func_atom_site_label | label | | | Site whose position has a modulation that is no wave.
_atom_site_displace_special_func_id | code | | | Number of a modulation that is no wave.
_atom_site_displace_special_func_sawtooth | list | | | Displacement of a sawtooth.
_atom_site_displace_special_func_sawtooth_x4 | num | | | Internal coordinate of a sawtooth.
_atom_site_displace_special_func_{sawtooth,zigzag}_{ax,ay,az} | num | | | Amplitude along {2:a,b,c} of a {}.
_atom_site_displace_special_func_{sawtooth,zigzag}_{c,w} | num | cycles | 0:1 | {2:Centre,Width} of a {}.
_atom_site_displace_sawtooth_{ax,ay,az,c,w} ~ _atom_site_displace_special_func_sawtooth_{}
_atom_site_displace_sawtooth_atom_site_label ~ _atom_site_displace_special_func_atom_site_label
_atom_site_displace_zigzag_{c,w} ~ _atom_site_displace_special_func_zigzag_{}
_atom_site_displace_zigzag_atom_site_label | label | | | Site whose position has a zigzag for its modulation.
_atom_site_displace_{sawtooth,zigzag}_axyz | list | | | Amplitudes along a, b and c of a {}.
_atom_site_displace_{Fourier,Legendre,ortho,sawtooth,xharm}_matrix_seq_id | code | | | Which axes the modulation of a position refers to.
_atom_site_displace_{Legendre,xharm,ortho}_{id,param_id} | code | | | Number of the modulation of a position by {Legendre polynomials,harmonics in an interval,orthogonal functions}.
_atom_site_displace_{Legendre,xharm,ortho}_atom_site_label | label | | | Site whose position is modulated.
_atom_site_displace_{Legendre,xharm,ortho}_axis | code | | | Axis of the modulation.
  x: along a
  y: along b
  z: along c
  a1: along the first axis of the description
  a2: along the second axis of the description
  a3: along the third axis of the description
_atom_site_displace_{Legendre,xharm}_order | int | | 1: | Order of the {polynomial,harmonic}.
_atom_site_displace_ortho_func_id | code | | | Which orthogonal function it is.
_atom_site_displace_{Legendre,xharm,ortho}_{coeff,param_coeff} | num | | | Coefficient of the {polynomial,harmonic,orthogonal function}.
_jana_atom_site_displace_Legendre_param_{coeff,order} ~ _atom_site_displace_Legendre_{}
_jana_atom_site_displace_XHarm_param_{coeff,order} ~ _atom_site_displace_xharm_{}
_jana_atom_site_displace_XHarm_axis ~ _atom_site_displace_xharm_axis
_jana_atom_site_displace_XHarm_site_label ~ _atom_site_displace_xharm_atom_site_label
_jana_atom_site_displace_crenel_ortho_{atom_site_label,axis,id,param_coeff} ~ _atom_site_displace_ortho_{atom_site_label,axis,func_id,coeff}
_atom_site_occ_{Legendre,xharm,ortho}_id | code | | | Number of the modulation of an occupancy by {Legendre polynomials,harmonics in an interval,orthogonal functions}.
_atom_site_occ_{Legendre,xharm,ortho}_atom_site_label | label | | | Site whose occupancy is modulated.
_atom_site_occ_{Legendre,xharm}_order | int | | 0: | Order of the {polynomial,harmonic}.
_atom_site_occ_ortho_func_id | code | | | Which orthogonal function it is.
_atom_site_occ_{Legendre,xharm,ortho}_coeff | num | | | Coefficient of the {polynomial,harmonic,orthogonal function}.
_jana_atom_site_occ_Legendre_param_order ~ _atom_site_occ_Legendre_order
_jana_atom_site_occ_XHarm_param_{coeff,order} ~ _atom_site_occ_xharm_{}
_jana_atom_site_occ_XHarm_atom_site_label ~ _atom_site_occ_xharm_atom_site_label
_jana_atom_site_occ_crenel_ortho_{atom_site_label,id,param_coeff} ~ _atom_site_occ_ortho_{atom_site_label,func_id,coeff}
_atom_site_occ_Fourier_{id,param_id} | code | | | Number of the modulation of an occupancy.
_atom_site_occ_Fourier_atom_site_label | label | | | Site whose occupancy is modulated.
_atom_site_occ_Fourier_wave_vector_seq_id | int | | 0: | Wave vector of the modulation.
_atom_site_occ_Fourier_param_{cos,sin} | num | | | {Cosine,Sine} of the modulation of an occupancy.
_atom_site_occ_Fourier_param_modulus | num | | 0: | Modulus of the modulation of an occupancy.
_atom_site_occ_Fourier_param_phase | num | cycles | -1:1 | Phase of the modulation of an occupancy.
_atom_site_occ_special_func_atom_site_label | label | | | Site whose occupancy has a modulation that is no wave.
_atom_site_occ_special_func_id | code | | | Number of a modulation that is no wave.
_atom_site_occ_special_func_crenel_c | num | cycles | | Centre of a crenel.
_atom_site_occ_special_func_crenel_w | num | cycles | 0:1 | Width of a crenel.
_atom_site_occ_crenel_{c,w} ~ _atom_site_occ_special_func_crenel_{}
_atom_site_occ_crenel_atom_site_label ~ _atom_site_occ_special_func_atom_site_label
_atom_site_occ_crenel_ortho_eps | num | | | How nearly orthogonal the functions within a crenel are to be, as a rule 0.95.
_jana_atom_site_crenel_ortho_func_{c,w} ~ _atom_site_occ_special_func_crenel_{}
_jana_atom_site_crenel_ortho_func_eps ~ _atom_site_occ_crenel_ortho_eps
_atom_site_rot_Fourier_{id,param_id} | code | | | Number of the modulation of a rotation.
_atom_site_rot_Fourier_atom_site_label | label | | | Rigid group whose rotation is modulated.
_atom_site_rot_Fourier_axis | code | | | Axis of the modulation of a rotation.
  x: about a
  y: about b
  z: about c
  a1: about the first axis of the description
  a2: about the second axis of the description
  a3: about the third axis of the description
_atom_site_rot_Fourier_wave_vector_seq_id | int | | 0: | Wave vector of the modulation.
_atom_site_rot_Fourier_param_{cos,sin} | num | ° | | {Cosine,Sine} of the modulation of a rotation.
_atom_site_rot_Fourier_param_modulus | num | ° | 0: | Modulus of the modulation of a rotation.
_atom_site_rot_Fourier_param_phase | num | cycles | -1:1 | Phase of the modulation of a rotation.
_atom_site_U_Fourier_{id,param_id} | code | | | Number of the modulation of a displacement tensor.
_atom_site_U_Fourier_atom_site_label | label | | | Site whose displacement tensor is modulated.
_atom_site_U_Fourier_tens_elem | code | | | Element of the displacement tensor.
  U11: U₁₁
  U22: U₂₂
  U33: U₃₃
  U12: U₁₂
  U13: U₁₃
  U23: U₂₃
  Uiso: the isotropic displacement
_atom_site_U_Fourier_wave_vector_seq_id | int | | 0: | Wave vector of the modulation.
_atom_site_U_Fourier_param_{cos,sin} | num | Å² | | {Cosine,Sine} of the modulation of a displacement.
_atom_site_U_Fourier_param_modulus | num | Å² | 0: | Modulus of the modulation of a displacement.
_atom_site_U_Fourier_param_phase | num | cycles | -1:1 | Phase of the modulation of a displacement.
_atom_site_phason_atom_site_label | label | | | Site with a phason correction.
_atom_site_phason_id | code | | | Number of a phason correction.
_atom_site_phason_coeff | num | | 0: | Coefficient of the phason correction.
_atom_site_phason_formula | code | | | Formula of the phason correction.
  Axe: after Axe (1980)
  Ovr: after Overhauser (1971)

[atom_site_anharmonic_ADP] loop
_atom_site_anharmonic_ADP{,_Fourier,_Legendre,_ortho,_xharm}_atom_site_label | label | | | Site whose displacement is anharmonic.
_atom_site_anharmonic_ADP{,_Fourier,_Legendre,_ortho,_xharm}_tens_elem | code | | =anharmonic | Element of the tensor of an anharmonic displacement.
_atom_site_anharmonic_ADP_coeff | num | | | Element of the tensor, in the expansion of Gram and Charlier.
_atom_site_anharmonic_ADP_{Fourier,Fourier_param,Legendre,ortho,xharm}_id | code | | | Number of the modulation of an anharmonic displacement.
_atom_site_anharmonic_ADP_Fourier_wave_vector_seq_id | int | | 0: | Wave vector of the modulation.
_atom_site_anharmonic_ADP_Fourier_param_{cos,sin} | num | | | {Cosine,Sine} of the modulation of an anharmonic displacement.
_atom_site_anharmonic_ADP_Fourier_param_modulus | num | | 0: | Modulus of the modulation of an anharmonic displacement.
_atom_site_anharmonic_ADP_Fourier_param_phase | num | cycles | -1:1 | Phase of the modulation of an anharmonic displacement.
_atom_site_anharmonic_ADP_{Legendre,ortho,xharm}_coeff | num | | | Coefficient of the {polynomial,orthogonal function,harmonic}.
_atom_site_anharmonic_ADP_{Legendre,xharm}_order | int | | 0: | Order of the {polynomial,harmonic}.
_atom_site_anharmonic_ADP_ortho_func_id | code | | | Which orthogonal function it is.

[atom_sites_modulation] single
_atom_sites_displace_Fourier_axes_description | text | | | Axes of the modulations of positions.
_atom_sites_rot_Fourier_axes_description | text | | | Axes of the modulations of rotations.
_atom_sites_modulation_global_phase_t_{1-8} | num | cycles | -1:1 | Initial phase {} of the modulation.
_atom_sites_modulation_global_phase_list | list | cycles | | Initial phases of the modulation.

[refln_m] loop
_refln_index_m_{1-8} | int | | | Satellite index {} of the reflection.
_refln_index_m_list | list | | | Satellite indices of the reflection.
_diffrn_refln_index_m_{1-8} | int | | | Satellite index {} of a measured intensity.
_diffrn_refln_index_m_list | list | | | Satellite indices of a measured intensity.
_diffrn_standard_refln_index_m_{1-8} | int | | | Satellite index {} of the standard reflection.
_exptl_crystal_face_index_m_{1-8} | int | | | Satellite index {} of the face.
[reflns_m] both
_reflns_limit_index_m_{1-8}_{max,min} | int | | | {2:Largest,Smallest} satellite index {} of the data.
_reflns_limit_index_m_{max,min}_list | list | | | {Largest,Smallest} satellite indices of the data.
_diffrn_reflns_limit_index_m_{1-8}_{max,min} | int | | | {2:Largest,Smallest} measured satellite index {}.
_diffrn_reflns_satellite_order_max | int | | 0: | Highest order of satellites that was measured.

[geom_modulated] loop
_geom_bond_distance_{av,max,min} | num | Å | 0: | {Mean,Largest,Smallest} length of the bond over the modulation.
_geom_contact_distance_{av,max,min} | num | Å | 0: | {Mean,Largest,Smallest} contact over the modulation.
_geom_angle_{av,max,min} | num | ° | 0:180 | {Mean,Largest,Smallest} angle over the modulation.
_geom_torsion_{av,max,min} | num | ° | -180:180 | {Mean,Largest,Smallest} torsion angle over the modulation.
_geom_{bond,contact}_site_ssg_symmetry_{1,2} | text | | | Superspace operation of site {2}.
_geom_angle_site_ssg_symmetry_{1,2,3} | text | | | Superspace operation of site {}.
_geom_torsion_site_ssg_symmetry_{1,2,3,4} | text | | | Superspace operation of site {}.

[space_group_ssg] single
_space_group_ssg_IT_number | text | | | Number of the superspace group.
_space_group_ssg_name | text | | | Symbol of the superspace group.
_space_group_ssg_name_{IT,WJJ} | text | | | Symbol of the superspace group after {International Tables C,Wolff-Janssen-Janner}.
_space_group_ssg_WJJ_code | text | | | Bravais class and number after Wolff-Janssen-Janner.
[space_group_symop_ssg] loop
_space_group_symop_ssg_id | code | | | Number of the superspace operation.
_space_group_symop_ssg_operation_algebraic | operation | | | Superspace operation, as the image of x1,x2,x3,x4.

[atom_site_moment] loop key=_atom_site_moment_label
_atom_site_moment_label | label | | | Site that carries the magnetic moment.
_atom_site_moment_crystalaxis_{x,y,z} | num | μB | | Magnetic moment along {a,b,c}.
_atom_site_moment_crystalaxis | list | μB | | Magnetic moment along the cell edges.
_atom_site_moment_Cartn_{x,y,z} | num | μB | | Magnetic moment along {} of an orthogonal frame with x along a and z along c*.
_atom_site_moment_Cartn | list | μB | | Magnetic moment in an orthogonal frame with x along a and z along c*.
_atom_site_moment_spherical_azimuthal | num | rad | 0:6.2831854 | Azimuth of the magnetic moment, from x about z of the orthogonal frame.
_atom_site_moment_spherical_polar | num | rad | 0:3.1415927 | Angle of the magnetic moment to z of the orthogonal frame.
_atom_site_moment_{spherical_modulus,magnitude} | num | μB | | Size of the magnetic moment.
_atom_site_moment_symmform | text | | | Which components symmetry leaves free, as mx,my,0.
_atom_site_moment_refinement_flags_magnetic | code | | =axial | How the moment was refined.
_atom_site_moment_modulation_flag | code | | =yesno | Whether the moment is modulated.
_atom_sites_moment_crystalaxis_{mask,norm} | text | | | How components of moments refer to the cell edges.
_atom_site_magnetic_moment_symmetry_constraints_mxmymz ~ _atom_site_moment_symmform
_magnetic_atom_site_moment_symmetry_constraints_label ~ _atom_site_moment_label

[atom_site_moment_Fourier] loop
_atom_site_moment_Fourier_{id,param_id} | code | | | Number of the modulation of a moment.
_atom_site_moment_Fourier_atom_site_label | label | | | Site whose moment is modulated.
_atom_site_moment_Fourier_axis | code | | | Axis of the modulation of a moment.
  Cx: along x of an orthogonal frame
  Cy: along y of an orthogonal frame
  Cz: along z of an orthogonal frame
  x: along a
  y: along b
  z: along c
  mod: size
  pol: polar angle
  azi: azimuth
  a1: along the first axis of the description
  a2: along the second axis of the description
  a3: along the third axis of the description
_atom_site_moment_Fourier_wave_vector_seq_id | int | | 1: | Wave vector of the modulation.
_atom_site_moment_Fourier_param_{cos,sin,modulus} | num | μB | | {Cosine,Sine,Modulus} of the modulation of a moment.
_atom_site_moment_Fourier_param_phase | num | cycles | -1:1 | Phase of the modulation of a moment.
_atom_site_moment_Fourier_param_{cos,sin,modulus,phase}_symmform | text | | | Which {cosines,sines,moduli,phases} symmetry leaves free.
_atom_sites_moment_Fourier_axes_description | text | | | Axes of the modulations of moments.

[atom_site_moment_special_func] loop key=_atom_site_moment_special_func_atom_site_label
_atom_site_moment_special_func_atom_site_label | label | | | Site whose moment has a modulation that is no wave.
_atom_site_moment_special_func_sawtooth_{ax,ay,az} | num | μB | | Amplitude of a sawtooth of moments along {a,b,c}.
_atom_site_moment_special_func_sawtooth_{c,w} | num | | | {Centre,Width} of a sawtooth of moments.

[atom_site_rotation] loop key=_atom_site_rotation_label
_atom_site_rotation_label | label | | | Site that is the pivot of a rotation.
_atom_site_rotation_crystalaxis_{x,y,z} | num | rad | | Rotation about {a,b,c}.
_atom_site_rotation_crystalaxis | list | rad | | Rotation about the cell edges.
_atom_site_rotation_Cartn_{x,y,z} | num | rad | | Rotation about {} of an orthogonal frame with x along a and z along c*.
_atom_site_rotation_Cartn | list | rad | | Rotation in an orthogonal frame with x along a and z along c*.
_atom_site_rotation_spherical_azimuthal | num | rad | 0:6.2831854 | Azimuth of the axis of rotation, from x about z of the orthogonal frame.
_atom_site_rotation_spherical_polar | num | rad | 0:3.1415927 | Angle of the axis of rotation to z of the orthogonal frame.
_atom_site_rotation_{spherical_modulus,magnitude} | num | rad | | Angle of the rotation.
_atom_site_rotation_symmform | text | | | Which components symmetry leaves free, as rx,ry,0.
_atom_site_rotation_refinement_flags_rotational | code | | =axial | How the rotation was refined.
_atom_site_rotation_modulation_flag | code | | =yesno | Whether the rotation is modulated.

[atom_type_scat] loop
_atom_type_scat_neutron_magnetic_j{0,2,4,6}_{A1,B1,C1,D,e} | num | | | Coefficient {2} of the magnetic form factor ⟨j{}⟩.
_atom_type_scat_neutron_magnetic_j{0,2,4,6}_{a2,b2,c2} | num | Å² | | Coefficient {2} of the magnetic form factor ⟨j{}⟩.
_atom_type_scat_neutron_magnetic_source | text | | | Where the magnetic form factor was taken from.

[space_group_magn] single
_space_group_magn_name_{BNS,OG,UNI} | text | | | Symbol of the magnetic space group after {Belov-Neronova-Smirnova,Opechowski-Guccione,the unified notation}.
_space_group_magn_number_{BNS,OG} | text | | | Number of the magnetic space group after {Belov-Neronova-Smirnova,Opechowski-Guccione}.
_space_group_magn_{point_group_name,point_group_number} | text | | | {Symbol,Number} of the magnetic point group.
_space_group_magn_transform_{BNS_Pp_abc,OG_Pp_abc} | text | | | Change to the basis of the {Belov-Neronova-Smirnova,Opechowski-Guccione} setting, in the notation a,b,c;0,0,0.
_space_group_magn_transform_{BNS_Pp,OG_Pp} | list | | | Change to the basis of the {Belov-Neronova-Smirnova,Opechowski-Guccione} setting, as a matrix.
_space_group_magn_ssg_{name,number}_{BNS,OG} | text | | | {Symbol,Number} of the magnetic superspace group.
_space_group_magn_ssg_{name,number} | text | | | {Symbol,Number} of the magnetic superspace group.
_space_group_magn_OG_wavevector_kxkykz | list | | | Wave vector of the Opechowski-Guccione setting.
_space_group_magn_point_group ~ _space_group_magn_point_group_name
_magnetic_space_group_{standard_setting,transform_from_parent_Pp_abc,transform_to_standard_Pp_abc} | text | | | {Whether the setting is a standard one,Change from the parent cell,Change to the standard setting}.

[space_group_magn_transforms] loop key=_space_group_magn_transforms_id
_space_group_magn_transforms_id | code | | | Number of the change of setting.
_space_group_magn_transforms_Pp_abc | text | | | Change to the basis of another setting, in the notation a,b,c;0,0,0.
_space_group_magn_transforms_Pp | list | | | Change to the basis of another setting, as a matrix.
_space_group_magn_transforms_description | text | | | Which setting the change leads to, in words.
_space_group_magn_transforms_source | code | | | Which setting the change leads to.
  data_block_CURRENT: that of this block
  BNS: that of Belov, Neronova and Smirnova
  OG: that of Opechowski and Guccione

[space_group_magn_ssg_transforms] loop key=_space_group_magn_ssg_transforms_id
_space_group_magn_ssg_transforms_id | code | | | Number of the change of setting in superspace.
_space_group_magn_ssg_transforms_Pp_superspace | text | | | Change to the basis of another setting in superspace, in the notation a1,a2,a3,a4;0,0,0,0.
_space_group_magn_ssg_transforms_description | text | | | Which setting the change in superspace leads to, in words.
_space_group_magn_ssg_transforms_source | code | | | Which setting the change in superspace leads to.
  ISO(3+d)D-MAG: that of the ISO(3+d)D and ISO-MAG tables

[parent_space_group] single
_parent_space_group_name_H-M | text | | | Space group above the magnetic transition.
_parent_space_group_name_H-M_alt | text | | | Space group above the magnetic transition, in any setting.
_parent_space_group_IT_number | int | | 1:230 | Number of the space group above the magnetic transition.
_parent_space_group_transform_{Pp,Pp_abc,to_standard_Pp_abc} | text | | | Change to the standard setting of the parent.
_parent_space_group_{child_transform_Pp,child_transform_Pp_abc,reference_setting} | text | | | {Change from the parent cell,Change from the parent cell,Reference setting of the parent}.

[parent_propagation_vector] both
_parent_propagation_vector_id | code | | | Number of a propagation vector.
_parent_propagation_vector_kxkykz | list | | | Components of a propagation vector of the magnetic order, in the parent's reciprocal lattice.
_magnetic_propagation_vector_{seq_id,kxkykz} ~ _parent_propagation_vector_{id,kxkykz}

[space_group_symop_magn_operation] loop key=_space_group_symop_magn_operation_id
_space_group_symop_magn_operation_id | code | | | Number of the magnetic operation.
_space_group_symop_magn_operation_description | text | | | The magnetic operation in words.
_space_group_symop_magn_operation_xyz | operation | | | Magnetic operation, as the image of x,y,z and the sign of time.
_space_group_symop_magn_operation_mxmymz | text | | | What the operation does to a magnetic moment.
_space_group_symop_magn_id > _space_group_symop_magn_operation_id

[space_group_symop_magn_centering] loop key=_space_group_symop_magn_centering_id
_space_group_symop_magn_centering_id | code | | | Number of the centring.
_space_group_symop_magn_centering_description | text | | | The centring in words.
_space_group_symop_magn_centering_xyz | operation | | | Centring or anti-centring, as the image of x,y,z and the sign of time.
_space_group_symop_magn_centering_mxmymz | text | | | What the centring does to a magnetic moment.

[space_group_symop_magn_OG_centering] loop key=_space_group_symop_magn_OG_centering_id
_space_group_symop_magn_OG_centering_id | code | | | Number of a centring of the Opechowski-Guccione setting.
_space_group_symop_magn_OG_centering_description | text | | | A centring of the Opechowski-Guccione setting in words.
_space_group_symop_magn_OG_centering_xyz | operation | | | Centring of the Opechowski-Guccione setting, as the image of x,y,z.

[space_group_symop_magn_ssg_operation] loop key=_space_group_symop_magn_ssg_operation_id
_space_group_symop_magn_ssg_operation_{id,algebraic} | text | | | {Number,Image} of the magnetic superspace operation.
_space_group_symop_magn_ssg_id > _space_group_symop_magn_ssg_operation_id

[space_group_symop_magn_ssg_centering] loop key=_space_group_symop_magn_ssg_centering_id
_space_group_symop_magn_ssg_centering_{id,algebraic} | text | | | {Number,Image} of the magnetic superspace centring.

[magnetic_irrep] both
_irrep_{id,dimension,small_dimension,direction_type,presence,action,modes_number} | text | | | {Label,Dimension,Small dimension,Direction,Presence,Primary or secondary part,Number of modes} of an irreducible representation of the magnetic order.
_active_magnetic_irreps_details | text | | | Irreducible representations that are active.
_exptl_crystal_magnetic_properties_details | text | | | Magnetic properties of the crystal.
_transition_temperature | num | K | 0: | Temperature of the magnetic transition.
_experiment_temperature | num | K | 0: | Temperature of the experiment.
_atomic_positions_source_database_code_ICSD | text | | | Entry of the ICSD that positions were taken from.
_atomic_positions_source_other | text | | | Where positions were taken from.
`;
