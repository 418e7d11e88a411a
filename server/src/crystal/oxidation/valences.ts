import type { Element } from "../elements";

/** Atoms that are to have one oxidation state together: all of an element, or those of some of its sites. */
export interface ChargeGroup {
  readonly key: string;
  /** Symbol; a group whose symbol is in no element table is left out. */
  readonly element: string;
  /** Atoms in the cell. */
  readonly amount: number;
  /** The sign that their surroundings ask for. */
  readonly sign?: 1 | -1 | undefined;
  /** The state, where it is known. */
  readonly state?: number | undefined;
}

/** A charge group of an element that is in the table. */
export type Species = Omit<ChargeGroup, "element"> & { readonly element: Element };

/** What the atoms of a group may be charged with, and how unlikely that is. */
export interface ValenceChoices {
  readonly key: string;
  readonly atomicNumber: number;
  readonly amount: number;
  readonly electronegativity: number;
  /** The most common first. */
  readonly states: readonly number[];
  /** Cost of each of the states, in steps down the list of a transition metal. */
  readonly stateCosts: readonly number[];
  /** Cost of a state that is a mean, for each unit of charge that it is off. */
  readonly meanCost: number;
  /** Whether the atoms may have `mean` charge on average, when they have `state` at first. */
  allowsMean(state: number, mean: number): boolean;
}

/** The choices of a group in the company of the elements of a composition. */
export function valenceChoices(species: Species, company: ReadonlySet<string>): ValenceChoices {
  const { key, element, amount, sign, state: stated } = species;
  const states = possibleStates(species);
  const stepCost = stepCostOf(element);
  return {
    key,
    atomicNumber: element.atomicNumber,
    amount,
    electronegativity: electronegativity(element),
    states,
    stateCosts: states.map(
      (state, rank) =>
        rank * stepCost + (state < 0 && sign === undefined ? unlikelyAnion(element.symbol, company) : 0),
    ),
    meanCost: stepCost >= mainGroupCost && element.symbol !== "O" ? 2 * stepCost : stepCost,
    allowsMean: (state, mean) => {
      if (stated !== undefined) return false;
      const [low, high] = meanRange(element, Math.sign(state));
      return mean >= low && mean <= high;
    },
  };
}

/** The state that is told, else those of the sign that the surroundings ask for, else all. */
function possibleStates({ element, sign, state }: Species): readonly number[] {
  if (state !== undefined) return [state];
  const known = element.oxidationStates.length > 0 ? element.oxidationStates : [0];
  const ofSign = known.filter((one) => Math.sign(one) === sign);
  return ofSign.length > 0 ? ofSign : known;
}

const mainGroupCost = 4;
const stepCosts = new Map([
  ["O", 12],
  ["C", 1],
  ...["Sc", "Y", "Zr", "Hf", "Ta"].map((symbol) => [symbol, mainGroupCost] as const),
  ...["Ga", "In", "Tl", "Sn", "Pb", "Sb", "Bi"].map((symbol) => [symbol, 2] as const),
]);

/** Transition metals change their states easily, heavy main-group metals and f-elements less so, others hardly. */
function stepCostOf({ symbol, atomicNumber }: Element): number {
  const isOneOf = (...[low, high]: readonly [number, number]) => atomicNumber >= low && atomicNumber <= high;
  const fallback = isOneOf(21, 30) || isOneOf(39, 48) || isOneOf(72, 80) ? 1 : mainGroupCost;
  return stepCosts.get(symbol) ?? (isOneOf(57, 71) || isOneOf(89, 103) ? 2 : fallback);
}

const chalcogensAndHalogens = ["O", "S", "Se", "Te", "F", "Cl", "Br", "I"];
const centralAtoms = new Set(["P", "As", "Sb", "Bi", "B", "Si", "Ge", "Sn", "Pb"]);
const unlikelyCost = 15;

/**
 * What the company of other elements costs an anion: phosphorus and its like are the centres of polyanions where there
 * are chalcogens or halogens (PS4, but LaFeAsO), and hydrogen on carbon is no hydride.
 */
function unlikelyAnion(symbol: string, company: ReadonlySet<string>): number {
  if (symbol === "H") return company.has("C") && !company.has("B") ? unlikelyCost : 0;
  const isCentral = centralAtoms.has(symbol) && chalcogensAndHalogens.some((other) => company.has(other));
  return isCentral ? unlikelyCost : 0;
}

/** Elements that bond to themselves, so that their anions may share electrons down to none (Li3P7, FeS2, LiC6). */
const catenating = new Set(["C", "N", "Si", "P", "S", "Ge", "As", "Se", "Sn", "Sb", "Te", "I", "Pb", "Bi"]);

/** Bounds of a mean state of the given sign. */
function meanRange({ symbol, oxidationStates }: Element, sign: number): readonly [number, number] {
  const states = oxidationStates.filter((state) => Math.sign(state) === sign);
  const [low, high] = [Math.min(...states), Math.max(...states)];
  // Organic carbon takes what its neighbours leave; clusters of boron share electrons whatever their sign.
  if (symbol === "C") return [-4, 4];
  if (symbol === "B") return sign > 0 ? [0, 3] : [-3, 0];
  if (symbol === "O" && sign < 0) return [-2, -0.5];
  return sign < 0 && catenating.has(symbol) ? [low, 0] : [low, high];
}

/** Elements that take electrons from active metals only, and share them with all others. */
const weakAnions = new Set(["B", "Si", "Ge", "Sn", "Pb", "Sb", "Bi"]);
/** Pauling units by which a weak anion exceeds each cation. */
const weakAnionMargin = 0.3;

/** Whether no element draws electrons from the others: atoms of alloys and of pure elements are neutral. */
export function isIntermetallic(species: readonly Species[]): boolean {
  const anions = species.filter(({ element }) => element.oxidationStates.some((state) => state < 0));
  if (anions.length === 0 || species.length === 1) return true;
  if (anions.some(({ element }) => !weakAnions.has(element.symbol))) return false;
  const strongest = Math.max(...anions.map(({ element }) => electronegativity(element)));
  return species.some(
    ({ element }) =>
      !weakAnions.has(element.symbol) && strongest - electronegativity(element) < weakAnionMargin,
  );
}

/** Europium, terbium and ytterbium have no value in the table; their neighbours have about this one. */
function electronegativity({ electronegativity: value = 1.2 }: Element): number {
  return value;
}
