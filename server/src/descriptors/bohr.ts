/** As matminer has it (a Bohr radius of 0.529170 angstrom), so that numbers of the literature compare. */
export const bohrPerAngstrom = 1.889754376;
