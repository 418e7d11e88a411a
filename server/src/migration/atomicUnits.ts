/** Angstrom, CODATA 2022. */
export const bohr = 0.529177210544;
/** Electronvolt, CODATA 2022. */
export const hartree = 27.211386245981;
