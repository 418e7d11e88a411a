/** Reflections, refinement, restraints and twins. See `../compactNames.ts` for the notation. */
export const refinementNames = `
[refine] single
_refine_special_details | text | | | What else is to be told of the refinement.
_refine_details > _refine_special_details
_refine_diffraction_theory | code | | | How the intensities were computed.
  dynamical: with what diffracted beams do to each other
  kinematical: without
_refine_diffraction_theory_details | text | | | What else is to be told of how the intensities were computed.
_refine_diff_density_max | num | e Å⁻³ | -100: | Highest peak of the last difference map.
_refine_diff_density_min | num | e Å⁻³ | :100 | Deepest hole of the last difference map.
_refine_diff_density_rms | num | e Å⁻³ | -100:100 | Root mean square of the last difference map.
_refine_diff_potential_{max,min,rms} | num | e Å⁻¹ | | {Highest peak,Deepest hole,Root mean square} of the last difference map of potential.

[refine_ls] single
_refine_ls_R_factor_gt | num | | 0: | R(F): agreement of model and data over the strong reflections; small is good.
_refine_ls_R_factor_all | num | | 0: | R(F): agreement of model and data over all reflections.
_refine_ls_R_factor_obs > _refine_ls_R_factor_gt
_refine_ls_wR_factor_ref | num | | 0: | Weighted agreement of model and data over the refined reflections.
_refine_ls_wR_factor_{all,gt} | num | | 0: | Weighted agreement of model and data over {all,the strong} reflections.
_refine_ls_wR_factor_obs > _refine_ls_wR_factor_gt
_refine_ls_R_{Fsqd,I}_factor_obs ~ _refine_ls_R_{}_factor
_refine_ls_R_Fsqd_factor | num | | 0: | Agreement of model and data in F².
_refine_ls_R_I_factor | num | | 0: | Agreement of model and data in intensity, as of a Rietveld refinement (R Bragg).
_refine_ls_goodness_of_fit_{ref,all,gt} | num | | 0: | Goodness of fit S over {the refined,all,the strong} reflections; near 1 is good.
_refine_ls_goodness_of_fit_obs > _refine_ls_goodness_of_fit_gt
_refine_ls_restrained_S_{all,gt} | num | | 0: | Goodness of fit with restraints over {all,the strong} reflections.
_refine_ls_restrained_S_obs > _refine_ls_restrained_S_gt
_refine_ls_abs_structure_details | text | | | How the absolute structure was found.
_refine_ls_abs_structure_Flack | num | | 0:1 | Flack parameter: share of the inverted structure, 0 where the model is right.
_refine_ls_abs_structure_Rogers | num | | -1:1 | Rogers' η: 1 where the model is right, −1 where it is inverted.
_refine_ls_abs_structure_z-score | num | | | Confidence in the absolute structure, in standard uncertainties.
_refine_ls_d_res_{high,low} | num | Å | 0: | {Smallest,Largest} lattice spacing that was refined on.
_refine_ls_extinction_coef | num | | 0: | Coefficient of extinction.
_refine_ls_extinction_expression | text | | | Formula of the extinction correction.
_refine_ls_extinction_method | text | | | Kind of the extinction correction.
_refine_ls_F_calc_{details,formula} | text | | | {How,Formula by which} structure factors were computed.
_refine_ls_F_calc_precision | num | | 0: | Precision that structure factors were computed with, for X-rays in electrons.
_refine_ls_hydrogen_treatment | code | | | How hydrogen atoms were refined.
  refall: all parameters refined
  refxyz: only coordinates refined
  refU: only displacements refined
  noref: not refined
  constr: constrained
  hetero: refined where bonded to N or O, constrained at C
  heteroxyz: coordinates refined where bonded to N or O, constrained at C
  heteroU: displacements refined where bonded to N or O, constrained at C
  heteronoref: not refined where bonded to N or O, constrained at C
  hetero-mixed: mixed where bonded to N or O, constrained at C
  heteroxyz-mixed: mixed coordinates where bonded to N or O, constrained at C
  heteroU-mixed: mixed displacements where bonded to N or O, constrained at C
  heteronoref-mixed: partly refined where bonded to N or O, constrained at C
  mixed: some independent, some constrained
  undef: not defined
_refine_ls_matrix_type | code | | | Which part of the least-squares matrix was used.
  full: all of it
  fullcycle: all of it, with elements that stay fixed during a cycle
  atomblock: a block an atom
  userblock: blocks of the user
  diagonal: the diagonal
  sparse: chosen elements
_refine_ls_number_constraints | int | | 0: | Constraints of the refinement.
_refine_ls_number_parameters | int | | 0: | Parameters of the refinement.
_refine_ls_number_reflns | int | | 0: | Reflections of the refinement.
_refine_ls_number_reflns_all ~ _refine_ls_number_reflns
_refine_ls_number_reflns_gt | int | | 1: | Strong reflections of the refinement.
_refine_ls_number_reflns_obs ~ _refine_ls_number_reflns_gt
_refine_ls_number_restraints | int | | 0: | Restraints of the refinement.
_refine_ls_shift/su_{max,mean} | num | | 0: | {Largest,Mean} shift of the last cycle, over its uncertainty.
_refine_ls_shift_over_su_{max,mean} ~ _refine_ls_shift/su_{}
_refine_ls_shift_over_esd_{max,mean} ~ _refine_ls_shift/su_{}
_refine_ls_shift/su_{max,mean}_lt | num | | 0: | The {largest,mean} shift of the last cycle is less than this, over its uncertainty.
_refine_ls_shift_over_su_{max,mean}_lt ~ _refine_ls_shift/su_{}_lt
_refine_ls_shift/esd_{max,mean} > _refine_ls_shift/su_{}
_refine_ls_structure_factor_coef | code | | | What was refined against.
  F: |F|
  Fsqd: F²
  Inet: net intensities
_refine_ls_weighting_details | text | | | Formula of the weights.
_refine_ls_weighting_scheme | code | | | Kind of the weights.
  sigma: from the uncertainties of the measurement
  unit: all alike
  calc: by a formula
_refine_ls_F_squared_calc_details ~ _refine_ls_F_calc_details
_refine_ls_sample_shape_{details,expression} | text | | | {Details,Formula} of the correction for the shape of the sample.
_refine_ls_sample_thickness | num | nm | 0: | Thickness of the sample, from dynamical refinement.
_refine_ls_mod_func_description | text | | | How modulation functions were refined.
_refine_ls_mod_hydrogen_treatment | code | | | How modulations of hydrogen were refined.
  refall: all parameters refined
  A: as those of the atom they are bonded to
  noref: not refined
_refine_ls_mod_overall_phason_coeff | num | | | Coefficient of the overall phason correction.
_refine_ls_mod_overall_phason_formula | code | | | Formula of the overall phason correction.
  Axe: after Axe (1980)
  Ovr: after Overhauser (1971)

[refine_ls_class] loop key=_refine_ls_class_code
_refine_ls_class_code | code | | | Class of reflections.
_refine_ls_class_d_res_{high,low} | num | Å | 0: | {Smallest,Largest} lattice spacing in the class.
_refine_ls_class_R_factor_{all,gt} | num | | 0: | R(F) over {all,the strong} reflections of the class.
_refine_ls_class_R_factor_obs ~ _refine_ls_class_R_factor_gt
_refine_ls_class_R_{Fsqd,I}_factor | num | | 0: | Agreement in {F²,intensity} over the class.
_refine_ls_class_wR_factor_all | num | | 0: | Weighted agreement over the class.

[refln] loop key=_refln_index_h,_refln_index_k,_refln_index_l
_refln_index_{h,k,l} | int | | | Miller index {} of the reflection.
_refln_hkl | list | | | Miller indices of the reflection.
_refln_A_{calc,meas} | num | | | {Computed,Measured} real part of the structure factor.
_refln_B_{calc,meas} | num | | | {Computed,Measured} imaginary part of the structure factor.
_refln_F_{calc,meas} | num | | | {Computed,Measured} amplitude of the structure factor.
_refln_F_sigma | num | | 0: | Standard uncertainty of the measured amplitude.
_refln_F_meas_{su,sigma} ~ _refln_F_sigma
_refln_F_squared_{calc,meas} | num | | | {Computed,Measured} F².
_refln_F_squared_sigma | num | | 0: | Standard uncertainty of the measured F².
_refln_F_squared_meas_su ~ _refln_F_squared_sigma
_refln_F_complex | text | | | Structure factor as a complex number.
_refln_F_complex_su | text | | | Standard uncertainty of the complex structure factor.
_refln_form_factor_table | text | | | Scattering factors of the species at the angle of the reflection.
_refln_id | code | | | Name of the reflection.
_refln_Lp_factor | num | | 0: | Lorentz and polarisation factor of the reflection.
_refln_intensity_{calc,meas} | num | | | {Computed,Measured} intensity.
_refln_intensity_sigma | num | | 0: | Standard uncertainty of the measured intensity.
_refln_intensity_meas_su ~ _refln_intensity_sigma
_refln_phase_{calc,meas} | num | ° | | {Computed,Measured} phase of the structure factor.
_refln_fom | num | | 0:1 | Figure of merit of the phase.
_refln_class_code | code | | | Class of the reflection.
_refln_crystal_id | code | | | Crystal that the reflection was measured on.
_refln_d_spacing | num | Å | 0: | Lattice spacing of the reflection.
_refln_include_status | code | | =include | Whether the reflection is used.
_refln_observed_status > _refln_include_status
_refln_status | code | | =status | Whether the reflection is used; the name of mmCIF.
_refln_refinement_status | code | | | Whether the reflection was refined on.
  incl: refined on
  excl: left out
  extn: left out because of extinction
_refln_mean_path_length_tbar | num | mm | 0: | Mean path of the beam in the crystal.
_refln_scale_group_code | code | | | Scale that the reflection is on.
_refln_sint/lambda | num | Å⁻¹ | 0: | sinθ/λ of the reflection.
_refln_sin_theta_over_lambda ~ _refln_sint/lambda
_refln_sint_over_lambda ~ _refln_sint/lambda
_refln_symmetry_epsilon | int | | 1:48 | Operations that leave the reflection's vector as it is.
_refln_symmetry_multiplicity | int | | 1:48 | Symmetry-equivalent reflections.
_refln_wavelength | num | Å | 0: | Wavelength that the reflection was measured with.
_refln_wavelength_id | code | | | Name of the wavelength that the reflection was measured with.
_refln_pdbx_HL_{A,B,C,D}_iso | num | | | Hendrickson-Lattman coefficient {} of isomorphous phases.

[reflns] single
_reflns_number_{total,gt} | int | | 0: | {Unique reflections,Strong unique reflections} of the data.
_reflns_number_observed > _reflns_number_gt
_reflns_number_obs ~ _reflns_number_gt
_reflns_number_all ~ _reflns_number_total
_reflns_threshold_expression | text | | | What makes a reflection strong, as I>2σ(I).
_reflns_observed_criterion > _reflns_threshold_expression
_reflns_d_resolution_{high,low} | num | Å | 0: | {Smallest,Largest} lattice spacing of the data.
_reflns_Friedel_coverage | num | | 0:1 | Share of the reflections whose Friedel mate was measured too.
_reflns_Friedel_fraction_{full,max} | num | | 0:1 | Share of the Friedel pairs that was measured, up to {θ full,the largest θ}.
_reflns_limit_{h,k,l}_{max,min} | int | | | {2:Largest,Smallest} index {} of the data.
_reflns_limit_{max,min} | list | | | {Largest,Smallest} indices of the data.
_reflns_special_details | text | | | What else is to be told of the reflections.
_reflns_details ~ _reflns_special_details
_reflns_apply_dispersion_to_Fcalc | code | | =yesno | Whether anomalous scattering is part of the computed structure factors.

[reflns_class] loop key=_reflns_class_code
_reflns_class_code | code | | | Name of the class of reflections.
_reflns_class_description | text | | | What makes up the class of reflections.
_reflns_class_d_res_{high,low} | num | Å | 0: | {Smallest,Largest} lattice spacing in the class.
_reflns_class_number_{gt,total} | int | | 0: | {Strong reflections,Reflections} of the class.
_reflns_class_number_observed ~ _reflns_class_number_gt
_reflns_class_R_factor_{all,gt} | num | | 0: | R(F) over {all,the strong} reflections of the class.
_reflns_class_R_factor_observed ~ _reflns_class_R_factor_gt
_reflns_class_R_{Fsqd,I}_factor | num | | 0: | Agreement in {F²,intensity} over the class.
_reflns_class_wR_factor_all | num | | 0: | Weighted agreement over the class.

[reflns_scale] loop key=_reflns_scale_group_code
_reflns_scale_group_code | code | | | Name of the scale.
_reflns_scale_meas_{F,F_squared,intensity} | num | | 0: | Scale of measured {F,F²,intensities}.

[reflns_shell] loop key=_reflns_shell_d_res_low,_reflns_shell_d_res_high
_reflns_shell_d_res_{high,low} | num | Å | 0: | {Smallest,Largest} lattice spacing of the shell.
_reflns_shell_d_res_limits | list | Å | | Lattice spacings between which the shell lies.
_reflns_shell_meanI_over_uI_{all,gt} | num | | 0: | Mean I over mean u(I), of {all,the strong} reflections of the shell.
_reflns_shell_meanI_over_suI_{all,gt} ~ _reflns_shell_meanI_over_uI_{}
_reflns_shell_meanI_over_sigI_{all,gt} > _reflns_shell_meanI_over_uI_{}
_reflns_shell_meanI_over_sigI_obs > _reflns_shell_meanI_over_uI_gt
_reflns_shell_number_measured_{all,gt} | int | | 0: | Intensities measured in the shell, of {all,the strong} reflections.
_reflns_shell_number_measured_obs > _reflns_shell_number_measured_gt
_reflns_shell_number_possible | int | | 0: | Unique reflections that the shell can have.
_reflns_shell_number_possible_all ~ _reflns_shell_number_possible
_reflns_shell_number_unique_{all,gt} | int | | 0: | Unique reflections of the shell, {all,strong ones}.
_reflns_shell_number_unique_obs > _reflns_shell_number_unique_gt
_reflns_shell_percent_possible_{all,gt} | num | % | 0:100 | Completeness of the shell, of {all,the strong} reflections.
_reflns_shell_percent_possible_obs > _reflns_shell_percent_possible_gt
_reflns_shell_Rmerge_{F,I}_{all,gt} | num | | 0: | R(merge) in {} of the shell, of {2:all,the strong} reflections.
_reflns_shell_Rmerge_{F,I}_obs > _reflns_shell_Rmerge_{}_gt

[restr] single
_restr_special_details | text | | | What else is to be told of the restraints.

[restr_distance] loop key=_restr_distance_atom_site_label_1,_restr_distance_atom_site_label_2
_restr_distance_atom_site_label_{1,2} | label | | | Site at the {first,second} end of the restrained distance.
_restr_distance_site_symmetry_{1,2} | symmetry | | | Symmetry operation of the {first,second} site.
_restr_distance_target | num | Å | | Distance to be kept.
_restr_distance_target_weight_param | num | Å | | Uncertainty of the distance to be kept; 0 is a constraint.
_restr_distance_diff | num | Å | | Difference of target and distance.
_restr_distance_details | text | | | What is to be told of the restraint.

[restr_distance_min] loop key=_restr_distance_min_atom_site_label_1,_restr_distance_min_atom_site_label_2
_restr_distance_min_atom_site_label_{1,2} | label | | | Site at the {first,second} end of a contact that is kept apart.
_restr_distance_min_site_symmetry_{1,2} | symmetry | | | Symmetry operation of the {first,second} site.
_restr_distance_min_A | num | | 0: | Weight A of the repulsion A(B/D)^C + E exp((D−F)/G) at the distance D.
_restr_distance_min_B | num | Å | 0: | Distance B of the repulsion by a power.
_restr_distance_min_{C,E} | num | | | {Power C,Weight E} of the repulsion.
_restr_distance_min_{F,G} | num | Å | | {Distance F,Length G} of the exponential repulsion.
_restr_distance_min_distance | num | Å | 0: | Distance in the model.
_restr_distance_min_difference | num | Å | | Distance less that to be kept.
_restr_distance_min_details | text | | | What is to be told of the restraint.

[restr_angle] loop key=_restr_angle_atom_site_label_1,_restr_angle_atom_site_label_2,_restr_angle_atom_site_label_3
_restr_angle_atom_site_label_{1,2,3} | label | | | Site {at one end,at the vertex,at the other end} of the restrained angle.
_restr_angle_site_symmetry_{1,2,3} | symmetry | | | Symmetry operation of site {}.
_restr_angle_target | num | ° | 0:180 | Angle to be kept.
_restr_angle_target_weight_param | num | ° | 0:180 | Uncertainty of the angle to be kept; 0 is a constraint.
_restr_angle_diff | num | ° | 0: | Difference of target and angle.
_restr_angle_details | text | | | What is to be told of the restraint.

[restr_torsion] loop key=_restr_torsion_atom_site_label_1,_restr_torsion_atom_site_label_2,_restr_torsion_atom_site_label_3,_restr_torsion_atom_site_label_4
_restr_torsion_atom_site_label_{1,2,3,4} | label | | | Site {} of the restrained torsion angle.
_restr_torsion_site_symmetry_{1,2,3,4} | symmetry | | | Symmetry operation of site {}.
_restr_torsion_angle_target | num | ° | -180:180 | Torsion angle to be kept.
_restr_torsion_weight_param | num | ° | 0: | Uncertainty of the torsion angle to be kept; 0 is a constraint.
_restr_torsion_diff | num | ° | | Difference of target and torsion angle.
_restr_torsion_details | text | | | What is to be told of the restraint.

[restr_equal_distance] loop key=_restr_equal_distance_atom_site_label_1,_restr_equal_distance_atom_site_label_2
_restr_equal_distance_atom_site_label_{1,2} | label | | | Site {} of one of the distances that are kept alike.
_restr_equal_distance_site_symmetry_{1,2} | symmetry | | | Symmetry operation of site {}.
_restr_equal_distance_class_id | code | | | Which distances are kept alike.
_restr_equal_distance_details | text | | | What is to be told of the distance.

[restr_equal_distance_class] loop key=_restr_equal_distance_class_class_id
_restr_equal_distance_class_class_id | code | | | Name of distances that are kept alike.
_restr_equal_distance_class_{average,esd,diff_max,target_weight_param} | num | Å | 0: | {Mean,Standard deviation,Largest deviation,Target uncertainty} of the distances that are kept alike.
_restr_equal_distance_class_details | text | | | What is to be told of the distances.

[restr_equal_angle] loop key=_restr_equal_angle_atom_site_label_1,_restr_equal_angle_atom_site_label_2,_restr_equal_angle_atom_site_label_3
_restr_equal_angle_atom_site_label_{1,2,3} | label | | | Site {} of one of the angles that are kept alike.
_restr_equal_angle_site_symmetry_{1,2,3} | symmetry | | | Symmetry operation of site {}.
_restr_equal_angle_class_id | code | | | Which angles are kept alike.
_restr_equal_angle_detail | text | | | What is to be told of the angle.
_restr_equal_angle_details ~ _restr_equal_angle_detail

[restr_equal_angle_class] loop key=_restr_equal_angle_class_class_id
_restr_equal_angle_class_class_id | code | | | Name of angles that are kept alike.
_restr_equal_angle_class_{average,esd,diff_max,target_weight_param} | num | ° | 0: | {Mean,Standard deviation,Largest deviation,Target uncertainty} of the angles that are kept alike.
_restr_equal_angle_class_detail | text | | | What is to be told of the angles.

[restr_equal_torsion] loop key=_restr_equal_torsion_atom_site_label_1,_restr_equal_torsion_atom_site_label_2,_restr_equal_torsion_atom_site_label_3,_restr_equal_torsion_atom_site_label_4
_restr_equal_torsion_atom_site_label_{1,2,3,4} | label | | | Site {} of one of the torsion angles that are kept alike.
_restr_equal_torsion_site_symmetry_{1,2,3,4} | symmetry | | | Symmetry operation of site {}.
_restr_equal_torsion_class_id | code | | | Which torsion angles are kept alike.
_restr_equal_torsion_details | text | | | What is to be told of the torsion angle.

[restr_equal_torsion_class] loop key=_restr_equal_torsion_class_class_id
_restr_equal_torsion_class_class_id | code | | | Name of torsion angles that are kept alike.
_restr_equal_torsion_class_{average,esd,diff_max,target_weight_param} | num | ° | 0: | {Mean,Standard deviation,Largest deviation,Target uncertainty} of the torsion angles that are kept alike.
_restr_equal_torsion_class_details | text | | | What is to be told of the torsion angles.

[restr_plane] loop key=_restr_plane_id
_restr_plane_id | code | | | Number of the atom in the plane.
_restr_plane_atom_site_label | label | | | Site of the restrained plane.
_restr_plane_class_id | code | | | Which plane it is.
_restr_plane_site_symmetry | symmetry | | | Symmetry operation of the site.
_restr_plane_displacement | num | Å | 0: | Distance of the site from the plane.
_restr_plane_target_weight_param | num | Å | 0: | Uncertainty of the distance from the plane.
_restr_plane_details | text | | | What is to be told of the restraint.

[restr_plane_class] loop key=_restr_plane_class_class_id
_restr_plane_class_class_id | code | | | Name of the plane.
_restr_plane_class_details | text | | | What is to be told of the plane.
_restr_plane_class_displacement_{esd,max} | num | Å | 0: | {Mean uncertainty,Largest} of the distances from the plane.
_restr_plane_class_displacement_avsu ~ _restr_plane_class_displacement_esd
_restr_plane_class_displacement_max_atom_site_label | label | | | Site farthest from the plane.
_restr_plane_class_displacement_max_site_symmetry | symmetry | | | Symmetry operation of the site farthest from the plane.

[restr_rigid_body] loop key=_restr_rigid_body_id
_restr_rigid_body_id | code | | | Number of the atom in the rigid body.
_restr_rigid_body_atom_site_label | label | | | Site of the rigid body.
_restr_rigid_body_class_id | code | | | Which rigid body it is.
_restr_rigid_body_site_symmetry | symmetry | | | Symmetry operation of the site.
_restr_rigid_body_details | text | | | What is to be told of the restraint.

[restr_rigid_body_class] loop key=_restr_rigid_body_class_class_id
_restr_rigid_body_class_class_id | code | | | Name of the rigid body.
_restr_rigid_body_class_details | text | | | What is to be told of the rigid body.

[restr_parameter] loop key=_restr_parameter_id
_restr_parameter_id | code | | | Number of the restrained parameter.
_restr_parameter_atom_site_label | label | | | Site of the restrained parameter.
_restr_parameter_atom_coefficient | num | | | Coefficient of the parameter in the restrained sum.
_restr_parameter_class_id | code | | | Which sum the parameter belongs to.

[restr_parameter_class] loop key=_restr_parameter_class_class_id
_restr_parameter_class_class_id | code | | | Name of the restrained sum of parameters.
_restr_parameter_class_parameter_type | code | | | Kind of the parameters in the sum.
  occupancy: occupancies
  position_x: fractions along a
  position_y: fractions along b
  position_z: fractions along c
_restr_parameter_class_{target,target_weight_param} | num | | | {Value,Uncertainty} of the restrained sum.
_restr_parameter_class_details | text | | | What is to be told of the restrained sum.

[restr_U_iso] loop key=_restr_U_iso_atom_site_label
_restr_U_iso_atom_site_label | label | | | Site whose displacements are kept nearly isotropic.
_restr_U_iso_weight_param | num | Å² | 0: | Uncertainty of the restraint.

[restr_U_rigid] loop key=_restr_U_rigid_atom_site_label_1,_restr_U_rigid_atom_site_label_2
_restr_U_rigid_atom_site_label_{1,2} | label | | | Site at the {first,second} end of a rigid bond.
_restr_U_rigid_site_symmetry_{1,2} | symmetry | | | Symmetry operation of the {first,second} site.
_restr_U_rigid_U_parallel | num | Å² | | Displacement along the bond.
_restr_U_rigid_diff | num | Å² | | Difference of the displacements along the bond.
_restr_U_rigid_target_weight_param | num | Å² | | Uncertainty of the restraint.
_restr_U_rigid_details | text | | | What is to be told of the restraint.

[restr_U_similar] loop key=_restr_U_similar_atom_site_label_1,_restr_U_similar_atom_site_label_2
_restr_U_similar_atom_site_label_{1,2} | label | | | {First,Second} site of two whose displacements are kept alike.
_restr_U_similar_site_symmetry_{1,2} | symmetry | | | Symmetry operation of the {first,second} site.
_restr_U_similar_weight_param | num | Å² | 0: | Uncertainty of the restraint.

[twin] single
_twin_special_details | text | | | What else is to be told of the twinning.
_twin_morphology | code | | | How the individuals of the twin lie to each other.
  contact: they touch at a surface
  penetration: they share a volume
  simple: they are not repeated
  polysynthetic: they are repeated nearly in a line
  cyclic: they are repeated in a closed ring
_twin_formation_mechanism | code | | | How the twin came about.
  gt: by growth
  tt: by a phase transition
  mt: by mechanical action
_twin_dimensionality | code | | | In how many dimensions the lattices coincide.
  triperiodic: three
  diperiodic: two
  monoperiodic: one

[twin_individual] loop key=_twin_individual_id
_twin_individual_id | code | | | Name of the individual of the twin.
_twin_individual_mass_fraction_refined | num | | 0:1 | Share of the individual in the crystal.
_twin_individual_twin_lattice_type | code | | | How the lattice of the individual lies to that of the first.
  ref: it is the first
  mt_I: merohedral of class I, by inversion
  mt_II: merohedral of class II, by a mirror or a twofold axis
  mt_I+II: merohedral of both classes
  rmt: reticular merohedral
  pmt: pseudo-merohedral
  rpmt: reticular pseudo-merohedral
  nmt: not merohedral
_twin_individual_twin_matrix | list | | | Matrix from the first individual's indices to those of this one.
_twin_individual_twin_matrix_{11,12,13,21,22,23,31,32,33} | num | | | Element {} of the matrix from the first individual's indices to those of this one.

[twin_refln] loop key=_twin_refln_datum_id,_twin_refln_individual_id
_twin_refln_datum_id | code | | | Number of the measured intensity.
_twin_refln_individual_id | code | | | Individual of the twin.
_twin_refln_index_{h,k,l} | int | | | Miller index {} in the individual.
_twin_refln_index_hkl | list | | | Miller indices in the individual.
_twin_refln_include_status | code | | =twinStatus | Whether the reflection is used.
_twin_refln_F_squared_{calc,meas} | num | | | {Computed,Measured} F² over all individuals.
_twin_refln_F_squared_calc_individual | num | | | Computed F² of the individual.
_twin_refln_F_squared_sigma | num | | 0: | Standard uncertainty of the measured F².
`;
