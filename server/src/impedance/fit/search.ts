import type { Circuit } from "../circuit/circuit";
import { thinned } from "../selection";
import { frequencyRange, type Spectrum } from "../spectrum";
import { CircuitProblem, unknownsFrom, valuesFrom } from "./circuitProblem";
import { Marquardt, type Place } from "./marquardt";
import { processCount, rearranged } from "./processes";
import { inSeries } from "./seriesParts";
import { startingValues } from "./startingValues";
import { weightsOf, type Weighting } from "./weights";

/** Starts for each process of a circuit. */
const startsPerProcess = 8;
/** How many starts are followed for how many steps more: most end in the same minimum, and the worst can be told early. */
const first = { steps: 4, kept: 10 };
const second = { steps: 12, kept: 8 };
const mostRearranged = 60;
const mostRounds = 3;
/** Points of the spectrum that tell good starts from bad ones. */
const pointsScreened = 30;
/** A start that is so many times above the best has no chance. */
const hopeless = { early: 1000, late: 2 };
/** What a rearrangement has to gain to be followed by the next. */
const leastGain = 1e-3;

/** The lowest minima that automatic starts lead to, the lowest first, as unknowns of the fit; found with few of the points. */
export function promisingStarts(circuit: Circuit, spectrum: Spectrum, weighting: Weighting): Float64Array[] {
  const few = thinned(spectrum, pointsScreened);
  const weights = weightsOf(few, weighting);
  const search = new Marquardt(new CircuitProblem(circuit, few, weights));
  const begin = (starts: readonly number[][]) =>
    starts.map((values) => search.begin(unknownsFrom(circuit, values))).sort(byCost);
  const follow = (places: readonly Place[], steps: number) =>
    places.map((place) => search.minimise(place, steps)).sort(byCost);
  const narrowed = (places: readonly Place[]) =>
    follow(distinct(follow(places, first.steps), first.kept, hopeless.early), second.steps);

  const starts = startsPerProcess * Math.max(processCount(circuit), 1);
  let reached = narrowed(begin(startingValues(inSeries(circuit), few, weights, starts)));
  const times = decadesOf(few);
  for (let round = 0; round < mostRounds; round++) {
    const [best] = reached;
    if (!best) break;
    const moved = begin(rearranged(circuit, valuesFrom(circuit, best.x), times)).slice(0, mostRearranged);
    reached = [...reached, ...narrowed(moved)].sort(byCost);
    if ((reached[0]?.cost ?? 0) >= best.cost * (1 - leastGain)) break;
  }
  return distinct(reached, second.kept, hopeless.late).map(({ x }) => x);
}

/** Time constants that show in a spectrum, one a decade, seconds. */
function decadesOf(spectrum: Spectrum): number[] {
  const { lowest, highest } = frequencyRange(spectrum);
  const count = Math.ceil(Math.log10(highest / lowest)) + 1;
  return Array.from({ length: count }, (_, i) => 10 ** i / (2 * Math.PI * highest));
}

/** Differences of ln R, ln Q and n, and relative ones of the cost, of what is on its way to the same minimum. */
const nearness = { unknowns: 0.05, cost: 1e-7 };

/** The first of a sorted list that are not all but equal, nor hopelessly high. */
function distinct(sorted: readonly Place[], count: number, mostTimes: number): Place[] {
  const chosen: Place[] = [];
  const limit = mostTimes * (sorted[0]?.cost ?? 0);
  for (const one of sorted) {
    if (chosen.length === count || one.cost > limit) break;
    if (!chosen.some((other) => isSame(other, one))) chosen.push(one);
  }
  return chosen;
}

function isSame(a: Place, b: Place): boolean {
  return (
    Math.abs(a.cost - b.cost) < nearness.cost * a.cost ||
    a.x.every((value, p) => Math.abs(value - (b.x[p] ?? 0)) < nearness.unknowns)
  );
}

export const byCost = (a: Place, b: Place): number => a.cost - b.cost;
