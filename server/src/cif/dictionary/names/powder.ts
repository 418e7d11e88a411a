/** Powder diffraction. See `../compactNames.ts` for the notation. */
export const powderNames = `
[pd_block] both
_pd_block_id | text | | | Name of the block that no other one has, of date, compound, author and instrument.
_pd_block_diffractogram_id | text | | | Block that holds the diffractogram.

[pd_calc] both
_pd_calc_method | text | | | How the pattern was computed.
_pd_calc_intensity_{net,total} | num | | 0: | Computed intensity {without,with} background.
_pd_calc_point_id | code | | | Number of the computed point.
_pd_calc_component_intensity_{net,total} | num | | | Computed intensity of one phase {without,with} background.

[pd_calib] both
_pd_calib_2theta_offset | num | ° | -180:180 | Added to measured 2θ.
_pd_calib_2theta_off_point | num | ° | -180:180 | Measured 2θ that the correction belongs to.
_pd_calib_2theta_off_{max,min} | num | ° | -180:180 | {Largest,Smallest} 2θ that the correction holds for.
_pd_calib_detector_id | code | | | Detector that the calibration belongs to.
_pd_calib_detector_response | num | | 0: | Relative response of the detector.
_pd_calib_std_external_{block_id,name} | text | | | {Block,Name} of the external standard.
_pd_calib_std_internal_mass_% | num | % | 0:100 | Share of the internal standard in the mass.
_pd_calib_std_internal_mass_percent ~ _pd_calib_std_internal_mass_%
_pd_calib_std_internal_name | text | | | Internal standard.
_pd_calibration_conversion_eqn | text | | | How channels are turned into angles or energies.
_pd_calibration_special_details | text | | | What else is to be told of the calibration.
_pd_calibration_I_{std_id,std_percent} | text | | | {Standard,Share of the standard} of the calibration of intensities.

[pd_char] single
_pd_char_atten_coef_mu_{calc,obs} | num | mm⁻¹ | 0: | {Computed,Measured} attenuation of the sample as it was packed.
_pd_char_colour | text | | | Colour of the powder.
_pd_char_mass_atten_coef_mu_{calc,obs} | num | m² kg⁻¹ | 0: | {Computed,Measured} attenuation by mass.
_pd_char_particle_morphology | text | | | Shape of the particles.
_pd_char_special_details | text | | | What else is to be told of the powder.

[pd_data] loop
_pd_data_point_id | code | | | Number of the point in the pattern.

[pd_diffractogram] both
_pd_diffractogram_id | text | | | Name of the diffractogram.

[pd_instr] both
_pd_instr_geometry | text | | | Geometry of the instrument, as Bragg-Brentano.
_pd_instr_location | text | | | Where the instrument stands.
_pd_instr_special_details | text | | | What else is to be told of the instrument.
_pd_instr_2theta_monochr_{post,pre} | num | ° | -180:180 | 2θ of the monochromator {behind,before} the sample.
_pd_instr_beam_size_{ax,eq} | num | mm | 0: | Beam at the sample, {axial,equatorial}.
_pd_instr_cons_illum_flag | code | | =yesno | Whether slits keep the illuminated length constant.
_pd_instr_cons_illum_len | num | mm | 0: | Illuminated length that is kept constant.
_pd_instr_var_illum_len | num | mm | 0: | Illuminated length at the point.
_pd_instr_dist_{src_mono,mono_spec,src_spec,spec_anal,anal_detc,spec_detc} | num | mm | 0: | Distance {source to monochromator,monochromator to sample,source to sample,sample to analyser,analyser to detector,sample to detector}.
_pd_instr_dist_{src/mono,mono/spec,src/spec,spec/anal,anal/detc,spec/detc} ~ _pd_instr_dist_{src_mono,mono_spec,src_spec,spec_anal,anal_detc,spec_detc}
_pd_instr_divg_{ax,eq}_{src_mono,mono_spec,src_spec,spec_anal,anal_detc,spec_detc} | num | ° | 0: | {Axial,Equatorial} divergence from {2:source to monochromator,monochromator to sample,source to sample,sample to analyser,analyser to detector,sample to detector}.
_pd_instr_divg_{ax,eq}_{src/mono,mono/spec,src/spec,spec/anal,anal/detc,spec/detc} ~ _pd_instr_divg_{}_{2:src_mono,mono_spec,src_spec,spec_anal,anal_detc,spec_detc}
_pd_instr_slit_{ax,eq}_{src_mono,mono_spec,src_spec,spec_anal,anal_detc,spec_detc} | num | mm | 0: | {Axial,Equatorial} slit between {2:source and monochromator,monochromator and sample,source and sample,sample and analyser,analyser and detector,sample and detector}.
_pd_instr_slit_{ax,eq}_{src/mono,mono/spec,src/spec,spec/anal,anal/detc,spec/detc} ~ _pd_instr_slit_{}_{2:src_mono,mono_spec,src_spec,spec_anal,anal_detc,spec_detc}
_pd_instr_soller_{ax,eq}_{src_mono,mono_spec,src_spec,spec_anal,anal_detc,spec_detc} | num | ° | 0: | {Axial,Equatorial} opening of Soller slits between {2:source and monochromator,monochromator and sample,source and sample,sample and analyser,analyser and detector,sample and detector}.
_pd_instr_soller_{ax,eq}_{src/mono,mono/spec,src/spec,spec/anal,anal/detc,spec/detc} ~ _pd_instr_soller_{}_{2:src_mono,mono_spec,src_spec,spec_anal,anal_detc,spec_detc}
_pd_instr_monochr_{post,pre}_spec | text | | | Monochromator {behind,before} the sample.
_pd_instr_monochr_{post,pre}/spec ~ _pd_instr_monochr_{}_spec
_pd_instr_source_size_{ax,eq} | num | mm | 0: | Size of the source, {axial,equatorial}.
_pd_instr_slits_{ax,eq} | text | | | {Axial,Equatorial} slits.

[pd_instr_detector] loop
_pd_instr_detector_id | code | | | Name of the detector.

[pd_meas] both
_pd_meas_2theta_fixed | num | ° | -180:360 | 2θ at which the detector stood still.
_pd_meas_2theta_range_{min,max,inc} | num | ° | -180:360 | {First,Last,Step of} 2θ of the measurement.
_pd_meas_2theta_scan | num | ° | -180:360 | 2θ of the point, as measured.
_pd_meas_angle_{chi,omega,phi} | num | ° | -180:360 | Angle {χ,ω,φ} of the instrument.
_pd_meas_angle_2theta ~ _pd_meas_2theta_scan
_pd_meas_counts_{background,container,monitor,total} | num | | 0: | Counts {of the background,of the container,of the monitor,at the point}.
_pd_meas_datetime_initiated | date | | | When the measurement began.
_pd_meas_detector_id | code | | | Detector of the point.
_pd_meas_intensity_{background,container,monitor,total} | num | | | Intensity {of the background,of the container,of the monitor,at the point} that is no count.
_pd_meas_number_of_points | int | | 1: | How many points were measured.
_pd_meas_point_id | code | | | Number of the measured point.
_pd_meas_position | num | mm | | Position of the detector along its way.
_pd_meas_rocking_angle | num | ° | 0:360 | Range over which the sample was rocked.
_pd_meas_rocking_axis | code | | | Axis about which the sample was rocked.
  chi: χ
  omega: ω
  phi: φ
_pd_meas_scan_method | code | | | How the pattern was scanned.
  step: in steps
  cont: continuously
  tof: by time of flight
  disp: by energy
  fixed: with a fixed detector
_pd_meas_special_details | text | | | What else is to be told of the measurement.
_pd_meas_step_count_time | num | s | 0: | Time counted a step.
_pd_meas_time_of_flight | num | µs | 0: | Time of flight of the neutrons.
_pd_meas_units_of_intensity | text | | | Unit of intensities that are no counts.

[pd_meas_info_author] both
_pd_meas_info_author_{name,address,email,fax,phone} | text | | | {Name,Address,E-mail address,Fax number,Phone number} of who measured.

[pd_peak] loop key=_pd_peak_id
_pd_peak_id | code | | | Number of the peak.
_pd_peak_2theta_{centroid,maximum} | num | ° | 0:180 | 2θ of the {centroid,maximum} of the peak.
_pd_peak_d_spacing | num | Å | 0: | Lattice spacing of the peak.
_pd_peak_intensity | num | | 0: | Area under the peak.
_pd_peak_pk_height | num | | 0: | Height of the peak.
_pd_peak_special_details | text | | | What else is to be told of the peaks.
_pd_peak_wavelength_id | code | | | Wavelength of the peak.
_pd_peak_width_2theta | num | ° | 0:180 | Full width of the peak at half its height, in 2θ.
_pd_peak_width_d_spacing | num | Å | 0: | Full width of the peak at half its height, in lattice spacing.
_pd_peak_method | text | | | How peaks were found.

[pd_phase] loop
_pd_phase_id | code | | | Name of the phase.
_pd_phase_block_id | text | | | Block that describes the phase.
_pd_phase_name | text | | | Name of the phase in words.
_pd_phase_mass_% | num | % | 0:100 | Share of the phase in the mass.
_pd_phase_mass_percent ~ _pd_phase_mass_%
_pd_phase_mass_{absolute,original_percent} | num | | 0: | {Share of the phase on an absolute scale,Share of the phase before a standard was added}.

[pd_pref_orient] loop
_pd_pref_orient_March_Dollase_{r,fract} | num | | 0: | {Parameter r,Share} of preferred orientation after March and Dollase.
_pd_pref_orient_March_Dollase_index_{h,k,l} | num | | | Index {} of the direction of preferred orientation.
_pd_pref_orient_spherical_harmonics_C_ij | num | | | Coefficient of preferred orientation by spherical harmonics.

[pd_prep] single
_pd_prep_conditions | text | | | How the compound was made.
_pd_prep_cool_rate | num | K min⁻¹ | 0: | How fast it was cooled.
_pd_prep_pressure | num | kPa | 0: | Pressure at which it was made.
_pd_prep_temperature | num | K | 0: | Temperature at which it was made.
_pd_prep_container | text | | | What it was made in.

[pd_proc] both
_pd_proc_2theta_corrected | num | ° | -180:180 | 2θ of the point, corrected.
_pd_proc_2theta_range_{min,max,inc} | num | ° | -180:180 | {First,Last,Step of} 2θ of the pattern.
_pd_proc_d_spacing | num | Å | 0: | Lattice spacing of the point.
_pd_proc_energy_{detection,incident} | num | eV | 0: | Energy {at the detector,of the beam}.
_pd_proc_info_data_reduction | text | | | How the data were processed.
_pd_proc_info_datetime | date | | | When the data were processed.
_pd_proc_info_excluded_regions | text | | | What was left out of the pattern, and why.
_pd_proc_info_special_details | text | | | What else is to be told of the processing.
_pd_proc_intensity_bkg_{calc,fix} | num | | 0: | {Fitted,Given} background.
_pd_proc_intensity_{incident,net,norm,total} | num | | 0: | {Intensity of the beam,Intensity without background,Factor that intensities were divided by,Intensity with background}.
_pd_proc_number_of_points | int | | 1: | How many points the pattern has.
_pd_proc_point_id | code | | | Number of the point.
_pd_proc_recip_len_Q | num | Å⁻¹ | 0: | Q = 4π sinθ/λ of the point.
_pd_proc_wavelength | num | Å | 0: | Wavelength of the point.

_pd_proc_ls_weight | num | | 0: | Weight of the point.

[pd_proc_info_author] both
_pd_proc_info_author_{name,address,email,fax,phone} | text | | | {Name,Address,E-mail address,Fax number,Phone number} of who processed the data.

[pd_proc_ls] single
_pd_proc_ls_background_function | text | | | Function that the background was fitted with.
_pd_proc_ls_peak_cutoff | text | | | Where peaks are cut off, as a share of their height.
_pd_proc_ls_pref_orient_corr | text | | | Correction for preferred orientation.
_pd_proc_ls_prof_R_factor | num | | 0: | Profile R of a Rietveld refinement.
_pd_proc_ls_prof_wR_expected | num | | 0: | Expected weighted profile R.
_pd_proc_ls_prof_wR_factor | num | | 0: | Weighted profile R of a Rietveld refinement.
_pd_proc_ls_prof_{chi_squared,echi} | num | | 0: | χ² of the profile.
_pd_proc_ls_proof_R_factor > _pd_proc_ls_prof_R_factor
_pd_proc_ls_proof_wR_{expected,factor} > _pd_proc_ls_prof_wR_{}
_pd_proc_ls_profile_function | text | | | Function of the peak shape.
_pd_proc_ls_special_details | text | | | What else is to be told of the refinement.

[pd_refln] loop
_pd_refln_peak_id | code | | | Peak that the reflection belongs to.
_pd_refln_phase_id | code | | | Phase that the reflection belongs to.
_pd_refln_wavelength_id | code | | | Wavelength of the reflection.

[pd_spec] single
_pd_spec_description | text | | | What the sample is.
_pd_spec_mount_mode | code | | | How the beam meets the sample.
  reflection: in reflection
  transmission: in transmission
_pd_spec_mounting | text | | | How the sample was mounted.
_pd_spec_orientation | code | | | How the sample's axis lies.
  horizontal: horizontally
  vertical: vertically
  both: both ways
_pd_spec_preparation | text | | | How the sample was prepared.
_pd_spec_shape | code | | | Shape of the sample.
  cylinder: a cylinder
  flat_sheet: a flat sheet
  irregular: another
_pd_spec_size_{axial,equat,thick} | num | mm | 0: | Sample size {along the axis,across the axis,in thickness}.
_pd_spec_special_details | text | | | What else is to be told of the sample.
`;
