import type { ScreeningList } from "./screeningList";
import type { ScreeningPool } from "./screeningPool";

/**
 * For each row of a list the first that is the same crystal, in the order of a ranking; rows of which nothing is the same are
 * their own first.
 */
export async function groupDuplicates(
  list: ScreeningList,
  ranking: Uint32Array,
  pool: Pick<ScreeningPool, "free" | "group">,
  signal: AbortSignal,
): Promise<Int32Array> {
  const firsts = Int32Array.from({ length: list.count }, (_, index) => index);
  const running: Promise<void>[] = [];
  for (const members of sharedBuckets(list, ranking)) {
    await pool.free();
    if (signal.aborted) break;
    const crystals = members.map((index) => list.screened(index).crystal ?? "");
    running.push(
      pool.group(crystals, signal).then((found) => {
        members.forEach((index, k) => (firsts[index] = members[found[k] ?? k] ?? index));
      }),
    );
  }
  await Promise.all(running);
  return firsts;
}

/** Rows that may be the same, in the order of the ranking. */
function sharedBuckets(list: ScreeningList, ranking: Uint32Array): number[][] {
  const buckets = new Map<string, number[]>();
  for (const index of ranking) {
    const bucket = list.bucket(index);
    if (bucket === null) continue;
    const members = buckets.get(bucket);
    if (members) members.push(index);
    else buckets.set(bucket, [index]);
  }
  return [...buckets.values()].filter((members) => members.length > 1);
}
