/** Names of programs, databases and journals. See `../compactNames.ts` for the notation. */
export const softwareNames = `
[shelx] single
_shelx_SHELXL_version_number | text | | | Version of SHELXL that wrote the file.
_shelx_res_file | text | | | The refinement's .res file.
_shelx_hkl_file | text | | | The refinement's .hkl file.
_shelx_fab_file | text | | | The refinement's .fab file: contributions of a solvent mask.
_shelx_fcf_file | text | | | The refinement's .fcf file: structure factors.
_shelx_{res,hkl,fab,fcf}_checksum | int | | | Checksum of the .{} file.
_shelx_space_group_comment | text | | | Remark on the space group symbol.
_shelx_estimated_absorpt_t_{max,min} | num | | 0:1 | {Largest,Smallest} transmission, estimated from the size of the crystal.
_shelx_refine_ls_{abs_structure_Flack,abs_structure_Hooft} | num | | | {Flack,Hooft} parameter as SHELXL finds it.
_shelx_F_calc_maximum | num | | 0: | Largest computed structure factor.
_shelx_F_squared_multiplier | num | | 0: | Factor that F² were multiplied by.
_shelx_refln_list_code | int | | | LIST code of the reflections.
_shelx_title | text | | | Title of the refinement.
_shelxl_version_number ~ _shelx_SHELXL_version_number

[olex2] single
_olex2_refinement_description | text | | | The refinement in words, by Olex2.
_olex2_submission_original_sample_id | text | | | Name of the sample at its submission.
_olex2_submission_special_instructions | text | | | Instructions at the submission of the sample.
_olex2_exptl_crystal_mounting_method | text | | | How the crystal was mounted.
_olex2_diffrn_ambient_temperature_device | text | | | What kept the temperature.
_olex2_date_sample_data_collection | date | | | Day of the measurement.
_olex2_date_sample_submission | date | | | Day of the submission.
_olex2_{refine_diff_density_max,refine_diff_density_min} | num | e Å⁻³ | | {Highest peak,Deepest hole} of the last difference map.

[oxford] both
_oxford_structure_analysis_title | text | | | Title of the structure analysis in CRYSTALS.
_oxford_diffrn_Wilson_{B_factor,scale} | num | | | {B,Scale} of a Wilson plot.
_oxford_refine_ls_{R_factor_ref,scale} | num | | 0: | {R(F) over the refined reflections,Overall scale}.
_oxford_reflns_number_all | int | | 0: | Unique reflections.
_oxford_atom_site_special_shape | text | | | Shape of a special site, as a ring or a sphere.
_oxford_database_code | text | | | Database code of the structure analysis.

[jana] both
_jana_atom_site_ADP_C_{label,type_symbol} | text | | | {Site,Element} of anharmonic displacements of third order.
_jana_atom_site_ADP_D_{label,type_symbol} | text | | | {Site,Element} of anharmonic displacements of fourth order.
_jana_atom_site_ADP_C_{111,112,113,122,123,133,222,223,233,333} | num | | | Anharmonic displacement of third order, {}.
_jana_atom_site_ADP_D_{1111,1112,1113,1122,1123,1133,1222,1223,1233,1333,2222,2223,2233,2333,3333} | num | | | Anharmonic displacement of fourth order, {}.

[platon] both
_platon_squeeze_{details,void_probe_radius,void_count_electrons} | text | | | {Details,Radius of the probe,Electrons in voids} of PLATON's SQUEEZE.
_platon_squeeze_void_{nr,average_x,average_y,average_z,volume,content} | text | | | {Number,x,y,z,Volume,Content} of a void.
_smtbx_masks_{void_nr,void_average_x,void_average_y,void_average_z,void_volume,void_count_electrons,void_content,void_probe_radius,void_truncation_radius,special_details} | text | | | {Number,x,y,z,Volume,Electrons,Content,Radius of the probe,Truncation radius,Details} of a masked void.

[iucr] both
_iucr_refine_{instructions_details,instruction_details,reflections_details,reflection_details,fcf_details} | text | | | {Instructions,Instructions,Reflections,Reflections,Structure factors} of the refinement, as a file.
_iucr_compatibility_tag | text | | | Version of the journal's template.
_geom_extra_table_head_{A,B,C} | text | | | Heading of extra table {}.
_geom_extra_table{A,B,C}_col_{1-14} | text | | | Column {2} of extra table {}.
_geom_table_{headnote,footnote}_{A,B,C} | text | | | {Headnote,Footnote} of extra table {2}.
_vrf_VALIDATOR_comments | text | | | Answers to the alerts of checkCIF.

[ccdc] both
_ccdc_{disorder,comments,polymorph,biological_activity,compound_id,publ_extra_info,journal_depnumber,journal_manuscript_code,depnum_archive,chemdiag_type,chemdiag_records,depnum_russian} | text | | | {Disorder,Remarks,Polymorph,Biological activity,Name of the compound,Remarks on the publication,Deposition number of the journal,Manuscript code of the journal,Deposition number,Kind of the chemical diagram,Chemical diagram,Russian deposition number}, as the CCDC keeps it.
_ccdc_chemical_compound_source_recrystallisation | text | | | What the compound was crystallised from.
_ccdc_geom_bond_type | code | | | Kind of the bond, as the CCDC names it.
  S: single
  D: double
  T: triple
  Q: quadruple
  A: aromatic
  P: polymeric
  E: delocalised
  Pi: π bond
  U: unknown
_ccdc_geom_distance | num | Å | 0: | Distance of a search.
_ccdc_geom_angle | num | ° | | Angle of a search.
_ccdc_geom_torsion | num | ° | | Torsion angle of a search.
_ccdc_geom_distance_atom_site_label_{1,2} | label | | | Site {} of a distance of a search.
_ccdc_geom_angle_atom_site_label_{1,2,3} | label | | | Site {} of an angle of a search.
_ccdc_geom_torsion_atom_site_label_{1,2,3,4} | label | | | Site {} of a torsion angle of a search.
_ccdc_geom_distance_site_symmetry_{1,2} | symmetry | | | Symmetry operation of site {}.
_ccdc_geom_angle_site_symmetry_{1,2,3} | symmetry | | | Symmetry operation of site {}.
_ccdc_geom_torsion_site_symmetry_{1,2,3,4} | symmetry | | | Symmetry operation of site {}.
_ccdc_geom_{distance,angle,torsion}_{fragment_id,parameter_label,query_id,transformation} | text | | | {2:Fragment,Parameter,Query,Transformation} of a {} of a search.

[icsd] both
_icsd_collection_code | text | | | Number of the entry in the Inorganic Crystal Structure Database.
_icsd_{structure_type,compound_name,remarks,test_flags,temperature_factor_type} | text | | | {Structure type,Name of the compound,Remarks,Results of tests,Kind of displacement parameters}, as the ICSD gives it.
_atom_site_attached_hydrogens_icsd ~ _atom_site_attached_hydrogens

[cod] both
_cod_database_code | text | | | Number of the entry in the Crystallography Open Database.
_cod_database_code_{diffrn_file,structure} | text | | | {File of diffraction data,Structure} that belongs to the entry.
_cod_database_{coordinates,fobs}_code | text | | | Entry with the {coordinates,structure factors}.
_cod_data_source_{file,block,URI,URL,URN,MD5_sum,SHA1_sum,SHA256_sum} | text | | | {File,Block,URI,Address,URN,MD5 sum,SHA-1 sum,SHA-256 sum} that the entry was made from.
_cod_depositor_comments | text | | | What the depositors or the COD say of the entry.
_cod_depositor_requested_release_date | date | | | Day from which the entry may be shown.
_cod_hold_until_date | date | | | Day until which the entry is held back.
_cod_original_{cell_volume,formula_iupac,formula_moiety,formula_sum,formula_units_Z,formula_weight,sg_number,sg_symbol_H-M,sg_symbol_Hall} | text | | | {Cell volume,IUPAC formula,Formula by units,Formula,Formula units,Formula mass,Space group number,Hermann-Mauguin symbol,Hall symbol} of the source before it was corrected.
_cod_chemical_formula_{moiety,sum}_orig | text | | | {Formula by units,Formula} of the source before it was corrected.
_cod_cif_authors_sg_{H-M,Hall,number} | text | | | {Hermann-Mauguin symbol,Hall symbol,Number} of the space group by the authors.
_cod_citation_special_details | text | | | What is to be told of the paper.
_cod_enantiomer_of | text | | | Entry with the mirror image of the structure.
_cod_duplicate_entry | text | | | Entry with the same structure.
_cod_same_crystal_as | text | | | Entry with the same crystal.
_cod_related_{diffrn_file_code,duplicate_entry_code,enantiomer_entry_code,optimal_entry_code,same_structure_entry_code,structure_entry_code,suboptimal_entry_code,optimal_struct,suboptimal_struct} | text | | | {Diffraction data,Same structure,Mirror image,Better determination,Same structure,Structure,Worse determination,Better determination,Worse determination} among other entries.
_cod_related_entry | text | | | Entry that has to do with this one.
_cod_related_entry_{code,database,description,id,uri} | text | | | {Code,Database,Relation,Number,Address} of an entry that has to do with this one.
_cod_struct_determination_method | text | | | How the structure was determined.
_cod_structure_determination_method ~ _cod_struct_determination_method
_cod_suboptimal_structure | code | | =yesno | Whether a better determination is known.
_cod_text | text | | | Remarks of the COD.
_cod_error_{flag,description,source} | text | | | {Whether the entry has errors,Errors of the entry,Who found the errors}.
_cod_changelog_entry_{author,date,id,text} | text | | | {Author,Day,Number,Text} of a change of the entry.
_cod_entry_issue_{author,date,description,id,origin,severity} | text | | | {Author,Day,Description,Number,Origin,Severity} of what is wrong with the entry.
_cod_src_chemical_formula_{structural,sum} | text | | | {Structural formula,Formula} of the source.

[cod_molecule_atom] loop
_cod_molecule_atom_{label,orig_label,symmetry,symop_id,symop_xyz,transl_id,transl_x,transl_y,transl_z,assembly,group,mult,mult_ratio} | text | | | {Site,Original site,Symmetry code,Number of the operation,Operation,Number of the shift,Shift along a,Shift along b,Shift along c,Disorder assembly,Disorder group,Multiplicity,Ratio of multiplicities} of an atom of a molecule.

[amcsd] single
_amcsd_database_code | text | | | Number of the entry in the American Mineralogist Crystal Structure Database.
_amcsd_formula_title | text | | | Formula as a title.
_amcsd_sample_locality | text | | | Where the mineral was found.

[sm] both
_sm_{phase_prototype,pearson_symbol,phase_labels,chemical_compound_class,atomic_environment_type,site_symmetry,coordination_number,sample_details,measurement_details,interpretation_details,cell_transformation,atom_site_transformation,credits_copyright,atom_site_isotropic_displacement_parameter_type} | text | | | {Prototype,Pearson symbol,Names of the phase,Class of the compound,Atomic environment,Site symmetry,Coordination number,Sample,Measurement,Interpretation,Change of the cell,Change of the sites,Copyright,Kind of the displacement parameter}, as SpringerMaterials gives it.
_sm_length_ratio_{ab,bc,ca} | num | | 0: | Ratio of the cell edges {a/b,b/c,c/a}.
_sm_powderpattern_{intensity,radiation,remark,unit_computed_line,unit_published_line,value_computed_line,value_published_line} | text | | | {Intensity,Radiation,Remark,Unit of the computed lines,Unit of the published lines,Computed line,Published line} of the powder pattern.
_sm_powderpattern_miller_indices_{h,k,l} | int | | | Miller index {} of a line of the powder pattern.

[oqmd] single
_oqmd_{database_code,structure_label} | text | | | {Number,Label} of the structure in the Open Quantum Materials Database.
_oqmd_space_group_{IT_number,crystal_system,name_H-M,name_Hall} | text | | | {Number,Crystal system,Hermann-Mauguin symbol,Hall symbol} of the space group in the Open Quantum Materials Database.
_materials_project_id | text | | | Number of the structure in the Materials Project.

[tcod] both
_tcod_database_code | text | | | Number of the entry in the Theoretical Crystallography Open Database.
_tcod_{model,structure_type} | text | | | {Model,Kind of the structure} of the computation.
_tcod_total_energy | num | eV | | Total energy of the structure.
_tcod_total_energy_{details,formula,gradient,gradient_details,gradient_formula} | text | | | {Details,Formula,Gradient,Details of the gradient,Formula of the gradient} of the total energy.
_tcod_atom_site_initial_{Cartn_x,Cartn_y,Cartn_z,fract_x,fract_y,fract_z} | num | | | Position {} before relaxation.
_tcod_atom_site_resid_force_{Cartn_x,Cartn_y,Cartn_z,fract_x,fract_y,fract_z,dir_cos_x,dir_cos_y,dir_cos_z,magnitude} | num | | | Force left on the atom, {}.
_tcod_atom_sites_sim_cell_tran_matrix_{11,12,13,21,22,23,31,32,33} | num | | | Element {} of the matrix to the cell of the simulation.
_tcod_atom_sites_sim_cell_tran_vector_{1,2,3} | num | | | Component {} of the shift to the cell of the simulation.
_tcod_citation_linkage | text | | | What of the computation the paper describes.
_tcod_computation_{CPU_time,command,database_URI,database_name,database_version,environment,input_file,log_file,reference_URI,reference_id,reference_uuid,stderr,stdout,step,wallclock_time} | text | | | {Processor time,Command,Address of the database,Database,Version of the database,Environment,Input,Log,Address,Number,UUID,Errors,Output,Number of the step,Time} of a step of the computation.
_tcod_content_encoding_{id,layer_id,layer_type} | text | | | {Name,Layer,Kind of the layer} of an encoding of a file.
_tcod_ff_{citation_id,id,name,type,version} | text | | | {Citation,Number,Name,Kind,Version} of the force field.
_tcod_file_{URI,content_encoding,contents,contents_type,format,id,interpreter,md5sum,name,role,sha1sum} | text | | | {Address,Encoding,Contents,Kind of contents,Format,Number,Interpreter,MD5 sum,Name,Role,SHA-1 sum} of a file of the computation.
_tcod_file_source_{database_URI,database_name,database_version,reference_id,reference_uuid,reference_version} | text | | | {Address of the database,Database,Version of the database,Number,UUID,Version} that a file of the computation came from.
_tcod_initial_{cell_param,coordinate}_{URI,db_URI,db_abbrev,db_code,db_name} | text | | | {2:Address,Address of the database,Abbreviated database,Code in the database,Database} that {cell parameters,coordinates} came from.
_tcod_software_{OS_compilation_date,OS_version,compiler,compiler_options,compiler_version,executable_path,library,library_compilation_date,library_compilation_environment,library_compiler_name,library_compiler_options,library_compiler_version,library_id,library_path,library_uri,library_version,package,package_binary_uri,package_compilation_date,package_compilation_environment,package_source_uri,package_version,runtime_CPU,runtime_CPU_version,runtime_OS,runtime_OS_binary_uri,runtime_OS_source_uri,source_uri} | text | | | Software of the computation: {}.
_tcod_source_{database_URI,database_name,database_version,structure_database_URI,structure_database_id,structure_database_uuid,structure_database_version} | text | | | Where the structure came from: {}.

[dft] both
_dft_{1e_energy,2e_energy,Coulomb_energy,cell_energy,correlation_energy,ewald_energy,fermi_energy,hartree_energy,kinetic_energy,lattice_energy,nuclear_repulsion_energy} | num | eV | | {One-electron energy,Two-electron energy,Coulomb energy,Energy of the cell,Correlation energy,Ewald energy,Fermi energy,Hartree energy,Kinetic energy,Lattice energy,Repulsion of the nuclei} of a computation.
_dft_band_gap | num | eV | 0: | Computed band gap.
_dft_bulk_modulus | num | GPa | | Computed bulk modulus.
_dft_dielectric_constant | num | | | Computed dielectric constant.
_dft_core_electrons | text | | | How core electrons were treated.
_dft_stiffness_tensor_{11,12,13,14,15,16,22,23,24,25,26,33,34,35,36,44,45,46,55,56,66} | num | GPa | | Computed stiffness C{}.
_dft_BZ_integration_{Froyen_map,MP_order,citation_id,energy_conv,grid_IBZ_points,grid_X,grid_Y,grid_Z,grid_dens_X,grid_dens_Y,grid_dens_Z,grid_shift_X,grid_shift_Y,grid_shift_Z,grid_type,method,method_other,smearing_method,smearing_method_other,smearing_width} | text | | | Integration over the Brillouin zone: {}.
_dft_BZ_integration_grid_IBZ_point_{X,Y,Z,id,weight} | text | | | {x,y,z,Number,Weight} of a point in the Brillouin zone.
_dft_XC_{correlation_functional_name,correlation_functional_weight,exchange_functional_name,exchange_functional_weight,functional,functional_citation_id,functional_id,functional_type,functional_type_other_name} | text | | | Exchange and correlation: {}.
_dft_alloy_{method,method_other_name,supercell} | text | | | Treatment of an alloy: {}.
_dft_atom_{basisset,basisset_citation_id,basisset_energy_conv,basisset_type,relax_energy_conv,relax_force_conv} | text | | | Atoms of the computation: {}.
_dft_atom_type_{DMFT_solver,coulomb_J,coulomb_U,double_count,magn_moment,magn_orbital_moment,magn_spin_moment,nuclear_charge,occupation,radius,valence_configuration,valence_electrons} | text | | | Species of the computation: {}.
_dft_basisset_{URI,citation_id,database_URI,database_abbrev,database_citation_id,database_code,database_name,energy_conv,type} | text | | | Basis set of the computation: {}.
_dft_cell_{density_conv,energy_conv,magn_moment,magn_orbital_moment,magn_spin_moment,periodic_BC_X,periodic_BC_Y,periodic_BC_Z,potential_conv,pressure,valence_electrons} | text | | | Cell of the computation: {}.
_dft_kinetic_energy_cutoff_{EEX,charge_density,wavefunctions} | num | eV | 0: | Cut-off of the kinetic energy, of {exact exchange,the charge density,wave functions}.
_dft_pseudopotential_{atom_type,citation_id,type,type_other_name} | text | | | {Species,Citation,Kind,Other kind} of a pseudopotential.
`;
