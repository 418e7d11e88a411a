/**
 * Crystal radii in angstrom by coordination number, a row an ion with its charge; of high spin where there are two.
 *
 * Shannon, Acta Cryst. A32, 751 (1976).
 */
const table = `
H+1   1:-0.24 2:-0.04
Li+1  4:0.73 6:0.9 8:1.06
Be+2  3:0.3 4:0.41 6:0.59
B+3   3:0.15 4:0.25 6:0.41
C+4   3:0.06 4:0.29 6:0.3
N-3   4:1.32
N+3   6:0.3
N+5   3:0.044 6:0.27
O-2   2:1.21 3:1.22 4:1.24 6:1.26 8:1.28
F-1   2:1.145 3:1.16 4:1.17 6:1.19
F+7   6:0.22
Na+1  4:1.13 5:1.14 6:1.16 7:1.26 8:1.32 9:1.38 12:1.53
Mg+2  4:0.71 5:0.8 6:0.86 8:1.03
Al+3  4:0.53 5:0.62 6:0.675
Si+4  4:0.4 6:0.54
P+3   6:0.58
P+5   4:0.31 5:0.43 6:0.52
S-2   6:1.7
S+4   6:0.51
S+6   4:0.26 6:0.43
Cl-1  6:1.67
Cl+5  3:0.26
Cl+7  4:0.22 6:0.41
K+1   4:1.51 6:1.52 7:1.6 8:1.65 9:1.69 10:1.73 12:1.78
Ca+2  6:1.14 7:1.2 8:1.26 9:1.32 10:1.37 12:1.48
Sc+3  6:0.885 8:1.01
Ti+2  6:1
Ti+3  6:0.81
Ti+4  4:0.56 5:0.65 6:0.745 8:0.88
V+2   6:0.93
V+3   6:0.78
V+4   5:0.67 6:0.72 8:0.86
V+5   4:0.495 5:0.6 6:0.68
Cr+2  6:0.94
Cr+3  6:0.755
Cr+4  4:0.55 6:0.69
Cr+5  4:0.485 6:0.63 8:0.71
Cr+6  4:0.4 6:0.58
Mn+2  4:0.8 5:0.89 6:0.97 7:1.04 8:1.1
Mn+3  5:0.72 6:0.785
Mn+4  4:0.53 6:0.67
Mn+5  4:0.47
Mn+6  4:0.395
Mn+7  4:0.39 6:0.6
Fe+2  4:0.77 6:0.92 8:1.06
Fe+3  4:0.63 5:0.72 6:0.785 8:0.92
Fe+4  6:0.725
Fe+6  4:0.39
Co+2  4:0.72 5:0.81 6:0.885 8:1.04
Co+3  6:0.75
Co+4  4:0.54 6:0.67
Ni+2  4:0.69 5:0.77 6:0.83
Ni+3  6:0.74
Ni+4  6:0.62
Cu+1  2:0.6 4:0.74 6:0.91
Cu+2  4:0.71 5:0.79 6:0.87
Cu+3  6:0.68
Zn+2  4:0.74 5:0.82 6:0.88 8:1.04
Ga+3  4:0.61 5:0.69 6:0.76
Ge+2  6:0.87
Ge+4  4:0.53 6:0.67
As+3  6:0.72
As+5  4:0.475 6:0.6
Se-2  6:1.84
Se+4  6:0.64
Se+6  4:0.42 6:0.56
Br-1  6:1.82
Br+3  4:0.73
Br+5  3:0.45
Br+7  4:0.39 6:0.53
Rb+1  6:1.66 7:1.7 8:1.75 9:1.77 10:1.8 11:1.83 12:1.86 14:1.97
Sr+2  6:1.32 7:1.35 8:1.4 9:1.45 10:1.5 12:1.58
Y+3   6:1.04 7:1.1 8:1.159 9:1.215
Zr+4  4:0.73 5:0.8 6:0.86 7:0.92 8:0.98 9:1.03
Nb+3  6:0.86
Nb+4  6:0.82 8:0.93
Nb+5  4:0.62 6:0.78 7:0.83 8:0.88
Mo+3  6:0.83
Mo+4  6:0.79
Mo+5  4:0.6 6:0.75
Mo+6  4:0.55 5:0.64 6:0.73 7:0.87
Tc+4  6:0.785
Tc+5  6:0.74
Tc+7  4:0.51 6:0.7
Ru+3  6:0.82
Ru+4  6:0.76
Ru+5  6:0.705
Ru+7  4:0.52
Ru+8  4:0.5
Rh+3  6:0.805
Rh+4  6:0.74
Rh+5  6:0.69
Pd+1  2:0.73
Pd+2  4:0.78 6:1
Pd+3  6:0.9
Pd+4  6:0.755
Ag+1  2:0.81 4:1.14 5:1.23 6:1.29 7:1.36 8:1.42
Ag+2  4:0.93 6:1.08
Ag+3  4:0.81 6:0.89
Cd+2  4:0.92 5:1.01 6:1.09 7:1.17 8:1.24 12:1.45
In+3  4:0.76 6:0.94 8:1.06
Sn+4  4:0.69 5:0.76 6:0.83 7:0.89 8:0.95
Sb+3  4:0.9 5:0.94 6:0.9
Sb+5  6:0.74
Te-2  6:2.07
Te+4  3:0.66 4:0.8 6:1.11
Te+6  4:0.57 6:0.7
I-1   6:2.06
I+5   3:0.58 6:1.09
I+7   4:0.56 6:0.67
Xe+8  4:0.54 6:0.62
Cs+1  6:1.81 8:1.88 9:1.92 10:1.95 11:1.99 12:2.02
Ba+2  6:1.49 7:1.52 8:1.56 9:1.61 10:1.66 11:1.71 12:1.75
La+3  6:1.172 7:1.24 8:1.3 9:1.356 10:1.41 12:1.5
Ce+3  6:1.15 7:1.21 8:1.283 9:1.336 10:1.39 12:1.48
Ce+4  6:1.01 8:1.11 10:1.21 12:1.28
Pr+3  6:1.13 8:1.266 9:1.319
Pr+4  6:0.99 8:1.1
Nd+2  8:1.43 9:1.49
Nd+3  6:1.123 8:1.249 9:1.303 12:1.41
Pm+3  6:1.11 8:1.233 9:1.284
Sm+2  7:1.36 8:1.41 9:1.46
Sm+3  6:1.098 7:1.16 8:1.219 9:1.272 12:1.38
Eu+2  6:1.31 7:1.34 8:1.39 9:1.44 10:1.49
Eu+3  6:1.087 7:1.15 8:1.206 9:1.26
Gd+3  6:1.078 7:1.14 8:1.193 9:1.247
Tb+3  6:1.063 7:1.12 8:1.18 9:1.235
Tb+4  6:0.9 8:1.02
Dy+2  6:1.21 7:1.27 8:1.33
Dy+3  6:1.052 7:1.11 8:1.167 9:1.223
Ho+3  6:1.041 8:1.155 9:1.212 10:1.26
Er+3  6:1.03 7:1.085 8:1.144 9:1.202
Tm+2  6:1.17 7:1.23
Tm+3  6:1.02 8:1.134 9:1.192
Yb+2  6:1.16 7:1.22 8:1.28
Yb+3  6:1.008 7:1.065 8:1.125 9:1.182
Lu+3  6:1.001 8:1.117 9:1.172
Hf+4  4:0.72 6:0.85 7:0.9 8:0.97
Ta+3  6:0.86
Ta+4  6:0.82
Ta+5  6:0.78 7:0.83 8:0.88
W+4   6:0.8
W+5   6:0.76
W+6   4:0.56 5:0.65 6:0.74
Re+4  6:0.77
Re+5  6:0.72
Re+6  6:0.69
Re+7  4:0.52 6:0.67
Os+4  6:0.77
Os+5  6:0.715
Os+6  5:0.63 6:0.685
Os+7  6:0.665
Os+8  4:0.53
Ir+3  6:0.82
Ir+4  6:0.765
Ir+5  6:0.71
Pt+2  4:0.74 6:0.94
Pt+4  6:0.765
Pt+5  6:0.71
Au+1  6:1.51
Au+3  4:0.82 6:0.99
Au+5  6:0.71
Hg+1  3:1.11 6:1.33
Hg+2  2:0.83 4:1.1 6:1.16 8:1.28
Tl+1  6:1.64 8:1.73 12:1.84
Tl+3  4:0.89 6:1.025 8:1.12
Pb+2  4:1.12 6:1.33 7:1.37 8:1.43 9:1.49 10:1.54 11:1.59 12:1.63
Pb+4  4:0.79 5:0.87 6:0.915 8:1.08
Bi+3  5:1.1 6:1.17 8:1.31
Bi+5  6:0.9
Po+4  6:1.08 8:1.22
Po+6  6:0.81
At+7  6:0.76
Fr+1  6:1.94
Ra+2  8:1.62 12:1.84
Ac+3  6:1.26
Th+4  6:1.08 8:1.19 9:1.23 10:1.27 11:1.32 12:1.35
Pa+3  6:1.18
Pa+4  6:1.04 8:1.15
Pa+5  6:0.92 8:1.05 9:1.09
U+3   6:1.165
U+4   6:1.03 7:1.09 8:1.14 9:1.19 12:1.31
U+5   6:0.9 7:0.98
U+6   2:0.59 4:0.66 6:0.87 7:0.95 8:1
Np+2  6:1.24
Np+3  6:1.15
Np+4  6:1.01 8:1.12
Np+5  6:0.89
Np+6  6:0.86
Np+7  6:0.85
Pu+3  6:1.14
Pu+4  6:1 8:1.1
Pu+5  6:0.88
Pu+6  6:0.85
Am+2  7:1.35 8:1.4 9:1.45
Am+3  6:1.115 8:1.23
Am+4  6:0.99 8:1.09
Cm+3  6:1.11
Cm+4  6:0.99 8:1.09
Bk+3  6:1.1
Bk+4  6:0.97 8:1.07
Cf+3  6:1.09
Cf+4  6:0.961 8:1.06
No+2  6:1.24
`;

interface Ion {
  readonly charge: number;
  /** Radii with the coordination numbers that they are for, by rising number. */
  readonly radii: readonly (readonly [coordination: number, radius: number])[];
}

const ions = readTable();

/**
 * The crystal radius of an ion among so many neighbours, angstrom: the tabulated one, else that of one neighbour less, else the
 * mean of the next lower and higher number, else that of the nearest number. An ion whose charge is not tabulated has the
 * radius of the nearest charge of its sign; `undefined` where there is none.
 */
export function crystalRadius(symbol: string, charge: number, coordination: number): number | undefined {
  const ofSign = (ions.get(symbol) ?? []).filter((ion) => ion.charge * charge > 0);
  const [nearest] = [...ofSign].sort(
    (one, other) => Math.abs(one.charge - charge) - Math.abs(other.charge - charge),
  );
  return nearest && atCoordination(nearest, coordination);
}

function atCoordination({ radii }: Ion, coordination: number): number | undefined {
  const exact = (wanted: number) => radii.find(([number]) => number === wanted)?.[1];
  const lower = radii.filter(([number]) => number < coordination).at(-1)?.[1];
  const higher = radii.find(([number]) => number > coordination)?.[1];
  const between = lower !== undefined && higher !== undefined ? (lower + higher) / 2 : (lower ?? higher);
  return exact(coordination) ?? exact(coordination - 1) ?? between;
}

function readTable(): ReadonlyMap<string, readonly Ion[]> {
  const read = new Map<string, Ion[]>();
  for (const line of table.trim().split("\n")) {
    const [ion = "", ...entries] = line.split(/\s+/);
    const [, symbol = "", charge] = /^([A-Z][a-z]?)([+-]\d)$/.exec(ion) ?? [];
    const radii = entries
      .map((entry) => entry.split(":").map(Number))
      .map(([coordination = 0, radius = 0]) => [coordination, radius] as const);
    read.set(symbol, [...(read.get(symbol) ?? []), { charge: Number(charge), radii }]);
  }
  return read;
}
