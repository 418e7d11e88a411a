import { elementBySymbol, withoutIsotope } from "../elements";
import type { Occupant } from "../structure";

/** What a type symbol or a label says about an atom. */
export interface AtomType {
  readonly element: string;
  readonly isotope?: Occupant["isotope"];
  /** Share of the site, 1 but for mixed types such as `0.8Nb + 0.2Zr`. */
  readonly share: number;
  readonly oxidationState: number | undefined;
  /** Whether hydrogen that belongs to the atom has no position of its own: `OH`, `Wat`. */
  readonly hidesHydrogen: boolean;
}

/** Groups that files write as one atom: the atom that has the position. */
const groups: Record<string, string> = {
  OH: "O",
  OH2: "O",
  OH3: "O",
  H2O: "O",
  H3O: "O",
  HOH: "O",
  WAT: "O",
  NH3: "N",
  NH4: "N",
};
const roman: Record<string, number> = { I: 1, II: 2, III: 3, IV: 4, V: 5, VI: 6, VII: 7, VIII: 8 };

const element = (symbol: string) => elementBySymbol(withoutIsotope(symbol))?.symbol;

const known = new Map<string, readonly AtomType[] | undefined>();
const mostKnown = 4096;
/** Characters; a longer text names no species, and would take long to be taken apart. */
const longestSymbol = 1000;

/**
 * The elements of a type symbol: `Li`, `LI`, `Li1`, `Li+`, `O2-`, `O-2`, `Fe(III)`, `Fe3+`, `D`, `OH`, or several with their
 * shares, `0.8Nb + 0.2Zr`. `undefined` where it names no element (`Cg`, `X`).
 */
export function parseTypeSymbol(text: string): readonly AtomType[] | undefined {
  if (known.has(text)) return known.get(text);
  const types = text.length > longestSymbol ? undefined : (parseMixture(text) ?? parseSingle(text));
  if (known.size < mostKnown) known.set(text, types);
  return types;
}

function parseMixture(text: string): readonly AtomType[] | undefined {
  const parts = text.split(/\s*\+\s*(?=[\d.]*(?:\(\d+\))?\s*[A-Z])/);
  if (parts.length < 2) return undefined;
  const types = parts.map((part) => {
    const [, share = "", symbol = ""] = /^(\d*\.?\d*)(?:\(\d+\))?\s*(\S+)$/.exec(part.trim()) ?? [];
    const single = parseSingle(symbol)?.[0];
    return single && { ...single, share: share === "" ? 1 : Number(share) };
  });
  const complete = types.filter((type) => type !== undefined);
  return complete.length === types.length ? complete : undefined;
}

function parseSingle(text: string): readonly AtomType[] | undefined {
  const symbol = text.trim();
  const group =
    groups[
      symbol
        .replace(/[\s\-_()]+/g, "")
        .replace(/(?<=^Wat|^OH|^OW)\d+$/i, "")
        .toUpperCase()
    ];
  if (group !== undefined)
    return [{ element: group, share: 1, oxidationState: undefined, hidesHydrogen: true }];
  const [, letters = "", rest = ""] = /^([A-Za-z]{1,2})(?![A-Za-z])(.*)$/.exec(symbol) ?? [];
  const found = element(letters) ?? element(capitalised(letters)) ?? waterOxygen(letters);
  if (found === undefined) return undefined;
  return [{ ...isotopeOf(letters, found), share: 1, oxidationState: chargeOf(rest), hidesHydrogen: false }];
}

const capitalised = (letters: string) => letters.slice(0, 1).toUpperCase() + letters.slice(1).toLowerCase();

function isotopeOf(letters: string, found: string): Pick<AtomType, "element" | "isotope"> {
  const [first] = letters.toUpperCase();
  return found === "H" && (first === "D" || first === "T")
    ? { element: found, isotope: first }
    : { element: found };
}

/** `OW` and `Ow` are the oxygen of a water molecule. */
const waterOxygen = (letters: string) => (/^ow$/i.test(letters) ? "O" : undefined);

/** `+`, `2-`, `-2`, `3.5+`, `(III)`, `(3+)`; nothing for an index as in `Li1`. */
function chargeOf(text: string): number | undefined {
  const bare = text.replace(/[()\s]/g, "");
  const numeral = /^([IV]+)$/.exec(bare)?.[1];
  if (numeral !== undefined) return roman[numeral];
  const [, before = "", sign, after = ""] = /^(\d*\.?\d*)([+-])(\d*\.?\d*)$/.exec(bare) ?? [];
  if (sign === undefined) return undefined;
  const size = before === "" && after === "" ? 1 : Number(before === "" ? after : before);
  if (!Number.isFinite(size)) return undefined;
  return sign === "-" && size > 0 ? -size : size;
}

/**
 * The element that a label begins with: `Li1A`, `LI1A`, `CL(1)`, `Ow3`, `O-H(1)`. Where one and two letters both name an
 * element (`CA1`, `Ho2`), the elements that the file names elsewhere decide.
 */
export function parseLabel(label: string, context: ReadonlySet<string>): readonly AtomType[] | undefined {
  if (/^(Wat|WAT|O-?H\b|OH\d|H2O)/.test(label)) return parseTypeSymbol("OH");
  const { letters, one, two } = readings(label);
  const found = (two !== undefined && context.has(two)) || !context.has(one ?? "") ? (two ?? one) : one;
  if (found === undefined) return undefined;
  return [{ ...isotopeOf(letters, found), share: 1, oxidationState: undefined, hidesHydrogen: false }];
}

/** The two elements that a label in capitals, `CA1`, can mean where `context` does not decide. */
export function elementChoice(label: string, context: ReadonlySet<string>): [string, string] | undefined {
  const { letters, one, two } = readings(label);
  if (one === undefined || two === undefined || one === two || !/^[A-Z]{2}/.test(letters)) return undefined;
  return context.has(one) === context.has(two) ? [two, one] : undefined;
}

interface Readings {
  readonly letters: string;
  /** The element that the first letter names, and the one that the first two name. */
  readonly one: string | undefined;
  readonly two: string | undefined;
}

function readings(label: string): Readings {
  const [letters = ""] = /^[A-Z][A-Za-z]*/.exec(label.trim()) ?? [];
  const two = letters.length > 1 ? element(capitalised(letters.slice(0, 2))) : undefined;
  return { letters, one: element(letters.slice(0, 1)), two };
}

/** The elements in a formula such as `Li6.5 La3 (Zr O4)2`. */
export function elementsInFormula(formula: string): string[] {
  return (formula.match(/[A-Z][a-z]?/g) ?? []).map(element).filter((symbol) => symbol !== undefined);
}
