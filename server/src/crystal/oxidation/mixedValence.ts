import { bondValenceSums } from "../bonding/bondValenceSums";
import { elementBySymbol } from "../elements";
import type { Orbit, Structure } from "../structure";

/** Share of the step between two states by which bond valence sums must differ for them to tell the states of two orbits. */
const telling = 0.5;

/**
 * Whole oxidation states for cations of mixed valence whose orbits can be told apart by their bond valence sums (Sb3+ and
 * Sb5+ in Sb2O4): the total charge of an element stays. Where the bonds of all its orbits are alike, the mean stays too.
 */
export function separateMixedValence(structure: Structure): Structure {
  const mixed = mixedElements(structure);
  if (mixed.length === 0) return structure;
  const { occupantSums } = bondValenceSums(structure);
  return mixed.reduce((current, { element, state }) => {
    const places = placesOf(current, element, state, occupantSums);
    const states = places && sharedOut(places, bracket(element, state), state);
    return states ? withStates(current, element, states) : current;
  }, structure);
}

interface MixedElement {
  readonly element: string;
  /** Mean state. */
  readonly state: number;
}

/** Cations on several orbits in a state that none of their atoms can have. */
function mixedElements({ orbits }: Structure): MixedElement[] {
  const states = new Map<string, { readonly state: number; orbits: number }>();
  for (const { element, oxidationState = 0 } of orbits.flatMap(({ occupants }) => occupants)) {
    const known = states.get(element);
    if (known?.state === oxidationState) known.orbits++;
    else if (!known) states.set(element, { state: oxidationState, orbits: 1 });
  }
  return [...states]
    .filter(([element, { state, orbits: count }]) => state > 0 && count > 1 && !isKnownState(element, state))
    .map(([element, { state }]) => ({ element, state }));
}

function isKnownState(element: string, state: number): boolean {
  return elementBySymbol(element)?.oxidationStates.includes(state) ?? true;
}

/** The known states below and above a mean. */
function bracket(element: string, mean: number): readonly [number, number] | undefined {
  const positive = (elementBySymbol(element)?.oxidationStates ?? []).filter((state) => state > 0);
  const below = positive.filter((state) => state < mean);
  const above = positive.filter((state) => state > mean);
  return below.length > 0 && above.length > 0 ? [Math.max(...below), Math.min(...above)] : undefined;
}

interface Place {
  /** Index of the orbit. */
  readonly orbit: number;
  /** Atoms of the element on it. */
  readonly atoms: number;
  readonly sum: number;
}

function placesOf(
  { orbits }: Structure,
  element: string,
  state: number,
  occupantSums: readonly (readonly (number | undefined)[])[],
): Place[] | undefined {
  const places: Place[] = [];
  for (const [orbit, { occupants, multiplicity }] of orbits.entries())
    for (const [k, occupant] of occupants.entries()) {
      if (occupant.element !== element || occupant.oxidationState !== state) continue;
      const sum = occupantSums[orbit]?.[k];
      if (sum === undefined) return undefined;
      places.push({ orbit, atoms: multiplicity * occupant.occupancy, sum });
    }
  return places;
}

/** States by orbit: the upper one where the sums are highest, until the charge is met. */
function sharedOut(
  places: readonly Place[],
  states: readonly [number, number] | undefined,
  mean: number,
): Map<number, number> | undefined {
  if (!states) return undefined;
  const [low, high] = states;
  const sorted = [...places].sort((one, other) => other.sum - one.sum || one.orbit - other.orbit);
  const spread = (sorted[0]?.sum ?? 0) - (sorted.at(-1)?.sum ?? 0);
  if (spread < telling * (high - low)) return undefined;
  let charge = places.reduce((sum, { atoms }) => sum + atoms * (mean - low), 0);
  const found = new Map<number, number>();
  for (const { orbit, atoms } of sorted) {
    const share = Math.min(1, Math.max(0, charge / (atoms * (high - low))));
    found.set(orbit, Number((low + share * (high - low)).toPrecision(12)));
    charge -= share * atoms * (high - low);
  }
  return found;
}

function withStates(structure: Structure, element: string, states: ReadonlyMap<number, number>): Structure {
  const orbits = structure.orbits.map((orbit, i): Orbit => {
    const state = states.get(i);
    if (state === undefined) return orbit;
    const occupants = orbit.occupants.map((occupant) =>
      occupant.element === element ? { ...occupant, oxidationState: state } : occupant,
    );
    return { ...orbit, occupants };
  });
  return { ...structure, orbits };
}
