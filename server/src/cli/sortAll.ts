import type { SortedRepresentation } from "../clustering/representationStudy";
import { postedStructure } from "../crystal/postedStructure";
import type { ConfiguredRepresentation } from "../screening/representation";
import { named, threadsFor, withThreads, type DescribePool } from "./describeThreads";
import { sortBy, unsorted, type Sortable } from "./sortedRepresentation";

export interface SortingListener {
  /** How much of the representation that is being computed is done, 0 to 1. */
  readonly told: (share: number) => void;
  /** Each as soon as it is there. */
  readonly sorted: (one: SortedRepresentation) => void;
}

/**
 * How representations sort compounds, in as many threads as pay, in order whatever came first; `undefined` where the signal is
 * aborted.
 */
export async function sortAll(
  representations: readonly ConfiguredRepresentation[],
  rows: readonly Sortable[],
  jobs: number,
  listener: SortingListener,
  signal: AbortSignal,
): Promise<readonly SortedRepresentation[] | undefined> {
  const threads = Math.min(representations.length, threadsFor(rows.length * representations.length, jobs));
  const sorted =
    threads < 2
      ? await sortHere(representations, rows, listener, signal)
      : await withThreads(threads, rows.map(posted), (pool) =>
          sortIn(pool, representations, rows, listener, signal),
        );
  return signal.aborted ? undefined : sorted;
}

const posted = ({ structure, label }: Sortable) => ({ structure: postedStructure(structure), label });

async function sortHere(
  representations: readonly ConfiguredRepresentation[],
  rows: readonly Sortable[],
  { told, sorted }: SortingListener,
  signal: AbortSignal,
): Promise<SortedRepresentation[]> {
  const all: SortedRepresentation[] = [];
  for (const representation of representations) {
    const one = await sortBy(representation, rows, told, signal);
    if (!one) break;
    sorted(one);
    all.push(one);
  }
  return all;
}

async function sortIn(
  pool: DescribePool,
  representations: readonly ConfiguredRepresentation[],
  rows: readonly Sortable[],
  { told, sorted }: SortingListener,
  signal: AbortSignal,
): Promise<SortedRepresentation[]> {
  const sort = async (representation: ConfiguredRepresentation): Promise<SortedRepresentation> => {
    const reply = await pool.run({ kind: "sort", representation: named(representation) }, signal);
    if (reply.kind === "sorted") return reply.sorted;
    return unsorted(
      representation,
      rows,
      reply.kind === "failed" ? reply.reason : "the thread gave another answer",
    );
  };
  const asked: Promise<SortedRepresentation>[] = [];
  for (const representation of representations) {
    await pool.free();
    if (signal.aborted) break;
    asked.push(
      sort(representation).then((one) => {
        if (!signal.aborted) {
          sorted(one);
          told(0);
        }
        return one;
      }),
    );
  }
  return Promise.all(asked);
}
