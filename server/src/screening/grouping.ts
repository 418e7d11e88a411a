import { parseCrystalText } from "./crystalText";
import type { ScreeningList } from "./screeningList";
import type { ScreeningPool } from "./screeningPool";

/** More crystals of one bucket are compared in parts, since the work grows with their square. */
const mostTogether = 400;

/**
 * For each row of a list the first that is the same crystal, in the order of a ranking; rows of which nothing is the same are
 * their own first. Of very many crystals with the same elements on as many sites only those of similar volume are compared.
 */
export async function groupDuplicates(
  list: ScreeningList,
  ranking: Uint32Array,
  pool: Pick<ScreeningPool, "free" | "group">,
  signal: AbortSignal,
): Promise<Int32Array> {
  const firsts = Int32Array.from({ length: list.count }, (_, index) => index);
  const running: Promise<void>[] = [];
  for (const members of comparedTogether(list, ranking)) {
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

function* comparedTogether(list: ScreeningList, ranking: Uint32Array): Generator<readonly number[]> {
  for (const members of sharedBuckets(list, ranking))
    if (members.length <= mostTogether) yield members;
    else yield* ofSimilarVolume(members, list, ranking);
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

/** Members in parts of neighbouring volumes, each in the order of the ranking. */
function* ofSimilarVolume(
  members: readonly number[],
  list: ScreeningList,
  ranking: Uint32Array,
): Generator<readonly number[]> {
  const places = new Map(Array.from(ranking, (index, place) => [index, place]));
  const placeOf = (index: number) => places.get(index) ?? 0;
  const volumes = new Map(
    members.map((index) => [
      index,
      parseCrystalText(list.screened(index).crystal ?? "")?.lattice.volume ?? 0,
    ]),
  );
  const sorted = [...members].sort((one, other) => (volumes.get(one) ?? 0) - (volumes.get(other) ?? 0));
  for (let from = 0; from < sorted.length; from += mostTogether)
    yield sorted.slice(from, from + mostTogether).sort((one, other) => placeOf(one) - placeOf(other));
}
