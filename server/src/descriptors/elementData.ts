import { elementBySymbol } from "../crystal/elements";

/** What descriptors ask of an element. */
export interface ElementData {
  /** Period of the periodic table; lanthanides are in 6, actinides in 7. */
  readonly period: number;
  /** Group of the periodic table, 1 to 18; lanthanides and actinides are in 3. */
  readonly group: number;
  /** Atomic mass in u, for elements without stable isotopes the mass number of one. */
  readonly mass: number;
  /** Empirical atomic radius in angstrom, `undefined` where none was given. */
  readonly atomicRadius: number | undefined;
  /** Electronegativity on Pauling's scale, `undefined` where there is none. */
  readonly electronegativity: number | undefined;
  /** Subshells beyond the noble gas before it. */
  readonly valence: readonly Subshell[];
}

export interface Subshell {
  readonly principal: number;
  /** 0 to 3 for s, p, d, f. */
  readonly angular: number;
  readonly electrons: number;
}

/**
 * Element, period, group, atomic mass, atomic radius, ground state beyond the noble gas.
 *
 * Masses: standard atomic weights of IUPAC of 2005 (Wieser, Pure Appl. Chem. 78, 2051 (2006)), those by which descriptors of
 * the literature were computed. Radii: Slater, J. Chem. Phys. 41, 3199 (1964); argon is a calculated one (Clementi, Raimondi
 * and Reinhardt, J. Chem. Phys. 47, 1300 (1967)). Ground states: NIST Atomic Spectra Database.
 */
const table = `
H  1 1  1.00794     0.25 1s1
He 1 18 4.002602    -    1s2
Li 2 1  6.941       1.45 2s1
Be 2 2  9.012182    1.05 2s2
B  2 13 10.811      0.85 2s2 2p1
C  2 14 12.0107     0.7  2s2 2p2
N  2 15 14.0067     0.65 2s2 2p3
O  2 16 15.9994     0.6  2s2 2p4
F  2 17 18.9984032  0.5  2s2 2p5
Ne 2 18 20.1797     -    2s2 2p6
Na 3 1  22.98976928 1.8  3s1
Mg 3 2  24.305      1.5  3s2
Al 3 13 26.9815386  1.25 3s2 3p1
Si 3 14 28.0855     1.1  3s2 3p2
P  3 15 30.973762   1.0  3s2 3p3
S  3 16 32.065      1.0  3s2 3p4
Cl 3 17 35.453      1.0  3s2 3p5
Ar 3 18 39.948      0.71 3s2 3p6
K  4 1  39.0983     2.2  4s1
Ca 4 2  40.078      1.8  4s2
Sc 4 3  44.955912   1.6  3d1 4s2
Ti 4 4  47.867      1.4  3d2 4s2
V  4 5  50.9415     1.35 3d3 4s2
Cr 4 6  51.9961     1.4  3d5 4s1
Mn 4 7  54.938045   1.4  3d5 4s2
Fe 4 8  55.845      1.4  3d6 4s2
Co 4 9  58.933195   1.35 3d7 4s2
Ni 4 10 58.6934     1.35 3d8 4s2
Cu 4 11 63.546      1.35 3d10 4s1
Zn 4 12 65.409      1.35 3d10 4s2
Ga 4 13 69.723      1.3  3d10 4s2 4p1
Ge 4 14 72.64       1.25 3d10 4s2 4p2
As 4 15 74.9216     1.15 3d10 4s2 4p3
Se 4 16 78.96       1.15 3d10 4s2 4p4
Br 4 17 79.904      1.15 3d10 4s2 4p5
Kr 4 18 83.798      -    3d10 4s2 4p6
Rb 5 1  85.4678     2.35 5s1
Sr 5 2  87.62       2.0  5s2
Y  5 3  88.90585    1.8  4d1 5s2
Zr 5 4  91.224      1.55 4d2 5s2
Nb 5 5  92.90638    1.45 4d4 5s1
Mo 5 6  95.94       1.45 4d5 5s1
Tc 5 7  98          1.35 4d5 5s2
Ru 5 8  101.07      1.3  4d7 5s1
Rh 5 9  102.9055    1.35 4d8 5s1
Pd 5 10 106.42      1.4  4d10
Ag 5 11 107.8682    1.6  4d10 5s1
Cd 5 12 112.411     1.55 4d10 5s2
In 5 13 114.818     1.55 4d10 5s2 5p1
Sn 5 14 118.71      1.45 4d10 5s2 5p2
Sb 5 15 121.76      1.45 4d10 5s2 5p3
Te 5 16 127.6       1.4  4d10 5s2 5p4
I  5 17 126.90447   1.4  4d10 5s2 5p5
Xe 5 18 131.293     -    4d10 5s2 5p6
Cs 6 1  132.9054519 2.6  6s1
Ba 6 2  137.327     2.15 6s2
La 6 3  138.90547   1.95 5d1 6s2
Ce 6 3  140.116     1.85 4f1 5d1 6s2
Pr 6 3  140.90765   1.85 4f3 6s2
Nd 6 3  144.242     1.85 4f4 6s2
Pm 6 3  145         1.85 4f5 6s2
Sm 6 3  150.36      1.85 4f6 6s2
Eu 6 3  151.964     1.85 4f7 6s2
Gd 6 3  157.25      1.8  4f7 5d1 6s2
Tb 6 3  158.92535   1.75 4f9 6s2
Dy 6 3  162.5       1.75 4f10 6s2
Ho 6 3  164.93032   1.75 4f11 6s2
Er 6 3  167.259     1.75 4f12 6s2
Tm 6 3  168.93421   1.75 4f13 6s2
Yb 6 3  173.04      1.75 4f14 6s2
Lu 6 3  174.967     1.75 4f14 5d1 6s2
Hf 6 4  178.49      1.55 4f14 5d2 6s2
Ta 6 5  180.94788   1.45 4f14 5d3 6s2
W  6 6  183.84      1.35 4f14 5d4 6s2
Re 6 7  186.207     1.35 4f14 5d5 6s2
Os 6 8  190.23      1.3  4f14 5d6 6s2
Ir 6 9  192.217     1.35 4f14 5d7 6s2
Pt 6 10 195.084     1.35 4f14 5d9 6s1
Au 6 11 196.966569  1.35 4f14 5d10 6s1
Hg 6 12 200.59      1.5  4f14 5d10 6s2
Tl 6 13 204.3833    1.9  4f14 5d10 6s2 6p1
Pb 6 14 207.2       1.8  4f14 5d10 6s2 6p2
Bi 6 15 208.9804    1.6  4f14 5d10 6s2 6p3
Po 6 16 210         1.9  4f14 5d10 6s2 6p4
At 6 17 210         -    4f14 5d10 6s2 6p5
Rn 6 18 220         -    4f14 5d10 6s2 6p6
Fr 7 1  223         -    7s1
Ra 7 2  226         2.15 7s2
Ac 7 3  227         1.95 6d1 7s2
Th 7 3  232.03806   1.8  6d2 7s2
Pa 7 3  231.03588   1.8  5f2 6d1 7s2
U  7 3  238.02891   1.75 5f3 6d1 7s2
Np 7 3  237         1.75 5f4 6d1 7s2
Pu 7 3  244         1.75 5f6 7s2
Am 7 3  243         1.75 5f7 7s2
Cm 7 3  247         -    5f7 6d1 7s2
Bk 7 3  247         -    5f9 7s2
Cf 7 3  251         -    5f10 7s2
Es 7 3  252         -    5f11 7s2
Fm 7 3  257         -    5f12 7s2
Md 7 3  258         -    5f13 7s2
No 7 3  259         -    5f14 7s2
Lr 7 3  262         -    5f14 7s2 7p1
`;

/**
 * Electronegativities that the scale of Allred leaves out, by interpolation along the lanthanides (Lange's Handbook of
 * Chemistry).
 */
const interpolated = new Map([
  ["Pm", 1.13],
  ["Eu", 1.2],
  ["Tb", 1.1],
  ["Yb", 1.1],
]);

const bySymbol = new Map(table.trim().split("\n").map(readRow));

/** The data of an element from hydrogen to lawrencium; `undefined` for other symbols. */
export function elementData(symbol: string): ElementData | undefined {
  return bySymbol.get(symbol);
}

function readRow(line: string): readonly [string, ElementData] {
  const [symbol = "", period, group, mass, radius, ...subshells] = line.split(/\s+/);
  return [
    symbol,
    {
      period: Number(period),
      group: Number(group),
      mass: Number(mass),
      atomicRadius: radius === "-" ? undefined : Number(radius),
      electronegativity: elementBySymbol(symbol)?.electronegativity ?? interpolated.get(symbol),
      valence: subshells.map(readSubshell),
    },
  ];
}

function readSubshell(text: string): Subshell {
  const [, principal, letter = "", electrons] = /^(\d)([spdf])(\d+)$/.exec(text) ?? [];
  return {
    principal: Number(principal),
    angular: "spdf".indexOf(letter),
    electrons: Number(electrons),
  };
}
