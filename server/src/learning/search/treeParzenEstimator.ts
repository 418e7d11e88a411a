import { complementaryError } from "../../crystal/ewald/complementaryError";
import type { Random } from "../random";
import {
  fromUnit,
  randomConfiguration,
  toUnit,
  type Configuration,
  type Parameter,
  type RangeParameter,
  type SearchSpace,
} from "./searchSpace";

/** A configuration with what came of it; larger is better. */
export interface ScoredConfiguration {
  readonly configuration: Configuration;
  readonly score: number;
}

/** The share of the trials that count as good (gamma of the paper). */
const goodShare = 0.15;
/** Configurations drawn at random before anything is learned from them. */
const startTrials = 20;
/** Configurations drawn from the density of the good ones, of which the most promising is tried. */
const candidates = 24;

/**
 * The configuration to try next by the tree-structured Parzen estimator (Bergstra et al., NeurIPS 2011, section 4): the
 * trials are divided into good and others, a density over the parameters is put together for both, l and g, and of whole
 * configurations drawn from l the one with the largest l / g is taken. The parameters are independent of each other.
 */
export function suggest(
  space: SearchSpace,
  trials: readonly ScoredConfiguration[],
  random: Random,
): Configuration {
  if (trials.length < startTrials) return randomConfiguration(space, random);
  const ranked = trials.toSorted((a, b) => b.score - a.score);
  const goodCount = Math.max(2, Math.ceil(goodShare * trials.length));
  const [good, others] = [ranked.slice(0, goodCount), ranked.slice(goodCount)].map((some) =>
    space.map((parameter) =>
      densityOver(
        parameter,
        some.flatMap(({ configuration }) => configuration[parameter.name] ?? []),
      ),
    ),
  );
  let best = { values: new Map<string, number>(), gain: -Infinity };
  for (let i = 0; i < candidates; i++) {
    let gain = 0;
    const values = new Map<string, number>();
    for (const [k, { name }] of space.entries()) {
      const value = good?.[k]?.draw(random) ?? NaN;
      gain += Math.log(good?.[k]?.at(value) ?? NaN) - Math.log(others?.[k]?.at(value) ?? NaN);
      values.set(name, value);
    }
    if (gain > best.gain) best = { values, gain };
  }
  return Object.fromEntries(best.values);
}

interface Density {
  at(value: number): number;
  draw(random: Random): number;
}

function densityOver(parameter: Parameter, values: readonly number[]): Density {
  return parameter.kind === "choice"
    ? choiceDensity(parameter.values, values)
    : rangeDensity(parameter, values);
}

/** How often each choice occurs, each once more than was seen, so that none is ever given up. */
function choiceDensity(all: readonly number[], values: readonly number[]): Density {
  const weights = all.map((choice) => values.filter((value) => value === choice).length + 1);
  const total = values.length + all.length;
  return {
    at: (value) => (weights[all.indexOf(value)] ?? 0) / total,
    draw: (random) => {
      let place = random.uniform() * total;
      const found = weights.findIndex((weight) => (place -= weight) < 0);
      return all[found < 0 ? all.length - 1 : found] ?? NaN;
    },
  };
}

/** Narrowest kernel: as many kernels as there could be should cover the range a few times over. */
const narrowest = (kernels: number) => 1 / Math.min(100, kernels + 1);

/**
 * Gaussians on the values, cut at the ends of the range, each as wide as the larger distance to its neighbours, and one that
 * covers the whole range.
 */
function rangeDensity(parameter: RangeParameter, values: readonly number[]): Density {
  const places = values.map((value) => toUnit(parameter, value)).sort((a, b) => a - b);
  const kernels = places.map((place, i) => {
    const gap = Math.max(place - (places[i - 1] ?? 0), (places[i + 1] ?? 1) - place);
    return { centre: place, width: Math.min(1, Math.max(narrowest(places.length), gap)) };
  });
  kernels.push({ centre: 0.5, width: 1 });
  const masses = kernels.map(({ centre, width }) => 1 - tail(centre / width) - tail((1 - centre) / width));
  return {
    at: (value) => {
      const place = toUnit(parameter, value);
      const densities = kernels.map(
        ({ centre, width }, i) =>
          Math.exp(-(((place - centre) / width) ** 2) / 2) /
          (width * Math.sqrt(2 * Math.PI) * (masses[i] ?? 1)),
      );
      return densities.reduce((sum, density) => sum + density, 0) / kernels.length;
    },
    draw: (random) => {
      const { centre, width } = kernels[random.below(kernels.length)] ?? { centre: 0.5, width: 1 };
      let place = NaN;
      while (!(place >= 0 && place <= 1)) place = centre + width * random.normal();
      return fromUnit(parameter, place);
    },
  };
}

/** Share of the standard normal distribution beyond x >= 0. */
function tail(x: number): number {
  return complementaryError(x / Math.SQRT2) / 2;
}
