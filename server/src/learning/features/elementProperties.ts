import { elementBySymbol } from "../../crystal/elements";

/** Facts about an element that features are made of; `undefined` where no table has a value. */
export interface ElementProperties {
  /** Pauling units. */
  readonly electronegativity: number | undefined;
  /** Of the neutral atom, electronvolt. */
  readonly ionisationEnergy: number | undefined;
  /** Empirical, angstrom. */
  readonly atomicRadius: number | undefined;
  /** Place in Pettifor's string through the periodic table, on which chemically alike elements are neighbours. */
  readonly mendeleevNumber: number | undefined;
  /** 1 to 18; the f-block counts as 3. */
  readonly group: number;
  /** 1 to 7. */
  readonly period: number;
}

type Row = readonly [
  ionisationEnergy: number,
  atomicRadius: number | undefined,
  mendeleevNumber: number,
  ionicRadii: Readonly<Record<string, number>>,
];

/**
 * Hydrogen to plutonium: first ionisation energy in electronvolt (NIST Atomic Spectra Database), atomic radius in angstrom
 * (Slater, J. Chem. Phys. 41, 3199 (1964)), Mendeleev number (Pettifor, Solid State Commun. 51, 31 (1984)), and ionic radii
 * in angstrom by charge (Shannon, Acta Cryst. A32, 751 (1976): of six-fold coordination and high spin, else of the
 * coordination that is tabulated).
 */
const rows: Readonly<Record<string, Row>> = {
  H: [13.598, 0.25, 103, { 1: -0.18 }],
  He: [24.587, undefined, 1, {}],
  Li: [5.392, 1.45, 12, { 1: 0.76 }],
  Be: [9.323, 1.05, 77, { 2: 0.45 }],
  B: [8.298, 0.85, 86, { 3: 0.27 }],
  C: [11.26, 0.7, 95, { 4: 0.16 }],
  N: [14.534, 0.65, 100, { "-3": 1.46, 3: 0.16, 5: 0.13 }],
  O: [13.618, 0.6, 101, { "-2": 1.4 }],
  F: [17.423, 0.5, 102, { "-1": 1.33, 7: 0.08 }],
  Ne: [21.565, undefined, 2, {}],
  Na: [5.139, 1.8, 11, { 1: 1.02 }],
  Mg: [7.646, 1.5, 73, { 2: 0.72 }],
  Al: [5.986, 1.25, 80, { 3: 0.535 }],
  Si: [8.152, 1.1, 85, { 4: 0.4 }],
  P: [10.487, 1, 90, { 3: 0.44, 5: 0.38 }],
  S: [10.36, 1, 94, { "-2": 1.84, 4: 0.37, 6: 0.29 }],
  Cl: [12.968, 1, 99, { "-1": 1.81, 7: 0.27 }],
  Ar: [15.76, 0.71, 3, {}],
  K: [4.341, 2.2, 10, { 1: 1.38 }],
  Ca: [6.113, 1.8, 16, { 2: 1 }],
  Sc: [6.561, 1.6, 19, { 3: 0.745 }],
  Ti: [6.828, 1.4, 51, { 2: 0.86, 3: 0.67, 4: 0.605 }],
  V: [6.746, 1.35, 54, { 2: 0.79, 3: 0.64, 4: 0.58, 5: 0.54 }],
  Cr: [6.767, 1.4, 57, { 2: 0.8, 3: 0.615, 4: 0.55, 5: 0.49, 6: 0.44 }],
  Mn: [7.434, 1.4, 60, { 2: 0.83, 3: 0.645, 4: 0.53, 5: 0.33, 6: 0.255, 7: 0.46 }],
  Fe: [7.902, 1.4, 61, { 2: 0.78, 3: 0.645, 4: 0.585, 6: 0.25 }],
  Co: [7.881, 1.35, 64, { 2: 0.745, 3: 0.61, 4: 0.53 }],
  Ni: [7.64, 1.35, 67, { 2: 0.69, 3: 0.6, 4: 0.48 }],
  Cu: [7.726, 1.35, 72, { 1: 0.77, 2: 0.73, 3: 0.54 }],
  Zn: [9.394, 1.35, 76, { 2: 0.74 }],
  Ga: [5.999, 1.3, 81, { 3: 0.62 }],
  Ge: [7.899, 1.25, 84, { 2: 0.73, 4: 0.53 }],
  As: [9.789, 1.15, 89, { 3: 0.58, 5: 0.46 }],
  Se: [9.752, 1.15, 93, { "-2": 1.98, 4: 0.5, 6: 0.42 }],
  Br: [11.814, 1.15, 98, { "-1": 1.96, 3: 0.59, 7: 0.39 }],
  Kr: [14, undefined, 4, {}],
  Rb: [4.177, 2.35, 9, { 1: 1.52 }],
  Sr: [5.695, 2, 15, { 2: 1.18 }],
  Y: [6.217, 1.8, 25, { 3: 0.9 }],
  Zr: [6.634, 1.55, 49, { 4: 0.72 }],
  Nb: [6.759, 1.45, 53, { 3: 0.72, 4: 0.68, 5: 0.64 }],
  Mo: [7.092, 1.45, 56, { 3: 0.69, 4: 0.65, 5: 0.61, 6: 0.59 }],
  Tc: [7.119, 1.35, 59, { 4: 0.645, 5: 0.6, 7: 0.56 }],
  Ru: [7.361, 1.3, 62, { 3: 0.68, 4: 0.62, 5: 0.565, 7: 0.38, 8: 0.36 }],
  Rh: [7.459, 1.35, 65, { 3: 0.665, 4: 0.6, 5: 0.55 }],
  Pd: [8.337, 1.4, 69, { 1: 0.59, 2: 0.86, 3: 0.76, 4: 0.615 }],
  Ag: [7.576, 1.6, 71, { 1: 1.15, 2: 0.94, 3: 0.75 }],
  Cd: [8.994, 1.55, 75, { 2: 0.95 }],
  In: [5.786, 1.55, 79, { 3: 0.8 }],
  Sn: [7.344, 1.45, 83, { 4: 0.69 }],
  Sb: [8.608, 1.45, 88, { 3: 0.76, 5: 0.6 }],
  Te: [9.01, 1.4, 92, { "-2": 2.21, 4: 0.97, 6: 0.56 }],
  I: [10.451, 1.4, 97, { "-1": 2.2, 5: 0.95, 7: 0.53 }],
  Xe: [12.13, undefined, 5, { 8: 0.48 }],
  Cs: [3.894, 2.6, 8, { 1: 1.67 }],
  Ba: [5.212, 2.15, 14, { 2: 1.35 }],
  La: [5.577, 1.95, 33, { 3: 1.032 }],
  Ce: [5.539, 1.85, 32, { 3: 1.01, 4: 0.87 }],
  Pr: [5.47, 1.85, 31, { 3: 0.99, 4: 0.85 }],
  Nd: [5.525, 1.85, 30, { 2: 1.29, 3: 0.983 }],
  Pm: [5.582, 1.85, 29, { 3: 0.97 }],
  Sm: [5.644, 1.85, 28, { 2: 1.27, 3: 0.958 }],
  Eu: [5.67, 1.85, 18, { 2: 1.17, 3: 0.947 }],
  Gd: [6.15, 1.8, 27, { 3: 0.938 }],
  Tb: [5.864, 1.75, 26, { 3: 0.923, 4: 0.76 }],
  Dy: [5.939, 1.75, 24, { 2: 1.07, 3: 0.912 }],
  Ho: [6.021, 1.75, 23, { 3: 0.901 }],
  Er: [6.108, 1.75, 22, { 3: 0.89 }],
  Tm: [6.184, 1.75, 21, { 2: 1.03, 3: 0.88 }],
  Yb: [6.254, 1.75, 17, { 2: 1.02, 3: 0.868 }],
  Lu: [5.426, 1.75, 20, { 3: 0.861 }],
  Hf: [6.825, 1.55, 50, { 4: 0.71 }],
  Ta: [7.55, 1.45, 52, { 3: 0.72, 4: 0.68, 5: 0.64 }],
  W: [7.864, 1.35, 55, { 4: 0.66, 5: 0.62, 6: 0.6 }],
  Re: [7.834, 1.35, 58, { 4: 0.63, 5: 0.58, 6: 0.55, 7: 0.53 }],
  Os: [8.438, 1.3, 63, { 4: 0.63, 5: 0.575, 6: 0.545, 7: 0.525, 8: 0.39 }],
  Ir: [8.967, 1.35, 66, { 3: 0.68, 4: 0.625, 5: 0.57 }],
  Pt: [8.959, 1.35, 68, { 2: 0.8, 4: 0.625, 5: 0.57 }],
  Au: [9.226, 1.35, 70, { 1: 1.37, 3: 0.85, 5: 0.57 }],
  Hg: [10.438, 1.5, 74, { 1: 1.19, 2: 1.02 }],
  Tl: [6.108, 1.9, 78, { 1: 1.5, 3: 0.885 }],
  Pb: [7.417, 1.8, 82, { 2: 1.19, 4: 0.775 }],
  Bi: [7.286, 1.6, 87, { 3: 1.03, 5: 0.76 }],
  Po: [8.418, 1.9, 91, { 4: 0.94, 6: 0.67 }],
  At: [9.318, undefined, 96, { 7: 0.62 }],
  Rn: [10.748, undefined, 6, {}],
  Fr: [4.073, undefined, 7, { 1: 1.8 }],
  Ra: [5.278, 2.15, 13, { 2: 1.48 }],
  Ac: [5.38, 1.95, 48, { 3: 1.12 }],
  Th: [6.307, 1.8, 47, { 4: 0.94 }],
  Pa: [5.89, 1.8, 46, { 3: 1.04, 4: 0.9, 5: 0.78 }],
  U: [6.194, 1.75, 45, { 3: 1.025, 4: 0.89, 5: 0.76, 6: 0.73 }],
  Np: [6.266, 1.75, 44, { 2: 1.1, 3: 1.01, 4: 0.87, 5: 0.75, 6: 0.72, 7: 0.71 }],
  Pu: [6.026, 1.75, 43, { 3: 1, 4: 0.86, 5: 0.74, 6: 0.71 }],
};

/** Atomic numbers of the noble gases: each ends a period. */
const nobleGases = [2, 10, 18, 36, 54, 86, 118] as const;

/** The facts of an element; `undefined` for a symbol that is in no table. */
export function elementProperties(symbol: string): ElementProperties | undefined {
  return known.get(symbol);
}

const known = new Map(
  Object.keys(rows).flatMap((symbol) => {
    const properties = propertiesOf(symbol);
    return properties ? [[symbol, properties] as const] : [];
  }),
);

function propertiesOf(symbol: string): ElementProperties | undefined {
  const element = elementBySymbol(symbol);
  const row = rows[symbol];
  if (!element || !row) return undefined;
  const [ionisationEnergy, atomicRadius, mendeleevNumber] = row;
  const { electronegativity, atomicNumber } = element;
  return {
    electronegativity,
    ionisationEnergy,
    atomicRadius,
    mendeleevNumber,
    ...placeInTable(atomicNumber),
  };
}

function placeInTable(atomicNumber: number): Pick<ElementProperties, "group" | "period"> {
  const row = nobleGases.findIndex((last) => atomicNumber <= last);
  const [before, last] = [nobleGases[row - 1] ?? 0, nobleGases[row] ?? 118];
  const [place, left] = [atomicNumber - before, last - atomicNumber];
  const period = row + 1;
  if (period === 1) return { period, group: place === 1 ? 1 : 18 };
  if (place <= 2) return { period, group: place };
  return { period, group: Math.max(3, 18 - left) };
}

/**
 * Shannon's radius of an ion in angstrom: of its charge, else of the nearest charge of the same sign that is tabulated.
 * `undefined` where there is none (H-, for one).
 */
export function ionicRadius(symbol: string, charge: number): number | undefined {
  const radii = Object.entries(rows[symbol]?.[3] ?? {}).filter(([state]) => Number(state) * charge > 0);
  const [nearest] = radii.sort(
    ([one], [other]) => Math.abs(Number(one) - charge) - Math.abs(Number(other) - charge),
  );
  return nearest?.[1];
}
