import { postedStructure } from "../crystal/postedStructure";
import type { ConfiguredRepresentation, NamedRepresentation } from "../screening/representation";
import { threadScript } from "../screening/threads";
import { WorkerPool } from "../screening/workerPool";
import {
  describeCrystal,
  type CrystalToDescribe,
  type DescribedCrystal,
  type DescribeReply,
  type DescribeTask,
  type SortableCrystals,
} from "./describeTask";

export type DescribePool = WorkerPool<SortableCrystals, DescribeTask, DescribeReply>;

/** Tasks take as long as they take; timers count no further. */
const limits = { perTask: 2 ** 31 - 1, grace: 0, memory: 4096 };

/** A thread is worth its start for so many descriptions. */
const descriptionsAThread = 500;
/** An activation energy takes as long as so many. */
const descriptionsABarrier = 100;
/** Crystals a task. */
const portion = 16;

/** How many threads to start; fewer than two where this one does as well. */
export function threadsFor(descriptions: number, jobs: number): number {
  return Math.min(jobs, Math.floor(descriptions / descriptionsAThread));
}

/** Lets threads do something that end with it. @param crystals What they are to sort. */
export async function withThreads<Result>(
  threads: number,
  crystals: SortableCrystals,
  use: (pool: DescribePool) => Promise<Result>,
): Promise<Result> {
  const log = (line: string) => process.stderr.write(`${line}\n`);
  const pool: DescribePool = new WorkerPool(threadScript("describing"), crystals, threads, log, limits);
  try {
    return await use(pool);
  } finally {
    pool.dispose();
  }
}

/** Describes crystals in as many threads as pay; the answers are the same for any number of them, and in order. */
export function describeCrystals(
  crystals: readonly CrystalToDescribe[],
  representations: readonly ConfiguredRepresentation[],
  jobs: number,
): Promise<readonly DescribedCrystal[]> {
  const barriers = crystals.filter(({ withBarrier }) => withBarrier).length;
  const descriptions = crystals.length * representations.length + barriers * descriptionsABarrier;
  const threads = threadsFor(descriptions, jobs);
  if (threads < 2)
    return Promise.resolve(crystals.map((crystal) => describeCrystal(crystal, representations)));
  return withThreads(threads, [], (pool) => describeIn(pool, crystals, representations.map(named)));
}

async function describeIn(
  pool: DescribePool,
  crystals: readonly CrystalToDescribe[],
  representations: readonly NamedRepresentation[],
): Promise<readonly DescribedCrystal[]> {
  const asked: Promise<readonly DescribedCrystal[]>[] = [];
  const { signal } = new AbortController();
  for (let from = 0; from < crystals.length; from += portion) {
    await pool.free();
    const some = crystals.slice(from, from + portion);
    const posted = some.map((one) => ({ ...one, structure: postedStructure(one.structure) }));
    const reply = pool.run({ kind: "describe", crystals: posted, representations }, signal);
    asked.push(
      reply.then((answer) => {
        if (answer.kind === "described") return answer.crystals;
        const reason = answer.kind === "failed" ? answer.reason : "the thread gave another answer";
        return some.map(() => ({ ok: false, descriptor: representations[0]?.descriptor ?? "", reason }));
      }),
    );
  }
  return (await Promise.all(asked)).flat();
}

/** Functions do not travel. */
export function named({
  descriptor,
  simplification,
  options,
}: ConfiguredRepresentation): NamedRepresentation {
  return { descriptor, simplification, options };
}
