import { elementBySymbol } from "../elements";
import {
  type ChargeGroup,
  type Species,
  isIntermetallic,
  valenceChoices,
  type ValenceChoices,
} from "./valences";

/**
 * One oxidation state an element, so that the charges of a composition cancel: see {@link balanceGroups}.
 *
 * @param amounts atoms of each element; symbols that are in no element table are left out.
 * @returns states by element; all 0 for an intermetallic.
 */
export function balanceCharges(amounts: ReadonlyMap<string, number>): Map<string, number> {
  return balanceGroups(Array.from(amounts, ([element, amount]) => ({ key: element, element, amount })));
}

/**
 * One oxidation state a group, so that the charges of a composition cancel. Among all choices of known states the least
 * costly is taken: rare states cost, a cation more electronegative than an anion costs, and so does a mean between two
 * known states (mixed valence, or bonds between like atoms). A composition that cannot be balanced (occupancies refined
 * with errors, a proton not found) keeps the signs of the nearest choice, with the most common states.
 *
 * @returns states by the groups' keys; all 0 for an intermetallic.
 */
export function balanceGroups(groups: readonly ChargeGroup[]): Map<string, number> {
  const species = groups.flatMap((group): Species[] => {
    const element = elementBySymbol(group.element);
    return element === undefined ? [] : [{ ...group, element }];
  });
  const isStated = species.some(({ state }) => state !== undefined);
  if (!isStated && isIntermetallic(species)) return new Map(species.map(({ key }) => [key, 0]));
  const company = new Set(groups.map(({ element }) => element));
  return new ChargeSearch(species.map((one) => valenceChoices(one, company))).states();
}

/** Charges count as balanced when their sum is below this share of all positive charge: occupancies have errors. */
const tolerance = 0.025;
/** Choices looked at, at most, so that a composition of many elements of many states takes no long time. */
const searchLimit = 10_000;

/** In steps down the list of a transition metal's states. */
const cost = {
  unbalanced: 3,
  /** Of a charge left over that equals all the positive charge. */
  imbalance: 60,
  /** Of a cation one Pauling unit more electronegative than an anion. */
  inversion: 20,
};

interface ChargeRange {
  readonly least: number;
  readonly most: number;
}

function reachFromEach(elements: readonly ValenceChoices[]): ChargeRange[] {
  const reach: ChargeRange[] = [{ least: 0, most: 0 }];
  for (const { amount, states } of elements.toReversed()) {
    const { least, most } = reach[0] ?? { least: 0, most: 0 };
    reach.unshift({
      least: least + amount * Math.min(...states),
      most: most + amount * Math.max(...states),
    });
  }
  return reach;
}

/** Branch and bound over the states of all elements. */
class ChargeSearch {
  private readonly elements: readonly ValenceChoices[];
  /** The least and the most charge that the elements from each one on can have together. */
  private readonly reach: readonly ChargeRange[];
  /** No choice of states has more positive charge than this, nor more negative charge. */
  private readonly mostCharge: number;
  private readonly chosen: number[];
  private best: readonly number[];
  private bestCost = Infinity;
  private visited = 0;

  constructor(elements: readonly ValenceChoices[]) {
    // Elements without a choice first, so that a branch is judged early; the rest by atomic number, so that the order in
    // a file decides nothing.
    this.elements = [...elements].sort(
      (first, second) =>
        first.states.length - second.states.length ||
        first.atomicNumber - second.atomicNumber ||
        (first.key < second.key ? -1 : 1),
    );
    this.reach = reachFromEach(this.elements);
    this.mostCharge = elements.reduce(
      (sum, { amount, states }) => sum + amount * Math.max(...states.map(Math.abs)),
      0,
    );
    this.chosen = elements.map(() => 0);
    this.best = this.elements.map(({ states }) => states[0] ?? 0);
  }

  states(): Map<string, number> {
    this.descend(0, 0, 0, 0, Infinity);
    return new Map(this.elements.map(({ key }, index) => [key, this.best[index] ?? 0]));
  }

  /** Tries every state of the elements from `depth` on, given what the elements before it sum up to. */
  private descend(
    depth: number,
    spent: number,
    charge: number,
    highestCation: number,
    lowestAnion: number,
  ): void {
    if (spent + this.unavoidableCost(depth, charge) >= this.bestCost || ++this.visited > searchLimit) return;
    const element = this.elements[depth];
    if (element === undefined) {
      this.judge(spent, charge);
      return;
    }
    element.states.forEach((state, rank) => {
      const cation = state > 0 ? Math.max(highestCation, element.electronegativity) : highestCation;
      const anion = state < 0 ? Math.min(lowestAnion, element.electronegativity) : lowestAnion;
      const inversion = Math.max(0, cation - anion) - Math.max(0, highestCation - lowestAnion);
      this.chosen[depth] = state;
      const total = spent + (element.stateCosts[rank] ?? 0) + inversion * cost.inversion;
      this.descend(depth + 1, total, charge + state * element.amount, cation, anion);
    });
  }

  /** What the charge costs at least that the elements from `depth` on cannot balance: left over, or met by a mean state. */
  private unavoidableCost(depth: number, charge: number): number {
    const { least = 0, most = 0 } = this.reach[depth] ?? {};
    const excess = Math.max(charge + least, -(charge + most), 0);
    if (excess <= tolerance * this.mostCharge) return 0;
    return this.elements.reduce(
      (lowest, { amount, meanCost }) => Math.min(lowest, meanCost * (1 + excess / amount)),
      cost.unbalanced + (cost.imbalance * excess) / this.mostCharge,
    );
  }

  /** Completes a choice of states: as it is, with one mean state, or with a charge left over. */
  private judge(spent: number, charge: number): void {
    const share = Math.abs(charge) / this.largestCharge();
    if (share <= tolerance) {
      this.keep(spent, this.chosen);
      return;
    }
    this.elements.forEach((element, index) => {
      const state = this.chosen[index] ?? 0;
      const mean = state - charge / element.amount;
      if (!element.allowsMean(state, mean)) return;
      const total = spent + element.meanCost * (1 + Math.abs(mean - state));
      if (total < this.bestCost) this.keep(total, this.chosen.with(index, mean));
    });
    const total = spent + cost.unbalanced + cost.imbalance * share;
    if (total < this.bestCost) this.keep(total, this.commonStates());
  }

  /** The larger of all positive and all negative charge, so that an imbalance is at most 1 of it. */
  private largestCharge(): number {
    let [positive, negative] = [0, 0];
    this.elements.forEach(({ amount }, index) => {
      const charge = amount * (this.chosen[index] ?? 0);
      if (charge > 0) positive += charge;
      else negative -= charge;
    });
    return Math.max(positive, negative) || 1;
  }

  /** The most common states of the chosen signs. */
  private commonStates(): number[] {
    return this.elements.map(({ states }, index) => {
      const sign = Math.sign(this.chosen[index] ?? 0);
      return states.find((state) => Math.sign(state) === sign) ?? 0;
    });
  }

  private keep(total: number, states: readonly number[]): void {
    this.bestCost = total;
    this.best = [...states];
  }
}
