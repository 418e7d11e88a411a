import { Random } from "../random";
import type { Configuration, SearchSpace } from "./searchSpace";
import { nextPromotion, rungBudgets, type HalvingOptions } from "./successiveHalving";
import { suggest } from "./treeParzenEstimator";

export interface SearchOptions extends HalvingOptions {
  /** Configurations tried, at most. */
  readonly trials: number;
  readonly seed: number;
}

/** One training to be done: a configuration with a budget. */
export interface Job {
  /** From 0. */
  readonly trial: number;
  readonly rung: number;
  readonly budget: number;
  readonly configuration: Configuration;
}

/** A job with what came of it. */
export interface JobResult extends Job {
  /** Larger is better; what could not be trained counts as `-Infinity`, written as `null`. */
  readonly score: number | null;
}

export function isJobResult(value: unknown): value is JobResult {
  return (
    typeof value === "object" &&
    value !== null &&
    "trial" in value &&
    typeof value.trial === "number" &&
    "rung" in value &&
    typeof value.rung === "number" &&
    "budget" in value &&
    typeof value.budget === "number" &&
    "score" in value &&
    (typeof value.score === "number" || value.score === null) &&
    "configuration" in value &&
    typeof value.configuration === "object"
  );
}

/**
 * Which configurations to try, and with how much budget: the tree-structured Parzen estimator proposes, asynchronous
 * successive halving promotes. What was found before can be handed in again, and the search goes on from there.
 */
export class HyperparameterSearch {
  readonly results: JobResult[] = [];
  /** Jobs that are under way. */
  private readonly open = new Map<string, Job>();
  private readonly budgets: readonly number[];

  constructor(
    private readonly space: SearchSpace,
    private readonly options: SearchOptions,
    done: readonly JobResult[] = [],
  ) {
    this.budgets = rungBudgets(options);
    for (const result of done) this.finish(result);
  }

  /** `undefined` where nothing is to be done until a job that is under way is finished, or at all. */
  next(): Job | undefined {
    const { reduction, trials, seed } = this.options;
    const scored = this.results.map(({ trial, rung, score }) => ({ trial, rung, score: score ?? -Infinity }));
    const promotion = nextPromotion(
      scored.filter(({ score }) => score > -Infinity),
      (trial, rung) => this.isStarted(trial, rung),
      this.budgets.length,
      reduction,
    );
    if (promotion.kind === "promote") {
      const { trial, rung } = promotion;
      const configuration = this.results.find((result) => result.trial === trial)?.configuration;
      return configuration && this.start(trial, rung, configuration);
    }
    const trial = this.firstUnstarted();
    if (trial >= trials) return undefined;
    // Of its own seed, so that a resumed search proposes what an uninterrupted one would.
    return this.start(trial, 0, suggest(this.space, this.judged(), new Random(seed * 7919 + trial)));
  }

  finish(result: JobResult): void {
    this.open.delete(key(result.trial, result.rung));
    this.results.push(result);
  }

  /** The trial that came furthest, and of those the best; `undefined` before any is finished. */
  best(): JobResult | undefined {
    return ranking(this.results)[0];
  }

  /** Share of the work that is done, 0 to 1, as far as can be told: jobs to come are counted as if all rungs filled. */
  get progress(): number {
    const { trials, reduction } = this.options;
    const total = this.budgets.reduce(
      (sum, budget, rung) => sum + budget * Math.floor(trials / reduction ** rung),
      0,
    );
    return Math.min(1, this.results.reduce((sum, { budget }) => sum + budget, 0) / total);
  }

  private start(trial: number, rung: number, configuration: Configuration): Job {
    const job = { trial, rung, budget: this.budgets[rung] ?? 0, configuration };
    this.open.set(key(trial, rung), job);
    return job;
  }

  /** What was under way when a search was interrupted is started anew. */
  private firstUnstarted(): number {
    let trial = 0;
    while (this.isStarted(trial, 0)) trial++;
    return trial;
  }

  private isStarted(trial: number, rung: number): boolean {
    return (
      this.open.has(key(trial, rung)) ||
      this.results.some((result) => result.trial === trial && result.rung === rung)
    );
  }

  /** Each trial once, with its score at the highest rung that enough trials reached to learn from; lower rungs until then. */
  private judged() {
    const enough = 20;
    const rung = this.budgets.findLastIndex(
      (_, i) => this.results.filter((result) => result.rung === i).length >= enough,
    );
    return this.results
      .filter((result) => result.rung === Math.max(0, rung))
      .map(({ configuration, score }) => ({ configuration, score: score ?? -Infinity }));
  }
}

/** Trials by how far they came and then by score, each with its last result. */
export function ranking(results: readonly JobResult[]): JobResult[] {
  const last = new Map<number, JobResult>();
  for (const result of results)
    if (result.rung >= (last.get(result.trial)?.rung ?? 0)) last.set(result.trial, result);
  return [...last.values()].sort(
    (a, b) => b.rung - a.rung || (b.score ?? -Infinity) - (a.score ?? -Infinity) || a.trial - b.trial,
  );
}

function key(trial: number, rung: number): string {
  return `${trial}/${rung}`;
}
