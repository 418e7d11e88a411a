/** The measurement: diffraction and crystal. See `../compactNames.ts` for the notation. */
export const experimentNames = `
[diffrn] single
_diffrn_id | code | | | Name by which other items refer to the measurement.
_diffrn_ambient_environment | text | | | Gas or liquid around the crystal.
_diffrn_ambient_pressure | num | kPa | 0: | Pressure of the diffraction measurement.
_diffrn_ambient_pressure_{gt,lt} | num | kPa | 0: | Pressure {above,below} which was measured.
_diffrn_ambient_temperature | num | K | 0: | Temperature of the diffraction measurement.
_diffrn_ambient_temperature_{gt,lt} | num | K | 0: | Temperature {above,below} which was measured.
_diffrn_ambient_temperature_details | text | | | How the temperature was set and measured.
_diffrn_ambient_temp ~ _diffrn_ambient_temperature
_diffrn_ambient_temp_{gt,lt,details} ~ _diffrn_ambient_temperature_{}
_diffrn_crystal_support | text | | | What held the crystal.
_diffrn_precession_semi_angle | num | ° | 0: | Angle between the beam and the axis that it is precessed about.
_diffrn_crystal_treatment | text | | | What was done to the crystal before the measurement.
_diffrn_crystal_id | code | | | Crystal that was measured.
_diffrn_measured_fraction_theta_{full,max} | num | | 0:1 | Share of the unique reflections that was measured, up to {θ full,the largest θ}.
_diffrn_special_details | text | | | What else is to be told of the measurement.
_diffrn_details > _diffrn_special_details
_diffrn_symmetry_description | text | | | Symmetry of the diffraction pattern, as observed.
_diffrn_precession_class_key | code | | | Class of reflections of precession electron diffraction.
_diffrn_total_exposure_time | num | min | 0: | Time of exposure in all.
_diffrn_total_dose | num | MGy | 0: | Dose of radiation that the crystal took in.
_diffrn_flux_density | num | | 0: | Flux of the beam at the crystal, of photons or neutrons a mm² and second, of electrons an Å² and second.

[diffrn_attenuator] loop key=_diffrn_attenuator_code
_diffrn_attenuator_code | code | | | Name of the attenuator.
_diffrn_attenuator_material | text | | | Material of the attenuator.
_diffrn_attenuator_scale | num | | 1: | Factor by which intensities behind the attenuator are multiplied.

[diffrn_detector] single
_diffrn_detector | text | | | Kind of the detector.
_diffrn_detector_description ~ _diffrn_detector
_diffrn_detector_detector ~ _diffrn_detector
_diffrn_detector_type | text | | | Maker and model of the detector.
_diffrn_detector_make ~ _diffrn_detector_type
_diffrn_detector_details | text | | | What else is to be told of the detector.
_diffrn_detector_area_resol_mean | num | mm⁻¹ | 0: | Pixels a millimetre of an area detector.
_diffrn_detector_dtime | num | µs | 0: | Dead time of the detector.
_diffrn_radiation_detector > _diffrn_detector
_diffrn_radiation_detector_dtime > _diffrn_detector_dtime

[diffrn_measurement] single
_diffrn_measurement_device | text | | | Kind of the instrument, as a four-circle diffractometer.
_diffrn_measurement_device_class ~ _diffrn_measurement_device
_diffrn_measurement_device_type | text | | | Maker and model of the instrument.
_diffrn_measurement_device_make ~ _diffrn_measurement_device_type
_diffrn_measurement_device_details | text | | | What else is to be told of the instrument.
_diffrn_measurement_method | text | | | How intensities were measured, as ω scans.
_diffrn_measurement_details | text | | | Details of the scans.
_diffrn_measurement_specimen_support | text | | | What held the crystal.
_diffrn_measurement_specimen_adhesive | text | | | What the crystal was glued with.
_diffrn_measurement_specimen_attachment_type | code | | | How the crystal was fixed to its support.
  epoxy: by epoxy glue
  oil: by oil
  grease: by grease
  frozen_liquid: by a frozen liquid other than water or oil
  ice: by ice
  mechanical: by mechanical forces, as in a capillary or a pressure cell
  other: in another way
_diffrn_measurement_sample_tracking | code | | =yesno | Whether the crystal was kept in the beam.
_diffrn_measurement_sample_tracking_method | text | | | How the crystal was kept in the beam.
_diffrn_measurement_rotation_mode | code | | | How the crystal was turned.
  rotation: continuously, while the detector records
  stepwise: in steps, and at rest while the detector records
_diffrn_measurement_method_precession | code | | =yesno | Whether the beam was precessed.

[diffrn_orient_matrix] single
_diffrn_orient_matrix_type | text | | | Which definition the orientation matrix follows.
_diffrn_orient_matrix_UB_{11,12,13,21,22,23,31,32,33} | num | | | Element {} of the orientation matrix.
_diffrn_orient_matrix_UB{[1][1],[1][2],[1][3],[2][1],[2][2],[2][3],[3][1],[3][2],[3][3]} ~ _diffrn_orient_matrix_UB_{11,12,13,21,22,23,31,32,33}
_diffrn_orient_matrix_UBij | list | | | Orientation matrix.

[diffrn_orient_refln] loop key=_diffrn_orient_refln_index_h,_diffrn_orient_refln_index_k,_diffrn_orient_refln_index_l
_diffrn_orient_refln_angle_{chi,kappa,omega,phi,psi,theta} | num | ° | | Angle {χ,κ,ω,φ,ψ,θ} of a reflection that gave the orientation.
_diffrn_orient_refln_index_{h,k,l} | int | | | Miller index {} of a reflection that gave the orientation.
_diffrn_orient_refln_hkl | list | | | Miller indices of a reflection that gave the orientation.

[diffrn_radiation] single
_diffrn_radiation_type | text | | | Kind of the radiation, as Mo Kα. The newer core dictionary tells it by _diffrn_radiation_wavelength_type.
_diffrn_radiation_probe | code | | | What is diffracted.
  x-ray: X-rays
  neutron: neutrons
  electron: electrons
  gamma: gamma rays
_diffrn_radiation_collimation | text | | | How the beam was collimated.
_diffrn_radiation_filter_edge | num | Å | 0: | Absorption edge of the filter.
_diffrn_radiation_inhomogeneity | num | mm | 0: | Half-width of the beam perpendicular to the scan.
_diffrn_radiation_monochromator | text | | | Monochromator: crystal or filter.
_diffrn_radiation_polarisn_norm | num | ° | -180:180 | Angle of the polarisation to the plane of scattering.
_diffrn_radiation_polarisn_ratio | num | | 0: | Ratio of the polarised components.
_diffrn_radiation_source > _diffrn_source
_diffrn_radiation_xray_symbol | code | | =line | X-ray line in IUPAC's notation.
_diffrn_radiation_illumination_mode | code | | | How the beam lights the sample.
  convergent: converging on it
  parallel: in parallel
_diffrn_radiation_probe_x_ray > _diffrn_radiation_probe

[diffrn_radiation_wavelength] both
_diffrn_radiation_wavelength | num | Å | 0: | Wavelength of the radiation.
_diffrn_radiation_wavelength_value ~ _diffrn_radiation_wavelength
_diffrn_radiation_wavelength_id | code | | | Name by which other items refer to the wavelength.
_diffrn_radiation_wavelength_wt | num | | 0:1 | Relative weight of the wavelength.
_diffrn_radiation_wavelength_type | text | | | Kind of the radiation, as Mo Kα.
_diffrn_radiation_wavelength_xray_symbol | code | | =line | X-ray line in IUPAC's notation.
_diffrn_radiation_wavelength_details | text | | | What is to be told of the wavelength.
_diffrn_radiation_wavelength_determination | code | | | How the wavelength is known.
  fundamental: a fundamental property of the source, such as an X-ray line
  estimated: from instrument settings
  refined: from the refinement

[diffrn_source] single
_diffrn_source | text | | | Kind of the source of radiation.
_diffrn_source_description ~ _diffrn_source
_diffrn_source_type | text | | | Maker and model of the source.
_diffrn_source_make ~ _diffrn_source_type
_diffrn_source_details | text | | | What else is to be told of the source.
_diffrn_source_current | num | mA | 0: | Current of the source.
_diffrn_source_voltage | num | kV | 0: | Voltage of the source.
_diffrn_source_power | num | kW | 0: | Power of the source.
_diffrn_source_size | text | | | Size of the source as seen by the crystal.
_diffrn_source_take-off_angle | num | ° | 0:90 | Angle under which the beam leaves the target.
_diffrn_source_take_off_angle ~ _diffrn_source_take-off_angle
_diffrn_source_target | code | | =element | Element of the X-ray target.
_diffrn_source_beamline | text | | | Beamline of the facility.
_diffrn_source_facility | text | | | Facility of the source.
_diffrn_source_device | text | | | Device that makes the radiation, as an undulator.
_diffrn_source_ED_diffracting_area_selection | text | | | How the diffracting area is chosen with electrons.
_diffrn_source_convergence_angle | num | mrad | 0: | Convergence of the electron beam.

[diffrn_refln] loop key=_diffrn_refln_index_h,_diffrn_refln_index_k,_diffrn_refln_index_l
_diffrn_refln_index_{h,k,l} | int | | | Miller index {} of a measured intensity.
_diffrn_refln_hkl | list | | | Miller indices of a measured intensity.
_diffrn_refln_angle_{chi,kappa,omega,phi,psi,theta} | num | ° | | Angle {χ,κ,ω,φ,ψ,θ} of the instrument.
_diffrn_refln_attenuator_code | code | | | Attenuator in the beam.
_diffrn_refln_class_code | code | | | Class of the reflection.
_diffrn_refln_counts_bg_{1,2} | int | | 0: | Background {before,behind} the peak.
_diffrn_refln_counts_net | num | | | Counts of the scan less background.
_diffrn_refln_counts_{peak,total} | num | | | {Counts at the peak,All counts} of the scan.
_diffrn_refln_id | code | | | Number of the measured intensity.
_diffrn_refln_crystal_id | code | | | Crystal that was measured.
_diffrn_refln_detect_slit_{horiz,vert} | num | ° | 0:90 | {Horizontal,Vertical} opening of the detector.
_diffrn_refln_elapsed_time | num | min | 0: | Time since the start of the measurement.
_diffrn_refln_intensity_net | num | | | Intensity after corrections.
_diffrn_refln_intensity_u | num | | 0: | Standard uncertainty of the intensity.
_diffrn_refln_intensity_net_su ~ _diffrn_refln_intensity_u
_diffrn_refln_intensity_sigma > _diffrn_refln_intensity_u
_diffrn_refln_scale_group_code | code | | | Scale that the intensity is on.
_diffrn_refln_scan_mode | code | | | How the reflection was scanned.
  om: ω scan
  ot: ω/2θ scan
  q: a general scan in reciprocal space
_diffrn_refln_scan_mode_backgd | code | | | How the background was scanned.
  st: counter at rest
  mo: counter moving
_diffrn_refln_scan_rate | num | ° min⁻¹ | 0: | Speed of the scan.
_diffrn_refln_scan_time_backgd | num | s | 0: | Time spent on the background.
_diffrn_refln_scan_width | num | ° | 0:90 | Width of the scan.
_diffrn_refln_sint/lambda | num | Å⁻¹ | 0: | sinθ/λ of the reflection.
_diffrn_refln_sin_theta_over_lambda ~ _diffrn_refln_sint/lambda
_diffrn_refln_standard_code | code | | | Which standard reflection it is.
_diffrn_refln_wavelength | num | Å | 0: | Wavelength of the measured intensity.
_diffrn_refln_wavelength_id | code | | | Name of the wavelength of the measured intensity.

[diffrn_reflns] single
_diffrn_reflns_number | int | | 0: | How many intensities were measured.
_diffrn_reflns_av_R_equivalents | num | | 0: | R(int): how far equivalent intensities are from their means.
_diffrn_reflns_av_unetI/netI | num | | 0: | R(σ): sum of the uncertainties over that of the intensities.
_diffrn_reflns_av_sunetI_over_netI ~ _diffrn_reflns_av_unetI/netI
_diffrn_reflns_av_sigmaI/netI > _diffrn_reflns_av_unetI/netI
_diffrn_reflns_Laue_measured_fraction_full | num | | 0.95:1 | Share of the reflections unique in the Laue group that was measured, up to θ full.
_diffrn_reflns_Laue_measured_fraction_max | num | | 0:1 | Share of the reflections unique in the Laue group that was measured, up to the largest θ.
_diffrn_reflns_point_group_measured_fraction_full | num | | 0.95:1 | Share of the reflections unique in the point group that was measured, up to θ full.
_diffrn_reflns_point_group_measured_fraction_max | num | | 0:1 | Share of the reflections unique in the point group that was measured, up to the largest θ.
_diffrn_reflns_limit_{h,k,l}_{max,min} | int | | | {2:Largest,Smallest} measured index {}.
_diffrn_reflns_limit_{max,min} | list | | | {Largest,Smallest} measured indices.
_diffrn_reflns_reduction_process | text | | | How intensities were reduced to F or F².
_diffrn_reflns_resolution_{full,max} | num | Å⁻¹ | 0: | sinθ/λ {up to which the data are nearly complete,of the last measured reflection}.
_diffrn_reflns_theta_{max,min} | num | ° | 0:90 | {Largest,Smallest} θ of the measurement.
_diffrn_reflns_theta_full | num | ° | 0:90 | θ up to which the data are nearly complete.
_diffrn_reflns_transf_matrix_{11,12,13,21,22,23,31,32,33} | num | | | Element {} of the matrix from measured to final indices.
_diffrn_reflns_transf_matrix_TIJ | list | | | Matrix from measured to final indices.
_diffrn_reflns_pdbx_d_res_{high,low} | num | Å | 0: | {Smallest,Largest} measured lattice spacing.

[diffrn_reflns_class] loop key=_diffrn_reflns_class_code
_diffrn_reflns_class_code | code | | | Name of the class of reflections.
_diffrn_reflns_class_description | text | | | What makes up the class of reflections.
_diffrn_reflns_class_number | int | | 0: | Intensities measured in the class.
_diffrn_reflns_class_av_R_eq | num | | 0: | R(int) of the class.
_diffrn_reflns_class_av_uI/I | num | | 0: | R(σ) of the class.
_diffrn_reflns_class_av_sgI/I > _diffrn_reflns_class_av_uI/I
_diffrn_reflns_class_d_res_{high,low} | num | Å | 0: | {Smallest,Largest} lattice spacing in the class.

[diffrn_scale_group] loop key=_diffrn_scale_group_code
_diffrn_scale_group_code | code | | | Name of the scale.
_diffrn_scale_group_I_net | num | | 0: | Factor that brings net intensities to the common scale.

[diffrn_standard_refln] loop key=_diffrn_standard_refln_index_h,_diffrn_standard_refln_index_k,_diffrn_standard_refln_index_l
_diffrn_standard_refln_code | code | | | Name of the standard reflection.
_diffrn_standard_refln_index_{h,k,l} | int | | | Miller index {} of the standard reflection.
_diffrn_standard_refln_hkl | list | | | Miller indices of the standard reflection.

[diffrn_standards] single
_diffrn_standards_decay_% | num | % | :100 | Loss of intensity of the standard reflections.
_diffrn_standards_decay_percent ~ _diffrn_standards_decay_%
_diffrn_standards_decay_%_lt | num | % | :100 | Loss of intensity is less than this.
_diffrn_standards_interval_count | int | | 0: | Reflections between two measurements of the standards.
_diffrn_standards_interval_time | num | min | 0: | Minutes between two measurements of the standards.
_diffrn_standards_number | int | | 0: | How many standard reflections there are.
_diffrn_standards_scale_u | num | | 0: | Uncertainty of the scale of the standards.
_diffrn_standards_scale_sigma > _diffrn_standards_scale_u
_diffrn_standards_scale_su_average ~ _diffrn_standards_scale_u

[exptl] single
_exptl_crystals_number | int | | 1: | How many crystals were measured.
_exptl_special_details | text | | | What else is to be told of the experiment.
_exptl_details ~ _exptl_special_details
_exptl_method | text | | | Kind of the experiment, as powder or single crystal diffraction.
_exptl_method_details | text | | | What else is to be told of the kind of the experiment.

[exptl_absorpt] single
_exptl_absorpt_coefficient_mu | num | mm⁻¹ | 0: | Linear absorption coefficient, from the composition.
_exptl_absorpt_correction_T_{max,min} | num | | 0:1 | {Largest,Smallest} transmission by the absorption correction.
_exptl_absorpt_correction_type | code | | | Kind of the absorption correction.
  analytical: from the faces, analytically
  cylinder: of a cylinder
  empirical: from the intensities
  gaussian: from the faces, by Gaussian integration
  integration: by integration over the crystal
  multi-scan: from intensities that are symmetry-equivalent
  none: none
  numerical: from the faces, numerically
  psi-scan: from ψ scans
  refdelf: from the difference of observed and computed F
  sphere: of a sphere
_exptl_absorpt_process_details | text | | | Program and paper of the absorption correction.
_exptl_absorpt_special_details | text | | | What else is to be told of the absorption correction.

[exptl_crystal] both
_exptl_crystal_id | code | | | Name by which other items refer to the crystal.
_exptl_crystal_colour | text | | | Colour of the crystal.
_exptl_crystal_colour_lustre | code | | | Lustre of the crystal.
  metallic: metallic
  lustrous: lustrous
  transparent: transparent
  translucent: translucent
  opaque: opaque
  dull: dull, no longer to be used
  clear: clear, no longer to be used
_exptl_crystal_colour_modifier | code | | | What the colour tends to.
  light: light
  dark: dark
  intense: intense
  pale: pale
  whitish: whitish
  blackish: blackish
  grayish: grey
  greyish: grey
  brownish: brown
  reddish: red
  pinkish: pink
  orangish: orange
  yellowish: yellow
  greenish: green
  bluish: blue
_exptl_crystal_colour_primary | code | | | Main colour of the crystal.
  colourless: none
  white: white
  black: black
  gray: grey
  brown: brown
  red: red
  pink: pink
  orange: orange
  yellow: yellow
  green: green
  blue: blue
  violet: violet
_exptl_crystal_density_diffrn | num | Mg m⁻³ | 0: | Density computed from cell and contents; the same number in g cm⁻³.
_exptl_crystal_density_meas | num | Mg m⁻³ | 0: | Measured density; the same number in g cm⁻³.
_exptl_crystal_density_meas_{gt,lt} | num | Mg m⁻³ | 0: | The measured density is {above,below} this.
_exptl_crystal_density_meas_temp | num | K | 0: | Temperature at which the density was measured.
_exptl_crystal_density_meas_temp_{gt,lt} | num | K | 0: | The density was measured {above,below} this temperature.
_exptl_crystal_density_method | text | | | How the density was measured.
_exptl_crystal_description | text | | | Habit of the crystal, as plate or needle.
_exptl_crystal_F_000 | num | | | F(000): electrons in the unit cell, with dispersion where told. Of neutrons it may be negative.
_exptl_crystal_preparation | text | | | How the crystal was prepared for the measurement.
_exptl_crystal_pressure_history | text | | | Pressures that the crystal went through.
_exptl_crystal_thermal_history | text | | | Temperatures that the crystal went through.
_exptl_crystal_recrystallization_method | text | | | How the crystal was grown.
_exptl_crystal_size_{max,mid,min} | num | mm | 0: | {Largest,Middle,Smallest} dimension of the crystal.
_exptl_crystal_size_length | num | mm | 0: | Length of a needle or cylinder.
_exptl_crystal_size_rad | num | mm | 0: | Radius of a sphere or cylinder.
_exptl_crystal_mosaicity | num | ° | 0: | Mosaic spread.
_exptl_crystal_mosaic_method | text | | | How the mosaic spread was found.
_exptl_crystal_mosaic_block_size | num | Å | 0: | Mean size of the mosaic blocks.
_exptl_crystal_type_of_structure | code | | | Whether the structure is periodic in three dimensions.
  cryst: crystal
  mod: modulated structure
  comp: composite
_exptl_transmission_factor_{max,min} | num | | 0:1 | {Largest,Smallest} transmission of the crystal, computed.

[exptl_crystal_appearance] single
_exptl_crystal_appearance_general ~ _exptl_crystal_colour_lustre
_exptl_crystal_appearance_hue ~ _exptl_crystal_colour_primary
_exptl_crystal_appearance_intensity ~ _exptl_crystal_colour_modifier

[exptl_crystal_face] loop key=_exptl_crystal_face_index_h,_exptl_crystal_face_index_k,_exptl_crystal_face_index_l
_exptl_crystal_face_index_{h,k,l} | int | | | Miller index {} of the face.
_exptl_crystal_face_hkl | list | | | Miller indices of the face.
_exptl_crystal_face_diffr_{chi,kappa,phi,psi} | num | ° | | Angle {χ,κ,φ,ψ} at which the face is seen edge on.
_exptl_crystal_face_perp_dist | num | mm | 0: | Distance of the face from the centre of rotation.
`;
