/** At least this conductivity at room temperature, S/cm, makes a compound superionic (section 4.3 of the thesis). */
export const superionicThreshold = 1e-4;

/** log10 of it. */
export const superionicLogConductivity = -4;

export function isSuperionic({ conductivity }: { readonly conductivity: number }): boolean {
  return conductivity >= superionicThreshold;
}
