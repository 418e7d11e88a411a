import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Random } from "../../../../server/src/learning/random";
import {
  choices,
  fromUnit,
  randomConfiguration,
  toUnit,
  type Configuration,
  type SearchSpace,
} from "../../../../server/src/learning/search/searchSpace";
import {
  suggest,
  type ScoredConfiguration,
} from "../../../../server/src/learning/search/treeParzenEstimator";

const space: SearchSpace = [
  ...choices({ neurons: [32, 64, 128, 256], dropout: [0.1, 0.15, 0.2, 0.25, 0.3], layers: [2, 3, 4] }),
  { name: "rate", kind: "range", lowest: 1e-5, highest: 1e-1, logarithmic: true },
  { name: "share", kind: "range", lowest: 0, highest: 1, logarithmic: false },
];

/** Best at 128 neurons, dropout 0.1, 2 layers, rate 1e-3, share 0.3. */
function synthetic({ neurons = 0, dropout = 0, layers = 0, rate = 1, share = 0 }: Configuration): number {
  return (
    -Math.abs(Math.log2(neurons / 128)) -
    10 * (dropout - 0.1) -
    0.5 * (layers - 2) -
    Math.log10(rate / 1e-3) ** 2 -
    4 * (share - 0.3) ** 2
  );
}

function bestOf(trials: number, propose: (done: readonly ScoredConfiguration[]) => Configuration): number {
  const done: ScoredConfiguration[] = [];
  for (let i = 0; i < trials; i++) {
    const configuration = propose(done);
    done.push({ configuration, score: synthetic(configuration) });
  }
  return Math.max(...done.map(({ score }) => score));
}

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

describe("the tree-structured Parzen estimator", () => {
  it("finds better configurations than random search with as many trials, on average over seeds", () => {
    const seeds = Array.from({ length: 20 }, (_, seed) => seed);
    const guided = seeds.map((seed) => {
      const random = new Random(seed);
      return bestOf(80, (done) => suggest(space, done, random));
    });
    const blind = seeds.map((seed) => {
      const random = new Random(seed);
      return bestOf(80, () => randomConfiguration(space, random));
    });
    expect(mean(guided)).toBeGreaterThan(mean(blind) + 0.3);
    expect(guided.filter((score, i) => score > (blind[i] ?? 0)).length).toBeGreaterThanOrEqual(16);
  });

  it("proposes values of the space only, whatever was tried", () => {
    fc.assert(
      fc.property(fc.integer(), fc.integer({ min: 0, max: 60 }), (seed, count) => {
        const random = new Random(seed);
        const done = Array.from({ length: count }, () => ({
          configuration: randomConfiguration(space, random),
          score: random.normal(),
        }));
        const proposal = suggest(space, done, random);
        for (const parameter of space) {
          const value = proposal[parameter.name];
          if (parameter.kind === "choice") expect(parameter.values).toContain(value);
          else {
            expect(value).toBeGreaterThanOrEqual(parameter.lowest * (1 - 1e-12));
            expect(value).toBeLessThanOrEqual(parameter.highest * (1 + 1e-12));
          }
        }
      }),
    );
  });

  it("proposes the same for the same seed", () => {
    const proposals = (seed: number) =>
      bestOf(30, (done) => suggest(space, done, new Random(seed + done.length)));
    expect(proposals(5)).toBe(proposals(5));
  });
});

describe("a range", () => {
  it("is walked from end to end by places from 0 to 1 and back", () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1, noNaN: true }), fc.boolean(), (place, logarithmic) => {
        const range = { name: "x", kind: "range", lowest: 1e-4, highest: 10, logarithmic } as const;
        expect(toUnit(range, fromUnit(range, place))).toBeCloseTo(place, 9);
      }),
    );
  });
});
