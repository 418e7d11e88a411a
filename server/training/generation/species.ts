import { elements, type Element } from "../../src/crystal/elements";
import type { Random } from "../../src/learning/random";
import { slaterRadius } from "./slaterRadii";

/** An element with its charge. */
export interface Species {
  readonly element: string;
  readonly oxidationState: number;
}

/** How often an element is drawn beside another. */
type Weighted<T> = readonly (readonly [item: T, weight: number])[];

const anions: Weighted<Species> = (
  [
    ["O", -2, 6],
    ["S", -2, 4],
    ["Se", -2, 2],
    ["Te", -2, 1],
    ["F", -1, 3],
    ["Cl", -1, 3],
    ["Br", -1, 1.5],
    ["I", -1, 1.5],
    ["N", -3, 1.5],
    ["P", -3, 0.7],
    ["As", -3, 0.4],
    ["Sb", -3, 0.2],
    ["H", -1, 0.4],
    ["C", -4, 0.2],
  ] as const
).map(([element, oxidationState, weight]) => [{ element, oxidationState }, weight]);

/** No crystal chemistry to speak of. */
const excluded = new Set(["He", "Ne", "Ar", "Kr", "Xe", "Po", "At", "Rn", "Fr", "Ra", "H", "O", "F"]);
const favoured: Readonly<Record<string, number>> = {
  Li: 5,
  Na: 2,
  K: 1.5,
  Mg: 1.5,
  Al: 1.5,
  Si: 1.5,
  P: 1.5,
};

function weightOf({ symbol, atomicNumber }: Element): number {
  return favoured[symbol] ?? (atomicNumber > 83 ? 0.15 : 1);
}

const known = elements.filter(({ symbol }) => !excluded.has(symbol) && slaterRadius(symbol) !== undefined);

/** Cations less electronegative than this are likely beside any anion. */
const mostElectronegativeCation = 2.6;

const cations: Weighted<Species> = known
  .filter(({ electronegativity = 1.2 }) => electronegativity < mostElectronegativeCation)
  .flatMap((element) =>
    element.oxidationStates
      .filter((state) => state > 0)
      .map((oxidationState, rank): readonly [Species, number] => [
        { element: element.symbol, oxidationState },
        // Rarer states come later in the table.
        weightOf(element) / (1 + rank),
      ]),
  );

const metals: Weighted<string> = known
  .filter(({ electronegativity = 1.2, symbol }) => electronegativity < 2.6 && symbol !== "P")
  .map((element) => [element.symbol, weightOf(element)]);

const formers: Weighted<string> = (
  [
    "B",
    "C",
    "N",
    "Al",
    "Si",
    "P",
    "S",
    "Ga",
    "Ge",
    "As",
    "Se",
    "In",
    "Sn",
    "Sb",
    "Te",
    "Pb",
    "Bi",
    "H",
    "O",
  ] as const
).map((symbol) => [symbol, symbol === "H" || symbol === "O" ? 0.4 : 1]);

function draw<T>(choices: Weighted<T>, random: Random): T | undefined {
  const total = choices.reduce((sum, [, weight]) => sum + weight, 0);
  let place = random.uniform() * total;
  for (const [item, weight] of choices) {
    place -= weight;
    if (place < 0) return item;
  }
  return choices.at(-1)?.[0];
}

export function drawAnion(random: Random): Species | undefined {
  return draw(anions, random);
}

/** A cation, of this charge where one is given, that is less electronegative than the anions. */
export function drawCation(
  anionsThere: readonly Species[],
  random: Random,
  charge?: number,
): Species | undefined {
  const limit = Math.min(...anionsThere.map(({ element }) => electronegativityOf(element)));
  return draw(
    cations.filter(
      ([{ element, oxidationState }]) =>
        (charge === undefined || oxidationState === charge) && electronegativityOf(element) < limit,
    ),
    random,
  );
}

/** An atom of an intermetallic; the last of several is often a metalloid or a small interstitial. */
export function drawMetal(isLast: boolean, random: Random): Species | undefined {
  const element = draw(isLast && random.chance(0.5) ? formers : metals, random);
  return element === undefined ? undefined : { element, oxidationState: 0 };
}

const electronegativities = new Map(
  elements.map(({ symbol, electronegativity }) => [symbol, electronegativity]),
);

function electronegativityOf(symbol: string): number {
  return electronegativities.get(symbol) ?? 1.2;
}
