/**
 * Size r in angstrom and electronegativity c of the elements, from which the length of a bond of one valence unit between
 * any two of them follows (O'Keeffe and Brese, J. Am. Chem. Soc. 113, 3226 (1991), table I).
 */
const sizes: Readonly<Record<string, readonly [r: number, c: number]>> = {
  H: [0.38, 0.89],
  Li: [1, 0.97],
  Be: [0.81, 1.47],
  B: [0.79, 1.6],
  C: [0.78, 2],
  N: [0.72, 2.61],
  O: [0.63, 3.15],
  F: [0.58, 3.98],
  Na: [1.36, 1.01],
  Mg: [1.21, 1.23],
  Al: [1.13, 1.47],
  Si: [1.12, 1.58],
  P: [1.09, 1.96],
  S: [1.03, 2.35],
  Cl: [0.99, 2.74],
  K: [1.73, 0.91],
  Ca: [1.5, 1.04],
  Sc: [1.34, 1.2],
  Ti: [1.27, 1.32],
  V: [1.21, 1.45],
  Cr: [1.16, 1.56],
  Mn: [1.17, 1.6],
  Fe: [1.16, 1.64],
  Co: [1.09, 1.7],
  Ni: [1.04, 1.75],
  Cu: [0.87, 1.75],
  Zn: [1.07, 1.66],
  Ga: [1.14, 1.82],
  Ge: [1.21, 1.51],
  As: [1.21, 2.23],
  Se: [1.18, 2.51],
  Br: [1.13, 2.58],
  Rb: [1.84, 0.89],
  Sr: [1.66, 0.99],
  Y: [1.52, 1.11],
  Zr: [1.43, 1.22],
  Nb: [1.4, 1.23],
  Mo: [1.37, 1.3],
  Ru: [1.21, 1.42],
  Rh: [1.18, 1.54],
  Pd: [1.11, 1.35],
  Ag: [1.12, 1.42],
  Cd: [1.28, 1.46],
  In: [1.34, 1.49],
  Sn: [1.37, 1.72],
  Sb: [1.41, 1.72],
  Te: [1.4, 2.72],
  I: [1.33, 2.38],
  Cs: [2.05, 0.86],
  Ba: [1.88, 0.97],
  La: [1.71, 1.08],
  Ce: [1.68, 1.08],
  Pr: [1.66, 1.07],
  Nd: [1.64, 1.07],
  Sm: [1.61, 1.07],
  Eu: [1.62, 1.01],
  Gd: [1.58, 1.11],
  Tb: [1.56, 1.1],
  Dy: [1.54, 1.1],
  Ho: [1.53, 1.1],
  Er: [1.51, 1.11],
  Tm: [1.5, 1.11],
  Yb: [1.49, 1.06],
  Lu: [1.47, 1.14],
  Hf: [1.42, 1.23],
  Ta: [1.39, 1.33],
  W: [1.38, 1.4],
  Re: [1.37, 1.46],
  Ir: [1.37, 1.55],
  Hg: [1.32, 1.44],
  Tl: [1.62, 1.44],
  Pb: [1.53, 1.55],
  Bi: [1.54, 1.67],
  Th: [1.7, 1.11],
  U: [1.59, 1.22],
};

/**
 * Length in angstrom of a bond of one valence unit between two elements in either order, good to some 0.05 angstrom:
 * R = r1 + r2 - r1 r2 (sqrt c1 - sqrt c2)^2 / (c1 r1 + c2 r2). `undefined` for elements without sizes (noble gases, some
 * platinum metals, most actinides).
 */
export function estimateBondLength(first: string, second: string): number | undefined {
  const one = sizes[first];
  const other = sizes[second];
  if (!one || !other) return undefined;
  const [r1, c1] = one;
  const [r2, c2] = other;
  return r1 + r2 - (r1 * r2 * (Math.sqrt(c1) - Math.sqrt(c2)) ** 2) / (c1 * r1 + c2 * r2);
}
