import { elementBySymbol } from "../crystal/elements";

/**
 * Radii of cations in angstrom, whatever their charge: how far the charges of two cations are smeared.
 *
 * Of the softBV set, as the bond-valence program of He et al., Sci. Data 7, 151 (2020) has them.
 */
const table = `
H:0.37 Li:1.31 Be:0.91 B:0.71 C:0.77 N:0.74 O:0.74 Na:1.66 Mg:1.36 Al:1.11 Si:1.17 P:1.1 S:1.04 Cl:0.99 K:2.06
Ca:1.66 Sc:1.46 Ti:1.26 V:1.21 Cr:1.21 Mn:1.26 Fe:1.26 Co:1.21 Ni:1.21 Cu:1.21 Zn:1.21 Ga:1.16 Ge:1.22 As:1.21
Se:1.17 Br:1.14 Rb:2.21 Sr:1.86 Y:1.66 Zr:1.41 Nb:1.31 Mo:1.31 Tc:1.21 Ru:1.16 Rh:1.21 Pd:1.26 Ag:1.46 Cd:1.41
In:1.41 Sn:1.4 Sb:1.41 Te:1.37 I:1.33 Xe:1.3 Cs:2.46 Ba:2.01 La:1.81 Ce:1.71 Pr:1.71 Nd:1.71 Sm:1.71 Eu:1.71
Gd:1.66 Tb:1.61 Dy:1.61 Ho:1.61 Er:1.61 Tm:1.61 Yb:1.61 Lu:1.61 Hf:1.41 Ta:1.31 W:1.21 Re:1.21 Os:1.16 Ir:1.21
Pt:1.21 Au:1.21 Hg:1.36 Tl:1.76 Pb:1.66 Bi:1.46 Th:1.66 U:1.61
`;

const radii = new Map(
  table
    .trim()
    .split(/\s+/)
    .map((entry) => entry.split(":"))
    .map(([symbol = "", radius]) => [symbol, Number(radius)]),
);

/** Angstrom; `undefined` for elements without one. */
export const cationRadius = (symbol: string): number | undefined => radii.get(symbol);

/** Atomic numbers of the noble gases. */
const closedShells = [2, 10, 18, 36, 54, 86];

/** The principal quantum number of the outermost shell: the period of the element. */
export function principalQuantumNumber(symbol: string): number | undefined {
  const number = elementBySymbol(symbol)?.atomicNumber;
  return number === undefined ? undefined : 1 + closedShells.filter((shell) => shell < number).length;
}
