/** The commonest names of mmCIF, and its components. See `../compactNames.ts` for the notation. */
export const macromoleculeNames = `
[entry] both
_entry.id | code | | | Name of the entry.
_{cell,symmetry,exptl,refine,reflns,database,struct,struct_keywords,atom_sites}.entry_id | code | | | Entry that this is about.
_struct.title | text | | | Title of the structure.
_struct_keywords.{text,pdbx_keywords} | text | | | Keywords of the structure.
_cell.{Z_PDB,pdbx_unique_axis} | text | | | {Chains in the unit cell,Unique axis}, as the PDB gives it.
_exptl_crystal.density_Matthews | num | Å³ Da⁻¹ | 0: | Volume of the crystal a mass of protein.
_exptl_crystal.density_percent_sol | num | % | 0:100 | Share of solvent in the volume.
_exptl_crystal_grow.{crystal_id,method,temp,temp_details,pH,pdbx_details,pdbx_pH_range} | text | | | {Crystal,Method,Temperature,Details of the temperature,pH,Details,Range of pH} of the growth of the crystal.
_symmetry_equiv.id ~ _space_group_symop_id
_diffrn_radiation_wavelength.wavelength ~ _diffrn_radiation_wavelength
_refln.{F_meas_au,F_calc_au,F_meas_sigma_au,pdbx_r_free_flag,pdbx_I_plus,pdbx_I_minus} | text | | | {Measured amplitude,Computed amplitude,Uncertainty of the amplitude,Mark for cross-validation,Intensity,Intensity of the Friedel mate} of the reflection, in arbitrary units.

[entity] loop
_entity.{id,type,src_method,pdbx_description,formula_weight,pdbx_number_of_molecules,details,pdbx_fragment,pdbx_mutation,pdbx_ec} | text | | | {Number,Kind,Source,Description,Mass,Count of molecules,Details,Fragment,Mutation,Enzyme class} of a molecule.
_entity_poly.{entity_id,type,nstd_linkage,nstd_monomer,pdbx_seq_one_letter_code,pdbx_seq_one_letter_code_can,pdbx_strand_id} | text | | | {Molecule,Kind,Whether there are unusual links,Whether there are unusual monomers,Sequence,Sequence in standard letters,Chains} of a polymer.
_entity_poly_seq.{entity_id,num,mon_id,hetero} | text | | | {Molecule,Number,Residue,Whether it varies} in a sequence.

[chem_comp] loop
_chem_comp.{id,name,type,formula,formula_weight,one_letter_code,three_letter_code,mon_nstd_flag,mon_nstd_parent_comp_id,group,desc_level,number_atoms_all,number_atoms_nh} | text | | | {Code,Name,Kind,Formula,Mass,One-letter code,Three-letter code,Whether it is a standard monomer,Standard monomer it comes from,Group,Level of description,Count of atoms,Count of atoms without hydrogen} of a component.
_chem_comp.pdbx_{type,synonyms,formal_charge,initial_date,modified_date,ambiguous_flag,release_status,replaced_by,replaces,model_coordinates_details,model_coordinates_missing_flag,ideal_coordinates_details,ideal_coordinates_missing_flag,model_coordinates_db_code,subcomponent_list,processing_site} | text | | | {Kind,Synonyms,Formal charge,First day,Day of the last change,Whether its chemistry is open,Status,What replaced it,What it replaces,Details of its model coordinates,Whether model coordinates are missing,Details of its ideal coordinates,Whether ideal coordinates are missing,Source of its model coordinates,Parts,Site that processed it} of a component.
_chem_comp_atom.{comp_id,atom_id,alt_atom_id,type_symbol,charge,type_energy,x,y,z,partial_charge} | text | | | {Component,Name,Other name,Element,Charge,Kind in the force field,x,y,z,Partial charge} of an atom of a component.
_chem_comp_atom.model_Cartn_{x,y,z} | num | Å | | Position {} of an atom in the model of a component.
_chem_comp_atom.pdbx_model_Cartn_{x,y,z}_ideal | num | Å | | Ideal position {} of an atom of a component.
_chem_comp_atom.pdbx_{align,aromatic_flag,leaving_atom_flag,stereo_config,component_atom_id,component_comp_id,ordinal,backbone_atom_flag,n_terminal_atom_flag,c_terminal_atom_flag} | text | | | {Alignment,Whether aromatic,Whether it leaves on bonding,Configuration,Name in the part,Part,Number,Whether in the backbone,Whether at the N end,Whether at the C end} of an atom of a component.
_chem_comp_bond.{comp_id,atom_id_1,atom_id_2,value_order,type,aromatic,value_dist,value_dist_esd,pdbx_aromatic_flag,pdbx_stereo_config,pdbx_ordinal} | text | | | {Component,First atom,Second atom,Order,Kind,Whether aromatic,Length,Uncertainty of the length,Whether aromatic,Configuration,Number} of a bond of a component.
_pdbx_chem_comp_descriptor.{comp_id,type,program,program_version,descriptor} | text | | | {Component,Kind,Program,Version of the program,Text} of a descriptor, as SMILES.
_pdbx_chem_comp_identifier.{comp_id,type,program,program_version,identifier} | text | | | {Component,Kind,Program,Version of the program,Text} of a name.
_pdbx_chem_comp_audit.{comp_id,action_type,date,processing_site,annotator,details} | text | | | {Component,Action,Day,Site,Who,Details} of a change.
_pdbx_chem_comp_synonyms.{comp_id,ordinal,name,provenance,type} | text | | | {Component,Number,Name,Source,Kind} of a synonym.

[atom_site_anisotrop] loop
_atom_site_anisotrop.{id,type_symbol,pdbx_label_atom_id,pdbx_label_alt_id,pdbx_label_comp_id,pdbx_label_asym_id,pdbx_label_seq_id,pdbx_auth_atom_id,pdbx_auth_comp_id,pdbx_auth_asym_id,pdbx_auth_seq_id,pdbx_PDB_ins_code} | text | | | {Number,Element,Atom,Alternative,Residue,Chain,Number of the residue,Atom of the authors,Residue of the authors,Chain of the authors,Number of the authors,Insertion code} of a displacement tensor.
_atom_site_anisotrop.U[{1,2,3}][{1,2,3}] | num | Å² | | Component {}{2} of the displacement tensor.
`;
