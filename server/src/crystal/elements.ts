/** A chemical element as the tables give it. */
export interface Element {
  readonly atomicNumber: number;
  readonly symbol: string;
  readonly name: string;
  /** Atomic mass in u; for elements without stable isotopes the mass number of the longest-lived one. */
  readonly mass: number;
  /** Electronegativity on Pauling's scale, `undefined` where none is defined. */
  readonly electronegativity: number | undefined;
  /** The oxidation states it is found in, the most common one in crystals first. */
  readonly oxidationStates: readonly number[];
}

type Row = readonly [number, string, string, number, number | undefined, readonly number[]];

/**
 * Hydrogen to lawrencium: atomic number, symbol, name, mass, electronegativity, oxidation states.
 *
 * Masses: IUPAC standard atomic weights, abridged to five digits (Prohaska et al., Pure Appl. Chem. 94, 573 (2022),
 * doi 10.1515/pac-2019-0603). Electronegativities: Allred, J. Inorg. Nucl. Chem. 17, 215 (1961), completed as in the
 * CRC Handbook of Chemistry and Physics. Oxidation states: Greenwood and Earnshaw, Chemistry of the Elements, 2nd ed.
 * (1997), ordered by how often solids show them.
 */
const rows: readonly Row[] = [
  [1, "H", "hydrogen", 1.008, 2.2, [1, -1]],
  [2, "He", "helium", 4.0026, undefined, []],
  [3, "Li", "lithium", 6.94, 0.98, [1]],
  [4, "Be", "beryllium", 9.0122, 1.57, [2]],
  [5, "B", "boron", 10.81, 2.04, [3, -3]],
  [6, "C", "carbon", 12.011, 2.55, [4, -4, 2, -2, 3, -1, -3, 1]],
  [7, "N", "nitrogen", 14.007, 3.04, [-3, 5, 3, -2, -1, 4, 2, 1]],
  [8, "O", "oxygen", 15.999, 3.44, [-2, -1, 2]],
  [9, "F", "fluorine", 18.998, 3.98, [-1]],
  [10, "Ne", "neon", 20.18, undefined, []],
  [11, "Na", "sodium", 22.99, 0.93, [1]],
  [12, "Mg", "magnesium", 24.305, 1.31, [2]],
  [13, "Al", "aluminium", 26.982, 1.61, [3]],
  [14, "Si", "silicon", 28.085, 1.9, [4, -4, 3, 2]],
  [15, "P", "phosphorus", 30.974, 2.19, [5, -3, 4, 3, -2, -1]],
  [16, "S", "sulfur", 32.06, 2.58, [-2, 6, 4, -1, 2]],
  [17, "Cl", "chlorine", 35.45, 3.16, [-1, 7, 5, 3, 1]],
  [18, "Ar", "argon", 39.95, undefined, []],
  [19, "K", "potassium", 39.098, 0.82, [1]],
  [20, "Ca", "calcium", 40.078, 1, [2]],
  [21, "Sc", "scandium", 44.956, 1.36, [3]],
  [22, "Ti", "titanium", 47.867, 1.54, [4, 3, 2]],
  [23, "V", "vanadium", 50.942, 1.63, [5, 4, 3, 2]],
  [24, "Cr", "chromium", 51.996, 1.66, [3, 6, 2, 4, 5]],
  [25, "Mn", "manganese", 54.938, 1.55, [2, 4, 3, 7, 6, 5]],
  [26, "Fe", "iron", 55.845, 1.83, [3, 2, 4, 6]],
  [27, "Co", "cobalt", 58.933, 1.88, [2, 3, 4]],
  [28, "Ni", "nickel", 58.693, 1.91, [2, 3, 4]],
  [29, "Cu", "copper", 63.546, 1.9, [2, 1, 3]],
  [30, "Zn", "zinc", 65.38, 1.65, [2]],
  [31, "Ga", "gallium", 69.723, 1.81, [3, 1, 2]],
  [32, "Ge", "germanium", 72.63, 2.01, [4, 2, -4, 3]],
  [33, "As", "arsenic", 74.922, 2.18, [5, 3, -3, -1, -2]],
  [34, "Se", "selenium", 78.971, 2.55, [-2, 4, 6, -1]],
  [35, "Br", "bromine", 79.904, 2.96, [-1, 5, 7, 3, 1]],
  [36, "Kr", "krypton", 83.798, 3, [2]],
  [37, "Rb", "rubidium", 85.468, 0.82, [1]],
  [38, "Sr", "strontium", 87.62, 0.95, [2]],
  [39, "Y", "yttrium", 88.906, 1.22, [3]],
  [40, "Zr", "zirconium", 91.224, 1.33, [4, 3, 2]],
  [41, "Nb", "niobium", 92.906, 1.6, [5, 4, 3, 2]],
  [42, "Mo", "molybdenum", 95.95, 2.16, [6, 4, 5, 3, 2]],
  [43, "Tc", "technetium", 97, 1.9, [7, 4, 6, 5]],
  [44, "Ru", "ruthenium", 101.07, 2.2, [4, 3, 5, 6, 7, 8, 2]],
  [45, "Rh", "rhodium", 102.91, 2.28, [3, 4, 1]],
  [46, "Pd", "palladium", 106.42, 2.2, [2, 4]],
  [47, "Ag", "silver", 107.87, 1.93, [1, 2, 3]],
  [48, "Cd", "cadmium", 112.41, 1.69, [2]],
  [49, "In", "indium", 114.82, 1.78, [3, 1, 2]],
  [50, "Sn", "tin", 118.71, 1.96, [4, 2, -4, 3]],
  [51, "Sb", "antimony", 121.76, 2.05, [5, 3, -3, -1, -2]],
  [52, "Te", "tellurium", 127.6, 2.1, [-2, 4, 6, -1]],
  [53, "I", "iodine", 126.9, 2.66, [-1, 5, 7, 3, 1]],
  [54, "Xe", "xenon", 131.29, 2.6, [2, 4, 6, 8]],
  [55, "Cs", "caesium", 132.91, 0.79, [1]],
  [56, "Ba", "barium", 137.33, 0.89, [2]],
  [57, "La", "lanthanum", 138.91, 1.1, [3]],
  [58, "Ce", "cerium", 140.12, 1.12, [3, 4]],
  [59, "Pr", "praseodymium", 140.91, 1.13, [3, 4]],
  [60, "Nd", "neodymium", 144.24, 1.14, [3]],
  [61, "Pm", "promethium", 145, undefined, [3]],
  [62, "Sm", "samarium", 150.36, 1.17, [3, 2]],
  [63, "Eu", "europium", 151.96, undefined, [3, 2]],
  [64, "Gd", "gadolinium", 157.25, 1.2, [3]],
  [65, "Tb", "terbium", 158.93, undefined, [3, 4]],
  [66, "Dy", "dysprosium", 162.5, 1.22, [3]],
  [67, "Ho", "holmium", 164.93, 1.23, [3]],
  [68, "Er", "erbium", 167.26, 1.24, [3]],
  [69, "Tm", "thulium", 168.93, 1.25, [3, 2]],
  [70, "Yb", "ytterbium", 173.05, undefined, [3, 2]],
  [71, "Lu", "lutetium", 174.97, 1.27, [3]],
  [72, "Hf", "hafnium", 178.49, 1.3, [4, 3, 2]],
  [73, "Ta", "tantalum", 180.95, 1.5, [5, 4, 3]],
  [74, "W", "tungsten", 183.84, 2.36, [6, 4, 5, 3]],
  [75, "Re", "rhenium", 186.21, 1.9, [7, 4, 6, 5, 3]],
  [76, "Os", "osmium", 190.23, 2.2, [4, 8, 6, 3, 7, 5]],
  [77, "Ir", "iridium", 192.22, 2.2, [4, 3, 5, 1]],
  [78, "Pt", "platinum", 195.08, 2.28, [4, 2]],
  [79, "Au", "gold", 196.97, 2.54, [3, 1]],
  [80, "Hg", "mercury", 200.59, 2, [2, 1]],
  [81, "Tl", "thallium", 204.38, 1.62, [1, 3]],
  [82, "Pb", "lead", 207.2, 2.33, [2, 4, -4]],
  [83, "Bi", "bismuth", 208.98, 2.02, [3, 5, -3, 1]],
  [84, "Po", "polonium", 209, 2, [4, 2, -2]],
  [85, "At", "astatine", 210, 2.2, [-1, 1]],
  [86, "Rn", "radon", 222, 2.2, [2]],
  [87, "Fr", "francium", 223, 0.7, [1]],
  [88, "Ra", "radium", 226, 0.9, [2]],
  [89, "Ac", "actinium", 227, 1.1, [3]],
  [90, "Th", "thorium", 232.04, 1.3, [4]],
  [91, "Pa", "protactinium", 231.04, 1.5, [5, 4]],
  [92, "U", "uranium", 238.03, 1.38, [6, 4, 5, 3]],
  [93, "Np", "neptunium", 237, 1.36, [5, 4, 3, 6, 7]],
  [94, "Pu", "plutonium", 244, 1.28, [4, 3, 5, 6]],
  [95, "Am", "americium", 243, 1.3, [3, 4, 5, 6]],
  [96, "Cm", "curium", 247, 1.3, [3, 4]],
  [97, "Bk", "berkelium", 247, 1.3, [3, 4]],
  [98, "Cf", "californium", 251, 1.3, [3]],
  [99, "Es", "einsteinium", 252, 1.3, [3]],
  [100, "Fm", "fermium", 257, 1.3, [3]],
  [101, "Md", "mendelevium", 258, 1.3, [3, 2]],
  [102, "No", "nobelium", 259, 1.3, [2, 3]],
  [103, "Lr", "lawrencium", 262, 1.3, [3]],
];

/** Every element from hydrogen to lawrencium, by rising atomic number. */
export const elements: readonly Element[] = rows.map(
  ([atomicNumber, symbol, name, mass, electronegativity, oxidationStates]) => ({
    atomicNumber,
    symbol,
    name,
    mass,
    electronegativity,
    oxidationStates,
  }),
);

const bySymbol = new Map(elements.map((element) => [element.symbol, element]));

/** The element of a symbol as IUPAC writes it (`Li`, not `LI`); `undefined` where there is none. */
export function elementBySymbol(symbol: string): Element | undefined {
  return bySymbol.get(symbol);
}

/** The symbol of the element that a symbol means: deuterium and tritium are hydrogen, all others stay. */
export function withoutIsotope(symbol: string): string {
  return symbol === "D" || symbol === "T" ? "H" : symbol;
}

/** Masses of deuterium and tritium in u (AME2020, Wang et al., Chinese Phys. C 45, 030003 (2021)). */
const isotopeMasses = new Map([
  ["D", 2.0141],
  ["T", 3.016],
]);

/** Atomic mass in u of an element or a hydrogen isotope; `undefined` for other symbols. */
export function atomicMass(symbol: string): number | undefined {
  return isotopeMasses.get(symbol) ?? bySymbol.get(symbol)?.mass;
}
