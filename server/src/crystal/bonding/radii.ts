/**
 * For each element its covalent radius in angstrom, `-` where there is none, and radii of its ions by their charge.
 *
 * Covalent: Cordero et al., Dalton Trans. 2832 (2008). Ions: Shannon's crystal radii, Acta Cryst. A32, 751 (1976), of six
 * neighbours where there is one, of high spin.
 */
const table = `
H  0.31
He 0.28
Li 1.28  +1:0.9
Be 0.96  +2:0.59
B  0.84  +3:0.41
C  0.73  +4:0.3
N  0.71  -3:1.32 +3:0.3 +5:0.27
O  0.66  -2:1.26
F  0.57  -1:1.19 +7:0.22
Ne 0.58
Na 1.66  +1:1.16
Mg 1.41  +2:0.86
Al 1.21  +3:0.675
Si 1.11  +4:0.54
P  1.07  +3:0.58 +5:0.52
S  1.05  -2:1.7 +4:0.51 +6:0.43
Cl 1.02  -1:1.67 +5:0.26 +7:0.41
Ar 1.06
K  2.03  +1:1.52
Ca 1.76  +2:1.14
Sc 1.7   +3:0.885
Ti 1.6   +2:1 +3:0.81 +4:0.745
V  1.53  +2:0.93 +3:0.78 +4:0.72 +5:0.68
Cr 1.39  +2:0.94
Mn 1.5   +2:0.97 +3:0.785 +4:0.67 +5:0.47 +6:0.395 +7:0.6
Fe 1.42  +2:0.92 +3:0.785
Co 1.38  +2:0.885 +3:0.75 +4:0.67
Ni 1.24  +3:0.74
Cu 1.32  +1:0.91 +2:0.87 +3:0.68
Zn 1.22  +2:0.88
Ga 1.22  +3:0.76
Ge 1.2   +2:0.87 +4:0.67
As 1.19  +3:0.72 +5:0.6
Se 1.2   -2:1.84 +4:0.64 +6:0.56
Br 1.2   -1:1.82 +3:0.73 +5:0.45 +7:0.53
Kr 1.16
Rb 2.2   +1:1.66
Sr 1.95  +2:1.32
Y  1.9   +3:1.04
Zr 1.75  +4:0.86
Nb 1.64  +3:0.86 +4:0.82 +5:0.78
Mo 1.54  +3:0.83 +4:0.79 +5:0.75 +6:0.73
Tc 1.47  +4:0.785 +5:0.74 +7:0.7
Ru 1.46  +3:0.82 +4:0.76 +5:0.705 +7:0.52 +8:0.5
Rh 1.42  +3:0.805 +4:0.74 +5:0.69
Pd 1.39  +1:0.73 +2:1 +3:0.9 +4:0.755
Ag 1.45  +1:1.29 +2:1.08 +3:0.89
Cd 1.44  +2:1.09
In 1.42  +3:0.94
Sn 1.39  +4:0.83
Sb 1.39  +3:0.9 +5:0.74
Te 1.38  -2:2.07 +4:1.11 +6:0.7
I  1.39  -1:2.06 +5:1.09 +7:0.67
Xe 1.4   +8:0.62
Cs 2.44  +1:1.81
Ba 2.15  +2:1.49
La 2.07  +3:1.172
Ce 2.04  +3:1.15 +4:1.01
Pr 2.03  +3:1.13 +4:0.99
Nd 2.01  +2:1.43 +3:1.123
Pm 1.99  +3:1.11
Sm 1.98  +2:1.36 +3:1.098
Eu 1.98  +2:1.31 +3:1.087
Gd 1.96  +3:1.078
Tb 1.94  +3:1.063 +4:0.9
Dy 1.92  +2:1.21 +3:1.052
Ho 1.92  +3:1.041
Er 1.89  +3:1.03
Tm 1.9   +2:1.17 +3:1.02
Yb 1.87  +2:1.16 +3:1.008
Lu 1.87  +3:1.001
Hf 1.75  +4:0.85
Ta 1.7   +3:0.86 +4:0.82 +5:0.78
W  1.62  +4:0.8 +5:0.76 +6:0.74
Re 1.51  +4:0.77 +5:0.72 +6:0.69 +7:0.67
Os 1.44  +4:0.77 +5:0.715 +6:0.685 +7:0.665 +8:0.53
Ir 1.41  +3:0.82 +4:0.765 +5:0.71
Pt 1.36  +2:0.94 +4:0.765 +5:0.71
Au 1.36  +1:1.51 +3:0.99 +5:0.71
Hg 1.32  +1:1.33 +2:1.16
Tl 1.45  +1:1.64 +3:1.025
Pb 1.46  +2:1.33 +4:0.915
Bi 1.48  +3:1.17 +5:0.9
Po 1.4   +4:1.08 +6:0.81
At 1.5   +7:0.76
Rn 1.5
Fr 2.6   +1:1.94
Ra 2.21  +2:1.62
Ac 2.15  +3:1.26
Th 2.06  +4:1.08
Pa 2.0   +3:1.18 +4:1.04 +5:0.92
U  1.96  +3:1.165 +4:1.03 +5:0.9 +6:0.87
Np 1.9   +2:1.24 +3:1.15 +4:1.01 +5:0.89 +6:0.86 +7:0.85
Pu 1.87  +3:1.14 +4:1 +5:0.88 +6:0.85
Am 1.8   +2:1.4 +3:1.115 +4:0.99
Cm 1.69  +3:1.11 +4:0.99
Bk -     +3:1.1 +4:0.97
Cf -     +3:1.09 +4:0.961
Es -
Fm -
Md -
No -
Lr -
`;

interface Radii {
  readonly covalent: number | undefined;
  readonly ions: ReadonlyMap<number, number>;
}

const bySymbol = new Map(
  table
    .trim()
    .split("\n")
    .map((line): [string, Radii] => {
      const [symbol = "", covalent, ...ions] = line.split(/\s+/);
      const radii = ions
        .map((ion) => ion.split(":").map(Number))
        .map(([charge = 0, radius = 0]) => [charge, radius] as const);
      return [symbol, { covalent: covalent === "-" ? undefined : Number(covalent), ions: new Map(radii) }];
    }),
);

/** Angstrom; `undefined` where none is known. */
export function covalentRadius(symbol: string): number | undefined {
  return bySymbol.get(symbol)?.covalent;
}

/**
 * The radius of an ion in angstrom: the tabulated one, between two whole charges the mean of theirs, else the mean over the
 * cations or over the anions of the element. `undefined` for neutral atoms, and where nothing is tabulated.
 */
export function ionicRadius(symbol: string, charge: number): number | undefined {
  const ions = bySymbol.get(symbol)?.ions;
  if (!ions || charge === 0) return undefined;
  const exact = ions.get(charge);
  if (exact !== undefined) return exact;
  const [lower, upper] = [ions.get(Math.floor(charge)), ions.get(Math.ceil(charge))];
  const share = charge - Math.floor(charge);
  if (lower !== undefined && upper !== undefined) return (1 - share) * lower + share * upper;
  const ofSign = [...ions].filter(([other]) => other * charge > 0).map(([, radius]) => radius);
  return ofSign.length > 0 ? ofSign.reduce((sum, radius) => sum + radius, 0) / ofSign.length : undefined;
}
