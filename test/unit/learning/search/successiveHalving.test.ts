import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  HyperparameterSearch,
  ranking,
  type Job,
  type JobResult,
} from "../../../../server/src/learning/search/hyperparameterSearch";
import { Random } from "../../../../server/src/learning/random";
import { choices } from "../../../../server/src/learning/search/searchSpace";
import {
  nextPromotion,
  rungBudgets,
  type RungResult,
} from "../../../../server/src/learning/search/successiveHalving";

const space = choices({ a: [1, 2, 3, 4], b: [1, 2, 3, 4, 5] });
const halving = { smallest: 5, largest: 45, reduction: 3 };
const options = { ...halving, trials: 27, seed: 1 };

/** Runs jobs, up to so many at a time and in the order that `random` ends them, until nothing is left to do. */
function run(
  search: HyperparameterSearch,
  score: (job: Job) => number,
  workers = 1,
  random = new Random(1),
): Job[] {
  const order: Job[] = [];
  const open: Job[] = [];
  for (;;) {
    while (open.length < workers) {
      const job = search.next();
      if (!job) break;
      order.push(job);
      open.push(job);
    }
    const [ended] = open.splice(random.below(open.length), 1);
    if (!ended) return order;
    search.finish({ ...ended, score: score(ended) });
  }
}

describe("asynchronous successive halving", () => {
  it("gives each rung the reduction times the budget of the one below, and the highest all of it", () => {
    expect(rungBudgets(halving)).toEqual([5, 15, 45]);
    expect(rungBudgets({ smallest: 5, largest: 100, reduction: 3 })).toEqual([5, 15, 45, 100]);
  });

  it("promotes only what is among the best of its rung, once, and from the highest rung that can", () => {
    const results = fc.array(
      fc.record({ trial: fc.nat(30), rung: fc.nat(2), score: fc.double({ min: 0, max: 1, noNaN: true }) }),
      { maxLength: 40 },
    );
    fc.assert(
      fc.property(results, (drawn) => {
        const distinct = [...new Map(drawn.map((each) => [`${each.trial}/${each.rung}`, each])).values()];
        const started = (trial: number, rung: number) =>
          distinct.some((each) => each.trial === trial && each.rung === rung);
        const canGo = (rung: number): RungResult[] => {
          const own = distinct.filter((each) => each.rung === rung);
          return own.filter(
            ({ trial, score }) =>
              !started(trial, rung + 1) &&
              own.filter((other) => other.score > score).length < Math.floor(own.length / 3),
          );
        };
        const next = nextPromotion(distinct, started, 3, 3);
        if (next.kind === "promote") {
          const from = canGo(next.rung - 1).map(({ trial }) => trial);
          expect(from).toContain(next.trial);
          if (next.rung === 1) expect(canGo(1).length === 0 || tied(distinct, 1)).toBe(true);
        } else
          expect(canGo(0).length + canGo(1).length === 0 || tied(distinct, 0) || tied(distinct, 1)).toBe(
            true,
          );
      }),
    );
  });

  it("takes, of 27 trials one after another, about a third from rung to rung", () => {
    const search = new HyperparameterSearch(space, options);
    const order = run(search, ({ trial }) => ((trial * 37) % 101) / 101);
    const count = (rung: number) => order.filter((job) => job.rung === rung).length;
    expect(count(0)).toBe(27);
    expect(count(1)).toBeGreaterThanOrEqual(9);
    expect(count(2)).toBeGreaterThanOrEqual(3);
    expect(count(1)).toBeLessThanOrEqual(14);
    expect(search.progress).toBe(1);
  });

  it("brings the best trial to the highest rung, with any number of workers that end in any order", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 6 }), fc.integer(), (workers, seed) => {
        const quality = new Random(seed);
        const qualities = Array.from({ length: 27 }, () => quality.uniform());
        const search = new HyperparameterSearch(space, options);
        const order = run(search, ({ trial }) => qualities[trial] ?? 0, workers, new Random(seed + 1));
        const top = qualities.indexOf(Math.max(...qualities));
        expect(search.best()).toMatchObject({ trial: top, rung: 2, budget: 45 });
        const jobs = order.map(({ trial, rung }) => `${trial}/${rung}`);
        expect(new Set(jobs).size).toBe(jobs.length);
      }),
      { numRuns: 30 },
    );
  });

  it("never promotes what could not be trained", () => {
    const search = new HyperparameterSearch(space, { ...options, trials: 9 });
    for (let job = search.next(); job; job = search.next()) search.finish({ ...job, score: null });
    expect(search.results.every(({ rung }) => rung === 0)).toBe(true);
  });
});

describe("a search that was interrupted", () => {
  const score = ({ trial, configuration: { a = 0, b = 0 } }: Job) => a - b + trial / 1000;

  it("goes on as if nothing had happened, from what was written down", () => {
    const whole = new HyperparameterSearch(space, options);
    run(whole, score);
    for (const cut of [0, 1, 13, 30]) {
      const written = whole.results.slice(0, cut).map((result) => JSON.stringify(result));
      const resumed = new HyperparameterSearch(
        space,
        options,
        written.map((line) => JSON.parse(line) as JobResult),
      );
      run(resumed, score);
      expect(resumed.results).toEqual(whole.results);
    }
  });

  it("ranks trials by how far they came before how well they did", () => {
    const result = (trial: number, rung: number, score: number): JobResult => ({
      trial,
      rung,
      budget: 5,
      configuration: {},
      score,
    });
    expect(
      ranking([result(0, 0, 0.9), result(1, 0, 0.5), result(1, 1, 0.4), result(2, 0, 0.6)]).map(
        ({ trial }) => trial,
      ),
    ).toEqual([1, 0, 2]);
  });
});

/** Whether two results of a rung have the same score, so that the order among the best is open. */
function tied(results: readonly RungResult[], rung: number): boolean {
  const scores = results.filter((each) => each.rung === rung).map(({ score }) => score);
  return new Set(scores).size < scores.length;
}
