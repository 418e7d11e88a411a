import { isDeepStrictEqual } from "node:util";
import type { ScreeningHeader } from "../protocol/screening";
import { groupDuplicates } from "./grouping";
import { readResult } from "./resultFiles/readResult";
import { ScreeningList } from "./screeningList";
import type { ScreeningPool } from "./screeningPool";

export type Merging =
  | {
      readonly kind: "merged";
      readonly list: ScreeningList;
      readonly header: ScreeningHeader;
      readonly missing: readonly string[];
    }
  | { readonly kind: "refused"; readonly reason: string };

/**
 * Joins lists into one with new ranks and duplicates. Their order does not matter, a row that several hold is taken once, and
 * lists of another model or other settings are refused. `missing` names the shards that were not there.
 *
 * @throws Error where a file cannot be read.
 */
export async function mergeResults(
  paths: readonly string[],
  pool: Pick<ScreeningPool, "free" | "group">,
  signal: AbortSignal,
): Promise<Merging> {
  const list = new ScreeningList();
  const headers: { readonly path: string; readonly header: ScreeningHeader }[] = [];
  const seen = new Set<string>();
  for (const path of paths) {
    const own = new ScreeningList();
    const reading = await readResult(path, own);
    if (reading.kind === "refused") return reading;
    headers.push({ path, header: reading.header });
    addNew(own, list, seen);
  }
  const [first, ...others] = headers;
  if (!first) return { kind: "refused", reason: "There is nothing to merge." };
  for (const { path, header } of others) {
    const difference = differenceOf(first.header, header);
    if (difference !== undefined)
      return {
        kind: "refused",
        reason: `${path} has another ${difference} than ${first.path}: they cannot be one list.`,
      };
  }
  const ranking = list.ranking();
  list.setRanks(ranking);
  list.setDuplicates(await groupDuplicates(list, ranking, pool, signal));
  const missing = missingShards(headers.map(({ header }) => header.shard));
  return { kind: "merged", list, header: { ...first.header, shard: null }, missing };
}

/** Adds the rows that no list before had; of blocks of one name in a file each counts. */
function addNew(from: ScreeningList, to: ScreeningList, seen: Set<string>): void {
  const numbers = new Map<string, number>();
  for (let index = 0; index < from.count; index++) {
    const [file, block] = [from.text(index, "file"), from.text(index, "block")];
    const name = JSON.stringify([file, block]);
    const number = numbers.get(name) ?? 0;
    numbers.set(name, number + 1);
    const key = `${name}${number}`;
    if (!seen.has(key)) from.copy(index, to);
    seen.add(key);
  }
}

/** What keeps two lists from being one; `undefined` where nothing does. */
function differenceOf(one: ScreeningHeader, other: ScreeningHeader): string | undefined {
  if (one.version !== other.version) return "version of Superion";
  if (!isDeepStrictEqual(one.model, other.model)) return "model";
  return isDeepStrictEqual(one.settings, other.settings) ? undefined : "time limit, memory limit or table";
}

function missingShards(shards: readonly (string | null)[]): string[] {
  const names = shards.filter((shard) => shard !== null);
  const count = Math.max(0, ...names.map((name) => Number(name.split("/")[1])));
  return Array.from({ length: count }, (_, k) => `${k + 1}/${count}`).filter((name) => !names.includes(name));
}
