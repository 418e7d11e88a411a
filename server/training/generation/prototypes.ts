import type { LatticeParameters, Vector3 } from "../../src/crystal/lattice";

/**
 * A site of a prototype. Its role is a letter: A to D are cations, X to Z anions, M to O atoms of an intermetallic; Li is
 * lithium and H hydrogen whatever else is drawn.
 */
export interface PrototypeSite {
  readonly role: string;
  readonly position: Vector3;
  readonly occupancy: number;
}

/** A structure type without its elements and without its size. */
export interface Prototype {
  readonly name: string;
  /** Hermann-Mauguin symbol. */
  readonly symbol: string;
  /** With `a` as 1. */
  readonly cell: LatticeParameters;
  readonly sites: readonly PrototypeSite[];
}

/** Name; symbol; cell where it is not cubic: b/a, c/a, and beta or gamma where they are not 90; sites. */
const table = `
rock salt; F m -3 m; ; A 0 0 0, X 1/2 1/2 1/2
caesium chloride; P m -3 m; ; A 0 0 0, X 1/2 1/2 1/2
zincblende; F -4 3 m; ; A 0 0 0, X 1/4 1/4 1/4
wurtzite; P 63 m c; 1 1.633 gamma 120; A 1/3 2/3 0, X 1/3 2/3 0.375
nickel arsenide; P 63/m m c; 1 1.5 gamma 120; A 0 0 0, X 1/3 2/3 1/4
fluorite; F m -3 m; ; A 0 0 0, X 1/4 1/4 1/4
antifluorite; F m -3 m; ; X 0 0 0, A 1/4 1/4 1/4
filled zincblende; F -4 3 m; ; A 1/2 1/2 1/2, B 0 0 0, X 1/4 1/4 1/4
lithium bismuthide; F m -3 m; ; X 0 0 0, A 1/4 1/4 1/4, B 1/2 1/2 1/2
sodium arsenide; P 63/m m c; 1 1.78 gamma 120; X 1/3 2/3 1/4, A 0 0 1/4, A 1/3 2/3 0.583
lithium nitride; P 6/m m m; 1 1.06 gamma 120; X 0 0 0, A 0 0 1/2, A 1/3 2/3 0
cuprite; P n -3 m :2; ; X 1/4 1/4 1/4, A 0 0 0
rutile; P 42/m n m; 1 0.65; A 0 0 0, X 0.305 0.305 0
trirutile; P 42/m n m; 1 1.95; A 0 0 0, B 0 0 1/3, X 0.307 0.307 0, X 0.297 0.297 0.324
anatase; I 41/a m d :2; 1 2.51; A 0 3/4 1/8, X 0 3/4 0.333
cadmium iodide; P -3 m 1; 1 1.6 gamma 120; A 0 0 0, X 1/3 2/3 1/4
cadmium chloride; R -3 m :H; 1 4.6 gamma 120; A 0 0 0, X 0 0 0.252
hydroxide; P -3 m 1; 1 1.5 gamma 120; A 0 0 0, X 1/3 2/3 0.22, H 1/3 2/3 0.43
delafossite; R -3 m :H; 1 5 gamma 120; A 0 0 1/2, B 0 0 0, X 0 0 0.24
ordered rock salt; I 41/a m d :2; 1 2.1; A 0 3/4 1/8, B 0 1/4 3/8, X 0 3/4 0.37
corundum; R -3 c :H; 1 2.73 gamma 120; A 0 0 0.352, X 0.306 0 1/4
ilmenite; R -3 :H; 1 2.76 gamma 120; A 0 0 0.355, B 0 0 0.147, X 0.317 0.023 0.245
rhenium trioxide; P m -3 m; ; A 0 0 0, X 1/2 0 0
aluminium fluoride; R -3 c :H; 1 2.5 gamma 120; A 0 0 0, X 0.43 0 1/4
yttrium fluoride; P n m a; 1.08 0.69; A 0.367 1/4 0.06, X 0.522 1/4 0.58, X 0.165 0.064 0.377
lanthanum oxide; P -3 m 1; 1 1.56 gamma 120; A 1/3 2/3 0.245, X 1/3 2/3 0.645, Y 0 0 0
litharge; P 4/n m m :2; 1 1.26; X 3/4 1/4 0, A 1/4 1/4 0.24
matlockite; P 4/n m m :2; 1 1.77; A 1/4 1/4 0.205, X 3/4 1/4 0, Y 1/4 1/4 0.65
tin sulfide; P n m a; 0.356 0.387; A 0.12 1/4 0.12, X 0.85 1/4 0.48
quartz; P 32 2 1; 1 1.1 gamma 120; A 0.47 0 2/3, X 0.4135 0.267 0.7858
cristobalite; F d -3 m :2; ; A 1/8 1/8 1/8, X 0 0 0
calcite; R -3 c :H; 1 3.42 gamma 120; A 0 0 0, B 0 0 1/4, X 0.257 0 1/4
perovskite; P m -3 m; ; A 1/2 1/2 1/2, B 0 0 0, X 1/2 0 0
tetragonal perovskite; P 4 m m; 1 1.04; A 0 0 0, B 1/2 1/2 0.52, X 1/2 1/2 0.02, X 1/2 0 0.51
tilted perovskite; P n m a; 1.41 0.99; A 0.03 1/4 0.99, B 0 0 1/2, X 0.49 1/4 0.07, X 0.29 0.04 0.71
layered lithium perovskite; P 4/m m m; 1 2.01; Li 0 0 1/2 0.6, A 0 0 0, B 1/2 1/2 0.26, X 1/2 1/2 0, X 1/2 1/2 1/2, X 1/2 0 0.234
antiperovskite; P m -3 m; ; A 1/2 1/2 0, X 1/2 1/2 1/2, Y 0 0 0
lithium antiperovskite; P m -3 m; ; Li 1/2 1/2 0, X 1/2 1/2 1/2, Y 0 0 0
Ruddlesden-Popper; I 4/m m m; 1 3.3; A 0 0 0.353, B 0 0 0, X 0 1/2 0, X 0 0 0.153
elpasolite; F m -3 m; ; A 1/4 1/4 1/4, B 0 0 0, C 1/2 1/2 1/2, X 0.24 0 0
hexachloroplatinate; F m -3 m; ; A 1/4 1/4 1/4, B 0 0 0, X 0.235 0 0
spinel; F d -3 m :2; ; A 1/8 1/8 1/8, B 1/2 1/2 1/2, X 0.262 0.262 0.262
pyrochlore; F d -3 m :2; ; A 1/2 1/2 1/2, B 0 0 0, X 0.33 1/8 1/8, Y 3/8 3/8 3/8
chalcopyrite; I -4 2 d; 1 1.97; A 0 0 0, B 0 0 1/2, X 0.24 1/4 1/8
scheelite; I 41/a :2; 1 2.17; A 0 1/4 5/8, B 0 1/4 1/8, X 0.151 0.009 0.211
zircon; I 41/a m d :2; 1 0.905; A 0 3/4 1/8, B 0 1/4 3/8, X 0 0.066 0.195
olivine; P n m a; 0.582 0.454; A 0 0 0, B 0.282 1/4 0.975, C 0.095 1/4 0.418, X 0.097 1/4 0.743, X 0.457 1/4 0.206, X 0.166 0.046 0.285
lithium olivine; P n m a; 0.582 0.454; Li 0 0 0, A 0.282 1/4 0.975, B 0.095 1/4 0.418, X 0.097 1/4 0.743, X 0.457 1/4 0.206, X 0.166 0.046 0.285
garnet; I a -3 d; ; A 1/8 0 1/4, B 0 0 0, C 3/8 0 1/4, X -0.032 0.055 0.15
lithium garnet; I a -3 d; ; Li 3/8 0 1/4 0.94, Li 0.097 0.185 0.426 0.35, A 1/8 0 1/4, B 0 0 0, X -0.032 0.055 0.15
NASICON; R -3 c :H; 1 2.45 gamma 120; Li 0 0 0, A 0 0 0.1417, B 0.29 0 1/4, X 0.186 0.995 0.191, X 0.164 0.207 0.082
argyrodite; F -4 3 m; ; Li 0.183 0.183 0.024 0.5, A 0 0 1/2, X 0.119 0.119 0.619, X 0 0 0, Y 1/4 1/4 1/4
lithium phosphate; P m n 21; 0.855 0.795; Li 0.248 0.328 0.99, Li 1/2 0.843 0.99, A 0 0.824 0, X 0.209 0.686 0.896, X 0 0.105 0.9, X 1/2 0.185 0.82
germanium sulfide conductor; P 42/n m c :1; 1 1.45; Li 0.256 0.272 0.183 0.69, Li 0 1/2 0.945, Li 0.246 0.246 0 0.64, A 0 1/2 0.691, B 0 0 1/2, X 0 0.184 0.408, X 0 0.3 0.099, X 0 0.7 0.794
chloride conductor; P -3 m 1; 1 0.54 gamma 120; Li 0.346 0 0, Li 0.33 0 1/2 0.5, A 0 0 0, A 1/3 2/3 0.49, X 0.112 0.888 0.77, X 0.221 0.779 0.26, X 0.443 0.557 0.755
copper; F m -3 m; ; M 0 0 0
tungsten; I m -3 m; ; M 0 0 0
magnesium; P 63/m m c; 1 1.62 gamma 120; M 1/3 2/3 1/4
diamond; F d -3 m :2; ; M 1/8 1/8 1/8
copper-gold 3 to 1; P m -3 m; ; M 0 0 0, N 0 1/2 1/2
copper-gold; P 4/m m m; 1 1.4; M 0 0 0, N 1/2 1/2 1/2
caesium chloride alloy; P m -3 m; ; M 0 0 0, N 1/2 1/2 1/2
interstitial rock salt; F m -3 m; ; M 0 0 0, N 1/2 1/2 1/2
A15; P m -3 n; ; M 0 0 0, N 1/4 0 1/2
cubic Laves; F d -3 m :2; ; M 1/8 1/8 1/8, N 1/2 1/2 1/2
hexagonal Laves; P 63/m m c; 1 1.64 gamma 120; M 1/3 2/3 0.062, N 0 0 0, N 0.83 0.66 1/4
Heusler; F m -3 m; ; M 0 0 0, N 1/2 1/2 1/2, O 1/4 1/4 1/4
half-Heusler; F -4 3 m; ; M 0 0 0, N 1/2 1/2 1/2, O 1/4 1/4 1/4
aluminium diboride; P 6/m m m; 1 1.08 gamma 120; M 0 0 0, N 1/3 2/3 1/2
calcium-copper; P 6/m m m; 1 0.8 gamma 120; M 0 0 0, N 1/3 2/3 0, N 1/2 0 1/2
metallic nickel arsenide; P 63/m m c; 1 1.4 gamma 120; M 0 0 0, N 1/3 2/3 1/4
thorium-chromium silicide; I 4/m m m; 1 2.5; M 0 0 0, N 0 1/2 1/4, O 0 0 0.37
molybdenum silicide; I 4/m m m; 1 2.45; M 0 0 0, N 0 0 0.333
nickel-tin; P 63/m m c; 1 0.8 gamma 120; M 1/3 2/3 1/4, N 0.166 0.332 3/4
titanium-nickel silicide; P n m a; 0.6 1.14; M 0.02 1/4 0.18, N 0.142 1/4 0.561, O 0.765 1/4 0.623
sodium thallide; F d -3 m :2; ; M 1/8 1/8 1/8, N 3/8 3/8 3/8
antiperovskite carbide; P m -3 m; ; M 0 0 0, N 0 1/2 1/2, O 1/2 1/2 1/2`;

function parse(line: string): Prototype {
  const [name = "", symbol = "", cell = "", sites = ""] = line.split(";").map((part) => part.trim());
  return { name, symbol, cell: parseCell(cell), sites: sites.split(", ").map(parseSite) };
}

function parseCell(text: string): LatticeParameters {
  const [b = "1", c = "1", axis, angle] = text === "" ? [] : text.split(" ");
  const right = { alpha: 90, beta: 90, gamma: 90 };
  return { a: 1, b: Number(b), c: Number(c), ...right, ...(axis ? { [axis]: Number(angle) } : {}) };
}

function parseSite(text: string): PrototypeSite {
  const [role = "", x = "", y = "", z = "", occupancy = "1"] = text.split(" ");
  return { role, position: [fraction(x), fraction(y), fraction(z)], occupancy: Number(occupancy) };
}

function fraction(text: string): number {
  const [numerator = "", denominator = "1"] = text.split("/");
  return Number(numerator) / Number(denominator);
}

/** Structure types with space groups and coordinates as textbooks give them, rounded. */
export const prototypes: readonly Prototype[] = table.trim().split("\n").map(parse);
