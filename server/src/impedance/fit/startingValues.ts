import type { CircuitPart } from "../circuit/circuit";
import { CircuitModel } from "../circuit/response";
import { frequencyRange, type Spectrum } from "../spectrum";
import { tailExponent } from "../tail/tailExponent";
import { PartSizes } from "./partSizes";
import { timeConstant } from "./orderOfArcs";
import { placesOf, standalone, type SeriesPart } from "./seriesParts";
import { scaledShape, unitShapes, type Range, type UnitShape } from "./unitShapes";
import { weighted, type Weights } from "./weights";

/** How finely time constants and exponents are tried; the first that needs few enough combinations is taken. */
const grids = [
  { timesPerDecade: 1.7, arcExponents: [0.97, 0.8], trials: 240 },
  { timesPerDecade: 1.7, arcExponents: [0.9], trials: 120 },
  { timesPerDecade: 1, arcExponents: [0.9], trials: 60 },
  { timesPerDecade: 0.6, arcExponents: [0.9], trials: 30 },
];
const mostCombinations = 6000;
/** Costs of choices that differ less are the same. */
const costResolution = 0.02;
/** How far beyond the highest frequency an arc may peak, decades. */
const decadesBeyond = 2.5;

/**
 * Starting values for a fit, the best first: time constants and exponents from a coarse grid, and for each choice the sizes of
 * parts in series by linear least squares, none negative. The exponent of the tail comes from its slope.
 */
export function startingValues(
  series: readonly SeriesPart[],
  spectrum: Spectrum,
  weights: Weights,
  count: number,
): number[][] {
  const parts = series.map(({ part }) => part);
  const shapes = shapesOf(series, spectrum);
  const columns = parts.flatMap((part, i) => columnsOf(part, shapes[i] ?? [], spectrum, weights));
  const partOf = shapes.flatMap((own, i) => own.map(() => i));
  const data = weighted(spectrum.zRe, spectrum.zIm, weights);
  const problem = new PartSizes(columns, partOf, shapes.length, data);
  const first = shapes.map((_, i) => partOf.indexOf(i));
  const choices = combinations(series, shapes, first);
  const costs = Float64Array.from(choices, (choice) => problem.cost(choice));
  return apart(choices, costs, count).map((choice) => {
    const sizes = problem.visibleSizes(choice);
    const values: number[] = [];
    parts.forEach((part, i) => {
      const shape = shapes[i]?.[(choice[i] ?? 0) - (first[i] ?? 0)] ?? [];
      const own = scaledShape(part, shape, sizes[i] ?? 1);
      placesOf(part).forEach((place, k) => (values[place] = own[k] ?? 1));
    });
    return values;
  });
}

/** What is tried for each part. */
function shapesOf(series: readonly SeriesPart[], spectrum: Spectrum): UnitShape[][] {
  let shapes: UnitShape[][] = [];
  for (const grid of grids) {
    const range = { ...grid, ...rangeOf(spectrum, grid.timesPerDecade) };
    shapes = series.map(({ part }) => unitShapes(part, range));
    if (combinationCount(series, shapes) <= mostCombinations) break;
  }
  return shapes;
}

function rangeOf(spectrum: Spectrum, timesPerDecade: number): Pick<Range, "times" | "tailExponents"> {
  const { lowest, highest } = frequencyRange(spectrum);
  const first = -Math.log10(2 * Math.PI * highest) - decadesBeyond;
  const last = -Math.log10(2 * Math.PI * lowest);
  const count = Math.max(4, Math.ceil((last - first) * timesPerDecade));
  const times = Array.from({ length: count }, (_, i) => 10 ** (first + ((last - first) * i) / (count - 1)));
  return { times, tailExponents: [...new Set([tailExponent(spectrum), 0.6])] };
}

/** Weighted impedances of a part, real parts before imaginary ones. */
function columnsOf(
  part: CircuitPart,
  shapes: readonly UnitShape[],
  { frequencies }: Spectrum,
  weights: Weights,
): Float64Array[] {
  const alone = standalone(part);
  const model = new CircuitModel([alone], alone.count, frequencies);
  const { length } = frequencies;
  const [re, im] = [model.impedance.subarray(0, length), model.impedance.subarray(length)];
  return shapes.map((shape) => {
    model.evaluate(shape);
    return weighted(re, im, weights);
  });
}

/** n over k for k parts that are alike with n shapes each. */
function combinationCount(series: readonly SeriesPart[], shapes: readonly (readonly UnitShape[])[]): number {
  const met = new Map<string, number>();
  return series.reduce((count, { kind }, i) => {
    const own = shapes[i]?.length ?? 1;
    const twins = met.get(kind) ?? 0;
    met.set(kind, twins + 1);
    return count * Math.max((own - twins) / (twins + 1), 1);
  }, 1);
}

/**
 * Choices of one column for each part, those of a part being in a row from `first` on, by rising time. Of parts that are alike
 * only one order is tried, and a part within another is not faster. Evenly taken where there are too many.
 */
function combinations(
  series: readonly SeriesPart[],
  shapes: readonly (readonly UnitShape[])[],
  first: readonly number[],
): Int32Array[] {
  const times = series.map(({ part }, i) => timesOf(part, shapes[i] ?? []));
  let choices: Int32Array[] = [new Int32Array(series.length)];
  series.forEach(({ kind, within }, i) => {
    const begin = first[i] ?? 0;
    const count = shapes[i]?.length ?? 0;
    const twin = series.slice(0, i).findLastIndex((other) => other.kind === kind);
    const from = (choice: Int32Array): number => {
      const chosen = (part: number) => (choice[part] ?? 0) - (first[part] ?? 0);
      if (count === 1) return 0;
      if (twin >= 0) return Math.min(chosen(twin) + 1, count - 1);
      if (within === null) return 0;
      const least = times[within]?.[chosen(within)] ?? 0;
      return Math.max(times[i]?.findIndex((time) => time >= least) ?? 0, 0);
    };
    const total = choices.reduce((sum, choice) => sum + count - from(choice), 0);
    const stride = Math.ceil(total / mostCombinations);
    let met = 0;
    choices = choices.flatMap((choice) => {
      const longer: Int32Array[] = [];
      for (let k = from(choice); k < count; k++)
        if (met++ % stride === 0) longer.push(choice.with(i, begin + k));
      return longer;
    });
  });
  return choices;
}

/** Time constants of the shapes of a part, seconds. */
function timesOf(part: CircuitPart, shapes: readonly UnitShape[]): number[] {
  const alone = standalone(part);
  return shapes.map((shape) => timeConstant(alone, shape));
}

/**
 * The best that are no neighbours of a better one on the grid, and do not do the same as one: a part far beyond the frequencies
 * can be anywhere there.
 */
function apart(choices: readonly Int32Array[], costs: Float64Array, count: number): Int32Array[] {
  const order = [...choices.keys()].sort((a, b) => (costs[a] ?? 0) - (costs[b] ?? 0));
  const chosen: number[] = [];
  for (const place of order) {
    if (chosen.length === count) break;
    const isKnown = chosen.some((other) => {
      const sameCost = (costs[place] ?? 0) < (costs[other] ?? 0) * (1 + costResolution);
      const { steps, moved } = distance(choices[place], choices[other]);
      return steps <= 1 || (sameCost && moved <= 1);
    });
    if (!isKnown) chosen.push(place);
  }
  return chosen.flatMap((place) => choices[place] ?? []);
}

/** How far two choices are apart: the most steps on the grid of a part, and how many parts differ. */
function distance(a: Int32Array | undefined, b: Int32Array | undefined): { steps: number; moved: number } {
  let [steps, moved] = [0, 0];
  a?.forEach((index, i) => {
    const difference = Math.abs(index - (b?.[i] ?? 0));
    steps = Math.max(steps, difference);
    if (difference > 0) moved++;
  });
  return { steps, moved };
}
